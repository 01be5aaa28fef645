import { describe, expect, it } from 'vitest';
import { plainDocument } from '../../test/plain-document.ts';
import { AlignmentIndex } from './align-outlines.ts';
import { inferDescent, type Descent } from './infer-descent.ts';
import { outlineDocument, type Outline } from './outline.ts';
import { Vocabulary } from './vocabulary.ts';

const BREAK =
  'The old dam above Quell gave way before dawn on Tuesday and sent a wall of mud through the town.';
const LETTERS = 'Engineers had warned the council for eleven years that the spillway was cracked.';
const ROOFS = 'Rescuers in rubber boats took ninety-four people off the roofs of the tannery by noon.';

function infer(source: string, copy: string, turned: boolean): Descent | null {
  const vocabulary = new Vocabulary();
  const outline = (id: string, text: string): Outline => {
    const { document, language } = plainDocument(id, text);
    return outlineDocument(document, language, vocabulary);
  };
  const outlines = [outline('d-source', source), outline('d-copy', copy)] as const;
  const [a, b] = turned ? [outlines[1], outlines[0]] : outlines;
  return inferDescent(a, b, new AlignmentIndex(a, vocabulary.weights()).alignWith(b), vocabulary);
}

/** Looks at the two both ways round: the answer has to turn with them. */
function expectDescent(source: string, copy: string, kinds: readonly string[]): Descent | null {
  const descent = infer(source, copy, false);
  expect(descent?.signs.map(({ kind }) => kind) ?? []).toEqual(kinds);
  expect(infer(source, copy, true)).toEqual(descent && { ...descent, first: 1 });
  return descent;
}

describe('inferDescent', () => {
  it('says nothing of a text that is merely shorter, or the beginning of the other', () => {
    expectDescent([BREAK, LETTERS, ROOFS].join('\n'), [BREAK, LETTERS].join('\n'), []);
    expectDescent([BREAK, LETTERS, ROOFS].join('\n'), [BREAK, ROOFS].join('\n'), []);
  });

  describe('somebody who is named and not introduced', () => {
    const intro = 'The pumping station was run by Ida Quist, an engineer from the coast.';
    const named = 'Nobody answered when Quist wrote letters to the ministry in the capital that spring.';

    it('shows that the sentence with the introduction was cut', () => {
      const descent = expectDescent([BREAK, intro, named].join('\n'), [BREAK, named].join('\n'), [
        'name-not-introduced',
      ]);
      expect(descent?.signs[0]?.evidence.text).toBe('Quist');
      expect(descent?.signs[0]?.source.text).toBe(intro);
    });

    it.each([
      ['has another introduction', `Ida Quist blames the council.\n${BREAK}\n${named}`],
      ['is named with an office', [BREAK, named.replace('Quist', 'Engineer Quist')].join('\n')],
      ['is no person: the word stands in small letters too', [BREAK, named, 'It had no quist.'].join('\n')],
    ])('shows nothing where the person %s', (_, copy) => {
      expectDescent([BREAK, intro, named].join('\n'), copy, []);
    });
  });

  it('takes a quotation that ends and never began for a cut one', () => {
    const opening = '“We wrote to them every spring for as long as I worked there.';
    const closing = 'They always told us to wait for the next budget,” the former engineer said.';
    const descent = expectDescent(
      [BREAK, `${opening} ${closing}`, ROOFS].join('\n'),
      [BREAK, closing, ROOFS].join('\n'),
      ['quotation-not-opened'],
    );
    expect(descent?.signs[0]?.evidence.text).toBe(closing);
    expect(descent?.signs[0]?.source.text).toBe(`${opening} ${closing}`);
  });

  describe('typography', () => {
    const curly = `The spillway’s wall held until the council’s men left it.\n${BREAK}`;
    const source = `${curly}\nThe town’s choir sang, and the mayor’s dog howled.`;
    const host = `Bo Lund's kitchen is gone. The town's baker lent him a stove, and the baker's son a bed.`;

    it('shows that the words in common were put into a text with other marks', () => {
      expectDescent(source, `${host}\n${curly}`, ['typeset-otherwise']);
    });

    it('shows nothing where the whole of each text is set in one way, or either is mixed', () => {
      expectDescent(source, `${host}\n${curly}`.replaceAll('’', "'"), []);
      expectDescent(source, `${host.replace("'", '’')}\n${curly}`, []);
      expectDescent(`${source} The tanner's did not.`, `${host}\n${curly}`, []);
    });
  });

  it('leaves it open where signs point both ways', () => {
    const quist = 'The pumping station was run by Ida Quist, an engineer from the coast.';
    const lund = 'The ferry pier was looked after by Bo Lund, a carpenter from the hills.';
    const both = [
      'Nobody answered when Quist wrote letters to the ministry in the capital that spring.',
      'A year later it was because Lund had asked for timber that somebody came to look.',
    ];
    expectDescent([BREAK, quist, ...both].join('\n'), [BREAK, lund, ...both].join('\n'), []);
  });
});
