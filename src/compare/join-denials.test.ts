import { expect, test } from 'vitest';
import type { Discrepancy } from '../model/discrepancy.ts';
import { joinDenials } from './join-denials.ts';

/** A polarity discrepancy with readings as `asserts a 0-9`: value, document, span. */
function polarity(...readings: string[]): Discrepancy {
  return {
    id: `x-${readings.join()}`,
    kind: 'polarity',
    about: 'He is held',
    importance: 'high',
    readings: readings.map((reading) => {
      const [value = '', document = '', span = ''] = reading.split(' ');
      const [start = 0, end = 0] = span.split('-').map(Number);
      return { value, heldBy: null, evidence: { document, spans: [[start, end]], text: reading } };
    }),
  };
}

test('a further denial of what is denied already joins it', () => {
  const known = polarity('asserts a 0-9', 'denies b 0-9');
  const { denied, contradicted } = joinDenials([known], [polarity('asserts a 2-9', 'denies c 0-9')]);
  expect(contradicted).toEqual([]);
  expect(denied[0]?.readings.map(({ evidence }) => evidence.text)).toEqual([
    'asserts a 0-9',
    'denies b 0-9',
    'denies c 0-9',
  ]);
});

test('what is known from both sides brings nothing, and what is of something else stays', () => {
  const known = polarity('asserts a 0-9', 'denies b 0-9');
  const same = polarity('asserts a 2-9', 'denies b 1-5');
  const other = polarity('asserts d 0-9', 'denies b 0-9');
  expect(joinDenials([known], [same, other])).toEqual({ denied: [known], contradicted: [other] });
});
