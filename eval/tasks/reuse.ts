import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocuments } from '../../src/ingest/read-documents.ts';
import { annotateLanguage } from '../../src/language/annotate-language.ts';
import { findCredits } from '../../src/trace/find-credits.ts';
import { judgeReuse } from '../../src/trace/judge-reuse.ts';
import { traceLineage } from '../../src/trace/trace-lineage.ts';
import { fitReuse } from '../../training/trace/fit-reuse.ts';
import { readReusePairs, REUSE_DATA, type ReusePair } from '../../training/trace/reuse-pairs.ts';
import type { Lineage } from '../../src/model/lineage.ts';
import type { EvalResult, EvalTask } from '../task.ts';

const FOLDS = 10;

/**
 * Which documents share text, by pairs that people or the maker of the edits labelled. The weights were learned from these very
 * pairs, so every pair is judged by weights that were fitted without its event or its source article (ten folds).
 */
export const task: EvalTask = {
  name: 'reuse',
  title: 'Which documents come from one text',
  needs: REUSE_DATA,
  lowerIsBetter: ['sharedQuoteJoined', 'boilerplateJoined'],
  async run({ data, stories, examples, say }) {
    const pairs = data === undefined ? [] : readReusePairs(data);
    say(`  ${pairs.length} pairs, ${FOLDS} folds`);
    const judged = judgeHeldOut(pairs);
    const of = (set: ReusePair['set'], kind?: string): Judged[] =>
      judged.filter(({ pair }) => pair.set === set && (kind === undefined || pair.kind === kind));
    const articles = score(of('articles'));
    const edits = score(of('edits'));
    const told = await Promise.all(
      [
        ...(stories === undefined ? [] : [join(stories, 'iran-drones')]),
        join(examples, 'ferry-collision'),
      ].map(scoreStory),
    );
    return {
      figures: {
        f1: articles.f1,
        precision: articles.precision,
        recall: articles.recall,
        aloneF1: score(of('alone')).f1,
        sharedQuoteJoined: shareJoined(of('articles', 'shared_quote')),
        boilerplateJoined: shareJoined(of('articles', 'boilerplate_cross_event')),
        editsPrecision: edits.precision,
        lightRecall: shareJoined(of('edits', 'light')),
        mediumRecall: shareJoined(of('edits', 'medium')),
        liftRecall: shareJoined(of('edits', 'lift')),
        retoldRecall: shareJoined(of('retold')),
        candidateRecall: mean(
          pairs.filter(({ derived }) => derived).map(({ candidate }) => Number(candidate)),
        ),
        ...Object.assign({}, ...told.map(({ figures }) => figures)),
      },
      baseline: {
        name: `containment of runs of five words, at the threshold that is best for it`,
        figures: { f1: bestContainment(pairs.filter(({ set }) => set === 'articles')) },
      },
      counts: {
        articlePairs: of('articles').length,
        articlePairsDerived: of('articles').filter(({ pair }) => pair.derived).length,
        editPairs: of('edits').length,
        lifts: of('edits', 'lift').length,
        retold: of('retold').length,
        sharedQuotePairs: of('articles', 'shared_quote').length,
        boilerplatePairs: of('articles', 'boilerplate_cross_event').length,
      },
      details: { fitted: pairs.length > 0 ? fitReuse(pairs) : null, stories: told },
    } satisfies EvalResult;
  },
};

interface Judged {
  readonly pair: ReusePair;
  readonly joined: boolean;
}

function judgeHeldOut(pairs: readonly ReusePair[]): Judged[] {
  const groups = [...new Set(pairs.map(({ group }) => group))].sort();
  const foldOf = new Map(groups.map((group, i) => [group, i % FOLDS]));
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const model = fitReuse(pairs.filter(({ group }) => foldOf.get(group) !== fold));
    return pairs
      .filter(({ group }) => foldOf.get(group) === fold)
      .map((pair) => ({ pair, joined: pair.candidate && judgeReuse(pair.likeness, false, model) !== null }));
  });
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

const shareJoined = (judged: readonly Judged[]): number => mean(judged.map(({ joined }) => Number(joined)));

function score(judged: readonly Judged[]): { precision: number; recall: number; f1: number } {
  const hits = judged.filter(({ pair, joined }) => joined && pair.derived).length;
  const precision = hits / Math.max(1, judged.filter(({ joined }) => joined).length);
  const recall = hits / Math.max(1, judged.filter(({ pair }) => pair.derived).length);
  return { precision, recall, f1: hits === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function bestContainment(pairs: readonly ReusePair[]): number {
  const thresholds = [...new Set(pairs.map(({ containment }) => containment))].filter((value) => value > 0);
  return Math.max(
    0,
    ...thresholds.map(
      (least) => score(pairs.map((pair) => ({ pair, joined: pair.containment >= least }))).f1,
    ),
  );
}

interface StoryGold {
  readonly documents: readonly { readonly id: string; readonly file: string }[];
  readonly lineage: readonly {
    readonly from: string;
    readonly to: string;
    readonly kind: string;
    readonly shared?: readonly { readonly a: GoldSpan; readonly b: GoldSpan }[];
  }[];
}
interface GoldSpan {
  readonly document: string;
  readonly span: readonly [number, number];
}

/** A whole story: which pairs of documents are of one origin, and how many of the passages that a reader listed are found. */
async function scoreStory(
  folder: string,
): Promise<{ figures: Record<string, number>; counts: Record<string, number> }> {
  const gold = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as StoryGold;
  const { documents } = await readDocuments([folder]);
  const annotated = documents
    .filter(({ file }) => gold.documents.some((known) => known.file === file))
    .map((document) => {
      const language = annotateLanguage(document);
      return {
        document: { ...document, credits: findCredits(document, language) },
        language,
        times: [],
        quantities: [],
        names: [],
        coreference: { entities: [], mentions: [] },
        attributions: [],
        speakers: [],
      };
    });
  const lineage = traceLineage(annotated);
  const idOf = new Map(
    gold.documents.map(({ id, file }) => [
      id,
      documents.find((document) => document.file === file)?.id ?? id,
    ]),
  );
  const key = (a: string, b: string): string => [a, b].sort().join(' ');
  const expected = new Set(
    gold.lineage
      .filter(
        ({ from, to, kind }) =>
          idOf.has(from) && idOf.has(to) && /^(?:copy|same-origin|translation)$/.test(kind),
      )
      .map(({ from, to }) => key(idOf.get(from) ?? from, idOf.get(to) ?? to)),
  );
  const joined = new Set(
    lineage.origins.flatMap(({ documents: part }) =>
      part.flatMap((a) => part.filter((b) => a < b).map((b) => key(a, b))),
    ),
  );
  const passages = gold.lineage.flatMap(({ shared }) => shared ?? []);
  const name = folder.split(/[\\/]/).at(-1) ?? folder;
  return {
    figures: {
      [`${name}Precision`]:
        joined.size === 0 ? 1 : [...joined].filter((pair) => expected.has(pair)).length / joined.size,
      [`${name}Recall`]: [...expected].filter((pair) => joined.has(pair)).length / Math.max(1, expected.size),
      [`${name}Passages`]: mean(
        passages.map(({ a, b }) => Number(isFound(lineage, at(a, idOf), at(b, idOf)))),
      ),
    },
    counts: { joined: joined.size, expected: expected.size, passages: passages.length },
  };
}

const at = ({ document, span }: GoldSpan, idOf: ReadonlyMap<string, string>): GoldSpan => ({
  document: idOf.get(document) ?? document,
  span,
});

/** Whether some passage covers half of the listed one in both documents. */
function isFound(lineage: Lineage, a: GoldSpan, b: GoldSpan): boolean {
  const covers = (gold: GoldSpan, found: Lineage['edges'][number]['passages'][number]['a']): boolean =>
    found.document === gold.document &&
    found.spans.some(
      ([start, end]) =>
        2 * (Math.min(end, gold.span[1]) - Math.max(start, gold.span[0])) >= gold.span[1] - gold.span[0],
    );
  return lineage.edges.some(({ passages }) =>
    passages.some(
      (passage) =>
        (covers(a, passage.a) && covers(b, passage.b)) || (covers(a, passage.b) && covers(b, passage.a)),
    ),
  );
}
