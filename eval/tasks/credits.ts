import { annotateLanguage } from '../../src/language/annotate-language.ts';
import { findCredits } from '../../src/trace/find-credits.ts';
import { bareDocument, readRows } from '../../training/trace/reuse-pairs.ts';
import type { EvalTask } from '../task.ts';

const DATA = 'cross-document/polnear-wire.jsonl';

/** The agencies of the gold, under the names that the lexicon of agencies gives them. */
const CANONICAL: Readonly<Record<string, string>> = {
  AP: 'Associated Press',
  AFP: 'Agence France-Presse',
  UPI: 'United Press International',
  Reuters: 'Reuters',
};

/**
 * Whose copy an article is, as the corpus' own record of it says. Bylines that stand in the record alone and not in the text
 * cannot be found and count as missed. The rules learned nothing, so all of the data is scored.
 */
export const task: EvalTask = {
  name: 'credits',
  title: 'Which agency an article is credited to',
  needs: [DATA],
  run({ data }) {
    const articles =
      data === undefined ? [] : readRows<{ doc_id: string; wire: string | null; text: string }>(data, DATA);
    const scores = { named: 0, byParentheses: 0 };
    let found = 0;
    let foundByParentheses = 0;
    let wanted = 0;
    let withAny = 0;
    for (const { doc_id, wire, text } of articles) {
      const document = bareDocument(doc_id, text);
      const names = new Set(
        findCredits(document, annotateLanguage(document))
          .filter(({ role }) => role === 'origin')
          .map(({ name }) => name),
      );
      const parentheses = /\((AP|AFP|UPI|Reuters)\)/.exec(text)?.[1];
      if (wire !== null) wanted++;
      found += names.size;
      if (names.size > 0) withAny++;
      if (wire !== null && names.has(CANONICAL[wire] ?? wire)) scores.named++;
      if (parentheses !== undefined) foundByParentheses++;
      if (wire !== null && parentheses === wire) scores.byParentheses++;
    }
    return {
      figures: prf(scores.named, found, wanted),
      baseline: {
        name: 'the first agency of the four that stands in parentheses anywhere',
        figures: prf(scores.byParentheses, foundByParentheses, wanted),
      },
      counts: { articles: articles.length, wire: wanted, credited: withAny },
    };
  },
};

function prf(hits: number, found: number, wanted: number): { precision: number; recall: number; f1: number } {
  const precision = hits / Math.max(1, found);
  const recall = hits / Math.max(1, wanted);
  return { precision, recall, f1: hits === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
