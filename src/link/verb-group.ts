import { UPOS, type TokenTable } from '../model/language-layer.ts';

const [ADJ, ADP, ADV, AUX, DET, NOUN, NUM, PART, PRON, PROPN, SCONJ, VERB] = (
  ['ADJ', 'ADP', 'ADV', 'AUX', 'DET', 'NOUN', 'NUM', 'PART', 'PRON', 'PROPN', 'SCONJ', 'VERB'] as const
).map((tag) => UPOS.indexOf(tag));

const NEGATION = /^(?:not|n[’']t|never|cannot|nor)$/i;
/** Verbs that take another without "to". */
const CAUSING = /^(?:let|lets|help(?:s|ed|ing)?|make|makes|made|making|dare|go|come)$/i;
/** Participles that have become prepositions. */
const PREPOSITION =
  /^(?:including|according|following|regarding|concerning|based|given|owing|excluding|compared|pending)$/i;
/** Verbs that say of what stands before them what stands behind them. */
const COPULAS = new Set(['become', 'remain', 'seem', 'appear', 'look', 'stay', 'sound', 'feel', 'prove']);
const QUOTE = /^[“”"„«»‘]+$/;
const MODAL = /^(?:will|would|wo|’ll|'ll|shall|should|can|ca|could|may|might|must)$/i;

/** Auxiliaries, negation and verb that belong together: "has not been supplying", "to be used", "sending", "is". */
export interface VerbGroup {
  /** Places in the stretch that was read, half-open. */
  readonly first: number;
  readonly end: number;
  /** Place of the lexical verb, or of the copula. */
  readonly verb: number;
  readonly form: 'finite' | 'infinitive' | 'gerund' | 'participle';
  readonly passive: boolean;
  readonly copula: boolean;
  /** Folded modal verb, '' for none. */
  readonly modal: string;
  /** Place of "not" or "never", -1 for none. */
  readonly negator: number;
}

/** Finds the verb groups of a stretch of tokens by their tags, from left to right; participles before a noun are adjectives. */
export function findVerbGroups(tokens: TokenTable, stretch: readonly number[]): VerbGroup[] {
  const tagAt = (at: number): number => tokens.upos[stretch[at] ?? -1] ?? -1;
  const pennAt = (at: number): string => tokens.penn[stretch[at] ?? -1] ?? '';
  const wordAt = (at: number): string => tokens.word[stretch[at] ?? -1] ?? '';
  const lemmaAt = (at: number): string => (tokens.lemma[stretch[at] ?? -1] ?? '').toLowerCase();
  const groups: VerbGroup[] = [];
  for (let at = 0; at < stretch.length;) {
    let negator = NEGATION.test(wordAt(at)) ? at : -1;
    const marker = negator >= 0 ? at + 1 : at;
    const infinitive = tagAt(marker) === PART && /^to$/i.test(wordAt(marker));
    if (!infinitive && negator < 0 && tagAt(at) !== AUX && tagAt(at) !== VERB) {
      at++;
      continue;
    }
    const first = at;
    let verb = -1;
    let auxiliary = '';
    let perfect = false;
    let copula = false;
    let modal = '';
    let end = at;
    for (let i = infinitive ? marker + 1 : at; i < stretch.length; i++) {
      const tag = tagAt(i);
      const word = wordAt(i);
      if (tokens.sentence[stretch[i] ?? 0] !== tokens.sentence[stretch[first] ?? 0]) break;
      if (NEGATION.test(word)) negator = i;
      else if (tag === AUX) {
        if (MODAL.test(word)) modal = word.toLowerCase();
        if (/^(?:have|'ve|’ve)$/.test(lemmaAt(i))) perfect = true;
        auxiliary = lemmaAt(i);
        verb = i;
        copula = true;
        end = i + 1;
      } else if (tag === VERB && !(verb < 0 && !infinitive && isNoVerb(i, tagAt, pennAt, wordAt))) {
        verb = i;
        copula =
          lemmaAt(i) === 'be' ||
          (COPULAS.has(lemmaAt(i)) &&
            (tagAt(i + 1) === ADJ ||
              tagAt(i + 1) === ADV ||
              tagAt(i + 1) === DET ||
              /^["“]$/.test(wordAt(i + 1))));
        end = i + 1;
        break;
      } else if (
        tag !== ADV &&
        !(tag === PART && word !== 'to') &&
        !(tag === PRON && i === first + 1) &&
        !QUOTE.test(word)
      )
        break;
    }
    // An adverb or a noun stood in the way: nothing but "not" or "to".
    if (verb < 0) {
      at++;
      continue;
    }
    const penn = pennAt(verb);
    const bare = !copula && auxiliary === '';
    // "Not" after a copula stands outside the group: "is not a prisoner".
    const near = copula ? Math.min(stretch.length, end + 2) : end;
    for (let i = end; i < near; i++) {
      if (NEGATION.test(wordAt(i))) negator = i;
      else if (tagAt(i) !== ADV) break;
    }
    groups.push({
      first,
      end,
      verb,
      copula,
      modal,
      negator,
      passive: !copula && penn === 'VBN' && (auxiliary === 'be' || auxiliary === 'get' || (bare && !perfect)),
      form: infinitive
        ? 'infinitive'
        : bare && penn === 'VBG'
          ? 'gerund'
          : bare && penn === 'VBN'
            ? 'participle'
            : copula && penn === 'VBG'
              ? 'gerund'
              : 'finite',
    });
    at = Math.max(end, at + 1);
  }
  return groups;
}

/** "The alleged export", "armed drones", "over claims that": a form of a verb that stands for an adjective or a noun. */
function isNoVerb(
  at: number,
  tagAt: (at: number) => number,
  pennAt: (at: number) => string,
  wordAt: (at: number) => string,
): boolean {
  if (PREPOSITION.test(wordAt(at))) return true;
  const penn = pennAt(at);
  const before = at === 0 ? -1 : tagAt(at - 1);
  if (penn === 'VB' || penn === 'VBP' || penn === 'VBZ') {
    // "used tear gas": a noun that looks like a verb, between a verb and the noun that it belongs to
    const compound =
      penn !== 'VBZ' && before === VERB && tagAt(at + 1) === NOUN && !CAUSING.test(wordAt(at - 1));
    return (
      before === ADP ||
      compound ||
      (/^but$/i.test(wordAt(at - 1)) && /^(?:nothing|anything|none)$/i.test(wordAt(at - 2)))
    );
  }
  if (penn !== 'VBN' && penn !== 'VBG' && penn !== 'VBD') return false;
  const next = tagAt(at + 1);
  const named = next === NOUN || next === PROPN || next === ADJ;
  if (!named && !(next === VERB && pennAt(at + 1) === 'VBG')) return false;
  if (pennAt(at - 1) === 'PRP$' || pennAt(at - 1) === 'POS' || wordAt(at - 1) === '-') return true;
  if (before === DET || before === ADJ || before === NUM) return true;
  if (before === SCONJ && penn === 'VBN') return true;
  return penn !== 'VBG' && (before === ADP || before === -1 || before === VERB);
}
