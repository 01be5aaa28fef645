import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './provenance.ts';
import type { Provenance } from './provenance.ts';
import type { EvalResult } from './task.ts';

/** What stands in `eval/results/<name>.json`. */
export interface StoredResult extends EvalResult {
  readonly task: string;
  readonly title: string;
  readonly measured: Provenance;
  /** Digest of each corpus file. */
  readonly digests: Readonly<Record<string, string>>;
}

const RESULTS = join(root, 'eval', 'results');

export function readResults(): StoredResult[] {
  if (!existsSync(RESULTS)) return [];
  return readdirSync(RESULTS)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(RESULTS, name), 'utf8')) as StoredResult);
}

/** A table of one task's figures beside its baseline, as Markdown; figures named `<group>.<figure>` get a column a group. */
export function tableOf(result: StoredResult): string {
  const grouped = Object.keys(result.figures).every((name) => name.includes('.'));
  const columns: [string, (name: string) => number | undefined][] = grouped
    ? unique(Object.keys(result.figures).map((name) => name.split('.')[0] ?? '')).map((group) => [
        group,
        (name) => result.figures[`${group}.${name}`],
      ])
    : [['Stemma', (name) => result.figures[name]]];
  const baseline = result.baseline;
  if (baseline) columns.push([baseline.name, (name) => baseline.figures[name]]);
  const names = unique(
    Object.keys(result.figures).map((name) => (grouped ? name.slice(name.indexOf('.') + 1) : name)),
  );
  const counts = Object.entries(result.counts).map(
    ([name, count]) => `${count.toLocaleString('en')} ${name}`,
  );
  return [
    `| figure | ${columns.map(([heading]) => heading).join(' | ')} |`,
    `| --- |${columns.map(() => ' ---: |').join('')}`,
    ...names.map(
      (name) => `| \`${name}\` | ${columns.map(([, value]) => format(value(name))).join(' | ')} |`,
    ),
    '',
    `Measured at commit ${result.measured.commit} on ${counts.join(', ')}.`,
  ].join('\n');
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}

function format(value: number | undefined): string {
  if (value === undefined) return '–';
  return Number.isInteger(value) ? value.toLocaleString('en') : value.toFixed(3);
}

/**
 * Fills the blocks between `<!-- figures:NAME -->` and `<!-- /figures -->` in the README, the model cards and the docs.
 *
 * @returns the files whose blocks did not hold the stored figures; they are rewritten unless `checkOnly`.
 */
export function fillTables(results: readonly StoredResult[], checkOnly: boolean): string[] {
  const byName = new Map(results.map((result) => [result.task, result]));
  const changed: string[] = [];
  const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' });
  for (const file of [
    'README.md',
    ...docs.filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
  ]) {
    const path = join(root, file);
    const before = readFileSync(path, 'utf8');
    const after = before.replace(
      /(<!-- figures:([\w-]+) -->\n)[\s\S]*?(<!-- \/figures -->)/g,
      (whole, open: string, name: string, close: string) => {
        const result = byName.get(name);
        return result ? `${open}\n${tableOf(result)}\n\n${close}` : whole;
      },
    );
    if (layoutFree(after) === layoutFree(before)) continue;
    changed.push(file);
    if (!checkOnly) writeFileSync(path, after);
  }
  return changed;
}

/** The formatter aligns tables as it likes: blanks and rules do not count as a difference. */
function layoutFree(markdown: string): string {
  return markdown.replace(/[ -]+/g, ' ').replace(/\| :? ?:? ?\|/g, '||');
}
