import type { AnnotatedDocument } from '../model/annotated-document.ts';
import type { Credit } from '../model/document.ts';
import { evidenceAt } from '../model/evidence.ts';
import { overlaps } from '../model/span.ts';
import { citedName } from './cited-name.ts';
import { outletKey } from './outlet-key.ts';

/** Shorter names ("Sun", "Time") are words of the language as often as outlets. */
const LEAST_LETTERS = 5;

/**
 * Adds the credits that show only beside the other accounts: a sentence that cites, by name, the publisher of another document
 * of the story ("the Gazette reported"). What an outlet says of itself is none.
 */
export function creditOutlets(documents: readonly AnnotatedDocument[]): AnnotatedDocument[] {
  const outlets = new Map<string, string>();
  for (const { document } of documents) {
    const name = document.publisher?.value;
    if (name === undefined) continue;
    const key = outletKey(name);
    if (key.length >= LEAST_LETTERS && !outlets.has(key)) outlets.set(key, name);
  }
  return documents.map((annotated) => {
    const added = creditsOf(annotated, outlets);
    if (added.length === 0) return annotated;
    const credits = [...annotated.document.credits, ...added].sort(
      (a, b) => (a.evidence.spans[0]?.[0] ?? 0) - (b.evidence.spans[0]?.[0] ?? 0),
    );
    return { ...annotated, document: { ...annotated.document, credits } };
  });
}

function creditsOf(
  { document, language, names }: AnnotatedDocument,
  outlets: ReadonlyMap<string, string>,
): Credit[] {
  const own = document.publisher && outletKey(document.publisher.value);
  const found: Credit[] = [];
  let at = 0;
  for (const { span } of names) {
    const key = outletKey(document.text.slice(...span));
    const name = outlets.get(key);
    if (name === undefined || key === own) continue;
    while ((language.sentences[at]?.span[1] ?? Infinity) < span[1]) at++;
    const sentence = language.sentences[at];
    if (sentence?.kind !== 'sentence' || sentence.span[0] > span[0]) continue;
    const [start, end] = sentence.span;
    const cited = citedName(document.text.slice(start, end), [span[0] - start, span[1] - start]);
    if (cited === null) continue;
    const credited = [start + cited[0], start + cited[1]] as const;
    if (document.credits.some(({ evidence }) => evidence.spans.some((other) => overlaps(other, credited))))
      continue;
    found.push({ name, role: 'cited', evidence: evidenceAt(document, [credited]) });
  }
  return found;
}
