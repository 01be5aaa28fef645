import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotateLanguage } from '../src/language/annotate-language.ts';
import { findNames } from '../src/entity/find-names.ts';
import { bareDocument } from './plain-document.ts';

function namesOf(text: string): string[] {
  const layer = annotateLanguage(bareDocument(text));
  return findNames(layer).map(({ span, kind }) => `${text.slice(...span)}: ${kind}`);
}

describe('findNames', () => {
  it('finds people, places and organs of government, titles left out', () => {
    expect(
      namesOf(
        'Foreign Minister Marta Oldenkamp arrived in Lisbon on Monday. Oldenkamp met President Juan Herrero at the Ministry of Transport.',
      ),
    ).toEqual([
      'Marta Oldenkamp: person',
      'Lisbon: place',
      'Oldenkamp: person',
      'Juan Herrero: person',
      'Ministry of Transport: government',
    ]);
  });

  it('keeps apostrophes, hyphens and particles of names', () => {
    expect(namesOf("Nadir Sha'bani told Hossein Mirza-Tahmasb that Salim al-Barqi had left.")).toEqual([
      "Nadir Sha'bani: person",
      'Hossein Mirza-Tahmasb: person',
      'Salim al-Barqi: person',
    ]);
  });

  it('knows countries and capitals in small letters, and peoples', () => {
    expect(namesOf('The envoy left kyiv for Nairobi, and Kenyans cheered.')).toEqual([
      'kyiv: place',
      'Nairobi: place',
      'Kenyans: group',
    ]);
  });

  it.each([
    // What stands beside a name tells its kind where no list has it.
    [
      'Solmec Inc. will buy Dentra Corp. soon. Solmec said it would pay in cash.',
      ['Solmec Inc.: organisation', 'Dentra Corp.: organisation', 'Solmec: organisation'],
    ],
    ['VORNA, May 3 - The bridge at Vorna fell.', ['VORNA: place', 'Vorna: place']],
    ['The regulator looked at EuroChip, which makes parts.', ['EuroChip: organisation']],
    ['Storms reached Tallow Bay on Monday.', ['Tallow Bay: place']],
    ['The Brantley Courier reported the theft.', ['Brantley Courier: organisation']],
    ['Analyst Piet de Groot said so.', ['Piet de Groot: person']],
  ])('%s', (text, names) => {
    expect(namesOf(text)).toEqual(names);
  });

  it('takes ships for ships wherever they are named, and feasts for nobody', () => {
    expect(
      namesOf("The ferry Lirio sank on New Year's Eve. The MV Astra Dawn saw the Lirio go down."),
    ).toEqual(['Lirio: product', 'MV Astra Dawn: product', 'Lirio: product']);
  });

  it('takes for a craft what is boarded, and what a noun for ships names in quotation marks', () => {
    expect(
      namesOf('Armed officers boarded the Coral Lantern at dawn. Nobody saw arms on the Coral Lantern.'),
    ).toEqual(['Coral Lantern: product', 'Coral Lantern: product']);
    expect(namesOf('The cargo ship "Coral Lantern" was detained.')).toEqual(['Coral Lantern: product']);
    expect(namesOf('Officers boarded the Coral Bay train at dawn.')).not.toContain('Coral Bay: product');
  });

  it('takes an outlet that is named after a town for an organisation', () => {
    expect(
      namesOf('The minister resigned, reports Lirio Voice. Nobody knew why, Lirio Voice has learned.'),
    ).toEqual(['Lirio Voice: organisation', 'Lirio Voice: organisation']);
  });

  it('finds type numbers', () => {
    expect(namesOf('Two F-16 jets and a group of Kestrel drones passed over the bay.')).toEqual([
      'F-16: product',
      'Kestrel: product',
    ]);
  });

  it('gives spans that are exact, in order and apart, whatever stands in the text', () => {
    const piece = fc.constantFrom(
      ...'Mr. Aldo said President Tarn Kenya kyiv F-16 drones “ ” \n\n . , the of and 😀 \ud800 NATO Ministry al-Barqi'.split(
        ' ',
      ),
      fc.sample(fc.string({ unit: 'binary', maxLength: 6 }), { numRuns: 1, seed: 7 })[0] ?? '',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join(' ');
        const layer = annotateLanguage(bareDocument(text));
        const starts = new Set(layer.tokens.start);
        const ends = new Set(layer.tokens.end);
        let last = 0;
        for (const { span } of findNames(layer)) {
          expect(starts.has(span[0]) && ends.has(span[1])).toBe(true);
          expect(span[0]).toBeGreaterThanOrEqual(last);
          last = span[1];
        }
      }),
      { seed: 20_316, numRuns: 200 },
    );
  });
});
