import { annotateLanguage } from '../src/language/annotate-language.ts';
import type { Document } from '../src/model/document.ts';
import type { LanguageLayer } from '../src/model/language-layer.ts';
import type { Quantity } from '../src/model/quantity.ts';
import { evidenceAt } from '../src/model/evidence.ts';
import type { TimeMention } from '../src/model/time-mention.ts';
import { findQuantities } from '../src/quantity/find-quantities.ts';
import { bareDocument } from './plain-document.ts';
import { findTimes } from '../src/time/find-times.ts';

/** A document of a text and, where a day is given, with that as its date of publication. */
export function datedDocument(
  text: string,
  published?: string,
  omitted?: readonly [number, number],
): Document {
  return bareDocument(text, {
    omitted: omitted ? [{ evidence: evidenceAt({ id: 'd-1', text }, [omitted]), why: 'other' }] : [],
    ...(published ? { published: { value: { text: published, value: published }, from: 'given' } } : {}),
  });
}

/** Language and times of a text. */
export function timesOf(
  text: string,
  published?: string,
): { layer: LanguageLayer; times: TimeMention[]; document: Document } {
  const document = datedDocument(text, published);
  const layer = annotateLanguage(document);
  return { layer, times: findTimes(document, layer), document };
}

/** `Friday DATE 2022-10-21`, with the mod behind it: what a test can be read against. */
export function timesIn(text: string, published?: string): string[] {
  return timesOf(text, published).times.map(({ span, type, value, mod }) =>
    [text.slice(span[0], span[1]), type, value ?? 'null', mod].filter((part) => part !== undefined).join(' '),
  );
}

/** `about 2,000 = 2000 about [drones]`: words, value or both ends, approximator, unit, what is counted. */
export function quantitiesIn(text: string): string[] {
  const { layer, times } = timesOf(text);
  return findQuantities(layer, times).map((quantity) => describe(text, quantity));
}

function describe(text: string, quantity: Quantity): string {
  const { span, value, low, high, approximator, unit, counted } = quantity;
  const number = value ?? `${low}..${high}`;
  return (
    `${text.slice(span[0], span[1])} = ${number} ${approximator}` +
    (unit === null ? '' : ` ${unit}`) +
    (counted === null ? '' : ` [${text.slice(counted[0], counted[1])}]`)
  );
}
