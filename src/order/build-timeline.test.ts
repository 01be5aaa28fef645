import { describe, expect, test } from 'vitest';
import { marked } from '../../test/marked.ts';
import { timesOf } from '../../test/time-notation.ts';
import type { AnnotatedDocument } from '../model/annotated-document.ts';
import type { Attribution } from '../model/attribution.ts';
import { evidenceAt, verifyEvidence } from '../model/evidence.ts';
import { contentId } from '../model/id.ts';
import { buildTimeline } from './build-timeline.ts';

/** A document with its times found, and the attributions that its brackets mark: `[S1:…] [Q1:…] [W1:on Friday] [C1:…]`. */
function told(
  notation: string,
  published?: string,
): { annotated: AnnotatedDocument; attributions: Attribution[] } {
  const { text, spans } = marked(notation);
  const { document: bare, layer, times } = timesOf(text, published);
  const document = { ...bare, id: contentId('d', text), title: text.slice(0, 20) };
  const attributions = Object.keys(spans)
    .filter((label) => label.startsWith('C'))
    .map((label): Attribution => {
      const number = label.slice(1);
      const [source, cue, when] = ['S', 'Q', 'W'].map((role) => spans[role + number]);
      const time = times.find(({ span }) => when?.[0] && span[0] >= when[0][0] && span[1] <= when[0][1]);
      return {
        id: contentId('a', document.id, label),
        document: document.id,
        source: source ? evidenceAt(document, source) : null,
        cue: cue ? evidenceAt(document, cue) : null,
        content: evidenceAt(document, spans[label] ?? []),
        form: 'indirect',
        act: 'state',
        speaker: null,
        chain: [],
        ...(time
          ? {
              when: {
                text: text.slice(...time.span),
                value: time.value,
                evidence: evidenceAt(document, [time.span]),
              },
            }
          : {}),
      };
    });
  const annotated: AnnotatedDocument = {
    document,
    language: layer,
    times,
    quantities: [],
    names: [],
    coreference: { entities: [], mentions: [] },
    attributions: [],
    speakers: [],
  };
  return { annotated, attributions };
}

function timeline(...accounts: readonly ReturnType<typeof told>[]) {
  return buildTimeline(
    accounts.map(({ annotated }) => annotated),
    accounts.flatMap(({ attributions }) => attributions),
  );
}

const lines = (moments: ReturnType<typeof timeline>): string[] =>
  moments.map(({ kind, when, text }) => `${when.value} ${kind}: ${text}`);

describe('timeline', () => {
  const account = told(
    '[S1:The envoy] [Q1:said] [W1:on Thursday] [C1:that the bridge fell on Monday]. The ferry was lost on Tuesday.',
    '2022-10-21',
  );

  test('publication, utterance and event stand apart, in the order of time', () => {
    expect(lines(timeline(account))).toEqual([
      '2022-10-18 event: The ferry was lost on Tuesday.',
      '2022-10-20 utterance: The envoy said on Thursday that the bridge fell on Monday',
      '2022-10-21 publication: The envoy said on Th',
    ]);
  });

  test('what somebody is said to say is no event that the document narrates', () => {
    expect(lines(timeline(account)).join()).not.toContain('event: The envoy');
  });

  test('without a date the open forms stay open, behind what is dated', () => {
    const undated = told('The mast was lost on Friday.');
    const moments = timeline(undated, account);
    expect(moments.at(-1)?.when.value).toBe('XXXX-WXX-5');
    expect(moments.filter(({ kind }) => kind === 'publication')).toHaveLength(1);
  });

  test('a dateline dates the report and no event', () => {
    const report = told('OSK, Oct. 16 (Vardan Press) — The ferry was lost on Tuesday.');
    expect(lines(timeline(report))).toEqual([
      'XXXX-10-16 publication: OSK, Oct. 16 (Vardan',
      'XXXX-WXX-2 event: OSK, Oct. 16 (Vardan Press) — The ferry was lost on Tuesday.',
    ]);
  });

  test('two contents at one time are one moment with two pieces of evidence', () => {
    const twice = told(
      '[S1:The envoy] [Q1:said] [W1:on Thursday] [C1:that the bridge fell] and [Q2:added] [C2:that nobody was hurt].',
      '2022-10-21',
    );
    const [first, second] = twice.attributions;
    const both = first && second && first.when ? [first, { ...second, when: first.when }] : [];
    const moments = buildTimeline([twice.annotated], both).filter(({ kind }) => kind === 'utterance');
    expect(moments.map(({ evidence }) => evidence.length)).toEqual([2]);
  });

  test('nothing depends on the order of the documents', () => {
    const other = told('The mast of the Lisk lighthouse fell on Friday.');
    expect(timeline(other, account)).toEqual(timeline(account, other));
  });

  test('evidence stands in the documents', () => {
    const moments = timeline(account);
    expect(verifyEvidence(moments, [account.annotated.document])).toBeGreaterThan(3);
  });
});

describe('order of undated documents', () => {
  const first = told('On Friday the Vardish navy seized the tanker Morning Tide near Asmund port.');
  const second = told(
    'The crew is still held. The Vardish navy seized the tanker Morning Tide near Asmund last week.',
  );

  test('one event told as “Friday” and as “last week” is said to order them, with both sentences as evidence', () => {
    const inferred = timeline(second, first).filter((moment) => moment.inferred !== undefined);
    expect(inferred).toHaveLength(1);
    expect(inferred[0]?.inferred).toContain('“Friday”');
    expect(inferred[0]?.inferred).toContain('“last week”');
    expect(inferred[0]?.evidence.map(({ document }) => document)).toEqual([
      first.annotated.document.id,
      second.annotated.document.id,
    ]);
  });

  test('what the earlier document tells stands before what the later one tells', () => {
    const documents = timeline(second, first).map(({ evidence }) => evidence[0]?.document);
    expect(documents.indexOf(first.annotated.document.id)).toBeLessThan(
      documents.indexOf(second.annotated.document.id),
    );
  });

  test('another event of last week orders nothing', () => {
    const other = told('The Vardish parliament passed its budget for schools last week.');
    expect(timeline(other, first).filter((moment) => moment.inferred)).toEqual([]);
  });

  test('an answer to the same words by somebody else is another event', () => {
    const accusation = told(
      '[W1:Last week] [S1:the Vardish navy chief] [Q1:said] [C1:that Osk had seized the tanker Morning Tide near Asmund].',
    );
    const answer = told(
      '[W1:On Friday] [S1:the mayor of Osk] [Q1:denied] [C1:that Osk had seized the tanker Morning Tide near Asmund].',
    );
    const as = (account: typeof answer, speaker: string): typeof answer => ({
      ...account,
      attributions: account.attributions.map((attribution) => ({ ...attribution, speaker })),
    });
    const inferred = (...accounts: readonly (typeof answer)[]): number =>
      timeline(...accounts).filter((moment) => moment.inferred).length;
    expect(inferred(as(accusation, 'e-chief'), as(answer, 'e-mayor'))).toBe(0);
    expect(inferred(as(accusation, 'e-chief'), as(answer, 'e-chief'))).toBe(1);
  });

  test('a document with a date needs no inference', () => {
    const dated = told(
      'The Vardish navy seized the tanker Morning Tide near Asmund last week.',
      '2022-10-28',
    );
    expect(timeline(dated, first).filter((moment) => moment.inferred)).toEqual([]);
  });
});
