import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './provenance.ts';
import type { EvalResult, EvalTask } from './task.ts';

/** Lowest (or, for figures where lower is better, highest) value that a figure may have, by task and figure. */
export type Floors = Record<string, Record<string, number>>;

const FLOORS_FILE = join(root, 'eval', 'floors.json');

/** Different processors sum floating-point numbers alike, but a tie may fall the other way once in a few thousand items. */
const TOLERANCE = 0.002;

export function readFloors(): Floors {
  return existsSync(FLOORS_FILE) ? (JSON.parse(readFileSync(FLOORS_FILE, 'utf8')) as Floors) : {};
}

/** @returns one line for each figure that fell through its floor; a figure that vanished counts as fallen. */
export function belowFloor(task: EvalTask, result: EvalResult, floors: Floors): string[] {
  const lines: string[] = [];
  for (const [figure, floor] of Object.entries(floors[task.name] ?? {})) {
    if (isPart(task, figure)) continue;
    const value = result.figures[figure];
    const lower = lowerIsBetter(task, figure);
    // stories that lie beside the public data are not there without it
    if (value === undefined && !isMeasured(result, figure)) continue;
    if (value === undefined) lines.push(`${task.name}.${figure} is no longer measured (floor ${floor})`);
    else if (lower ? value > floor + TOLERANCE : value < floor - TOLERANCE) {
      lines.push(
        `${task.name}.${figure} is ${value.toFixed(4)}, ${lower ? 'above its ceiling' : 'below its floor'} ${floor}`,
      );
    }
  }
  return lines;
}

/** Moves floors to the measured figures where these are better; never the other way. */
export function raiseFloors(floors: Floors, task: EvalTask, result: EvalResult): Floors {
  const raised: Record<string, number> = Object.fromEntries(
    Object.entries(floors[task.name] ?? {}).filter(([figure]) => !isPart(task, figure)),
  );
  for (const [figure, value] of Object.entries(result.figures)) {
    if (isPart(task, figure)) continue;
    const floor = raised[figure];
    const lower = lowerIsBetter(task, figure);
    // rounded away from the measured value, so that the same run passes its own gate
    const rounded = lower ? Math.ceil(value * 1000) / 1000 : Math.floor(value * 1000) / 1000;
    if (floor === undefined || (lower ? rounded < floor : rounded > floor)) raised[figure] = rounded;
  }
  return { ...floors, [task.name]: raised };
}

export function writeFloors(floors: Floors): void {
  const sorted = Object.fromEntries(
    Object.entries(floors)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([task, figures]) => [
        task,
        Object.fromEntries(Object.entries(figures).sort(([a], [b]) => (a < b ? -1 : 1))),
      ]),
  );
  writeFileSync(FLOORS_FILE, `${JSON.stringify(sorted, null, 2)}\n`);
}

function lowerIsBetter(task: EvalTask, figure: string): boolean {
  return task.lowerIsBetter?.includes(ownName(figure)) ?? false;
}

function isPart(task: EvalTask, figure: string): boolean {
  return task.parts?.includes(ownName(figure)) ?? false;
}

/** Figures of whole stories are named `<story>.<figure>`. */
function ownName(figure: string): string {
  return figure.slice(figure.lastIndexOf('.') + 1);
}

/** Whether anything of a figure's story was measured; figures of no story always count as measured. */
function isMeasured(result: EvalResult, figure: string): boolean {
  if (!figure.includes('.')) return true;
  const story = figure.slice(0, figure.indexOf('.') + 1);
  return Object.keys(result.figures).some((name) => name.startsWith(story));
}
