import { firstTokenAt, type TermIndex } from '../learn/term.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Span } from '../model/span.ts';
import { thingsOf } from './counted-things.ts';
import { isOwnDay } from './day-value.ts';
import { durationQuantity } from './duration-quantity.ts';
import { findAges } from './find-ages.ts';
import { makeDay, makeDuration, makeStatement, type Statement } from './statement.ts';
import { isUncounted } from './uncounted-number.ts';

/** All numbers, days and ages of a document with their clauses. */
export function findStatements(index: TermIndex, documentIndex: number): Statement[] {
  const { annotated } = index;
  const { text } = annotated.document;
  const statements: Statement[] = [];
  const ages = findAges(index);
  const inAge = tokensOf(index, ages);
  for (const quantity of annotated.quantities) {
    const token = firstTokenAt(annotated, quantity.span[0]);
    // "The Sept. 11 hijackers": the number belongs to a day.
    const time = annotated.times[index.timeAt[token] ?? -1];
    const ofDay =
      (/^\d{1,2}$/.test(text.slice(...quantity.span)) &&
        MONTH.test(text.slice(Math.max(0, quantity.span[0] - 12), quantity.span[0]))) ||
      (time !== undefined && (time.type === 'DATE' || time.type === 'TIME'));
    if (inAge.has(token) || ofDay) continue;
    if (isUncounted(text, quantity)) continue;
    const span: Span = [
      Math.min(quantity.span[0], quantity.counted?.[0] ?? quantity.span[0]),
      Math.max(quantity.span[1], quantity.counted?.[1] ?? quantity.span[1]),
    ];
    statements.push(
      makeStatement(index, documentIndex, span, 'quantity', quantity, thingsOf(index, quantity)),
    );
  }
  for (const time of annotated.times) {
    const duration = durationQuantity(time, text.slice(...time.span));
    if (inAge.has(firstTokenAt(annotated, time.span[0]))) continue;
    if (duration) statements.push(makeDuration(index, documentIndex, duration));
    else if (time.value !== null && isOwnDay(time, text)) {
      statements.push(...makeDay(index, documentIndex, time, time.value));
    }
  }
  const agesIn = new Map<number, Quantity[]>();
  for (const { span, quantity } of ages) {
    const sentence = sentenceOf(index, span);
    const known = agesIn.get(sentence);
    if (known) known.push(quantity);
    else agesIn.set(sentence, [quantity]);
  }
  for (const { span, quantity, things } of ages) {
    const others = agesIn.get(sentenceOf(index, span))?.filter((other) => other !== quantity) ?? [];
    statements.push({
      ...makeStatement(index, documentIndex, span, 'age', quantity, things),
      numbers: others,
      wholes: others,
    });
  }
  return statements;
}

const MONTH =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?[ \u00a0]$/i;

function sentenceOf(index: TermIndex, [start]: Span): number {
  return index.annotated.language.tokens.sentence[firstTokenAt(index.annotated, start)] ?? -1;
}

/** All tokens within some spans. */
function tokensOf(index: TermIndex, marks: readonly { readonly span: Span }[]): Set<number> {
  const { tokens } = index.annotated.language;
  const within = new Set<number>();
  for (const { span } of marks) {
    for (
      let t = firstTokenAt(index.annotated, span[0]);
      t < tokens.count && (tokens.start[t] as number) < span[1];
      t++
    )
      within.add(t);
  }
  return within;
}
