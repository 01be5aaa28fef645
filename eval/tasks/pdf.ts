import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { Browser } from 'playwright-core';

import { findLines } from '../../src/ingest/pdf/find-lines.ts';
import { openPdf } from '../../src/ingest/pdf/open-pdf.ts';
import { arrangePdf } from '../../src/ingest/read-pdf.ts';
import { launchBrowser } from '../../test/browser/launch.ts';
import type { EvalResult, EvalTask } from '../task.ts';

/** How newspapers, offices and browsers set an account. */
interface Layout {
  readonly css: string;
  /** Words may be broken at line ends. */
  readonly breaks?: boolean;
  readonly header?: boolean;
}

const LAYOUTS: Readonly<Record<string, Layout>> = {
  spaced: { css: 'body { font: 11pt/1.4 serif } p { margin: 0 0 10pt }' },
  indented: { css: 'body { font: 10.5pt/1.3 serif } p { margin: 0; text-indent: 1.5em }' },
  justified: {
    css: 'body { font: 11pt/1.3 serif; text-align: justify } p { margin: 0; text-indent: 1.2em }',
    breaks: true,
    header: true,
  },
  'two columns': {
    css: 'div { columns: 2; column-gap: 8mm; text-align: justify } body { font: 10pt/1.25 serif } p { margin: 0; text-indent: 1em }',
    breaks: true,
    header: true,
  },
  'three columns': {
    css: 'div { columns: 3; column-gap: 6mm } body { font: 9pt/1.2 sans-serif } p { margin: 0 0 5pt }',
    header: true,
  },
  'neither indent nor space': { css: 'body { font: 11pt/1.35 sans-serif } p { margin: 0 }' },
  narrow: { css: 'body { font: 12pt/1.5 serif; width: 75mm } p { margin: 0 0 6pt }', breaks: true },
};

const PARAGRAPHS = 40;

/**
 * How much of an account survives being set and printed: accounts of our own examples are set by a browser in several ways, read back, and compared with what was set.
 * The baseline takes each line break of the PDF's for a space and white space for the end of a paragraph, as simple readers do.
 */
export const task: EvalTask = {
  name: 'pdf',
  title: 'Paragraphs of PDF read as they were set, seven layouts',
  needs: [],
  async run({ examples, say }): Promise<EvalResult> {
    const accounts = accountsIn(examples);
    const browser = await launchBrowser();
    const own = new Score();
    const simple = new Score();
    const details: Record<string, number> = {};
    try {
      for (const [name, layout] of Object.entries(LAYOUTS)) {
        say(`  ${name}`);
        const here = new Score();
        for (const [at, [title = '', ...paragraphs]] of accounts.entries()) {
          const others = accounts.filter((_, i) => i !== at).flatMap((account) => account.slice(1));
          const set = [title, ...[...paragraphs, ...others].slice(0, PARAGRAPHS)];
          const opened = await openPdf(await printed(browser, set, layout));
          const result = arrangePdf(opened);
          const read = result.ok ? result.parts.text.split('\n\n') : [];
          here.add(set, read);
          own.add(set, read);
          if (opened.ok)
            simple.add(set, simplyRead(opened.contents.pages.map((page, i) => findLines(page, i))));
        }
        details[name] = here.paragraphs;
      }
    } finally {
      await browser.close();
    }
    return {
      figures: { paragraphs: own.paragraphs, words: own.words },
      baseline: {
        name: 'lines joined by spaces, white space for paragraphs',
        figures: { paragraphs: simple.paragraphs, words: simple.words },
      },
      counts: { accounts: accounts.length, layouts: Object.keys(LAYOUTS).length, paragraphs: own.count },
      details,
    };
  },
};

/** The paragraphs of each account among the examples, its headline first. */
function accountsIn(examples: string): string[][] {
  return readdirSync(examples)
    .map((name) => join(examples, name))
    .filter((folder) => statSync(folder).isDirectory())
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.txt'))
        .map((name) =>
          readFileSync(join(folder, name), 'utf8')
            .split(/\n\s*\n/)
            .map(oneLine)
            .filter(Boolean),
        ),
    )
    .filter((paragraphs) => paragraphs.length > 4);
}

async function printed(
  browser: Browser,
  [title = '', ...paragraphs]: string[],
  layout: Layout,
): Promise<Uint8Array> {
  const words = (text: string): string => escaped(layout.breaks ? withBreaks(text) : text);
  const page = await browser.newPage();
  try {
    await page.setContent(
      `<html lang="en"><style>h1 { font-size: 20pt } ${layout.css}</style><h1>${escaped(title)}</h1><div>${paragraphs.map((text) => `<p>${words(text)}</p>`).join('')}</div></html>`,
    );
    const small = (inside: string): string =>
      `<div style="font-size: 8pt; margin-left: 20mm">${inside}</div>`;
    return await page.pdf({
      format: 'A4',
      margin: { top: '25mm', bottom: '22mm', left: '20mm', right: '20mm' },
      displayHeaderFooter: layout.header ?? false,
      headerTemplate: small('The Ostrand Gazette'),
      footerTemplate: small('<span class="pageNumber"></span>'),
    });
  } finally {
    await page.close();
  }
}

/** Soft hyphens between two consonants that vowels surround: about where typesetters break. */
function withBreaks(text: string): string {
  return text.replace(/[A-Za-z]{7,}/g, (word) =>
    word.replace(/([aeiou][bcdfghklmnprstvw])(?=[bcdfghklmnprstvw][aeiou])/g, '$1\u00ad'),
  );
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** White space of this many heights of the type from line to line. */
const WHITE_SPACE = 1.7;

function simplyRead(pages: readonly ReturnType<typeof findLines>[]): string[] {
  const paragraphs: string[] = [];
  for (const lines of pages)
    for (const [at, { text, y, size }] of lines.entries()) {
      const before = lines[at - 1];
      const open = paragraphs.at(-1);
      if (open !== undefined && before !== undefined && Math.abs(before.y - y) < WHITE_SPACE * size)
        paragraphs[paragraphs.length - 1] = `${open} ${text}`;
      else paragraphs.push(text);
    }
  return paragraphs;
}

/** Shares of the paragraphs, and of the words, that were read as they were set; counted with their number. */
class Score {
  count = 0;
  #paragraphs = 0;
  #words = 0;
  #wordCount = 0;

  add(set: readonly string[], read: readonly string[]): void {
    const found = counted(read.map(oneLine));
    const words = counted(read.flatMap((text) => oneLine(text).split(' ')));
    for (const paragraph of set) {
      this.count++;
      if (take(found, oneLine(paragraph))) this.#paragraphs++;
      for (const word of oneLine(paragraph).split(' ')) {
        this.#wordCount++;
        if (take(words, word)) this.#words++;
      }
    }
  }

  get paragraphs(): number {
    return this.#paragraphs / Math.max(1, this.count);
  }

  get words(): number {
    return this.#words / Math.max(1, this.#wordCount);
  }
}

function counted(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function take(counts: Map<string, number>, item: string): boolean {
  const left = counts.get(item) ?? 0;
  counts.set(item, left - 1);
  return left > 0;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
