import type { Choice } from './time-form.ts';

/** Words that say which one of the days, weeks, months is meant. */
export const CHOICES: ReadonlyMap<string, Choice> = new Map<string, Choice>([
  ['last', 'last'],
  ['past', 'last'],
  ['next', 'next'],
  ['coming', 'next'],
  ['upcoming', 'next'],
  ['this', 'this'],
  ['current', 'this'],
  ['following', 'following'],
  ['previous', 'preceding'],
  ['preceding', 'preceding'],
  ['prior', 'preceding'],
]);

/** Parts of a stretch of time by their TIMEX3 mod: "early 1990". */
export const PARTS: ReadonlyMap<string, string> = new Map([
  ['early', 'START'],
  ['late', 'END'],
  ['mid', 'MID'],
]);
