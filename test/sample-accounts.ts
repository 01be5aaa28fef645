import type { EarlierVersion } from '../src/model/document.ts';
import { voice, type Account, type InDocument, type Person } from './dossier-builder.ts';

/**
 * An invented story with something for every section of a report: seven accounts of the night when the gates of the
 * Verrin dam opened. Two copy an agency, one is its translation, one rewrites a quotation until it says the opposite,
 * one is a party's own statement, one is in a language that is not analysed and reads from right to left.
 */
export const ACCOUNTS: readonly Account[] = [
  {
    file: 'kessel-ledger.txt',
    document: {
      title: 'Gates of Verrin dam opened in the night, 41 homes under water',
      publisher: { value: 'The Kessel Ledger', from: 'given' },
      byline: ['Mara Oduya'],
      published: { value: { text: '2031-03-15', value: '2031-03-15' }, from: 'given' },
      url: 'https://ledger.example/2031/03/15/verrin',
    },
    notation: `Gates of Verrin dam opened in the night, 41 homes under water

KESSEL (TPA) – Two of the five gates of the Verrin dam opened shortly after two o’clock on Friday and sent a wave through the village of Lower Oster. [C1:Forty-one homes stood under water by morning], [Q1:according to] [S1:the district office].

[C2:“We did not open the gates, and nobody in this company gave an order to open them,”] [S2:Jonas Reiff, the head of the operator Halden Hydro], [Q2:told] reporters on Friday. [S3:He] [Q3:added] [C3:that [C4:a fault in the control system] [Q4:was suspected] and that “the logs have been handed over to the ministry in full”].

[S5:Ilse Marrant, the minister for water], [Q5:said] [C5:her office had received “part of the logs, and not the part that matters”]. [S6:She] [Q6:called on] [C6:the company to hand over the rest by Monday].

[S7:Residents] [Q7:say] [C7:the siren stayed silent]. [C8:“I woke when the water reached the bed,”] [Q8:said] [S8:Tove Lindahl, a teacher], [C8:“and there was no alarm, none at all.”]`,
    provenance: {
      captured: '2031-03-16T07:12:30.250Z',
      address: 'https://ledger.example/2031/03/15/verrin/full',
      requested: 'https://ledger.example/v',
      extractor: 'stemma 0.1.0',
      place: { member: 'ledger.html', unit: 'record', number: 2 },
    },
    pointing: (at, entity) => ({
      credits: [{ name: 'Tavin Press Agency', entity: entity('tpa'), evidence: at('(TPA)') }],
      agencies: ['TPA'],
      versions: [earlierLedger(at)],
    }),
    voices: {
      C1: voice('district', 'state', 'indirect', 0.93),
      C2: voice('reiff', 'deny', 'direct', 0.98, {
        chain: ['tpa'],
        channel: 'press conference',
        when: ['on Friday', '2031-03-14'],
      }),
      C3: voice('reiff', 'state', 'mixed', 0.9, { chain: ['tpa'] }),
      C4: voice(null, 'think', 'indirect', 0.51, { parent: 'C3' }),
      C5: voice('marrant', 'allege', 'mixed', 0.95, { chain: ['tpa'] }),
      C6: voice('marrant', 'demand', 'indirect', 0.88, { chain: ['tpa'] }),
      C7: voice('residents', 'allege', 'indirect', 0.91),
      C8: voice('lindahl', 'state', 'direct', 0.97),
    },
  },
  {
    file: 'morning-courier.txt',
    document: {
      title: 'Dam operator denies opening gates',
      publisher: { value: 'Morning Courier', from: 'metadata' },
      published: { value: { text: '15 March 2031', value: '2031-03-15' }, from: 'metadata' },
      url: 'https://courier.example/verrin-dam',
    },
    notation: `Dam operator denies opening gates

Two of the five gates of the Verrin dam opened shortly after two o’clock on Friday and sent a wave through the village of Lower Oster.

[C1:“We did not open the gates, and nobody in this company gave an order to open them,”] [S1:Jonas Reiff, the head of the operator Halden Hydro], [Q1:told] reporters on Friday.

[S2:Ilse Marrant, the minister for water], [Q2:said] [C2:her office had received “part of the logs, and not the part that matters”].

Source: Tavin Press Agency`,
    pointing: (at, entity) => ({
      credits: [
        { name: 'Tavin Press Agency', entity: entity('tpa'), evidence: at('Source: Tavin Press Agency') },
      ],
    }),
    voices: {
      C1: voice('reiff', 'deny', 'direct', 0.98, { chain: ['tpa'], when: ['on Friday', '2031-03-14'] }),
      C2: voice('marrant', 'allege', 'mixed', 0.95, { chain: ['tpa'] }),
    },
  },
  {
    file: 'vestbladet-en.txt',
    document: {
      title: 'Director: “we have not opened the gates”',
      publisher: { value: 'Vestbladet', from: 'text' },
    },
    notation: `Director: “we have not opened the gates”

[C1:“We have not opened the gates, and no one in this firm has given the order for it,”] [Q1:said] [S1:Halden Hydro’s director Jonas Reiff] on Friday to the press. It , a dM. was seen at the place.

[S2:The minister Marrant] [Q2:says] [C2:that she has got “a part of the logs, and not the part which counts”]. [C3:She will wait until Monday], [Q3:said] [S3:her office].

[S4:The district] [Q4:counts] [C4:forty-one flooded houses].`,
    pointing: (at) => ({ oddities: [{ kind: 'machine-translation', evidence: at('It , a dM.') }] }),
    voices: {
      C1: voice('reiff', 'deny', 'direct', 0.97, { when: ['on Friday', 'XXXX-WXX-5'] }),
      C2: voice('marrant', 'allege', 'mixed', 0.92),
      C3: voice('ministry', 'announce', 'indirect', 0.84),
      C4: voice('district', 'state', 'indirect', 0.72),
    },
  },
  {
    file: 'oster-post.txt',
    document: {
      title: '“The whole of Mill Lane is gone”',
      publisher: { value: 'Oster Post', from: 'text' },
      published: { value: { text: '16 March 2031', value: '2031-03-16' }, from: 'text' },
    },
    notation: `“The whole of Mill Lane is gone”

Three gates were open when our photographer reached the dam at half past three. [C1:More than sixty homes are flooded], [Q1:said] [S1:the head of the village fire brigade, Pelle Aas].

[S2:Aas] [Q2:said] on Saturday [C2:that [S3:the operator’s night engineer] had [Q3:told] him by telephone [C3:that the gates “were opened from the control room”]]. [S4:The engineer], who asked not to be named, [Q4:did not want to comment] [C4:on the call].

[S5:The company] [Q5:denies] [C5:that anyone gave such an order]. [C6:If the logs show a command from Kessel, the contract will be ended], [S6:the minister] [Q6:warned] in the last week.`,
    voices: {
      C1: voice('aas', 'state', 'indirect', 0.96),
      C2: voice('aas', 'state', 'mixed', 0.94, { when: ['on Saturday', '2031-03-15'] }),
      C3: voice('engineer', 'confirm', 'mixed', 0.83, { chain: ['aas'], channel: 'telephone', parent: 'C2' }),
      C4: voice('engineer', 'decline', 'indirect', 0.66),
      C5: voice('halden', 'deny', 'indirect', 0.93),
      C6: voice('marrant', 'warn', 'indirect', 0.81, { when: ['in the last week', '2031-W10'] }),
    },
  },
  {
    file: 'river-watch.html',
    document: {
      title: 'THEY OPENED THE GATES',
      url: 'https://riverwatch.example/they-opened-the-gates',
      liveBlog: {
        id: 'b-river',
        title: 'Verrin dam: live',
        part: 'entry',
        number: 2,
        entries: 9,
        time: '06.40 GMT',
      },
    },
    notation: `THEY OPENED THE GATES

[C1:“We did open the gates, and nobody in this company gave an order to close them,”] [S1:Halden boss Jonas Reiff] [Q1:admitted] to TPA on Friday. Dozens of homes are gone.

[S2:Water minister Elsa Marrant] [Q2:accuses] [C2:the firm of hiding the logs]. [C3:She has “the part that matters”], [S3:sources] [Q3:claim].

Help us stay independent! Donate today at riverwatch.example/give – every coin counts.

Read also: Ten dams that failed`,
    pointing: (at) => ({
      omitted: [
        {
          why: 'appeal',
          evidence: at(
            'Help us stay independent! Donate today at riverwatch.example/give – every coin counts.',
          ),
        },
        { why: 'related-links', evidence: at('Read also: Ten dams that failed') },
      ],
    }),
    voices: {
      C1: voice('reiff', 'confirm', 'direct', 0.97, { chain: ['tpa'], when: ['on Friday', 'XXXX-WXX-5'] }),
      C2: voice('marrant', 'allege', 'indirect', 0.89),
      C3: voice('sources', 'allege', 'mixed', 0.77),
    },
  },
  {
    file: 'statement-halden-hydro.md',
    document: {
      title: 'Statement on the events of 14 March',
      publisher: { value: 'Halden Hydro', from: 'given' },
      published: { value: { text: '2031-03-14T18:00', value: '2031-03-14T18:00' }, from: 'given' },
    },
    notation: `Statement on the events of 14 March

At 02:10 two gates of the Verrin dam moved to the open position. [S1:Halden Hydro] [Q1:states] [C1:that no employee gave a command to open them]. [S2:We] [Q2:regret] [C2:the damage to thirty-eight homes].

[S3:The company] [Q3:will] [C3:hand over all logs to the ministry by Monday].`,
    voices: {
      C1: voice('halden', 'deny', 'indirect', 0.95),
      C2: voice('halden', 'state', 'indirect', 0.58),
      C3: voice('halden', 'pledge', 'indirect', 0.79),
    },
  },
  {
    file: 'al-nahr.txt',
    document: { title: 'فتح بوابات السد ليلاً', language: 'ar', analysed: false },
    notation: `فتح بوابات السد ليلاً

قالت الشركة إنها لم تفتح البوابات، وقال السكان إن صفارة الإنذار لم تعمل.`,
    voices: {},
  },
];

/** Who is named in them. */
export const PEOPLE: Readonly<Record<string, Person>> = {
  reiff: [
    'person',
    'Jonas Reiff',
    ['Jonas Reiff'],
    ['the head of the operator Halden Hydro', 'Halden boss'],
    'halden',
  ],
  marrant: [
    'person',
    'Ilse Marrant',
    ['Ilse Marrant', 'Marrant', 'Elsa Marrant'],
    ['the minister for water'],
    'ministry',
  ],
  district: ['government', 'the district office', ['the district office', 'The district'], []],
  residents: ['group', 'Residents', ['Residents'], []],
  lindahl: ['person', 'Tove Lindahl', ['Tove Lindahl'], ['a teacher']],
  ministry: ['government', 'the ministry', ['the ministry', 'her office'], []],
  aas: ['person', 'Pelle Aas', ['Pelle Aas', 'Aas'], ['the head of the village fire brigade']],
  engineer: [
    'person',
    'the operator’s night engineer',
    ['the operator’s night engineer', 'The engineer'],
    [],
  ],
  halden: ['organisation', 'Halden Hydro', ['Halden Hydro', 'The company'], ['the operator']],
  tpa: ['organisation', 'Tavin Press Agency', ['Tavin Press Agency', 'TPA'], []],
  sources: ['group', 'sources', ['sources'], []],
};

/** What the first account said an hour earlier: another number of homes, and no word of the siren. */
function earlierLedger(at: InDocument): EarlierVersion {
  const text = 'Fourteen homes stood under water by morning, according to the district office.';
  const title = 'Gates of Verrin dam opened in the night';
  return {
    id: 'd-earlier-ledger',
    file: 'kessel-ledger-0600.txt',
    title,
    earlierBy: 'captured',
    omitted: [],
    changes: [
      {
        kind: 'changed',
        of: 'number',
        before: { spans: [[0, text.length]], text },
        after: at('Forty-one homes stood under water by morning, according to the district office.'),
      },
      { kind: 'changed', of: 'headline', before: title, after: `${title}, 41 homes under water` },
      { kind: 'added', of: 'wording', after: at('Residents say the siren stayed silent.') },
    ],
    text,
  };
}
