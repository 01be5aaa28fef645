import type { Span } from '../model/span.ts';
import { isReleaseLabel } from './classify-line.ts';
import type { FoundOmission } from './find-omissions.ts';
import { isOutlet } from './outlet-name.ts';
import type { Line } from './split-lines.ts';

const HEADLINE_END = /^.{15,}?\s(?:\||[–—-]|::)\s+([^|–—]{2,45})$/u;
const MESSAGE =
  /^(?:[Aa]n? )?(?:\w+ )?(?:[Mm]essage|[Nn]ote|[Ww]ord|[Ll]etter|[Aa]ppeal) from (?:the editors? of )?((?:[Tt]he )?\p{Lu}[\p{L}\d'’&. -]{1,45}?)\s*[:.!]?$/u;
const COPYRIGHT =
  /^(?:©|\(c\)|copyright(?: ©| \(c\))?)\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?:by )?(\p{Lu}[\p{L}\d'’&. -]{2,45}?)(?:\s*\d{4})?[.,]?(?:\s*all rights reserved\.?)?$/iu;

/** “Press release of the Harbour Union, 4 June”, and a ministry's own name over its statement. */
const RELEASE =
  /^(?:press|media|news) (?:release|statement)s? (?:of|by|from|issued by) (?:the )?(\p{Lu}[\p{L}\d'’&. -]{2,80}?)(?:,\s.{1,40}|\s*[-–|:].{0,40})?$/iu;
const STATEMENT = /\b(?:statement|communiqu[ée]|declaration|press release|remarks by|briefing by)\b/i;
const OFFICE =
  /^(?:the )?((?:federal |royal |state |general )?(?:ministry|embassy|consulate|department|government|office|permanent mission|press (?:service|office)|presidency|secretariat|directorate|general staff|armed forces)(?: of| to| for)? [\p{L}\d'’&,. -]{3,100}[\p{L}\d])$/iu;
/** A letterhead: a name of several words and nothing else, the label of a release below it. */
const NAME_ALONE =
  /^(?=.{4,60}$)\p{Lu}[\p{L}\d'’&.-]*(?: (?:of|for|and|the|on|in|&|\p{Lu}[\p{L}\d'’&.-]*)){1,7}$/u;

/** A paper's own name on the line below its headline: nouns that name nothing but papers. */
const PAPER =
  /\b(?:times|post|herald|tribune|gazette|chronicle|guardian|observer|telegraph|courier|examiner|sentinel|dispatch|inquirer|echo|argus|lantern|ledger|monitor)$/i;

/** How far down such a line stands. */
const FIRST_LINES = 4;

/**
 * Who put the text out, where it says so: behind the headline (“… – The Oster Post”), over an appeal (“A message from …”), in a copyright line.
 *
 * @returns where the name stands; `null` when nothing says it. A credit (“Source: …”) names where copy came from and is not looked at.
 */
export function findPublisher(
  text: string,
  lines: readonly Line[],
  title: Span | null,
  omissions: readonly FoundOmission[],
): Span | null {
  const first = title ?? (lines[0] === undefined ? null : ([lines[0].start, lines[0].end] as const));
  if (first !== null) {
    const name = nameIn(HEADLINE_END, text.slice(first[0], Math.min(first[1], first[0] + 300)));
    if (name !== null && isOutlet(name)) return spanOf(text, first, name);
  }
  const head = lines.slice(0, FIRST_LINES);
  const isStatement = head.some(({ text: line, length }) => length < 160 && STATEMENT.test(line));
  for (const line of head) {
    const name = nameIn(RELEASE, line.text) ?? (isStatement ? nameIn(OFFICE, line.text) : null);
    if (name !== null) return spanOf(text, [line.start, line.end], name);
  }
  const below = lines.find(({ start }) => first !== null && start >= first[1]);
  if (title !== null && below !== undefined && PAPER.test(below.text) && NAME_ALONE.test(below.text))
    return [below.start, below.end];
  const letterhead = lines[0];
  const label = lines[1]?.text;
  if (
    letterhead !== undefined &&
    label !== undefined &&
    isReleaseLabel(label) &&
    NAME_ALONE.test(letterhead.text)
  )
    return [letterhead.start, letterhead.end];
  for (const { span, why } of omissions) {
    if (why !== 'appeal' && why !== 'copyright') continue;
    for (const line of lines) {
      if (line.start < span[0] || line.end > span[1]) continue;
      const name = nameIn(why === 'appeal' ? MESSAGE : COPYRIGHT, line.text);
      if (name !== null && !/^(?:our|us|the editors?|all rights)\b/i.test(name))
        return spanOf(text, [line.start, line.end], name);
    }
  }
  return null;
}

function nameIn(pattern: RegExp, line: string): string | null {
  return pattern.exec(line)?.[1]?.trim() ?? null;
}

function spanOf(text: string, within: Span, name: string): Span {
  const start = text.lastIndexOf(name, within[1]);
  return [start, start + name.length];
}
