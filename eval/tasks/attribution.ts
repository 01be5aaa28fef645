import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findAttributions } from '../../src/attribution/find-attributions.ts';
import { findByRules } from '../baselines/attribution-rules.ts';
import type { AttributionSpans } from '../../src/model/attribution.ts';
import {
  prepareArticle,
  readAnnotated,
  type AnnotatedText,
  type Article,
} from '../../training/attribution/articles.ts';
import { addTally, scoreAttributions } from '../metrics/attribution-score.ts';
import { calibrationBins, calibrationError, type Judgement } from '../metrics/calibration.ts';
import { emptyTally, precisionRecall, type Tally } from '../metrics/precision-recall.ts';
import type { EvalContext, EvalResult, EvalTask } from '../task.ts';

const DEV = 'polnear/dev.jsonl';
const SECOND = 'polnear/dev.second-annotators.jsonl';
/** The setting for a desk that wants few false alarms: what it finds is meant to be right in nine of ten cases. */
const HIGH_CONFIDENCE = 0.69;

/** The attributions of whole articles against PolNeAR's readers, and rules as the simple baseline. */
export const task: EvalTask = {
  name: 'attribution',
  title: 'Who is said to say what: PolNeAR, development part',
  needs: [DEV, SECOND],
  lowerIsBetter: ['calibrationError'],
  // a side of attr50, and single pieces of what attr80 and all3 ask for whole
  parts: ['mixed', 'sourcePieceExact'],
  async run(context): Promise<EvalResult> {
    const data = context.data!;
    const articles = readAnnotated(join(data, DEV)).map((row) => prepareArticle(row));
    const found = articles.map(({ document, layer }) => findAttributions(document, layer));
    const whole = scoreAll(articles, found);
    const sure = scoreAll(
      articles,
      articles.map(({ document, layer }) =>
        findAttributions(document, layer, { minConfidence: HIGH_CONFIDENCE }),
      ),
    );
    const everything = scoreAll(
      articles,
      articles.map(({ document, layer }) => findAttributions(document, layer, { minConfidence: 0 })),
    );
    const rules = scoreAll(
      articles,
      articles.map(({ document, layer }) => findByRules(document, layer)),
    );
    const second = readAnnotated(join(data, SECOND));
    const byId = new Map(articles.map((article, i) => [article.row.id, found[i]!]));
    const secondReaders = scoreRows(second, (row) => byId.get(row.id) ?? []);
    await compareWithNeutralScorer(context, articles, found, whole.tallies);
    const publishers = [...new Set(articles.map(({ row }) => row.publisher ?? 'unknown'))].sort();
    return {
      figures: {
        ...headline(whole.tallies),
        secondReadersAttr50: f1(secondReaders.tallies, 'attr50'),
        highConfidencePrecision: precisionRecall(tally(sure.tallies, 'attr50')).precision,
        highConfidenceRecall: precisionRecall(tally(sure.tallies, 'attr50')).recall,
        calibrationError: calibrationError(everything.judged),
      },
      baseline: { name: 'rules', figures: headline(rules.tallies) },
      counts: {
        articles: articles.length,
        'gold attributions': tally(whole.tallies, 'attr50').gold,
        found: tally(whole.tallies, 'attr50').predicted,
      },
      details: {
        byForm: Object.fromEntries(
          ['direct', 'mixed', 'indirect'].map((form) => [
            form,
            precisionRecall(tally(whole.tallies, `attr50.${form}`)),
          ]),
        ),
        byPublisher: Object.fromEntries(
          publishers.map((publisher) => {
            const own = articles.filter(({ row }) => (row.publisher ?? 'unknown') === publisher);
            const score = scoreAll(
              own,
              own.map((article) => found[articles.indexOf(article)]!),
            );
            return [publisher, precisionRecall(tally(score.tallies, 'attr50'))];
          }),
        ),
        calibration: calibrationBins(everything.judged),
      },
    };
  },
};

interface CorpusScore {
  readonly tallies: Readonly<Record<string, Tally>>;
  readonly judged: readonly Judgement[];
}

function scoreAll(
  articles: readonly Article[],
  found: readonly (readonly AttributionSpans[])[],
): CorpusScore {
  const byRow = new Map(articles.map(({ row }, i) => [row, found[i]!]));
  return scoreRows(
    articles.map(({ row }) => row),
    (row) => byRow.get(row)!,
  );
}

function scoreRows(
  rows: readonly AnnotatedText[],
  foundIn: (row: AnnotatedText) => readonly AttributionSpans[],
): CorpusScore {
  const tallies: Record<string, Tally> = {};
  const judged: Judgement[] = [];
  for (const row of rows) {
    const score = scoreAttributions(row.text, row.attributions, foundIn(row), row.discard);
    for (const [name, one] of Object.entries(score.tallies)) addTally((tallies[name] ??= emptyTally()), one);
    for (const { confidence, right } of score.judged)
      if (confidence !== undefined) judged.push({ confidence, right });
  }
  return { tallies, judged };
}

const tally = (tallies: Readonly<Record<string, Tally>>, name: string): Tally =>
  tallies[name] ?? emptyTally();
const f1 = (tallies: Readonly<Record<string, Tally>>, name: string): number =>
  precisionRecall(tally(tallies, name)).f1;

function headline(tallies: Readonly<Record<string, Tally>>): Record<string, number> {
  const whole = precisionRecall(tally(tallies, 'attr50'));
  return {
    attr50: whole.f1,
    precision: whole.precision,
    recall: whole.recall,
    direct: f1(tallies, 'attr50.direct'),
    mixed: f1(tallies, 'attr50.mixed'),
    indirect: f1(tallies, 'attr50.indirect'),
    content50: f1(tallies, 'content50'),
    attr80: f1(tallies, 'attr80'),
    all3: f1(tallies, 'all3'),
    contentPieceExact: f1(tallies, 'content.pieceExact'),
    sourcePieceExact: f1(tallies, 'source.pieceExact'),
    cuePieceExact: f1(tallies, 'cue.pieceExact'),
  };
}

interface NeutralScorer {
  scoreDoc(
    gold: AnnotatedText,
    found: { attributions: readonly AttributionSpans[] },
  ): { acc: Record<string, unknown> };
  sum(scores: readonly Record<string, unknown>[]): Record<string, unknown>;
  prf(score: unknown): { f: number };
}

/** Where the neutral scorer lies beside the data, our figures must be its figures. */
async function compareWithNeutralScorer(
  { data, say }: EvalContext,
  articles: readonly Article[],
  found: readonly (readonly AttributionSpans[])[],
  tallies: Readonly<Record<string, Tally>>,
): Promise<void> {
  const file = join(data!, '..', 'score', 'score-attributions.mjs');
  if (!existsSync(file)) return;
  const scorer = (await import(pathToFileURL(file).href)) as NeutralScorer;
  const sums = scorer.sum(
    articles.map(({ row }, i) => scorer.scoreDoc(row, { attributions: found[i]! }).acc),
  );
  for (const [name, theirs] of [
    ['attr50', 'A.attr50'],
    ['attr80', 'A.attr80'],
    ['content50', 'A.content50'],
    ['all3', 'A.all3'],
    ['attr50.direct', 'A.attr50.direct'],
    ['attr50.mixed', 'A.attr50.mixed'],
    ['content.pieceExact', 'content.pieceExact'],
  ] as const) {
    const own = f1(tallies, name);
    const other = scorer.prf(sums[theirs]).f;
    if (Math.abs(own - other) > 1e-9) throw new Error(`${name}: ours ${own}, the neutral scorer's ${other}`);
  }
  say('  the neutral scorer beside the data gives the same figures');
}
