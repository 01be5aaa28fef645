import { describe, expect, it } from 'vitest';

import { partFurniture } from './find-furniture.ts';
import type { PdfLine } from './page.ts';

const HEIGHT = 800;

/** Pages of lines, each `[text, y]`, in type of 10 points. */
function linesOf(...pages: (readonly (readonly [text: string, y: number])[])[]): PdfLine[] {
  return pages.flatMap((lines, page) =>
    lines.map(([text, y]) => ({ text, page, y, left: 50, right: 50 + 5 * text.length, size: 10 })),
  );
}

const text = (name: string): [string, number][] =>
  Array.from({ length: 20 }, (_, i) => [
    `${name}, line ${'abcdefghijklmnopqrst'[i]}`,
    720 - 13 * i - (i % 5 === 0 ? 8 : 0),
  ]);

function furnitureOf(...pages: (readonly (readonly [string, number])[])[]): string[] {
  return partFurniture(
    linesOf(...pages),
    pages.map(() => HEIGHT),
  ).furniture;
}

describe('partFurniture', () => {
  it('finds what repeats at the edge, digits aside, and keeps it once', () => {
    const page = (number: number, name: string): [string, number][] => [
      ['The Ostrand Gazette', 770],
      ...text(name),
      [`Page ${number}`, 30 + (number % 2)],
    ];
    const parted = partFurniture(linesOf(page(1, 'One'), page(2, 'Two')), [HEIGHT, HEIGHT]);
    expect(parted.furniture).toEqual(['The Ostrand Gazette', 'Page 1']);
    expect(parted.lines).toHaveLength(40);
  });

  it('finds the heading of the running chapter by its place', () => {
    const chapters = ['The mill', 'The mill', 'The weir', 'The sirens', 'The inquiry'];
    expect(
      furnitureOf(
        ...chapters.map((name, i): [string, number][] => [
          [`${name} ${i}`, 770],
          ...text(`Page ${'abcde'[i]}`),
        ]),
      ),
    ).toEqual(['The mill 0', 'The weir 2', 'The sirens 3', 'The inquiry 4']);
  });

  it('leaves the first line of each page, which stands in one place, too', () => {
    expect(
      furnitureOf(
        ...['a', 'b', 'c', 'd', 'e'].map((name): [string, number][] => [
          [`First of ${name}`, 733],
          ...text(name),
        ]),
      ),
    ).toEqual([]);
  });

  it('leaves the same words in the middle of pages, or by chance on two', () => {
    expect(furnitureOf(text('Same'), text('Same'))).toEqual([]);
  });

  it('takes a number alone at the edge for the page’s', () => {
    expect(furnitureOf([...text('One'), ['- 1 -', 30]])).toEqual(['- 1 -']);
    expect(furnitureOf([...text('One'), ['11 cellars', 30]])).toEqual([]);
  });
});
