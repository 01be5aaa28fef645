import { agreeNames } from '../../src/entity/agree-names.ts';
import { NameTagger } from '../../src/entity/name-tagger.ts';
import { annotateLanguage } from '../../src/language/annotate-language.ts';
import { GUM_FILE, readGum, splitGum } from '../../training/language/gum.ts';
import type { EvalTask } from '../task.ts';
import { gumAsDocument } from './language.ts';

interface Tally {
  right: number;
  found: number;
  gold: number;
}

const TYPES = ['PER', 'LOC', 'ORG'] as const;

function scores({ right, found, gold }: Tally): { precision: number; recall: number; f1: number } {
  return {
    precision: found === 0 ? 0 : right / found,
    recall: gold === 0 ? 0 : right / gold,
    f1: found + gold === 0 ? 0 : (2 * right) / (found + gold),
  };
}

/**
 * Names on GUM's dev part, exact spans and type. GUM writes a person's title into the name, so titles are put back for the
 * comparison; what the program makes of titles, governments, groups and products is not in GUM and not measured here.
 */
export const task: EvalTask = {
  name: 'names',
  title: 'Names of people, places and organisations (GUM dev, exact spans)',
  needs: [GUM_FILE],
  run({ data }) {
    const { train, judge } = splitGum(readGum(data as string), 'dev');
    const tagger = NameTagger.load();
    const tallies = new Map<string, Tally>();
    const tally = (key: string): Tally => {
      const known = tallies.get(key) ?? { right: 0, found: 0, gold: 0 };
      tallies.set(key, known);
      return known;
    };
    const count = (keys: readonly string[], field: keyof Tally): void => {
      for (const key of keys) tally(key)[field]++;
    };
    const remembered = rememberNames(train);
    for (const document of judge) {
      const layer = annotateLanguage(gumAsDocument(document));
      const gold = new Set(document.names.map((name) => name.join(' ')));
      for (const [, , type] of document.names) count(['all', 'list', type, document.genre], 'gold');
      for (const name of agreeNames(layer, tagger.tag(layer))) {
        const type = name.type === 'TITLE' ? 'PER' : name.type;
        const start = layer.tokens.start[name.title] as number;
        const end = layer.tokens.end[name.end - 1] as number;
        const keys = ['all', type, document.genre];
        count(keys, 'found');
        if (gold.has(`${start} ${end} ${type}`)) count(keys, 'right');
      }
      for (const [first, end, type] of findRemembered(layer.tokens.word, remembered)) {
        count(['list'], 'found');
        const span = `${layer.tokens.start[first]} ${layer.tokens.end[end - 1]} ${type}`;
        if (gold.has(span)) count(['list'], 'right');
      }
    }
    const { precision, recall, f1 } = scores(tally('all'));
    const byType = Object.fromEntries(TYPES.map((type) => [type.toLowerCase(), scores(tally(type)).f1]));
    return {
      figures: { f1, precision, recall, ...byType },
      baseline: {
        name: 'names that GUM’s train part holds, longest first',
        figures: scoresOnly(tally('list')),
      },
      counts: { documents: judge.length, names: tally('all').gold },
      details: Object.fromEntries(
        [...tallies]
          .filter(([key]) => key !== 'list' && key !== 'all')
          .map(([key, value]) => [key, { ...scores(value), gold: value.gold }]),
      ),
    };
  },
};

function scoresOnly(value: Tally): Record<string, number> {
  const { precision, recall, f1 } = scores(value);
  return { f1, precision, recall };
}

const MAX_TOKENS = 6;

/** The commonest type of each name in train, by its words. */
function rememberNames(train: ReturnType<typeof readGum>): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { text, names } of train) {
    for (const [start, end, type] of names) {
      const words = text.slice(start, end);
      const types = counts.get(words) ?? new Map<string, number>();
      counts.set(words, types.set(type, (types.get(type) ?? 0) + 1));
    }
  }
  return new Map(
    [...counts].map(([words, types]) => [
      words,
      ([...types].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] as [string, number])[0],
    ]),
  );
}

function* findRemembered(
  words: readonly string[],
  remembered: ReadonlyMap<string, string>,
): Generator<[first: number, end: number, type: string]> {
  for (let first = 0; first < words.length; first++) {
    for (let end = Math.min(words.length, first + MAX_TOKENS); end > first; end--) {
      const type = remembered.get(words.slice(first, end).join(' '));
      if (type === undefined) continue;
      yield [first, end, type];
      first = end - 1;
      break;
    }
  }
}
