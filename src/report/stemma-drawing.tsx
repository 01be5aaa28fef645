import type { EdgeKind, LineageEdge } from '../model/lineage.ts';
import { anchorId, edgeId } from './anchors.ts';
import type { PageIndex } from './page-index.ts';
import type { StemmaNode, StemmaTree } from './stemma-layout.ts';

/** A generation wider than this is drawn from left to right, one line a document, so that names can still be read. */
const WIDEST = 6;

const BOX = { width: 164, height: 50 };
/** The gap between neighbours holds the label of the edge that joins them. */
const DOWN = { across: 282, along: 120 };
const ASIDE = { across: 62, along: 260 };
const MARGIN = 12;
/** Room under a generation for the arcs between documents in it. */
const ARC = 34;

/** Kinds of edges in words that read alike along an arrow and against it. */
export const KIND_WORDS: Readonly<Record<EdgeKind, string>> = {
  copy: 'copy',
  'same-origin': 'same origin',
  translation: 'translation',
  cites: 'credit',
};

/** One family of texts: agencies and documents as boxes, edges by kind with the link to their shared passages. */
export function StemmaDrawing({ index, tree }: { index: PageIndex; tree: StemmaTree }) {
  const aside = tree.width > WIDEST;
  // A page has many drawings, and an id must stand on it once.
  const arrow = `arrow-${tree.edges[0] ? edgeId(tree.edges[0]) : ''}`;
  const at = new Map(tree.nodes.map((node) => [node.id, corner(node, aside)]));
  const arcs = tree.edges.some((edge) => bends(at.get(edge.from), at.get(edge.to), aside)) ? ARC : 0;
  const width =
    MARGIN * 2 +
    BOX.width +
    (aside ? (tree.ranks - 1) * ASIDE.along + arcs * 2 : (tree.width - 1) * DOWN.across);
  const height =
    MARGIN * 2 +
    BOX.height +
    (aside ? (tree.width - 1) * ASIDE.across : (tree.ranks - 1) * DOWN.along + arcs);
  return (
    <div class="scroll" tabindex={0} role="group" aria-label="Who copied whom, drawn">
      <svg
        class="stemma"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label="Family tree of the documents"
      >
        <defs>
          <marker
            id={arrow}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto-start-reverse"
          >
            <path d="M0 0L8 4L0 8z" class="arrow-head" />
          </marker>
        </defs>
        {thinFirst(tree.edges).map((edge) => (
          <Edge edge={edge} at={at} aside={aside} arrow={arrow} />
        ))}
        {tree.nodes.map((node) => (
          <Node index={index} id={node.id} at={at.get(node.id)} />
        ))}
      </svg>
    </div>
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function corner({ rank, place }: StemmaNode, aside: boolean): Point {
  return aside
    ? { x: MARGIN + rank * ASIDE.along, y: MARGIN + place * ASIDE.across }
    : { x: MARGIN + place * DOWN.across, y: MARGIN + rank * DOWN.along };
}

/** Whether an edge needs room beside its generation: it joins two of one, and no neighbours in a drawing downwards. */
function bends(from: Point | undefined, to: Point | undefined, aside: boolean): boolean {
  if (!from || !to) return false;
  return aside ? from.x === to.x : from.y === to.y && Math.abs(from.x - to.x) !== DOWN.across;
}

function Node({ index, id, at }: { index: PageIndex; id: string; at: Point | undefined }) {
  if (!at) return null;
  const document = index.document(id);
  if (!document) {
    const name = index.entity(id)?.name ?? id;
    return (
      <g class="node agency" transform={`translate(${at.x} ${at.y})`}>
        <title>{name}</title>
        <rect width={BOX.width} height={BOX.height} rx={BOX.height / 2} />
        <text x={BOX.width / 2} y={30} text-anchor="middle">
          {clip(name, 21)}
        </text>
      </g>
    );
  }
  return (
    <a href={`#${anchorId(id)}`} class="node document-node">
      <title>{`${document.siglum} ${document.label}`}</title>
      <g transform={`translate(${at.x} ${at.y})`}>
        <rect width={BOX.width} height={BOX.height} rx={4} />
        <text class="node-siglum" x={20} y={31} text-anchor="middle">
          {document.siglum}
        </text>
        <text x={40} y={document.origin === null ? 30 : 22}>
          {clip(document.label, 17)}
        </text>
        {document.origin === null ? null : (
          <text class="node-origin" x={40} y={39}>
            origin {document.origin}
          </text>
        )}
      </g>
    </a>
  );
}

function Edge(props: { edge: LineageEdge; at: ReadonlyMap<string, Point>; aside: boolean; arrow: string }) {
  const { edge, at, aside, arrow } = props;
  const from = at.get(edge.from);
  const to = at.get(edge.to);
  if (!from || !to) return null;
  const { path, middle, reversed } = aside ? pathAside(from, to) : pathDown(from, to, [...at.values()]);
  const words = KIND_WORDS[edge.kind];
  const label = edge.passages.length > 0 ? `${words} · ${edge.passages.length}` : words;
  const half = label.length * 3.3 + 7;
  return (
    <a href={`#${edgeId(edge)}`} class={`edge ${edge.kind}`}>
      <title>{edge.reason ?? words}</title>
      <path
        d={path}
        {...(edge.directed ? { [reversed ? 'marker-start' : 'marker-end']: `url(#${arrow})` } : {})}
      />
      <rect x={middle.x - half} y={middle.y - 10} width={half * 2} height={20} rx={10} />
      <text x={middle.x} y={middle.y + 4} text-anchor="middle">
        {label}
      </text>
    </a>
  );
}

interface Drawn {
  readonly path: string;
  /** Where the label stands. */
  readonly middle: Point;
  /** Whether the path runs from the edge's end to its beginning. */
  readonly reversed?: boolean;
}

/** What merely cites is drawn first, so that it runs beneath the labels of shared text. */
function thinFirst(edges: readonly LineageEdge[]): LineageEdge[] {
  return [...edges].sort((a, b) => Number(b.kind === 'cites') - Number(a.kind === 'cites'));
}

/** How far an edge keeps from a box that it passes. */
const CLEARANCE = 16;

/** The points between the generations at which an edge from `start` to `end` passes the boxes between them. */
function waysPast(start: Point, end: Point, boxes: readonly Point[]): Point[] {
  const rows = [...new Set(boxes.map((box) => box.y))].filter((y) => y > start.y && y + BOX.height < end.y);
  return rows
    .sort((a, b) => a - b)
    .map((y) => {
      const straight = start.x + ((end.x - start.x) * (y + BOX.height / 2 - start.y)) / (end.y - start.y);
      const inWay = boxes.find(
        (box) => box.y === y && straight > box.x - CLEARANCE && straight < box.x + BOX.width + CLEARANCE,
      );
      if (!inWay) return { x: straight, y };
      const left = inWay.x - CLEARANCE;
      const right = inWay.x + BOX.width + CLEARANCE;
      return { x: straight - left < right - straight && left > 0 ? left : right, y };
    });
}

function pathDown(from: Point, to: Point, boxes: readonly Point[]): Drawn {
  const half = BOX.width / 2;
  if (from.y === to.y && Math.abs(from.x - to.x) === DOWN.across) {
    const left = Math.min(from.x, to.x) + BOX.width;
    const right = Math.max(from.x, to.x);
    const y = from.y + BOX.height / 2;
    const [start, end] = from.x < to.x ? [left, right - 1] : [right, left + 1];
    return { path: `M${start} ${y}H${end}`, middle: { x: (left + right) / 2, y } };
  }
  if (from.y === to.y) {
    // Those that are no neighbours in their generation are joined below it.
    const y = from.y + BOX.height;
    const depth = ARC - 4;
    const left = Math.min(from.x, to.x) + half;
    const right = Math.max(from.x, to.x) + half;
    return {
      path: `M${left} ${y}C${left} ${y + depth} ${right} ${y + depth} ${right} ${y}`,
      middle: { x: (left + right) / 2, y: y + depth * 0.75 },
    };
  }
  const [upper, lower] = from.y < to.y ? [from, to] : [to, from];
  const start = { x: upper.x + half, y: upper.y + BOX.height };
  const end = { x: lower.x + half, y: lower.y - 1 };
  // Down one curve to each generation that lies between, straight past its boxes, and down the next.
  let curve = '';
  const ways = [...waysPast(start, end, boxes), end];
  let last = start;
  for (const past of ways) {
    const bend = (past.y - last.y) / 2;
    curve += `C${last.x} ${last.y + bend} ${past.x} ${past.y - bend} ${past.x} ${past.y}`;
    if (past === end) break;
    last = { x: past.x, y: past.y + BOX.height };
    curve += `V${last.y}`;
  }
  const first = ways[0] ?? end;
  return {
    path: `M${start.x} ${start.y}${curve}`,
    reversed: from.y > to.y,
    // In the first gap, where no other generation's edges are, and low in it, where those of one parent have parted.
    middle: { x: start.x + (first.x - start.x) * 0.65, y: start.y + (first.y - start.y) * 0.6 },
  };
}

function pathAside(from: Point, to: Point): Drawn {
  const half = BOX.height / 2;
  if (from.x === to.x) {
    const x = from.x + BOX.width;
    const depth = ARC;
    const top = Math.min(from.y, to.y) + half;
    const bottom = Math.max(from.y, to.y) + half;
    return {
      path: `M${x} ${top}C${x + depth} ${top} ${x + depth} ${bottom} ${x} ${bottom}`,
      middle: { x: x + depth, y: (top + bottom) / 2 },
    };
  }
  const start = { x: from.x + (from.x < to.x ? BOX.width : 0), y: from.y + half };
  const end = { x: to.x + (from.x < to.x ? -1 : BOX.width + 1), y: to.y + half };
  const bend = (end.x - start.x) / 2;
  return {
    path: `M${start.x} ${start.y}C${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`,
    middle: { x: end.x - 58, y: end.y },
  };
}

function clip(text: string, length: number): string {
  const letters = [...text];
  return letters.length <= length ? text : `${letters.slice(0, length - 1).join('')}…`;
}
