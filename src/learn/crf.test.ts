import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprint, Lattice, otherPlace, placeOf, ROW_LABELS, type Crf } from './crf.ts';
import { FeatureKeys } from './feature-keys.ts';

const LABELS = 3;
const KINDS = 2;

/** A small chain with scores from a list of numbers, and every labelling of it with its score. */
const chain = fc
  .record({
    length: fc.integer({ min: 1, max: 5 }),
    numbers: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 60, maxLength: 60 }),
  })
  .map(({ length, numbers }) => {
    let next = 0;
    const number = (): number => numbers[next++ % numbers.length]!;
    const transitions = new Float32Array(KINDS * ROW_LABELS * ROW_LABELS);
    for (let kind = 0; kind < KINDS; kind++)
      for (let i = 0; i < LABELS; i++)
        for (let j = 0; j < LABELS; j++) transitions[(kind * ROW_LABELS + i) * ROW_LABELS + j] = number();
    const starts = new Float32Array(ROW_LABELS);
    for (let j = 0; j < LABELS; j++) starts[j] = number();
    const lattice = new Lattice(LABELS, transitions, starts);
    lattice.reserve(length);
    for (let t = 0; t < length; t++)
      for (let j = 0; j < LABELS; j++) lattice.scores[t * ROW_LABELS + j] = number();
    const edges = Uint8Array.from({ length }, (_, t) => t % KINDS);
    const labellings = everyLabelling(length).map((labels) => {
      let score = starts[labels[0]!]!;
      for (const [t, label] of labels.entries()) {
        score += lattice.scores[t * ROW_LABELS + label]!;
        if (t > 0) score += transitions[(edges[t]! * ROW_LABELS + labels[t - 1]!) * ROW_LABELS + label]!;
      }
      return { labels, score };
    });
    return { length, lattice, edges, labellings };
  });

function everyLabelling(length: number): number[][] {
  if (length === 0) return [[]];
  return everyLabelling(length - 1).flatMap((rest) =>
    Array.from({ length: LABELS }, (_, label) => [...rest, label]),
  );
}

describe('a chain agrees with the sum over every labelling', () => {
  test('in its partition function and marginals', () => {
    fc.assert(
      fc.property(chain, ({ length, lattice, edges, labellings }) => {
        const all = labellings.reduce((sum, { score }) => sum + Math.exp(score), 0);
        expect(lattice.marginals(length, edges)).toBeCloseTo(Math.log(all), 5);
        for (let t = 0; t < length; t++)
          for (let j = 0; j < LABELS; j++) {
            const those = labellings.filter(({ labels }) => labels[t] === j);
            const share = those.reduce((sum, { score }) => sum + Math.exp(score), 0) / all;
            expect(lattice.marginal[t * ROW_LABELS + j]).toBeCloseTo(share, 5);
          }
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  test('in the expected number of steps from label to label', () => {
    fc.assert(
      fc.property(chain, ({ length, lattice, edges, labellings }) => {
        lattice.marginals(length, edges);
        const expected = new Float64Array(KINDS * ROW_LABELS * ROW_LABELS);
        lattice.addExpectedTransitions(length, edges, expected);
        const all = labellings.reduce((sum, { score }) => sum + Math.exp(score), 0);
        const counted = new Float64Array(expected.length);
        for (const { labels, score } of labellings)
          for (let t = 1; t < length; t++)
            counted[(edges[t]! * ROW_LABELS + labels[t - 1]!) * ROW_LABELS + labels[t]!]! +=
              Math.exp(score) / all;
        for (const [cell, count] of counted.entries()) expect(expected[cell]).toBeCloseTo(count, 5);
      }),
      { seed: 3, numRuns: 40 },
    );
  });

  test('in the best labelling', () => {
    fc.assert(
      fc.property(chain, ({ length, lattice, edges, labellings }) => {
        const out = new Uint8Array(length);
        lattice.decode(length, edges, out);
        const top = Math.max(...labellings.map(({ score }) => score));
        const own = labellings.find(({ labels }) => labels.every((label, t) => label === out[t]))!;
        expect(own.score).toBeCloseTo(top, 5);
      }),
      { seed: 3, numRuns: 60 },
    );
  });
});

test('a feature is read where it was put, and another key in its place adds nothing', () => {
  const features = new FeatureKeys();
  features.clear();
  features.reserve(2);
  features.add(1, 42);
  features.close();
  const key = features.keys[0]!;
  const bits = 6;
  const table = new Int8Array(8 << bits);
  const place = placeOf(key, bits);
  table[place] = fingerprint(key);
  table[place + 2] = 10;
  const other = otherPlace(place);
  table[other] = fingerprint(key) === 5 ? 6 : 5;
  table[other + 2] = 99;
  const crf: Crf = {
    labels: LABELS,
    bits,
    table,
    scale: 0.5,
    transitions: new Float32Array(64),
    starts: new Float32Array(8),
  };
  const lattice = new Lattice(LABELS, crf.transitions, crf.starts);
  lattice.emit(crf, features);
  expect([...lattice.scores.subarray(0, 8)]).toEqual([0, 0, 5, 0, 0, 0, 0, 0]);
});

test('a long sequence neither underflows nor outgrows its room', () => {
  const lattice = new Lattice(LABELS, new Float32Array(64), new Float32Array(8));
  const length = 20_000;
  lattice.reserve(length);
  lattice.scores.fill(-40);
  lattice.marginals(length, new Uint8Array(length));
  expect(lattice.marginal[(length - 1) * ROW_LABELS]).toBeCloseTo(1 / LABELS, 6);
});
