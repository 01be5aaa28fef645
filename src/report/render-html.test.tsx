import { describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { HtmlValidate } from 'html-validate';
import { parseHTML } from 'linkedom';
import { hostileDossier } from '../../test/hostile-dossier.ts';
import { emptyDossier, sampleDossier } from '../../test/sample-dossier.ts';
import type { Dossier } from '../model/dossier.ts';
import { partByImportance } from './discrepancy-words.ts';
import { anchorId } from './anchors.ts';
import { inTextId } from './page-index.ts';
import { htmlPieces, renderHtml } from './render-html.tsx';

const dossier = sampleDossier();
const html = renderHtml(dossier, { script: '' });
const { document } = parseHTML(html);

function pageOf(of: Dossier) {
  return parseHTML(renderHtml(of, { script: '' })).document;
}

describe('the page in pieces', () => {
  it('is the same page each time that it is gone through, a section to a piece', () => {
    const pieces = htmlPieces(hostileDossier(), { script: 'addEventListener("load", () => {});' });
    const whole = renderHtml(hostileDossier(), { script: 'addEventListener("load", () => {});' });
    expect([...pieces].join('')).toBe(whole);
    expect([...pieces].join('')).toBe(whole);
    for (const piece of pieces) expect(piece.match(/<h2 id=/g)?.length ?? 0).toBeLessThanOrEqual(1);
  });
});

describe('renderHtml', () => {
  it('gives every link within the page a place to land', () => {
    const broken = [...document.querySelectorAll('a[href^="#"]')]
      .map((link) => link.getAttribute('href')?.slice(1) ?? '')
      .filter((id) => !document.getElementById(id));
    expect(broken).toEqual([]);
  });

  it.each([
    ['the sample', sampleDossier()],
    ['a hostile story', hostileDossier()],
    ['an empty dossier', emptyDossier(['claims'])],
  ])('is valid HTML: %s', async (_, of) => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: {
        // What these ask for is a matter of taste: void tags with a slash are valid, and length of titles is a stranger's.
        'void-style': 'off',
        'long-title': 'off',
        // Table cells and list items of text that comes from documents are trimmed by nobody.
        'no-trailing-whitespace': 'off',
        'attribute-boolean-style': 'off',
        'prefer-native-element': 'off',
        'no-raw-characters': 'off',
      },
    });
    const report = await validator.validateString(renderHtml(of, { script: '' }));
    expect(
      report.results.flatMap((result) =>
        result.messages.map((message) => `${message.ruleId} ${message.message} ${message.selector ?? ''}`),
      ),
    ).toEqual([]);
  });

  it('uses no id twice', () => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('shows each document letter for letter', () => {
    for (const each of dossier.documents) {
      const shown = [...document.querySelectorAll(`#${each.id} .text > div > p`)].map((paragraph) => {
        for (const number of paragraph.querySelectorAll('a.n')) number.remove();
        return paragraph.textContent;
      });
      expect(shown.join('')).toBe(each.text.replaceAll(/\n+/g, ''));
    }
  });

  it('links each attribution to its words and back', () => {
    const fresh = parseHTML(html).document;
    for (const attribution of dossier.attributions) {
      const row = fresh.getElementById(attribution.id);
      expect(row?.querySelector('.ref')?.getAttribute('href')).toBe(`#${inTextId(attribution.id)}`);
      expect(fresh.querySelector(`.text ul a[href="#${attribution.id}"]`)).not.toBeNull();
    }
  });

  it('shows what changed since an earlier version, with the words of both', () => {
    const version = pageOf(dossier).querySelector('#documents .version');
    expect(version?.querySelector('summary')?.textContent).toMatch(
      /kessel-ledger-0600\.txt.*earlier by the time of capture.*3 changes, and the later version has no note/,
    );
    const changes = [...(version?.querySelectorAll('li') ?? [])].map((each) => each.textContent);
    expect(changes[0]).toMatch(/^a number changed.*before:.*Fourteen homes.*now:.*Forty-one homes/s);
    expect(
      [...(version?.querySelectorAll('li:first-child mark') ?? [])].map((each) => each.textContent.trim()),
    ).toEqual(['Fourteen', 'Forty-one']);
    const facts = pageOf(dossier).querySelector('#documents')?.textContent ?? '';
    expect(facts).toContain('Verrin dam: live, entry 2 of 9 (“06.40 GMT”)');
    expect(facts).toContain('ledger.html, record 2');
  });

  it('shows what a direction was inferred from, and a word that some accounts share', () => {
    const section = pageOf(dossier).querySelector('#lineage');
    const sign = section?.querySelector('.sign');
    expect(sign?.textContent).toMatch(/^Named here, introduced there/);
    expect([...(sign?.querySelectorAll('mark') ?? [])].map((each) => each.textContent)).toEqual([
      'Marrant',
      'Ilse Marrant, the minister for water',
    ]);
    expect(section?.querySelector('.shared-reading')?.textContent.replaceAll(/\s+/g, ' ')).toMatch(
      /^ ?matters . . against counts . the accounts$/,
    );
  });

  it('shows when a document was captured, and from which address', () => {
    const facts = [...pageOf(dossier).querySelectorAll('#documents .facts > div')].map((each) => [
      each.querySelector('dt')?.textContent ?? '',
      each.querySelector('dd')?.textContent?.replace(/\d+$/, '') ?? '',
    ]);
    expect(facts).toContainEqual(['Captured', '2031-03-16 07:12:30 UTC']);
    expect(facts).toContainEqual(['Came from', 'https://ledger.example/2031/03/15/verrin/full']);
    expect(facts).toContainEqual(['Asked for', 'https://ledger.example/v']);
    expect(facts.filter(([term]) => term === 'Captured')).toHaveLength(1);
  });

  it('allows its own style by its digest and nothing from anywhere', () => {
    const policy = document.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '';
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`sha256-${createHash('sha256').update(style).digest('base64')}`);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });

  it('says of what nothing looked for that nothing looked', () => {
    const page = parseHTML(renderHtml(emptyDossier(['attributions', 'claims']), { script: '' })).document;
    expect(page.querySelector('#speakers .empty')?.textContent).toMatch(/nothing looked/i);
    expect(page.querySelector('.figures')?.textContent).not.toMatch(/claim|attribution/);
    const looked = parseHTML(renderHtml(emptyDossier([]), { script: '' })).document;
    expect(looked.querySelector('#speakers .empty')?.textContent).not.toMatch(/nothing looked/i);
  });

  it('puts warnings about the dossier first and many about files behind their number', () => {
    const files = Array.from({ length: 6 }, (_, i) => ({
      code: 'unsupported-format' as const,
      message: `notes${i}.<b>xyz</b> was left out.`,
    }));
    const undated = {
      code: 'undated-documents' as const,
      message: 'The documents have no publication date.',
    };
    const many = pageOf({ ...dossier, warnings: [...files, undated] }).querySelector('.warnings');
    expect(many?.querySelector('li')?.textContent).toContain('no publication date');
    expect(many?.querySelector('summary')?.textContent).toBe('6 warnings about single files');
    expect(many?.querySelectorAll('details li').length).toBe(6);
    expect(many?.querySelector('li b')).toBeNull();
    const few = pageOf({ ...dossier, warnings: [...files.slice(0, 2), undated] }).querySelector('.warnings');
    expect(few?.querySelector('details')).toBeNull();
    expect([...(few?.querySelectorAll('li') ?? [])].map((each) => each.textContent?.trim()[0])).toEqual([
      'T',
      'n',
      'n',
    ]);
  });

  it('keeps what is only told differently behind the others, closed and counted apart', () => {
    const { firm, open } = partByImportance(dossier.discrepancies);
    const [section] = document.querySelectorAll('#discrepancies');
    const apart = section?.querySelector('details#told-differently');
    expect(apart?.hasAttribute('open')).toBe(false);
    expect([...(apart?.querySelectorAll('article') ?? [])].map(({ id }) => id)).toEqual(
      open.map(({ id }) => anchorId(id)),
    );
    const cards = [...(section?.querySelectorAll('article') ?? [])].map(({ id }) => id);
    expect(cards).toEqual([...firm, ...open].map(({ id }) => anchorId(id)));
    expect(document.querySelector('.contents a[href="#discrepancies"]')?.textContent).toMatch(
      new RegExp(`\\b${firm.length}$`),
    );
  });

  it('shows a reading once where its value is its wording, and a long value in reading size', () => {
    const [discrepancy] = dossier.discrepancies;
    const [first, second] = discrepancy?.readings ?? [];
    if (!discrepancy || !first || !second) throw new Error('the sample has a discrepancy of two readings');
    const wording = '“The gates at the upper weir have never once been opened this year,”';
    const readings = [
      { ...first, value: wording.slice(1, -2), evidence: { ...first.evidence, text: wording } },
      { ...second, value: 'a value that nobody worded in so many words as these' },
    ];
    const page = pageOf({ ...dossier, discrepancies: [{ ...discrepancy, kind: 'wording', readings }] });
    const [once, long] = page.querySelectorAll('#discrepancies .reading');
    expect(once?.querySelector('.value')).toBeNull();
    expect(once?.textContent).toContain('have never once been opened');
    expect(long?.querySelector('.value.long')?.textContent).toContain('in so many words');
  });

  it('shows once, in a large dossier, what one holds in the same words in several documents', () => {
    const [account] = dossier.documents;
    const held = dossier.discrepancies
      .flatMap(({ readings }) => readings)
      .find(({ evidence }) => evidence.document === account?.id && evidence.text.length > 40);
    const [first] = dossier.discrepancies;
    if (!account || !held || !first) throw new Error('the sample has a discrepancy in its first document');
    const copies = Array.from({ length: 60 }, (_, i) => ({ ...account, id: `d-copy${i}` }));
    const readings = [account, ...copies].map(({ id }) => ({
      ...held,
      evidence: { ...held.evidence, document: id },
    }));
    const discrepancies = [{ ...first, readings }];
    const page = pageOf({ ...dossier, discrepancies, documents: [...dossier.documents, ...copies] });
    const rows = [...page.querySelectorAll('#discrepancies .reading li')];
    expect(rows).toHaveLength(1);
    expect(rows[0]?.querySelectorAll('a.to-text')).toHaveLength(61);
  });

  it('keeps every link whole when a dossier is so large that words are no longer repeated', () => {
    const more = Array.from({ length: 60 }, (_, i) => ({
      id: `d-more${i}`,
      language: 'en',
      analysed: true,
      credits: [],
      omitted: [],
      oddities: [],
      text: `Nobody is quoted in account ${i}.`,
    }));
    const [said] = dossier.attributions;
    const [account] = more;
    if (!said || !account) throw new Error('the sample has attributions');
    // The same words in another document share a row, and yet each can be linked to.
    const again = {
      ...account,
      id: 'd-again',
      text: dossier.documents.find(({ id }) => id === said.document)?.text ?? '',
    };
    const attributions = [...dossier.attributions, { ...said, id: 'a-again', document: 'd-again' }];
    const documents = [...dossier.documents, ...more, again];
    const page = pageOf({ ...dossier, attributions, documents });
    for (const { id } of attributions) expect(page.getElementById(id)).not.toBeNull();
    expect(page.getElementById('a-again')?.closest('.row')?.id).toBe(said.id);
    const ids = [...page.querySelectorAll('[id]')].map((element) => element.id);
    expect(ids.length).toBe(new Set(ids).size);
    const broken = [...page.querySelectorAll('a[href^="#"]')].filter(
      (link) => !page.getElementById(link.getAttribute('href')?.slice(1) ?? ''),
    );
    expect(broken.map((link) => link.outerHTML)).toEqual([]);
    expect(page.querySelector('.same-passage')?.textContent).toMatch(/^Word for word/);
    for (const claim of dossier.claims) {
      const held = page.getElementById(claim.id)?.querySelectorAll('.positions a.to-text').length;
      const places = claim.positions.flatMap((each) => [...each.attributions, ...(each.evidence ?? [])]);
      expect(held).toBe(places.length);
    }
  });
});
