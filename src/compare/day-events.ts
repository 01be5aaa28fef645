import type { Term } from '../learn/term.ts';

/** Words that tell, of a day, one event; the first names it. Verbs and nouns that say something else of other things. */
const EVENTS: readonly string[] = [
  'meet meets met meeting meetings session sessions summit summits talks sit sits sat convene convenes convened hearing hearings',
  'resume resumes resumed resumption continue continues continued adjourn adjourns adjourned reconvene reconvenes reconvened postpone postpones postponed',
];

/** Numbers of these events among the classes of a term; those of `predicateClasses` are smaller. */
const FIRST_EVENT = 10_000;
const GOING_ON = FIRST_EVENT + 1;

const EVENT_OF: ReadonlyMap<string, number> = new Map(
  EVENTS.flatMap((words, at) => words.split(' ').map((word): [string, number] => [word, FIRST_EVENT + at])),
);

/** The event that a word tells of a day, as the number of a class; `undefined` for most words. */
export function dayEventOf(word: string): number | undefined {
  return EVENT_OF.get(word.toLowerCase());
}

/** Whether something goes on again on a day, or was put off to it. */
export function goesOnAgain(predicate: Term | null): boolean {
  return predicate?.classes.includes(GOING_ON) === true;
}
