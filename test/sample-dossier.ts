import { contentId } from '../src/model/id.ts';
import { DOSSIER_SCHEMA, type Dossier } from '../src/model/dossier.ts';
import type { LineageEdge } from '../src/model/lineage.ts';
import { DossierBuilder } from './dossier-builder.ts';
import { ACCOUNTS, PEOPLE } from './sample-accounts.ts';

/** The dossier of the accounts in sample-accounts.ts, made anew at each call; nothing of it is shared. */
export function sampleDossier(): Dossier {
  const story = new DossierBuilder('sample', ACCOUNTS, PEOPLE);
  return {
    schema: DOSSIER_SCHEMA,
    title: 'The gates of the Verrin dam',
    documents: story.documents,
    entities: story.entities(),
    attributions: story.attributions,
    utterances: [
      {
        id: contentId('u', 'denial'),
        speaker: story.entity('reiff'),
        when: { text: 'on Friday', value: '2031-03-14' },
        readings: story.readings('kessel C2', 'morning C1', 'vestbladet C1', 'river C1'),
        difference: 'altered',
        origins: 2,
        note: 'One reading lacks “not” and ends in “close” where the others have “open”.',
      },
      {
        id: contentId('u', 'logs'),
        speaker: story.entity('marrant'),
        readings: story.readings('kessel C5', 'morning C2', 'vestbladet C2'),
        difference: 'translation',
        origins: 1,
      },
    ],
    claims: claimsOf(story),
    discrepancies: discrepanciesOf(story),
    lineage: lineageOf(story),
    timeline: timelineOf(story),
    warnings: [
      {
        code: 'undated-documents',
        message:
          'Two documents have no date, so weekdays in them stay weekdays. Give dates with --date, a documents.csv or front matter.',
      },
      {
        code: 'not-analysed-language',
        message:
          'The document is in Arabic, which this version does not analyse; it is listed and nothing more.',
        file: 'al-nahr.txt',
        document: story.document('al-nahr').id,
      },
    ],
    method: {
      stemma: '0.1.0',
      models: {
        attribution: 'sha256:5d41402abc4b2a76b9719d911017c592',
        tagger: 'sha256:7d793037a0760186574b0282f2f435e7',
      },
      notAnalysed: [],
      errorRates: [
        'Of 100 attributions that a reader marks, about 68 are found whole; of 100 found, about 71 are right (PolNeAR, development part).',
      ],
    },
  };
}

/** The same documents before anything looked at them: every list empty, and the method says which steps are missing. */
export function emptyDossier(notAnalysed: readonly string[]): Dossier {
  const full = sampleDossier();
  return {
    ...full,
    entities: [],
    attributions: [],
    utterances: [],
    claims: [],
    discrepancies: [],
    lineage: { edges: [], origins: [] },
    timeline: [],
    warnings: [],
    method: { ...full.method, notAnalysed },
  };
}

const TWO_GATES = 'Two of the five gates of the Verrin dam opened';

function claimsOf(story: DossierBuilder): Dossier['claims'] {
  return [
    story.claim('opened', 'Somebody at Halden Hydro gave an order to open the gates', 5, 4, [
      story.position('reiff', 'denies', 'kessel C2', 'morning C1', 'vestbladet C1'),
      story.position('reiff', 'asserts', 'river C1'),
      story.position('halden', 'denies', 'oster C5', 'statement C1'),
      story.position('engineer', 'asserts', 'oster C3'),
      story.position('marrant', 'conditional', 'oster C6'),
      story.position(null, 'hedges', 'kessel C4'),
    ]),
    story.claim('logs', 'Halden Hydro has handed over the logs in full', 4, 3, [
      story.position('reiff', 'asserts', 'kessel C3'),
      story.position('marrant', 'denies', 'kessel C5', 'morning C2', 'vestbladet C2'),
      story.position('marrant', 'demands', 'kessel C6'),
      story.position('sources', 'denies', 'river C3'),
    ]),
    story.claim('gates', TWO_GATES, 4, 3, [
      {
        ...story.position(null, 'asserts'),
        evidence: [
          story.at('kessel', TWO_GATES),
          story.at('statement', 'two gates of the Verrin dam moved to the open position'),
        ],
      },
      { ...story.position(null, 'denies'), evidence: [story.at('oster', 'Three gates were open')] },
    ]),
  ];
}

function discrepanciesOf(story: DossierBuilder): Dossier['discrepancies'] {
  return [
    {
      id: contentId('x', 'homes'),
      kind: 'quantity',
      about: 'number of homes flooded in Lower Oster',
      importance: 'high',
      readings: [
        story.value('Forty-one', 'district', story.said('kessel C1').content),
        story.value('More than sixty', 'aas', story.said('oster C1').content),
        story.value('thirty-eight', 'halden', story.said('statement C2').content),
      ],
      note: 'The readings come from different days: Friday morning and Saturday.',
    },
    {
      id: contentId('x', 'denial'),
      kind: 'polarity',
      about: 'whether Jonas Reiff said that the company opened the gates',
      importance: 'high',
      readings: [
        story.value('did not open', 'reiff', story.said('kessel C2').content),
        story.value('did open', 'reiff', story.said('river C1').content),
      ],
    },
    {
      id: contentId('x', 'gates'),
      kind: 'quantity',
      about: 'number of gates that were open',
      importance: 'medium',
      readings: [
        story.value('Two', null, story.at('kessel', 'Two of the five gates')),
        story.value('Three', null, story.at('oster', 'Three gates were open')),
      ],
    },
    {
      id: contentId('x', 'name'),
      kind: 'name',
      about: 'first name of the minister for water',
      importance: 'low',
      readings: [
        story.value('Ilse Marrant', null, story.at('kessel', 'Ilse Marrant')),
        story.value('Elsa Marrant', null, story.at('river', 'Elsa Marrant')),
      ],
    },
  ];
}

function lineageOf(story: DossierBuilder): Dossier['lineage'] {
  const idOf = (file: string): string => story.document(file).id;
  const citing = (file: string, reason: string): LineageEdge => ({
    from: story.entity('tpa'),
    to: idOf(file),
    kind: 'cites',
    passages: [],
    directed: true,
    reason,
  });
  const opening = `${TWO_GATES} shortly after two o’clock on Friday and sent a wave through the village of Lower Oster.`;
  return {
    edges: [
      citing('kessel', 'The document credits the agency.'),
      citing('morning', 'The document credits the agency.'),
      {
        from: idOf('kessel'),
        to: idOf('morning'),
        kind: 'same-origin',
        directed: false,
        reason: 'Both credit one agency and share two sentences word for word.',
        passages: [
          { a: story.at('kessel', opening), b: story.at('morning', opening) },
          { a: story.said('kessel C2').content, b: story.said('morning C1').content },
        ],
      },
      {
        from: idOf('kessel'),
        to: idOf('vestbladet'),
        kind: 'translation',
        directed: true,
        reason: 'The same statements in the same order in other words; marks of machine translation.',
        signs: [
          {
            kind: 'name-not-introduced',
            evidence: story.at('vestbladet', 'Marrant'),
            source: story.at('kessel', 'Ilse Marrant, the minister for water'),
          },
        ],
        passages: [{ a: story.said('kessel C2').content, b: story.said('vestbladet C1').content }],
      },
      citing('river', 'The document names the agency as the one who was spoken to.'),
    ],
    sharedReadings: [
      {
        of: contentId('c', 'logs'),
        importance: 'medium',
        shared: [story.at('kessel', 'matters'), story.at('river', 'matters')],
        others: [story.at('vestbladet', 'counts')],
      },
    ],
    origins: [
      { documents: ['kessel', 'morning', 'vestbladet'].map(idOf), origin: 'Tavin Press Agency' },
      ...['oster', 'river', 'statement', 'al-nahr'].map((file) => ({
        documents: [idOf(file)],
        origin: null,
      })),
    ],
  };
}

function timelineOf(story: DossierBuilder): Dossier['timeline'] {
  const friday = ['on Friday', '2031-03-14'] as const;
  const fromLedger = 'weekday resolved against the document’s date, 15 March 2031';
  const title = 'Gates of Verrin dam opened in the night, 41 homes under water';
  return [
    story.moment(
      'warning',
      'utterance',
      ['in the last week', '2031-W10'],
      'Ilse Marrant warned that the contract will be ended',
      [story.said('oster C6').content],
      'counted from the document’s date, 16 March 2031',
    ),
    story.moment(
      'opened',
      'event',
      ['shortly after two o’clock on Friday', '2031-03-14T02'],
      TWO_GATES,
      [story.at('kessel', TWO_GATES), story.at('morning', TWO_GATES)],
      fromLedger,
    ),
    story.moment(
      'statement',
      'publication',
      ['2031-03-14T18:00', '2031-03-14T18:00'],
      'Statement on the events of 14 March',
      [story.at('statement', 'Statement on the events of 14 March')],
    ),
    story.moment(
      'denial',
      'utterance',
      friday,
      'Jonas Reiff denied that the company opened the gates',
      [story.said('kessel C2').content, story.said('morning C1').content],
      fromLedger,
    ),
    story.moment('ledger', 'publication', ['2031-03-15', '2031-03-15'], title, [story.at('kessel', title)]),
    story.moment(
      'reiff-undated',
      'utterance',
      ['on Friday', 'XXXX-WXX-5'],
      'Jonas Reiff spoke to the press',
      [story.said('vestbladet C1').content],
    ),
    story.moment('monday', 'event', ['by Monday', 'XXXX-WXX-1'], 'Halden Hydro will hand over all logs', [
      story.said('statement C3').content,
    ]),
  ];
}
