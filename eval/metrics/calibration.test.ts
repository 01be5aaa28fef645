import { expect, test } from 'vitest';
import { calibrationBins, calibrationError } from './calibration.ts';

const judged = (confidence: number, right: number, wrong: number) => [
  ...Array.from({ length: right }, () => ({ confidence, right: true })),
  ...Array.from({ length: wrong }, () => ({ confidence, right: false })),
];

test('who says .75 and is right three times in four is calibrated', () => {
  expect(calibrationError(judged(0.75, 3, 1))).toBe(0);
});

test('the error is the distance, weighted by how often it was said', () => {
  expect(calibrationError([...judged(1, 1, 1), ...judged(0, 0, 2)])).toBe(0.25);
});

test('a probability of 1 falls into the last bin', () => {
  expect(calibrationBins(judged(1, 2, 0))).toEqual([{ from: 0.9, count: 2, confidence: 1, accuracy: 1 }]);
});
