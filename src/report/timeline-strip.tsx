import type { Moment } from '../model/moment.ts';
import { anchorId } from './anchors.ts';
import { dayWords, timexWords, type TimeRange } from './timex-range.ts';

interface Dated {
  readonly moment: Moment;
  readonly range: TimeRange;
}

const DAY = 86_400_000;
const WIDTH = 960;
const LEFT = 92;
const RIGHT = 14;
const TOP = 10;
const TRACK = 40;
const AXIS = 30;

const TRACKS: readonly (readonly [kind: Moment['kind'], title: string])[] = [
  ['event', 'happened'],
  ['utterance', 'said'],
  ['publication', 'published'],
];

/** A few distant moments must not press the rest into one point: they stay in the list and are counted at the edge. */
const FAR = 4;

/**
 * The dated moments on one line of time: a dot for a day or less, a bar for a week, a month or longer, in three tracks.
 * Dots that would lie on one another become one, larger, with their number.
 */
export function TimelineStrip({ dated }: { dated: readonly Dated[] }) {
  if (dated.length < 2) return null;
  const [from, to] = windowOf(dated);
  const x = (at: number): number =>
    Math.round((LEFT + ((at - from) / (to - from)) * (WIDTH - LEFT - RIGHT)) * 10) / 10;
  const inside = dated.filter(({ range }) => range.from < to && range.to > from);
  const earlier = dated.filter(({ range }) => range.to <= from).length;
  const later = dated.filter(({ range }) => range.from >= to).length;
  const height = TOP + TRACKS.length * TRACK + AXIS;
  return (
    <div class="scroll" tabindex={0} role="group" aria-label="The dated moments on a line of time">
      <svg class="strip" viewBox={`0 0 ${WIDTH} ${height}`} role="group" aria-label="Timeline">
        {ticksOf(from, to).map(({ at, label }) => (
          <g class="tick">
            <line x1={x(at)} x2={x(at)} y1={TOP} y2={height - AXIS + 6} />
            <text x={x(at) + 3} y={height - AXIS + 20}>
              {label}
            </text>
          </g>
        ))}
        {TRACKS.map(([kind, title], track) => {
          const middle = TOP + track * TRACK + TRACK / 2;
          return (
            <g class={`track ${kind}`}>
              <text class="track-title" x={0} y={middle + 4}>
                {title}
              </text>
              <line class="rail" x1={LEFT} x2={WIDTH - RIGHT} y1={middle} y2={middle} />
              {marksOf(
                inside.filter(({ moment }) => moment.kind === kind),
                x,
                from,
                to,
              ).map((mark) => (
                <a href={`#${mark.id}`}>
                  <title>{mark.title}</title>
                  {mark.bar ? (
                    <rect
                      x={mark.x}
                      y={middle - 6}
                      width={Math.max(8, mark.width)}
                      height={12}
                      rx={3}
                      class="bar"
                    />
                  ) : (
                    <circle cx={mark.x} cy={middle} r={mark.count > 1 ? 10 : 7} class="dot" />
                  )}
                  {mark.count > 1 ? (
                    <text
                      class="dot-count"
                      x={mark.bar ? mark.x + Math.max(8, mark.width) / 2 : mark.x}
                      y={middle + 4}
                      text-anchor="middle"
                    >
                      {mark.count}
                    </text>
                  ) : null}
                </a>
              ))}
            </g>
          );
        })}
        {earlier > 0 ? (
          <text class="edge" x={LEFT} y={height - 1}>
            ← {earlier} earlier
          </text>
        ) : null}
        {later > 0 ? (
          <text class="edge" x={WIDTH - RIGHT} y={height - 1} text-anchor="end">
            {later} later →
          </text>
        ) : null}
      </svg>
    </div>
  );
}

interface StripMark {
  readonly id: string;
  readonly x: number;
  readonly width: number;
  readonly bar: boolean;
  readonly title: string;
  readonly count: number;
}

/** Dots nearer than this, in units of the drawing, become one; so do bars of one stretch. */
const TOGETHER = 18;

function marksOf(
  dated: readonly Dated[],
  x: (at: number) => number,
  from: number,
  to: number,
): readonly StripMark[] {
  const marks: { -readonly [K in keyof StripMark]: StripMark[K] }[] = [];
  const bars = new Map<string, { -readonly [K in keyof StripMark]: StripMark[K] }>();
  for (const { moment, range } of dated) {
    const bar = range.to - range.from > 2 * DAY;
    const start = x(Math.max(from, range.from));
    const end = x(Math.min(to, range.to));
    const middle = bar ? start : Math.round(((start + end) / 2) * 10) / 10;
    const near = bar ? bars.get(`${start} ${end}`) : marks.findLast((mark) => !mark.bar);
    if (near && (bar || middle - near.x < TOGETHER)) {
      near.count++;
      near.title = near.title.replace(/^.*?: |( \(and \d+ more\))$/g, (part) =>
        part.startsWith(' (') ? '' : part,
      );
      near.title += ` (and ${near.count - 1} more)`;
      continue;
    }
    const mark = {
      id: anchorId(moment.id),
      x: middle,
      width: Math.round((end - start) * 10) / 10,
      bar,
      title: `${timexWords(moment.when.value) ?? ''}: ${moment.text.slice(0, 120)}`,
      count: 1,
    };
    marks.push(mark);
    if (bar) bars.set(`${start} ${end}`, mark);
  }
  return marks;
}

/** First and last instant shown, with some air; far-off moments do not stretch it. */
function windowOf(dated: readonly Dated[]): [number, number] {
  const starts = dated.map(({ range }) => range.from).sort((a, b) => a - b);
  const at = (share: number): number => starts[Math.round((starts.length - 1) * share)] ?? 0;
  const core = Math.max(DAY, at(0.9) - at(0.1));
  let from = Math.max(at(0), at(0.1) - FAR * core);
  let to = at(0.9) + FAR * core;
  from = starts.find((start) => start >= from) ?? from;
  to = Math.min(
    to,
    dated.reduce((latest, { range }) => (range.from <= to ? Math.max(latest, range.to) : latest), from + DAY),
  );
  const air = (to - from) * 0.02;
  return [from - air, to + air];
}

/** Days, months or years, whichever give between two and a dozen marks. */
function ticksOf(from: number, to: number): { at: number; label: string }[] {
  const days = (to - from) / DAY;
  const ticks: { at: number; label: string }[] = [];
  if (days <= 90) {
    const step = days <= 9 ? 1 : days <= 20 ? 2 : days <= 70 ? 7 : 14;
    for (let at = Math.ceil(from / DAY) * DAY; at < to - (to - from) * 0.06; at += step * DAY) {
      ticks.push({
        at,
        label: dayWords(at)
          .replace(/ \d+$/, '')
          .replace(/([A-Z][a-z]{2})[a-z]*/, '$1'),
      });
    }
    return ticks;
  }
  const months = days / 30;
  const step = months <= 10 ? 1 : months <= 30 ? 3 : 12 * Math.ceil(months / 120);
  const start = new Date(from);
  for (let month = start.getUTCFullYear() * 12 + start.getUTCMonth() + 1; ; month++) {
    const at = Date.UTC(Math.floor(month / 12), month % 12, 1);
    if (at >= to - (to - from) * 0.06) return ticks;
    if (month % step !== 0) continue;
    const words = dayWords(at);
    ticks.push({
      at,
      label: step % 12 === 0 ? words.slice(-4) : words.replace(/^1 ([A-Z][a-z]{2})[a-z]*/, '$1'),
    });
  }
}
