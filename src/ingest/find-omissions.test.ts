import { describe, expect, it } from 'vitest';

import type { OmissionReason } from '../model/document.ts';
import { textOf } from '../model/span.ts';
import { marked } from '../../test/marked.ts';
import { documentFromText } from './document-from-text.ts';

const LABELS: Readonly<Record<string, OmissionReason>> = {
  APPEAL: 'appeal',
  LINKS: 'related-links',
  ADVERT: 'advertisement',
  NAV: 'navigation',
  COPY: 'copyright',
  BYLINE: 'byline',
  OTHER: 'other',
};

/** Compares what is left out of a text with the stretches that are marked in it. */
function expectOmitted(notation: string): void {
  const { text, spans } = marked(notation);
  const expected = Object.entries(spans)
    .flatMap(([label, pieces]) => pieces.map((span) => [LABELS[label], textOf(text, [span])]))
    .sort((a, b) => text.indexOf(a[1] ?? '') - text.indexOf(b[1] ?? ''));
  const found = documentFromText({ text }).omitted.map(({ why, evidence }) => [why, evidence.text]);
  expect(found).toEqual(expected);
}

const STORY = `The ferry Halmar left the port of Oster at six in the evening, the harbour office said on Friday.
It was found on its side two hours later, with forty people still on board, according to the coast guard.
“We are asking everybody who saw the ship for their help,” said Mirel Tadas, the head of the office.
The owner denied that the ship had been overloaded. An inquiry will open next week.`;

describe('findOmissions', () => {
  it('leaves a report alone', () => {
    expectOmitted(STORY);
  });

  it('finds an appeal that follows without a blank line', () => {
    expectOmitted(`${STORY}
[APPEAL:A message from The Oster Lantern:
Dear readers,
The past year was the hardest in our history. The ministry has taken our licence and calls us enemies.
These are attempts to end free reporting on this coast.
We, the people who make this newspaper, will go on. But we cannot do it without you.
Please support us with as little as $3 a month. It takes a minute.
Thank you for standing with us.
Not now.]`);
  });

  it('finds an appeal that nothing announces', () => {
    expectOmitted(`${STORY}

[APPEAL:Good journalism is expensive, and our reporters on the coast need you. Become a member today.
Your contribution keeps our newsroom independent.]`);
  });

  it('finds a box for a newsletter amid the text', () => {
    const [first, second, ...rest] = STORY.split('\n');
    expectOmitted(
      `${first}\n${second}\n[APPEAL:Sign up for our morning newsletter and get the news of the coast in your inbox.]\n${rest.join('\n')}`,
    );
  });

  it('does not take quoted or reported appeals for its own', () => {
    expectOmitted(`${STORY}
“Please support us and donate, our journalists need you,” the editor of the closed newspaper told its readers.
The opposition said that its members would donate a month of their wages to the families.`);
  });

  it('leaves a statement in the first person as it is', () => {
    expectOmitted(`Statement of the crew of the Halmar
We, the crew, have heard what the owner says about us.
We left the port on time and with the papers that you have all seen.
Our union supports us, and we ask you to wait for the inquiry.
We will answer your questions after it.`);
  });

  it('keeps byline, date, credits of pictures and copyright apart', () => {
    expectOmitted(`Forty saved from ferry off Oster

[BYLINE:By Ansa Merrin and Jol Vetter
Published on 21 October 2022, 18:40 GMT]
[OTHER:The Halmar on its side on Friday morning. (Photo: Ansa Merrin)]
${STORY}
[BYLINE:(Reporting by Ansa Merrin; Editing by Jol Vetter)]
[COPY:© 2022 The Oster Lantern. All rights reserved.]`);
  });

  it('leaves out links to other articles with their titles', () => {
    const [first, second, ...rest] = STORY.split('\n');
    expectOmitted(
      `${first}\n[LINKS:Read more: Five ferries that should not sail]\n${second}\n[LINKS:Related stories\nWhat the register says about the Halmar\nA short history of the line]\n${rest.join('\n')}\n[LINKS:See also:\nThe owner has been here before. It ended badly.\nWho pays for the rescue?]`,
    );
  });

  it('leaves out advertisements, buttons, and comments with all that follows them', () => {
    expectOmitted(`[NAV:Share this on social media]
${STORY}
[ADVERT:Story continues below advertisement]
The coast guard said that it had called the ship at seven.
[NAV:3 comments]
[OTHER:seadog77: I said so years ago, these ships are old
Reply]`);
  });

  it('counts a line that only names where copy came from as the byline, and no sentence about a source', () => {
    expectOmitted(`${STORY}\n[BYLINE:Source: Kestrel News Agency]`);
    expectOmitted(`${STORY}\n[BYLINE:The Kestrel News Agency contributed to this report.]`);
    expectOmitted(`${STORY}\nSource: “the ship was old”, said somebody in the port.`);
  });

  it('leaves out the name of the publisher behind the headline', () => {
    expectOmitted(`Forty saved from ferry off Oster[OTHER: – Oster Rundschau]\n\n${STORY}`);
    expect(
      documentFromText({ text: `Forty saved from ferry off Oster – Oster Rundschau\n\n${STORY}` }).title,
    ).toBe('Forty saved from ferry off Oster');
  });

  it('finds an appeal above the links that end a page, with its heading', () => {
    expectOmitted(`${STORY}
[APPEAL:Support the Oster Courier
Dear reader, the Courier has no owner but you. Ministers have called its questions "unhelpful", and two offices no longer answer the telephone.
If you can, give three crowns a month. It keeps two reporters on the quay.]
[LINKS:Read more:
Minister denies that inspections were cut]`);
  });

  it('finds closing words to readers, and a link in brackets amid a paragraph', () => {
    expectOmitted(`${STORY}
The port reopens on Monday. [LINKS:(Read also: Storm warning for the coast)] Ships wait outside.
[APPEAL:What do you think about it? Tell us in the comments, and follow us for more!]`);
  });

  it('does not take a post that is quoted whole for an appeal', () => {
    expectOmitted(
      `${STORY}\nThe owner posted: Our ships are safe! SIGN UP FOR OUR NEWSLETTER — Halmar Lines (@halmar) October 21`,
    );
  });

  it('survives a line of megabytes', () => {
    const text = `By Ansa Merrin\n${'please support our journalism, dear readers, '.repeat(50_000)}`;
    expect(documentFromText({ text }).text).toHaveLength(text.length);
  });
});
