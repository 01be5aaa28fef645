import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameKey } from '../../src/text/person-name.ts';
import { SAME_NAME, jaroWinkler, nameSimilarity } from '../../src/text/name-similarity.ts';
import type { EvalTask } from '../task.ts';

interface Pair {
  readonly name1: string;
  readonly name2: string;
  readonly match: boolean;
}

const FILE = 'names/person-pairs.jsonl';
const FOLDS = 5;

/** Whether two names, made to be hard, are one person's: similarity of names alone, without any context. */
export const task: EvalTask = {
  name: 'person-pairs',
  title: 'Names that are one person (274 hard pairs)',
  needs: [FILE],
  lowerIsBetter: ['falseMerges'],
  run({ data }) {
    const pairs = readFileSync(join(data ?? '', FILE), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Pair);
    const scored = pairs.map((pair) => ({
      match: pair.match,
      score: nameSimilarity(pair.name1, pair.name2),
    }));
    const here = counts(scored, SAME_NAME);
    const strings = pairs.map((pair) => ({
      match: pair.match,
      score: jaroWinkler(nameKey(pair.name1), nameKey(pair.name2)),
    }));
    return {
      figures: {
        f1: f1(here),
        precision: here.right / (here.right + here.wrong),
        recall: here.right / (here.right + here.missed),
        crossValidatedF1: crossValidated(scored),
        falseMerges: here.wrong,
      },
      baseline: { name: 'Jaro–Winkler of the whole names', figures: { f1: crossValidated(strings) } },
      counts: { pairs: pairs.length, matches: pairs.filter(({ match }) => match).length },
    };
  },
};

type Scored = readonly { readonly match: boolean; readonly score: number }[];
interface Counts {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

function counts(pairs: Scored, threshold: number): Counts {
  let right = 0;
  let wrong = 0;
  let missed = 0;
  for (const { match, score } of pairs) {
    if (score >= threshold && match) right++;
    else if (score >= threshold) wrong++;
    else if (match) missed++;
  }
  return { right, wrong, missed };
}

function f1({ right, wrong, missed }: Counts): number {
  return right === 0 ? 0 : (2 * right) / (2 * right + wrong + missed);
}

/** F1 with the threshold chosen on the other folds. */
function crossValidated(pairs: Scored): number {
  const total = { right: 0, wrong: 0, missed: 0 };
  for (let fold = 0; fold < FOLDS; fold++) {
    const rest = pairs.filter((_, index) => index % FOLDS !== fold);
    let best = 0;
    let chosen = 0;
    for (let threshold = 50; threshold <= 100; threshold++) {
      const value = f1(counts(rest, threshold / 100));
      if (value <= best) continue;
      best = value;
      chosen = threshold / 100;
    }
    const held = counts(
      pairs.filter((_, index) => index % FOLDS === fold),
      chosen,
    );
    total.right += held.right;
    total.wrong += held.wrong;
    total.missed += held.missed;
  }
  return f1(total);
}
