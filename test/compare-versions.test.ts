import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { documentFromText } from '../src/ingest/document-from-text.ts';
import { annotateLanguage } from '../src/language/annotate-language.ts';
import type { EarlierVersion } from '../src/model/document.ts';
import { textOf } from '../src/model/span.ts';
import { compareVersions } from '../src/trace/compare-versions.ts';

function compare(before: string, after: string): EarlierVersion {
  const old = documentFromText({ text: before });
  const now = documentFromText({ text: after });
  const earlier: EarlierVersion = {
    id: old.id,
    earlierBy: 'captured',
    omitted: [],
    text: old.text,
    ...(old.title === undefined ? {} : { title: old.title }),
  };
  return compareVersions(now, annotateLanguage(now), earlier, annotateLanguage(old));
}

/** `changed number: old words → new words`, a line for each change. */
function changesIn(before: string, after: string): string[] {
  return (compare(before, after).changes ?? []).map(({ kind, of, ...sides }) => {
    const words = (side: typeof sides.before | typeof sides.after): string =>
      side === undefined ? '–' : typeof side === 'string' ? side : side.text;
    return `${kind} ${of}: ${words(sides.before)} → ${words(sides.after)}`;
  });
}

const HEADLINE = 'Bridge at Marrow closed after storm\n\n';
const CARS = 'The bridge was built in 1931 and carries lorries and buses to the port every day.';

describe('compareVersions', () => {
  it('says nothing of sentences that only moved', () => {
    const other = 'Engineers will look at the pillars, the council said.';
    expect(changesIn(`${HEADLINE}${CARS} ${other}`, `${HEADLINE}${other} ${CARS}`)).toEqual([]);
  });

  it('takes another typeface for no change', () => {
    expect(changesIn(`"It's safe," she said - twice.`, `“It’s safe,” she said – twice.`)).toEqual([]);
  });

  it('puts numbers, quotations and negations that were changed first', () => {
    const before = `${HEADLINE}${CARS} The mayor spoke to the council in the evening. “We will repair it soon and open it again,” the mayor said. Officials said that 14 people were hurt in the storm. The council had inspected it last year.`;
    const after = `${HEADLINE}The council had not inspected it last year. Officials said that 17 people were hurt in the storm. “We will repair it in time and open it again,” the mayor said. The mayor spoke to the council late in the evening. ${CARS}`;
    expect(changesIn(before, after)).toEqual([
      'changed number: Officials said that 14 people were hurt in the storm. → Officials said that 17 people were hurt in the storm.',
      'changed quotation: “We will repair it soon and open it again,” the mayor said. → “We will repair it in time and open it again,” the mayor said.',
      'changed negation: The council had inspected it last year. → The council had not inspected it last year.',
      'changed wording: The mayor spoke to the council in the evening. → The mayor spoke to the council late in the evening.',
    ]);
  });

  it('lists what came and what went, and a new headline', () => {
    expect(
      changesIn(
        `${HEADLINE}${CARS} Nobody was hurt, the council said.`,
        `Two dead as bridge at Marrow falls\n\n${CARS} Divers found a car under the pillars at noon.`,
      ),
    ).toEqual([
      'changed headline: Bridge at Marrow closed after storm → Two dead as bridge at Marrow falls',
      'removed wording: Nobody was hurt, the council said. → –',
      'added wording: – → Divers found a car under the pillars at noon.',
    ]);
  });

  it('finds the note of a correction, and only one that is new', () => {
    const note = 'This article was corrected on 3 May.';
    expect(compare(`${HEADLINE}${CARS}`, `${HEADLINE}${CARS}\n\n${note}`).notice?.text).toBe(
      'This article was corrected',
    );
    expect(
      compare(`${HEADLINE}${CARS}\n\n${note}`, `${HEADLINE}${CARS} More.\n\n${note}`).notice,
    ).toBeUndefined();
  });

  it('quotes both versions exactly, whatever they are', () => {
    const sentence = array(
      constantFrom('Rain', 'fell', '12', '“No”,', 'not', 'Oster', '\u202E', '"', 'said', '\uD83D\uDE00'),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    const text = array(sentence, { minLength: 1, maxLength: 8 }).map((all) =>
      all.map((words) => `${words.join(' ')}.`).join(' '),
    );
    assert(
      property(text, text, (before, after) => {
        const version = compare(before, after);
        for (const change of version.changes ?? []) {
          if (typeof change.before === 'object')
            expect(change.before.text).toBe(textOf(version.text, change.before.spans));
          if (typeof change.after === 'object')
            expect(change.after.text).toBe(textOf(after, change.after.spans));
        }
        expect(compare(before, before).changes).toEqual([]);
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});
