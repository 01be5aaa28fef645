import { readFileSync } from 'node:fs';
import { annotateLanguage } from '../../src/language/annotate-language.ts';
import type { Quantity } from '../../src/model/quantity.ts';
import { overlaps, type Span } from '../../src/model/span.ts';
import { findQuantities } from '../../src/quantity/find-quantities.ts';
import { findTimes } from '../../src/time/find-times.ts';
import type { EvalTask } from '../task.ts';
import { readGold, type GoldQuantity, type GoldSentence } from '../quantity/read-gold.ts';
import { bareDocument } from '../../test/plain-document.ts';

const GOLD = new URL('../corpora/quantities/sentences.txt', import.meta.url);

/** How far a fraction may be from its gold: "two-thirds" is written 0.667 there. */
const FRACTION_TOLERANCE = 0.001;

type Found = Pick<Quantity, 'span' | 'value' | 'low' | 'high' | 'approximator' | 'unit' | 'counted'>;

export const task: EvalTask = {
  name: 'quantity',
  title: 'Quantities in our own annotated sentences: value, unit, approximator, what is counted',
  needs: [],
  run() {
    const sentences = readGold(readFileSync(GOLD, 'utf8'));
    const ours = score(sentences, analyse);
    const baseline = score(sentences, everyNumber);
    return {
      figures: ours.figures,
      baseline: { name: 'every run of figures, with a unit word behind it', figures: baseline.figures },
      counts: {
        sentences: sentences.length,
        quantities: ours.gold,
        found: ours.found,
        sentencesWithout: sentences.filter((sentence) => sentence.quantities.length === 0).length,
      },
    };
  },
};

function analyse(text: string): Found[] {
  const document = bareDocument(text);
  const layer = annotateLanguage(document);
  return findQuantities(layer, findTimes(document, layer));
}

/** What a few lines do: figures with separators, "million", a sign before and a word behind. */
function everyNumber(text: string): Found[] {
  const found: Found[] = [];
  const units: Readonly<Record<string, string>> = { percent: 'percent', '%': 'percent', people: 'person' };
  for (const match of text.matchAll(
    /(\$?)(\d[\d,]*(?:\.\d+)?)(?: (million|billion))?( ?%| percent| people)?/g,
  )) {
    const scale = match[3] === 'million' ? 1e6 : match[3] === 'billion' ? 1e9 : 1;
    const value = Number((match[2] ?? '').replaceAll(',', '')) * scale;
    const span: Span = [match.index, match.index + match[0].length];
    const unit = match[1] === '$' ? 'USD' : (units[(match[4] ?? '').trim()] ?? null);
    found.push({ span, value, low: value, high: value, approximator: 'exact', unit, counted: null });
  }
  return found;
}

function score(sentences: readonly GoldSentence[], find: (text: string) => Found[]) {
  let gold = 0;
  let found = 0;
  let strict = 0;
  let relaxed = 0;
  let value = 0;
  let unit = 0;
  let approximator = 0;
  let counted = 0;
  let countedGold = 0;
  let countedFound = 0;
  for (const sentence of sentences) {
    const answers = find(sentence.text);
    gold += sentence.quantities.length;
    found += answers.length;
    countedFound += answers.filter((answer) => answer.counted !== null).length;
    const used = new Set<Found>();
    for (const wanted of sentence.quantities) {
      if (wanted.counted) countedGold++;
      const answer =
        answers.find((a) => !used.has(a) && a.span[0] === wanted.span[0] && a.span[1] === wanted.span[1]) ??
        answers.find((a) => !used.has(a) && overlaps(a.span, wanted.span));
      if (!answer) continue;
      used.add(answer);
      relaxed++;
      if (answer.span[0] === wanted.span[0] && answer.span[1] === wanted.span[1]) strict++;
      if (sameValue(answer, wanted)) {
        value++;
        if (answer.unit === wanted.unit) unit++;
        if (answer.approximator === wanted.approximator) approximator++;
      }
      if (wanted.counted && answer.counted && answer.counted[1] === wanted.counted[1]) counted++;
    }
  }
  const f1 = (right: number, of = gold, among = found): number =>
    of + among === 0 ? 0 : (2 * right) / (of + among);
  return {
    gold,
    found,
    figures: {
      strictF1: f1(strict),
      relaxedF1: f1(relaxed),
      valueF1: f1(value),
      valueAndUnitF1: f1(unit),
      valueAndApproximatorF1: f1(approximator),
      /** The last word of what is counted is the same. */
      countedF1: f1(counted, countedGold, countedFound),
    },
  };
}

function sameValue(answer: Found, gold: GoldQuantity): boolean {
  if (gold.range) return answer.low === gold.range[0] && answer.high === gold.range[1];
  if (gold.value === null || answer.value === null)
    return answer.value === gold.value && answer.approximator !== 'range';
  return gold.unit === 'fraction'
    ? Math.abs(answer.value - gold.value) < FRACTION_TOLERANCE
    : answer.value === gold.value;
}
