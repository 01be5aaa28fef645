import type { Upos } from '../model/language-layer.ts';
import type { Range, TokenStretch } from './token-stretch.ts';

/** What stands between one verb and the next. */
export interface Gap {
  /** Where the clause itself begins. */
  readonly start: number;
  /** Place of the word that opens it, -1 for none. */
  readonly opener: number;
  readonly comma: boolean;
  readonly conjunction: boolean;
}

/** "The firm *of* having sold it": what stands between a subject and its verb. */
const LINKING: ReadonlySet<Upos | undefined> = new Set(['ADP', 'SCONJ', 'PUNCT']);

/** Looks back from a verb to where its clause begins. */
export function readGap(stretch: TokenStretch, floor: number, first: number): Gap {
  let comma = false;
  let conjunction = false;
  const fromVerb = floor > 0 && stretch.sentence(floor - 1) === stretch.sentence(first);
  for (let at = first - 1; at >= floor; at--) {
    const tag = stretch.tag(at);
    const word = stretch.word(at);
    const opens =
      (tag === 'SCONJ' && !/^(?:of|for|by|with|to|in|on|from)$/i.test(word)) ||
      (tag === 'ADP' &&
        /^(?:after|before|since|as|until|because|than)$/i.test(word) &&
        stretch.hasName(at + 1, first)) ||
      (tag === 'PRON' && /^(?:who|which|whose|whom|what)(?:ever)?$/i.test(word)) ||
      (/^(?:that|when|where|how|why|whether|if|unless|because|while|although)$/i.test(word) &&
        at < first &&
        !/^DT$/.test(stretch.penn(at)));
    if (opens) {
      // "that", "which" as the subject itself stand within the clause
      const itself = tag === 'PRON' && /^(?:that|(?:who|which)(?:ever)?)$/i.test(word);
      return { start: itself ? at : at + 1, opener: at, comma, conjunction };
    }
    if (tag === 'PUNCT' && /^[,;:–—()]|--$/.test(word)) {
      // a comma parts clauses only where a name stands behind it, or a verb before it
      if (!/^,$/.test(word)) return { start: at + 1, opener: -1, comma: true, conjunction };
      if (fromVerb) {
        comma = true;
        const conj = stretch.tag(at + 1) === 'CCONJ';
        if (conj || stretch.hasName(at + 1, first))
          return { start: conj ? at + 2 : at + 1, opener: -1, comma, conjunction: conjunction || conj };
      }
    }
    if (
      tag === 'CCONJ' &&
      // "if both governments asked"
      !/^(?:both|either|neither)$/i.test(word) &&
      fromVerb &&
      !/^(?:nothing|none|anything)$/i.test(stretch.word(at - 1)) &&
      (stretch.hasName(at + 1, first) || stretch.onlyAdverbs(at + 1, first) || !stretch.hasName(floor, at))
    ) {
      return { start: at + 1, opener: -1, comma, conjunction: true };
    }
  }
  return { start: floor, opener: -1, comma, conjunction };
}

/** Whether nothing in it parts clauses. */
export function isPlain(gap: Gap): boolean {
  return gap.opener < 0 && !gap.comma && !gap.conjunction;
}

/** The first noun phrase that stands behind no preposition. */
export function subjectIn(stretch: TokenStretch, from: number, to: number): Range | null {
  let start = -1;
  for (let at = from; at < to; at++) {
    if (stretch.tag(at) === 'ADP' && start < 0) {
      // "In the war in Ukraine we are": skip to the next pronoun or past the comma
      let skip = at + 1;
      while (skip < to && stretch.tag(skip) !== 'PUNCT' && !(skip > at + 1 && opensPhrase(stretch, skip)))
        skip++;
      at = stretch.tag(skip) === 'PUNCT' ? skip : skip - 1;
      continue;
    }
    if (start < 0 && (stretch.isName(at) || stretch.tag(at) === 'ADJ')) start = at;
  }
  let end = to;
  while (end > start + 1 && LINKING.has(stretch.tag(end - 1))) end--;
  return start < 0 ? null : [start, end];
}

/** "In the war [we] are", "on the evening of 3 May [a] ship sank": another noun phrase begins. */
function opensPhrase(stretch: TokenStretch, at: number): boolean {
  if (stretch.tag(at) === 'PRON') return true;
  const before = stretch.tag(at - 1);
  return stretch.tag(at) === 'DET' && before !== 'ADP' && before !== 'ADV' && before !== 'DET';
}

/** A range without what opens the next clause or joins it to the last. */
export function withoutLinks(stretch: TokenStretch, [first, end]: Range): Range {
  const isLink = (at: number): boolean => {
    const tag = stretch.tag(at);
    return tag === 'CCONJ' || tag === 'SCONJ' || (tag === 'PUNCT' && /^[,;:–—-]$/.test(stretch.word(at)));
  };
  let [from, to] = [first, end];
  while (to > from + 1 && isLink(to - 1)) to--;
  while (from < to - 1 && isLink(from)) from++;
  return [from, to];
}
