import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attributionsIn, expectedLines, foundLines } from '../../test/attribution-notation.ts';

/** Outer attributions of a text are those that the notation marks, no more and no fewer. */
const finds = (notation: string): void => expect(foundLines(notation)).toEqual(expectedLines(notation));

describe('speech reported by a verb', () => {
  test.each([
    '[S1:Ada Lunde] [Q1:said] [C1:the ferry had left the harbour at noon].',
    '[S1:The ministry] [Q1:said] [C1:that two of the crates were missing].',
    '[C1:The ferry had left the harbour at noon], [S1:Ada Lunde] [Q1:said].',
    '[C1:“We have lost two crates,”] [Q1:said] [S1:Ada Lunde].',
    '[C1:“We have lost two crates,”] [S1:she] [Q1:added].',
    '[S1:Joris Maas] [Q1:told] reporters [C1:that the bridge would stay closed].',
    '[S1:The mayor of Quell] [Q1:warned] [C1:that the storm could return].',
    '[S1:The company] [Q1:denied] [C1:that the valve had leaked].',
  ])('%s', finds);
});

describe('quotations', () => {
  test.each([
    '[C1:“The crates were full,”] [S1:Maas] [Q1:said], [C1:“and nobody counted them.”]',
    '[S1:Lunde] [Q1:said]: [C1:“The crates were full. Nobody counted them.”]',
    '[S1:The harbour master] [Q1:called] [C1:the plan “a gift to smugglers.”]',
  ])('%s', finds);

  test('one that runs over two paragraphs is one content', () => {
    finds('[S1:Lunde] [Q1:said]: [C1:“The crates were full.\n\n“Nobody counted them.”]');
  });
});

describe('according to', () => {
  test.each([
    '[Q1:According to] [S1:the coast guard], [C1:the ferry was carrying forty people].',
    '[C1:The ferry was carrying forty people], [Q1:according to] [S1:the coast guard].',
  ])('%s', finds);
});

describe('nobody speaks', () => {
  test.each([
    'The ferry left the harbour at noon with forty people on board.',
    'Two crates were found on the beach near Quell on Monday.',
    '',
    '   \n\n  ',
  ])('%j', (text) => expect(attributionsIn(text)).toEqual([]));
});

describe('act', () => {
  test.each([
    ['Ada Lunde denied that the valve had leaked.', 'deny'],
    ['Ada Lunde admitted that the valve had leaked.', 'confirm'],
    ['Ada Lunde warned that the valve could leak.', 'warn'],
    ['Ada Lunde accused the company of hiding the leak.', 'allege'],
    ['Ada Lunde urged the company to repair the valve.', 'demand'],
    ['Ada Lunde promised to repair the valve.', 'pledge'],
    ['Ada Lunde declined to say who had repaired the valve.', 'decline'],
    ['Ada Lunde believes that the valve was repaired.', 'think'],
    ['Ada Lunde recommended that the valve be repaired.', 'advise'],
    ['Ada Lunde said the valve had leaked for days.', 'state'],
    ['Ada Lunde did not say who had repaired the valve.', 'decline'],
    ['“We strongly reject this report,” Ada Lunde said.', 'deny'],
    ['“We did not open the valve,” Ada Lunde said.', 'deny'],
    ['Ada Lunde said she would repair the valve.', 'pledge'],
    ['Ada Lunde said the company must repair the valve.', 'demand'],
    ['Ada Lunde called the allegations baseless.', 'deny'],
  ])('%s', (text, act) => expect(attributionsIn(text)[0]?.act).toBe(act));
});

describe('act, by what is said', () => {
  test.each([
    ['“If they do not mend the valve, the town could flood,” Ada Lunde said.', 'state'],
    ['“It would be a great relief for the town,” Ada Lunde said.', 'state'],
    ['“I cannot explain how I feel,” Ada Lunde said.', 'state'],
    ['“I think the valve held,” Ada Lunde said.', 'state'],
    ['“We expect the company to repair the valve,” Ada Lunde said.', 'demand'],
    ['“The company has to repair the valve,” Ada Lunde said.', 'demand'],
    ['“They deliberately opened the valve,” Ada Lunde said.', 'allege'],
    ['“The company lied about the valve for years,” Ada Lunde said.', 'allege'],
    ['“The report is false,” Ada Lunde said.', 'deny'],
    ['“He is a guest, not a prisoner,” Ada Lunde said.', 'deny'],
    ['“There was never any danger to the town,” Ada Lunde said.', 'deny'],
    ['“Not a single shot was fired,” Ada Lunde said.', 'deny'],
    ['“I have never seen such a thing,” Ada Lunde said.', 'state'],
    ['“Our guards have not been involved,” Ada Lunde said.', 'deny'],
    ['“There will be an inquiry,” Ada Lunde said.', 'pledge'],
    ['The firm said that work would resume on Thursday.', 'announce'],
    ['Ada Lunde slammed the report as pure invention.', 'deny'],
    ['Ada Lunde called the report absurd.', 'deny'],
    ['Ada Lunde called the opening of the valve illegal.', 'allege'],
    ['Ada Lunde called the seizure of the barge piracy.', 'allege'],
    ['The suggestion that Ada Lunde opened the valve is untrue.', 'allege'],
    ['The registry said that it gave no consent of any kind.', 'deny'],
    ['Ada Lunde said she knew of no such meeting.', 'deny'],
    ['Ada Lunde said she had no information about the valve.', 'state'],
    ['The firm said it had no plans for the mill.', 'state'],
    ['“But nobody in charge was told,” Ada Lunde said.', 'deny'],
    ['“Nothing has been suspended,” Ada Lunde said.', 'deny'],
    ['The minister said that a criminal inquiry had been opened.', 'announce'],
    ['The agency said it had ordered the firm to close the mill.', 'announce'],
    ['Ada Lunde said that no inquiry had been opened.', 'deny'],
    ['“All residents are strongly advised to boil their water,” Ada Lunde said.', 'advise'],
    ['“We made a serious mistake,” Ada Lunde said.', 'confirm'],
    ['Ada Lunde said she wanted to know how long the valve had leaked.', 'ask'],
    ['The ministry said that it expected the barge to be freed at once.', 'demand'],
    ['The ministry said it wanted new pumps to drain the valley.', 'state'],
    ['Chief executive Ada Lunde said that the company would repair the valve.', 'pledge'],
    ['Ada Lunde said she would not rule out that the valve had leaked.', 'state'],
    ['Ada Lunde said she would be surprised if the valve held.', 'state'],
    ['The firm said a repair of the valve would take a week.', 'state'],
    ['The firm said the change would take effect on Monday.', 'announce'],
    ['Ada Lunde declared that the work was done.', 'state'],
    ['The mayor declared a state of emergency.', 'announce'],
    ['“The town should be careful not to drink from the valve,” Ada Lunde said.', 'warn'],
    ['Ada Lunde repeated her denial.', 'deny'],
    ['The mayor said they could not confirm the message was genuine.', 'decline'],
  ])('%s', (text, act) => expect(attributionsIn(text)[0]?.act).toBe(act));
});

describe('form', () => {
  test.each([
    ['“The valve has leaked for days,” Ada Lunde said.', 'direct'],
    ['Ada Lunde said the valve “has leaked for days” in the north.', 'mixed'],
    ['Ada Lunde said the valve had leaked for days.', 'indirect'],
  ])('%s', (text, form) => expect(attributionsIn(text)[0]?.form).toBe(form));
});

describe('what no cue introduces', () => {
  test('a quotation signed with a dash is its signer’s', () => {
    finds(
      'The petition drew many replies.\n\n[C1:“The ferry is all we have in the winter months.”] [Q1:—] [S1:Ines Prado, a teacher]',
    );
    const [found] = attributionsIn(
      '“The ferry is all we have in the winter months.” — Ines Prado, a teacher',
    );
    expect(found?.source).toEqual([[51, 72]]);
  });

  test('a quotation that stands alone leaves its speaker open', () => {
    const text =
      'Two crates were found on the beach near Quell on Monday.\n\n“We will not wait for them until the autumn comes.”\n\nThe harbour was quiet.';
    const found = attributionsIn(text).find(({ cue }) => cue.length === 0);
    expect(found).toMatchObject({ source: [], form: 'direct' });
    expect(found?.confidence).toBeUndefined();
  });

  test('a headline that addresses somebody', () => {
    const text =
      'Quell to Brenn: Stop the ferries\n\nThe council of Quell met on Monday. It was a long evening.';
    const found = attributionsIn(text)[0];
    expect(found && text.slice(...found.source[0]!)).toBe('Quell');
    expect(found && text.slice(...found.content[0]!)).toBe('Stop the ferries');
    expect(found?.act).toBe('demand');
  });
});

describe('verbs with what they take', () => {
  test.each([
    '[S1:The council] [Q1:ordered] [C1:the ferry to stop].',
    '[S1:The union] [Q1:advises] [C1:its members to keep the receipt].',
    '[S1:Ada Lunde] [Q1:accused] [C1:the company of hiding the leak].',
    '[S1:The shipyard] [Q1:rejected] [C1:claims that its crew had slept].',
  ])('%s', finds);

  test.each([
    ['Two thousand people came, the police said; the organisers spoke of 6,000.', 'the organisers', '6,000'],
    ['The police put the number of wounded at 63.', 'The police', 'the number of wounded at 63'],
    [
      'The bank admitted the theft but advised its customers to keep calm.',
      'The bank',
      'its customers to keep calm',
    ],
    ['5. Ada Lunde told the court that the dam was safe.', 'Ada Lunde', 'that the dam was safe'],
  ])('%s', (text, source, content) => {
    const found = attributionsIn(text).map((one) => [
      text.slice(...(one.source[0] ?? [0, 0])),
      text.slice(one.content[0]![0], one.content.at(-1)![1]),
    ]);
    expect(found).toContainEqual([source, content]);
  });

  test.each([
    ['“They have all left,” stated he on Monday.', 'he', '“They have all left,”'],
    ['Ada Lunde lost. “Too little, too late,” she sniffed.', 'she', '“Too little, too late,”'],
    [
      '“He called it free steam,” said his daughter, Ines.',
      'his daughter, Ines',
      '“He called it free steam,”',
    ],
    [
      'Brenn called for an independent inquiry and urged both sides to hold their fire.',
      'Brenn',
      'an independent inquiry',
    ],
    [
      'As of Monday the authorities have confirmed 31 cases and three deaths.',
      'the authorities',
      '31 cases and three deaths',
    ],
    ['Ada Lunde offered on Tuesday to step aside for a year.', 'Ada Lunde', 'to step aside for a year'],
    [
      'The laboratory in Quell that tested the sample said its report was late.',
      'The laboratory in Quell that tested the sample',
      'its report was late',
    ],
    [
      'Quell says that Brenn, with which it has been at war since May, fired two rockets.',
      'Quell',
      'that Brenn, with which it has been at war since May, fired two rockets',
    ],
  ])('%s', (text, source, content) => {
    const found = attributionsIn(text).map((one) => [
      text.slice(...(one.source[0] ?? [0, 0])),
      text.slice(one.content[0]![0], one.content.at(-1)![1]),
    ]);
    expect(found).toContainEqual([source, content]);
  });

  test('a relative clause behind a quotation says nothing', () => {
    const text = 'The captain spoke of “a quiet night,” which comes as the harbour closes.';
    expect(attributionsIn(text).map(({ source }) => text.slice(...(source[0] ?? [0, 0])))).not.toContain(
      'which',
    );
  });

  test('whoever is accused is no accuser', () => {
    const text = 'Ada Lunde said she had never met the man accused of hiding the letters.';
    const [, inner] = attributionsIn(text);
    expect(inner?.source ?? []).toEqual([]);
  });

  test('a quotation after reported speech stands for itself', () => {
    const text =
      'Joris Maas says nobody was in the hall. “They had all gone home by nine, every one of them.”';
    const found = attributionsIn(text);
    expect(found.map(({ form }) => form)).toEqual(['indirect', 'direct']);
    expect(found[1]?.cue).toEqual([]);
  });

  test('a headline’s second event is no part of the first', () => {
    const text =
      'Quell demands answers as ferry toll rises\n\nThe council of Quell met on Monday. It was late.';
    const [found] = attributionsIn(text);
    expect(found && text.slice(...found.content[0]!)).toBe('answers');
  });
});

describe('one attribution within another', () => {
  test.each([
    ['The agency quoted the minister as saying that the bridge was closed.', 'The agency', 'the minister'],
    [
      'The Quell Courier cited her as saying the bridge had been closed for a week.',
      'The Quell Courier',
      'her',
    ],
  ])('who quotes and who is quoted: %s', (text, relay, speaker) => {
    const found = attributionsIn(text);
    const outer = found.find(({ parent }) => parent === undefined)!;
    const inner = found.find(({ parent }) => parent === outer.id)!;
    expect(text.slice(...outer.source[0]!)).toBe(relay);
    expect(text.slice(...inner.source[0]!)).toBe(speaker);
    expect(text.slice(...inner.cue[0]!)).toBe('as saying');
    expect(outer.content[0]![1]).toBe(inner.content.at(-1)![1]);
  });

  test.each([
    [
      'Brenn has rejected allegations that its ships were armed.',
      'allegations',
      'that its ships were armed',
      'allege',
    ],
    [
      'Ada Lunde dismissed Quell’s claim that its ships were armed.',
      'claim',
      'that its ships were armed',
      'allege',
    ],
    ['Ada Lunde denied claims of secret flights.', 'claims', 'of secret flights', 'allege'],
    ['Ada Lunde said the alleged flights never took place.', 'alleged', 'flights', 'allege'],
  ])('a noun reports within what a verb reports: %s', (text, cue, content, act) => {
    const found = attributionsIn(text);
    const inner = found.find(({ parent }) => parent !== undefined)!;
    expect(text.slice(...inner.cue[0]!)).toBe(cue);
    expect(text.slice(...inner.content[0]!)).toBe(content);
    expect(inner.act).toBe(act);
    const outer = found.find(({ id }) => id === inner.parent)!;
    expect(outer.content[0]![0]).toBeLessThanOrEqual(inner.cue[0]![0]);
    if (!text.includes('said')) expect(outer.act).toBe('deny');
  });

  test('what a quoted speaker reports is nested in the quotation', () => {
    const found = attributionsIn('“Joris Maas told me that the bridge was closed,” Ada Lunde said.');
    const outer = found.find(({ parent }) => parent === undefined)!;
    const inner = found.find(({ parent }) => parent === outer.id);
    expect(inner).toBeDefined();
    expect(inner?.confidence).toBeUndefined();
  });
});

test('a higher confidence keeps fewer, and only surer ones', () => {
  const text =
    'Ada Lunde said the ferry had left. The plan seems odd to many. According to Maas, nobody knew. Some hoped for rain.';
  const all = attributionsIn(text, 0);
  const sure = attributionsIn(text, 0.6);
  const outer = sure.filter(({ parent }) => parent === undefined);
  expect(outer.length).toBeLessThan(all.filter(({ parent }) => parent === undefined).length);
  for (const { confidence } of outer) expect(confidence).toBeGreaterThanOrEqual(0.6);
});

describe('whatever the text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '“',
      '”',
      '"',
      '‘',
      '’',
      '«',
      '»',
      '(',
      ')',
      ':',
      ',',
      '. ',
      '\n',
      '\n\n',
      '—',
      ' ',
      '\u0000',
      '\ud83d',
      '😀',
      '\u202e',
      'said ',
      'according to ',
      'Ada Lunde ',
      'denied ',
      'that ',
      'the ferry left ',
      'she ',
      'told reporters ',
      'claims ',
    ),
    fc.string({ maxLength: 12, unit: 'grapheme' }),
  );
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

  test('spans stand in order inside it, and source, cue and content share no character', () => {
    fc.assert(
      fc.property(text, (hostile) => {
        for (const { source, cue, content } of attributionsIn(hostile, 0)) {
          expect(content.length).toBeGreaterThan(0);
          for (const role of [source, cue, content]) {
            let before = 0;
            for (const [start, end] of role) {
              expect(start).toBeGreaterThanOrEqual(before);
              expect(end).toBeGreaterThan(start);
              expect(end).toBeLessThanOrEqual(hostile.length);
              before = end;
            }
          }
          const all = [...source, ...cue, ...content].sort((a, b) => a[0] - b[0]);
          for (let i = 1; i < all.length; i++) expect(all[i]![0]).toBeGreaterThanOrEqual(all[i - 1]![1]);
        }
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  test('the answer is the same each time, and each id once', () => {
    fc.assert(
      fc.property(text, (hostile) => {
        const found = attributionsIn(hostile, 0);
        expect(attributionsIn(hostile, 0)).toEqual(found);
        const ids = found.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { parent } of found) if (parent !== undefined) expect(ids).toContain(parent);
      }),
      { seed: 12, numRuns: 150 },
    );
  });

  test.each([
    ['a sentence without an end', 'the claim that Ada Lunde said '.repeat(2000)],
    ['marks without an end', '“'.repeat(20_000)],
    ['quotations without a word between', '“Yes.” '.repeat(3000)],
  ])('%s is read in time', (_, hostile) => {
    for (const { content } of attributionsIn(hostile))
      expect(content.at(-1)![1]).toBeLessThanOrEqual(hostile.length);
  });

  test('paragraphs that follow change nothing in what was found before', () => {
    const first = 'Ada Lunde said the ferry had left the harbour at noon.\n\nIt was carrying forty people.';
    const before = attributionsIn(first).map(({ source, cue, content }) => ({ source, cue, content }));
    const after = attributionsIn(`${first}\n\nThe harbour is small. Boats come and go every day in summer.`);
    expect(after.map(({ source, cue, content }) => ({ source, cue, content }))).toEqual(before);
  });
});
