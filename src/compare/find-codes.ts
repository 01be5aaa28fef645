import type { TermIndex } from '../learn/term.ts';
import { UPOS } from '../model/language-layer.ts';
import type { Span } from '../model/span.ts';

const NOUN = UPOS.indexOf('NOUN');

/** What something is called by figures: "batch K2407", "flight 612", "batches K2407 to K2411". */
export interface Code {
  readonly documentIndex: number;
  readonly sentence: number;
  /** Lemma of the noun before it: what it is a code of. */
  readonly noun: string;
  /** One code, or the two ends of a range, in capitals. */
  readonly ends: readonly string[];
  readonly span: Span;
}

/** Letters and figures in one word, no ordinal and no measure: "K2407", "A-320", "BX/17". */
const MIXED = /^(?=.{0,15}\d)\p{Lu}{1,4}[-/.]?\d{1,8}(?:[-/]?\p{Lu}{1,2})?$/u;
const FIGURES = /^\d{1,6}$/;
/** Things that are told apart by a number: what stands behind them counts nothing. */
const NUMBERED =
  /^(?:flight|train|bus|line|route|batch|lot|series|platform|gate|room|block|unit|resolution|decree|regulation|directive|section|paragraph|article|case|file|number|registration|squadron|brigade|regiment|battalion)$/;
const TO = /^(?:to|through|till|until|[-–—])$/;
/** Codes of a page that are looked at: a list of parts has thousands. */
const MOST_CODES = 200;

/** The codes of a document with what they are codes of. */
export function findCodes({ annotated }: TermIndex, documentIndex: number): Code[] {
  const { tokens, sentences } = annotated.language;
  const codes: Code[] = [];
  for (let t = 1; t < tokens.count && codes.length < MOST_CODES; t++) {
    const word = tokens.word[t] ?? '';
    if (!/\d/.test(word)) continue;
    const sentence = tokens.sentence[t] as number;
    const noun = (tokens.lemma[t - 1] ?? '').toLowerCase();
    const isNoun = tokens.upos[t - 1] === NOUN || NUMBERED.test(noun);
    if (!isNoun || tokens.sentence[t - 1] !== sentence || sentences[sentence]?.kind !== 'sentence') continue;
    if (!MIXED.test(word) && !(FIGURES.test(word) && NUMBERED.test(noun))) continue;
    const other = tokens.word[t + 2] ?? '';
    const isRange = TO.test(tokens.word[t + 1] ?? '') && shapeOf(other) === shapeOf(word);
    const last = isRange ? t + 2 : t;
    codes.push({
      documentIndex,
      sentence,
      noun,
      ends: isRange ? [word, other] : [word],
      span: [tokens.start[t] as number, tokens.end[last] as number],
    });
    t = last;
  }
  return codes;
}

/** Codes of one shape are written alike: a letter for a letter, a figure for a figure. */
export function shapeOf(code: string): string {
  return code.replace(/\p{L}/gu, 'A').replace(/\d/g, '0');
}
