import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { annotateLanguage } from '../../src/language/annotate-language.ts';
import { findTimes } from '../../src/time/find-times.ts';
import { countTimexes, noCounts, timexFigures, type Timex } from '../time/score-timexes.ts';
import type { EvalTask } from '../task.ts';
import { bareDocument } from '../../test/plain-document.ts';

interface Row {
  readonly dct: string;
  readonly text: string;
  readonly timexes: readonly Timex[];
}

const CORPORA = ['timebank', 'aquaint'] as const;

/** TempEval-3's two training corpora. The rules were written with the even documents in sight; `details` keeps the halves apart. */
export const task: EvalTask = {
  name: 'time',
  title: 'Time expressions: strict, relaxed and value F1 as in TempEval-3, days resolved right',
  needs: CORPORA.map((corpus) => `dates/${corpus}.jsonl`),
  run(context) {
    if (context.data === undefined) throw new TypeError('The time task needs the data folder.');
    const figures: Record<string, number> = {};
    const baseline: Record<string, number> = {};
    const counts: Record<string, number> = {};
    const details: Record<string, Record<string, number>> = {};
    for (const corpus of CORPORA) {
      const rows = readFileSync(join(context.data, 'dates', `${corpus}.jsonl`), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line) as Row);
      const all = noCounts();
      const halves = [noCounts(), noCounts()];
      const simple = noCounts();
      rows.forEach((row, index) => {
        const found = analyse(row);
        countTimexes(all, row.timexes, found);
        const half = halves[index % 2];
        if (half) countTimexes(half, row.timexes, found);
        countTimexes(simple, row.timexes, weekdaysAndYears(row));
      });
      for (const [name, value] of Object.entries(timexFigures(all))) figures[corpus + name] = value;
      for (const [name, value] of Object.entries(timexFigures(simple))) baseline[corpus + name] = value;
      counts[`${corpus}Documents`] = rows.length;
      counts[`${corpus}Expressions`] = all.gold;
      counts[`${corpus}Days`] = all.days;
      details[`${corpus}Developed`] = timexFigures(halves[0] ?? noCounts());
      details[`${corpus}Checked`] = timexFigures(halves[1] ?? noCounts());
    }
    return {
      figures,
      baseline: { name: 'weekdays before the date, today, yesterday, years in figures', figures: baseline },
      counts,
      details,
    };
  },
};

function analyse(row: Row): Timex[] {
  const document = bareDocument(row.text, {
    published: { value: { text: row.dct, value: row.dct }, from: 'given' },
  });
  return findTimes(document, annotateLanguage(document)).map(({ span, value }) => ({
    start: span[0],
    end: span[1],
    value,
  }));
}

/** What a few lines do: every weekday is the last one, every four figures from 1900 on a year. */
function weekdaysAndYears({ dct, text }: Row): Timex[] {
  const today = new Date(`${dct.slice(0, 10)}T00:00:00Z`);
  const dayBefore = (days: number): string =>
    new Date(today.getTime() - days * 86_400_000).toISOString().slice(0, 10);
  const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
  const found: Timex[] = [];
  const pattern = /\b(?:(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|[Tt]oday|[Yy]esterday|(?:19|20)\d\d)\b/g;
  for (const match of text.matchAll(pattern)) {
    const word = match[0];
    const weekday = weekdays.indexOf(word);
    const value =
      weekday >= 0
        ? dayBefore((today.getUTCDay() - weekday + 7) % 7)
        : /^\d/.test(word)
          ? word
          : dayBefore(word.toLowerCase() === 'today' ? 0 : 1);
    found.push({ start: match.index, end: match.index + word.length, value });
  }
  return found;
}
