import type { Span } from '../../src/model/span.ts';
import { heaviestMatching } from './match.ts';
import { emptyTally, type Tally } from './precision-recall.ts';

/*
 * Scores found attributions against PolNeAR's, by the definitions of the neutral scorer (CofeNet, COLING 2022, for the
 * pieces; PARC 3.0, LREC 2016, for the roles):
 *
 *   content50  contents share half of their word tokens (Jaccard), one to one
 *   attr50     … and the sources share a word, or both are absent: the headline figure
 *   attr80     the same with Jaccard ≥ .8
 *   all3       all roles have the same word tokens
 *   pieceExact each contiguous stretch of a role is a unit of its own, links ignored; the same word tokens
 *
 * Attributions with a parent are left out, as PolNeAR marks outer ones only.
 */

export interface ScoredAttribution {
  readonly parent?: string;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly confidence?: number;
}

export const ROLES = ['source', 'cue', 'content'] as const;
export const KINDS = ['direct', 'mixed', 'indirect'] as const;
type Role = (typeof ROLES)[number];
type Kind = (typeof KINDS)[number];

interface RoleTokens {
  /** Spans trimmed of white space and joined where nothing else parts them. */
  readonly pieces: readonly Span[];
  readonly tokens: ReadonlySet<number>;
  /** The pieces as one string, for roles without a word (":" as a cue). */
  readonly key: string;
}

interface Prepared {
  readonly roles: Readonly<Record<Role, RoleTokens>>;
  readonly kind: Kind;
}

export interface DocumentScore {
  readonly tallies: Readonly<Record<string, Tally>>;
  /** For each attribution that was scored whether attr50 matched it, with its confidence: what calibration is measured on. */
  readonly judged: readonly { readonly confidence: number | undefined; readonly right: boolean }[];
}

/** Runs of letters and digits with inner ' ’ - . , & : punctuation is no token. */
export function wordTokens(text: string): Span[] {
  const out: Span[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}]+(?:[.,'’&-][\p{L}\p{N}]+)*/gu))
    out.push([match.index, match.index + match[0].length]);
  return out;
}

/** Stretches in quotation marks, found in the text alone so that every system is measured alike. */
export function quotedRegions(text: string): Span[] {
  const regions: Span[] = [];
  let from = 0;
  while (from <= text.length) {
    let to = text.indexOf('\n', from);
    if (to < 0) to = text.length;
    let open = -1;
    for (let at = from; at < to; at++) {
      const unit = text[at]!;
      const next = at + 1 < to ? text[at + 1] : ' ';
      let opens = unit === '“' || unit === '„' || unit === '«';
      let closes = unit === '”' || unit === '»';
      if (unit === '"') {
        opens = open < 0;
        closes = open >= 0;
      } else if (unit === '`' && next === '`') opens = true;
      else if (unit === "'" && next === "'" && open >= 0) closes = true;
      if (opens && open < 0) open = at;
      else if (closes && open >= 0) {
        regions.push([open, at + 1]);
        open = -1;
      }
    }
    if (open >= 0) regions.push([open, to]);
    from = to + 1;
  }
  const doubled = regions.length;
  const single = /(?<=^|[\s([—–:,])‘(?=\p{L})([^\n‘“”"]{2,400}?)(?<!\s)’(?![\p{L}\p{N}])/gmu;
  let region = 0;
  for (const match of text.matchAll(single)) {
    while (region < doubled && regions[region]![1] <= match.index) region++;
    if (region < doubled && regions[region]![0] <= match.index) continue;
    regions.push([match.index, match.index + match[0].length]);
  }
  return regions.sort((a, b) => a[0] - b[0]);
}

export function scoreAttributions(
  text: string,
  gold: readonly ScoredAttribution[],
  predicted: readonly ScoredAttribution[],
  discard: readonly Span[] = [],
): DocumentScore {
  const words = wordTokens(text);
  const quoted = tokensTouching(words, quotedRegions(text));
  const left = tokensTouching(words, discard);
  const prepare = (attribution: ScoredAttribution): Prepared => prepared(text, words, quoted, attribution);
  const g = gold.map(prepare);
  const outer = predicted
    .filter(({ parent }) => parent === undefined)
    .map((attribution) => ({ attribution, ...prepare(attribution) }))
    .filter(
      ({ roles }) => left.size === 0 || shared(roles.content.tokens, left) * 2 <= roles.content.tokens.size,
    );
  const tallies: Record<string, Tally> = {};
  const add = (name: string, tally: Tally): void => addTally((tallies[name] ??= emptyTally()), tally);

  for (const role of ROLES) {
    const goldPieces = piecesOf(words, g, role);
    const ownPieces = piecesOf(words, outer, role);
    const same = [...ownPieces].filter((piece) => goldPieces.has(piece)).length;
    add(`${role}.pieceExact`, { right: same, predicted: ownPieces.size, found: same, gold: goldPieces.size });
  }

  const closeness = outer.map((p) => g.map((q) => contentCloseness(p, q)));
  const sourceShared = (p: Prepared, q: Prepared): boolean => sharesRole(p, q, 'source');
  const levels: Record<string, (p: Prepared, q: Prepared, content: number) => boolean> = {
    content50: (_p, _q, content) => content >= 0.5,
    attr50: (p, q, content) => content >= 0.5 && sourceShared(p, q),
    attr80: (p, q, content) => content >= 0.8 && sourceShared(p, q),
    all3: (p, q) => ROLES.every((role) => sameRole(p.roles[role], q.roles[role])),
  };
  const right = new Set<number>();
  for (const [name, holds] of Object.entries(levels)) {
    const weights = outer.map((p, i) =>
      g.map((q, k) => (holds(p, q, closeness[i]![k]!) ? 1 + closeness[i]![k]! + tieBreak(p, q) : 0)),
    );
    const pairs = heaviestMatching(weights);
    if (name === 'attr50') for (const [i] of pairs) right.add(i);
    add(name, { right: pairs.length, predicted: outer.length, found: pairs.length, gold: g.length });
    for (const kind of KINDS)
      add(`${name}.${kind}`, {
        right: pairs.filter(([i]) => outer[i]!.kind === kind).length,
        predicted: outer.filter((p) => p.kind === kind).length,
        found: pairs.filter(([, k]) => g[k]!.kind === kind).length,
        gold: g.filter((q) => q.kind === kind).length,
      });
  }
  return {
    tallies,
    judged: outer.map(({ attribution }, i) => ({ confidence: attribution.confidence, right: right.has(i) })),
  };
}

export function addTally(into: Tally, tally: Tally): void {
  into.right += tally.right;
  into.predicted += tally.predicted;
  into.found += tally.found;
  into.gold += tally.gold;
}

function prepared(
  text: string,
  words: readonly Span[],
  quoted: ReadonlySet<number>,
  attribution: ScoredAttribution,
): Prepared {
  const role = (name: Role): RoleTokens => {
    const pieces = cleaned(text, attribution[name]);
    return { pieces, tokens: tokensTouching(words, pieces), key: JSON.stringify(pieces) };
  };
  const roles = { source: role('source'), cue: role('cue'), content: role('content') };
  const inside = shared(roles.content.tokens, quoted);
  const all = roles.content.tokens.size;
  return { roles, kind: inside === 0 ? 'indirect' : inside >= 0.9 * all ? 'direct' : 'mixed' };
}

function cleaned(text: string, spans: readonly Span[]): Span[] {
  const out: [number, number][] = [];
  const trimmed = spans
    .map(([start, end]): [number, number] => {
      let from = start;
      let to = end;
      while (from < to && /\s/.test(text[from]!)) from++;
      while (to > from && /\s/.test(text[to - 1]!)) to--;
      return [from, to];
    })
    .filter(([from, to]) => to > from)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  for (const span of trimmed) {
    const last = out.at(-1);
    if (last && (span[0] <= last[1] || /^\s*$/.test(text.slice(last[1], span[0]))))
      last[1] = Math.max(last[1], span[1]);
    else out.push(span);
  }
  return out;
}

function tokensTouching(words: readonly Span[], spans: readonly Span[]): Set<number> {
  const found = new Set<number>();
  for (const [start, end] of spans) {
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[middle]![1] <= start) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < words.length && words[i]![0] < end; i++) found.add(i);
  }
  return found;
}

function shared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let n = 0;
  for (const token of a) if (b.has(token)) n++;
  return n;
}

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  if (a.size === 0 && b.size === 0) return 1;
  const n = shared(a, b);
  return n / (a.size + b.size - n);
}

/** Contents without a word are one when their cues are. */
function contentCloseness(p: Prepared, q: Prepared): number {
  if (p.roles.content.tokens.size === 0 && q.roles.content.tokens.size === 0)
    return p.roles.cue.pieces.length > 0 && q.roles.cue.pieces.length > 0 && sharesRole(p, q, 'cue') ? 1 : 0;
  return jaccard(p.roles.content.tokens, q.roles.content.tokens);
}

function sharesRole(p: Prepared, q: Prepared, role: Role): boolean {
  const own = p.roles[role];
  const gold = q.roles[role];
  if (gold.pieces.length === 0) return own.pieces.length === 0;
  return gold.tokens.size > 0 ? shared(own.tokens, gold.tokens) > 0 : own.key === gold.key;
}

function sameRole(own: RoleTokens, gold: RoleTokens): boolean {
  if (own.tokens.size === 0 && gold.tokens.size === 0) return own.key === gold.key;
  return own.tokens.size === gold.tokens.size && shared(own.tokens, gold.tokens) === own.tokens.size;
}

function tieBreak(p: Prepared, q: Prepared): number {
  const cue = jaccard(p.roles.cue.tokens, q.roles.cue.tokens);
  const source = jaccard(p.roles.source.tokens, q.roles.source.tokens);
  return 1e-3 * cue + 1e-3 * source + 1e-6;
}

function piecesOf(words: readonly Span[], attributions: readonly Prepared[], role: Role): Set<string> {
  const pieces = new Set<string>();
  for (const { roles } of attributions)
    for (const piece of roles[role].pieces) {
      const tokens = [...tokensTouching(words, [piece])];
      pieces.add(tokens.length > 0 ? `${tokens[0]}-${tokens.at(-1)}` : `at ${piece.join('-')}`);
    }
  return pieces;
}
