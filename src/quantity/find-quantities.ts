import type { LanguageLayer } from '../model/language-layer.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Span } from '../model/span.ts';
import type { TimeMention } from '../model/time-mention.ts';
import { NUMBER, scanLexemes, type Lexemes } from '../text/scan-lexemes.ts';
import { countedAfter } from './counted.ts';
import { isDesignation } from './designation.ts';
import { QUANTITY_STARTERS, readQuantity } from './read-quantity.ts';

/**
 * Finds the numbers of things in a document: value, approximator, unit and what is counted.
 *
 * Dates and times (`times`), ordinals, scores, telephone numbers, the numbers of lists and numbers that name a thing
 * ("Resolution 2231", "F-16") are no quantities.
 *
 * @returns quantities in the order of the text, none overlapping another or a time.
 */
export function findQuantities(layer: LanguageLayer, times: readonly TimeMention[]): Quantity[] {
  const found: Quantity[] = [];
  let nextTime = 0;
  let nextToken = 0;
  for (const paragraph of layer.paragraphs) {
    const lexemes = scanLexemes(layer.text, paragraph.span[0], paragraph.span[1]);
    let at = 0;
    while (at < lexemes.count) {
      const start = lexemes.start[at] ?? 0;
      while (nextTime < times.length && (times[nextTime]?.span[1] ?? 0) <= start) nextTime++;
      const time = times[nextTime]?.span;
      if (time && time[0] <= start) {
        at++;
        continue;
      }
      if (lexemes.kind[at] !== NUMBER && !startsWithWord(lexemes, at)) {
        at++;
        continue;
      }
      const reading = readQuantity(lexemes, at);
      if (!reading || (time && (lexemes.end[reading.end - 1] ?? 0) > time[0])) {
        at++;
        continue;
      }
      while (nextToken < layer.tokens.count && (layer.tokens.end[nextToken] ?? 0) <= start) nextToken++;
      // Stretches that are no part of the account have no tokens.
      if ((layer.tokens.start[nextToken] ?? Infinity) > start) {
        at++;
        continue;
      }
      const end = lexemes.end[reading.end - 1] ?? start;
      const stop = time?.[0] ?? Infinity;
      const counted = countedAfter(layer, nextToken, end, reading.unit, stop);
      if (isDesignation(layer, lexemes, reading, nextToken, counted)) {
        // Skips the whole number, so that the rest of "F-16" or "555-1234" is not read again.
        at = Math.max(at + 1, reading.numberEnd);
        continue;
      }
      const span: Span = [start, end];
      const { low, high, value, approximator, unit } = reading;
      found.push({ span, low, high, value, approximator, unit, counted });
      at = reading.end;
    }
  }
  return found;
}

function startsWithWord(lexemes: Lexemes, at: number): boolean {
  const form = lexemes.form[at] ?? '';
  if (form === 'a') return true;
  return QUANTITY_STARTERS.has(form);
}
