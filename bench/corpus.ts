import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What the benches re-sample: whole articles on 29 events. */
export const ARTICLES = 'cross-document/g5-articles.jsonl';

/** The articles, or the accounts of our own examples where there is no data. */
export function readTexts(data: string | undefined, examples: string): string[] {
  if (data !== undefined && existsSync(join(data, ARTICLES)))
    return readFileSync(join(data, ARTICLES), 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { text: string }).text);
  return readdirSync(examples, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => readFileSync(join(examples, file), 'utf8'));
}

/**
 * The articles over and over: the first round whole, each later one with about half of the paragraphs, drawn anew, and a line of its
 * own, so that no two are the same text and much of each stands in many others, as with the reports of agencies. Seeded.
 */
export function resample(texts: readonly string[], count: number): string[] {
  let state = 1;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: count }, (_, at) => {
    const text = texts[at % texts.length] ?? '';
    if (at < texts.length) return text;
    const paragraphs = text.split('\n').filter((line) => line.trim() !== '');
    const kept = paragraphs.filter(() => next() < 0.5);
    return `${[...(kept.length > 0 ? kept : paragraphs), `Report ${at} of the day.`].join('\n\n')}\n`;
  });
}
