import { describe, expect, it } from 'vitest';
import { discrepanciesBetween } from '../../test/two-accounts.ts';

/** What is only set side by side: what both speak of, with each side's words. */
function sideBySide(...texts: readonly string[]): { about: string; sides: string[] }[] {
  return discrepanciesBetween(...texts)
    .filter(({ note }) => note?.includes('a reader must decide'))
    .map(({ about, readings }) => ({ about, sides: readings.map(({ evidence }) => evidence.text) }));
}

const SAID = [
  'Ada Rusk said the fire began in the boiler room.',
  'Jan Orsk said the school would stay shut.',
  'Per Lund said nobody had slept.',
].join(' ');

describe('matters told side by side', () => {
  it('are what two voices tell differently, without a word for how they clash', () => {
    const [matter, ...rest] = sideBySide(
      `The ferry left the harbour of Vell with its bow doors closed, the captain said. ${SAID}`,
      `A deckhand, Nils Brandt, said the bow doors of the ferry had hung open since Marn. ${SAID}`,
    );
    expect(matter?.sides.some((side) => side.includes('closed'))).toBe(true);
    expect(matter?.sides.some((side) => side.includes('hung open'))).toBe(true);
    expect(matter?.about).toContain('doors');
    expect(rest).toEqual([]);
  });

  it('are of low importance, and the note leaves it to the reader', () => {
    const found = discrepanciesBetween(
      `The ferry left the harbour of Vell with its bow doors closed, the captain said. ${SAID}`,
      `A deckhand, Nils Brandt, said the bow doors of the ferry had hung open since Marn. ${SAID}`,
    );
    expect(found.map(({ importance, note }) => [importance, note])).toEqual([
      ['low', 'They may be of different things, or say the same in other words; a reader must decide.'],
    ]);
  });

  it('are not what both tell alike', () => {
    expect(sideBySide(SAID, SAID)).toEqual([]);
  });

  it('are not what a firmer line tells', () => {
    const found = discrepanciesBetween(
      `Police arrested 40 people at the bridge in Vell, the mayor said. ${SAID}`,
      `Police arrested 65 people at the bridge in Vell, a lawyer said. ${SAID}`,
    );
    expect(found.map(({ importance }) => importance)).toEqual(['high']);
  });

  it('are not what one account tells both ways', () => {
    const both = `The ferry left Vell with its bow doors closed, the captain said. A deckhand, Nils Brandt, said the bow doors of the ferry were painted in Marn. ${SAID}`;
    expect(sideBySide(both, both)).toEqual([]);
  });

  it('hold what copies have once', () => {
    const copied = `A deckhand, Nils Brandt, said the bow doors of the ferry had hung open since Marn. ${SAID}`;
    const [matter] = sideBySide(
      `The ferry left the harbour of Vell with its bow doors closed, the captain said. ${SAID}`,
      copied,
      `${copied} The inquiry goes on.`,
    );
    expect(matter?.sides.filter((side) => side.includes('hung open'))).toHaveLength(1);
  });

  it('are few where nothing cannot all be right', () => {
    const things = ['roof of the mill', 'gate of the dam', 'mast of the yacht', 'bell of the church'];
    const tell = (who: string, what: string): string =>
      things.map((thing) => `${who} said ${what} had damaged the ${thing}.`).join(' ');
    const found = discrepanciesBetween(
      `${tell('Ada Rusk', 'a storm')} ${SAID}`,
      `${tell('Jan Orsk', 'a crane')} ${SAID}`,
    );
    expect(found.map(({ importance }) => importance)).toEqual(['low', 'low']);
  });

  it('are nothing that differs in its wording alone', () => {
    expect(
      sideBySide(
        `The captain said the crew had loaded the ferry slowly. ${SAID}`,
        `Nils Brandt said the crew had been loading the ferry. ${SAID}`,
      ),
    ).toEqual([]);
  });
});
