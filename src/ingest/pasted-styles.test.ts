import { describe, expect, it } from 'vitest';

import { documentFromText } from './document-from-text.ts';

/**
 * Texts as people copy them from sites of different build. In the fixtures `[-why:` and `-]` stand round what is to be left out; everything else is the account.
 */
const STYLES: Readonly<Record<string, { text: string; expected: object }>> = {
  'a wire': {
    text: `UPDATE 2-Dockers in Oster stop work over pay

OSTER, March 4 (Reuters) - Dockers in Oster laid down their work on Tuesday over pay, the port authority said, and nine ships were waiting outside the harbour.

"They offered nothing," the chair of the union, Olga Venn, told reporters.

[-advertisement:Advertisement · Scroll to continue-]

The operator, Halden Ports, said that it would not comment before talks had ended.

[-byline:(Reporting by Jane Roe in Oster and John Doe in Kessel; Editing by Ann Lee)-]

[-navigation:Our Standards: The Thomson Reuters Trust Principles.

Purchase Licensing Rights-]`,
    expected: { title: 'UPDATE 2-Dockers in Oster stop work over pay' },
  },
  'a tabloid': {
    text: `DOCK OFF! Strikers shut port and leave shoppers facing empty shelves

[-byline:By IVO LENK FOR THE DAILY HERALD
PUBLISHED: 10:14, 4 March 2031 | UPDATED: 12:30, 4 March 2031-]

[-navigation:Share this article
143 shares
27
View comments-]

Furious dockers have shut the port of Oster, the harbour office said on Tuesday.

[-navigation:+5
View gallery-]
[-other:Pickets at the gate of the port in Oster on Tuesday morning (Image: Getty Images)-]

[-related-links:READ MORE: Ferry owner says 'we have nothing to hide'-]

Union boss Olga Venn said: 'They offered us nothing and we will stay here until they do.'

[-appeal:Sign up to our free daily newsletter-]
[-navigation:Enter your email-]
[-appeal:We use your sign-up to provide content in ways you've consented to. You can unsubscribe at any time.-]

The operator declined to comment on Tuesday.

[-related-links:Most Read News
Tram leaves rails in Oster
Mayor 'furious' over bridge-]`,
    expected: {
      title: 'DOCK OFF! Strikers shut port and leave shoppers facing empty shelves',
      byline: ['IVO LENK'],
      published: { value: { value: '2031-03-04' } },
    },
  },
  'a broadcaster': {
    text: `Port of Oster: Dockers walk out over pay
[-byline:Published
4 March 2031-]
[-navigation:Share-]
[-other:Image source, Getty Images
Image caption,
Nine ships are waiting outside the harbour-]

[-byline:By Jane Roe
Business reporter, Oster-]

Dockers at the port of Oster have walked out over pay, the port authority has said.

Union chair Olga Venn told the radio station that talks had ended without a result.

[-related-links:Related Topics
Oster
Trade unions

More on this story

Ferry owner denies overloading-]`,
    expected: { byline: ['Jane Roe'], published: { value: { value: '2031-03-04' } } },
  },
  'a blog': {
    text: `Why the dockers are right (and wrong)
[-byline:Posted on March 4, 2031 by ivo | 12 Comments-]

I stood at the gate on Tuesday morning with two hundred people who had stopped work. Olga Venn, who chairs the union, said the operator had offered nothing.

[-other:[Photo: the gate at dawn, by me]-]

Halden Ports told me by e-mail that it would talk when the work resumed.

[-navigation:Share this:
Click to share on Twitter (Opens in new window)
Like this:
Like Loading...
Filed under: Oster, work
Tagged: dockers, strike

12 thoughts on "Why the dockers are right (and wrong)"-]

[-other:Mara says:
March 4, 2031 at 11:02 am
Nonsense, the operator pays well.
Reply

Leave a Reply
Your email address will not be published. Required fields are marked *-]`,
    expected: {
      title: 'Why the dockers are right (and wrong)',
      published: { value: { value: '2031-03-04' } },
    },
  },
  'a paper with notices above its headline': {
    text: `[-other:We value your privacy
We and our 843 partners store and/or access information on a device, such as cookies and process personal data.
Accept all
Manage options-]
[-navigation:Skip to main content
The Kessel Ledger
Subscribe
Log in-]

Dockers shut port of Oster in a dispute over pay
[-byline:Tue 4 Mar 2031 09.14 GMT
Last modified on Tue 4 Mar 2031 12.02 GMT

Jane Roe in Oster and agencies-]

Dockers shut the port of Oster on Tuesday in a dispute over pay, the harbour office said.

[-other:'They offered nothing' … pickets at the gate. Photograph: Ivo Lenk/Kessel Ledger-]

"We will stay here until they talk," Olga Venn, the chair of the union, said.

[-appeal:Guardian of the coast: sign up to our weekly email-]
[-related-links:Read more-]

The operator has not answered a request for comment.

[-related-links:Topics
Oster-]
[-navigation:Reuse this content-]`,
    expected: {
      title: 'Dockers shut port of Oster in a dispute over pay',
      byline: ['Jane Roe'],
      agencies: ['agencies'],
      published: { value: { value: '2031-03-04' } },
    },
  },
};

describe('texts as people paste them', () => {
  it.each(Object.entries(STYLES))('reads %s', (_, { text, expected }) => {
    const document = documentFromText({ text: text.replace(/\[-[a-z-]+:|-\]/g, '') });
    expect(document).toMatchObject(expected);
    let shown = '';
    let from = 0;
    for (const { evidence, why } of document.omitted)
      for (const [start, end] of evidence.spans) {
        shown += `${document.text.slice(from, start)}[-${why}:${document.text.slice(start, end)}-]`;
        from = end;
      }
    expect(shown + document.text.slice(from)).toBe(text);
  });

  it.each([
    'wait… [+1834 chars]',
    'Subscribe to continue reading',
    'This article is for subscribers only.',
    'To read the rest of this article, please create a free account or sign in.',
    "You've reached your limit of free articles this month.",
  ])('says that a text breaks off at “%s”', (end) => {
    const text = `Dockers strike in Oster\n\nDockers in Oster stopped work on Tuesday, the port authority said, and nine ships were waiting.\n\n${end}`;
    expect(documentFromText({ text }).oddities.map(({ kind }) => kind)).toEqual(['truncated']);
  });

  it('takes no account of subscriptions for one', () => {
    const text =
      'Kessel Ledger raises its price\n\nReaders will have to subscribe to read the Kessel Ledger, its owner said on Tuesday. Those who log in pay nothing until May, and the paper denied that it was for sale.';
    expect(documentFromText({ text }).oddities).toEqual([]);
  });
});
