import { annotateLanguage } from '../../src/language/annotate-language.ts';
import type { DescentSignKind } from '../../src/model/lineage.ts';
import { AlignmentIndex } from '../../src/trace/align-outlines.ts';
import { measureLikeness } from '../../src/trace/compare-documents.ts';
import { inferDescent } from '../../src/trace/infer-descent.ts';
import { judgeReuse } from '../../src/trace/judge-reuse.ts';
import { outlineDocument } from '../../src/trace/outline.ts';
import { Vocabulary } from '../../src/trace/vocabulary.ts';
import { bareDocument, readRows } from '../../training/trace/reuse-pairs.ts';
import { DESK_EDIT_DATA, deskEdits } from '../corpora/desk-edits.ts';
import type { EvalResult, EvalTask } from '../task.ts';

const EDITS = 'cross-document/synth-wire-edits.jsonl';

/**
 * Which of two texts was made from the other, by their wording alone, where it is known because one was made so: the documented
 * wire edits, and cuts, mergers and lifts of real articles. None of them is a first report that grew, so that the baseline, which
 * takes the longer text for the source, looks better than it is.
 */
export const task: EvalTask = {
  name: 'direction',
  title: 'Which of two texts was taken from the other, by wording alone',
  needs: [EDITS, ...DESK_EDIT_DATA],
  run({ data, say }) {
    const judged = data === undefined ? [] : [...judgeAll(data)];
    say(`  ${judged.length} pairs that count as one text`);
    const found = judged.filter(({ first }) => first !== null);
    const precisionOf = (sign: DescentSignKind): number =>
      share(
        found.filter(({ signs }) => signs.includes(sign)),
        ({ first }) => first === 0,
      );
    const recallOf = (kind: string): number =>
      share(
        judged.filter((pair) => pair.kind === kind),
        ({ first }) => first === 0,
      );
    return {
      figures: {
        precision: share(found, ({ first }) => first === 0),
        recall: share(judged, ({ first }) => first === 0),
        namePrecision: precisionOf('name-not-introduced'),
        quotationPrecision: precisionOf('quotation-not-opened'),
        typesettingPrecision: precisionOf('typeset-otherwise'),
        editsRecall: recallOf('edits'),
        cutRecall: recallOf('cut'),
        mergedRecall: recallOf('merged'),
        liftedRecall: recallOf('lifted'),
      },
      baseline: {
        name: 'the longer text is the source',
        figures: {
          precision: share(judged, ({ longer }) => longer),
          recall: share(judged, ({ longer }) => longer),
        },
      },
      counts: { pairs: judged.length, directed: found.length },
    } satisfies EvalResult;
  },
};

interface Judged {
  readonly kind: string;
  /** 0 where the source is found to be the source, 1 the copy, `null` where it is left open. */
  readonly first: 0 | 1 | null;
  readonly signs: readonly DescentSignKind[];
  readonly longer: boolean;
}

function* judgeAll(data: string): Generator<Judged> {
  for (const { source, copy, level, derived } of readRows<{
    source: string;
    copy: string;
    level: string;
    derived: boolean;
  }>(data, EDITS)) {
    // The one pair that nobody made is of two outlets' own versions of a wire report.
    const judged = derived && level !== 'natural_wire' ? judge('edits', source, copy) : null;
    if (judged) yield judged;
  }
  for (const { kind, source, copy } of deskEdits(data)) {
    const judged = judge(kind, source, copy);
    if (judged) yield judged;
  }
}

/** `null` where the two do not count as one text, so that nobody asks which came first. */
function judge(kind: string, source: string, copy: string): Judged | null {
  const vocabulary = new Vocabulary();
  const [a, b] = [bareDocument('source', source), bareDocument('copy', copy)].map((document) =>
    outlineDocument(document, annotateLanguage(document), vocabulary),
  );
  if (!a || !b) return null;
  const weights = vocabulary.weights();
  const alignment = new AlignmentIndex(a, weights).alignWith(b);
  if (judgeReuse(measureLikeness(a, b, alignment, weights), false) === null) return null;
  const descent = inferDescent(a, b, alignment, vocabulary);
  return {
    kind,
    first: descent?.first ?? null,
    signs: descent?.signs.map((sign) => sign.kind) ?? [],
    longer: a.wordCount > b.wordCount,
  };
}

const share = <T>(items: readonly T[], holds: (item: T) => boolean): number =>
  items.length === 0 ? 0 : items.filter(holds).length / items.length;
