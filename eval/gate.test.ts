import { expect, test } from 'vitest';
import { belowFloor, raiseFloors } from './gate.ts';
import type { EvalTask } from './task.ts';

const task: EvalTask = {
  name: 'ferries',
  title: '',
  needs: [],
  lowerIsBetter: ['falseMerges'],
  run: () => ({ figures: {}, counts: {} }),
};
const floors = { ferries: { f1: 0.7, falseMerges: 1 } };

test('a figure below its floor fails, one above it passes', () => {
  expect(belowFloor(task, { figures: { f1: 0.69, falseMerges: 1 }, counts: {} }, floors)).toHaveLength(1);
  expect(belowFloor(task, { figures: { f1: 0.71, falseMerges: 0 }, counts: {} }, floors)).toEqual([]);
});

test('where lower is better, more is the failure', () => {
  expect(belowFloor(task, { figures: { f1: 0.7, falseMerges: 2 }, counts: {} }, floors)[0]).toContain(
    'ceiling',
  );
});

test('a figure that is no longer measured fails', () => {
  expect(belowFloor(task, { figures: { falseMerges: 0 }, counts: {} }, floors)).toEqual([
    'ferries.f1 is no longer measured (floor 0.7)',
  ]);
});

test('a story that is not there is not missed, one figure of a story that is there is', () => {
  const stories = { ferries: { 'vorna.f1': 0.7, 'aino.f1': 0.7, 'aino.recall': 0.5 } };
  expect(belowFloor(task, { figures: { 'aino.f1': 0.8 }, counts: {} }, stories)).toEqual([
    'ferries.aino.recall is no longer measured (floor 0.5)',
  ]);
});

test('floors rise and never fall', () => {
  const raised = raiseFloors(floors, task, {
    figures: { f1: 0.6999, falseMerges: 0, extra: 0.12345 },
    counts: {},
  });
  expect(raised).toEqual({ ferries: { f1: 0.7, falseMerges: 0, extra: 0.123 } });
});
