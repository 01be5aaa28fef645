import { contentId } from '../src/model/id.ts';
import { evidenceAt, type Evidence } from '../src/model/evidence.ts';
import type { Act, Attribution, Form } from '../src/model/attribution.ts';
import type { Document, EarlierVersion } from '../src/model/document.ts';
import { DOSSIER_SCHEMA, type Dossier } from '../src/model/dossier.ts';
import type { Entity, EntityKind } from '../src/model/entity.ts';
import { marked } from './marked.ts';

/**
 * An invented story with something for every section of a report: seven accounts of the night when the gates of the
 * Verrin dam opened. Two copy an agency, one is its translation, one rewrites a quotation until it says the opposite,
 * one is a party's own statement, one is in a language that is not analysed and reads from right to left.
 */

interface Voice {
  readonly speaker: string | null;
  readonly act: Act;
  readonly form: Form;
  readonly chain?: readonly string[];
  readonly channel?: string;
  readonly when?: readonly [text: string, value: string | null];
  readonly parent?: string;
  readonly confidence?: number;
}

interface Account {
  readonly file: string;
  readonly notation: string;
  readonly voices: Readonly<Record<string, Voice>>;
  readonly document: Omit<
    Document,
    'id' | 'text' | 'credits' | 'omitted' | 'oddities' | 'analysed' | 'language'
  > &
    Partial<Pick<Document, 'language' | 'analysed'>>;
}

const ACCOUNTS: readonly Account[] = [
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
    voices: {
      C1: { speaker: 'district', act: 'state', form: 'indirect', confidence: 0.93 },
      C2: {
        speaker: 'reiff',
        act: 'deny',
        form: 'direct',
        chain: ['tpa'],
        channel: 'press conference',
        when: ['on Friday', '2031-03-14'],
        confidence: 0.98,
      },
      C3: { speaker: 'reiff', act: 'state', form: 'mixed', chain: ['tpa'], confidence: 0.9 },
      C4: { speaker: null, act: 'think', form: 'indirect', parent: 'C3', confidence: 0.51 },
      C5: { speaker: 'marrant', act: 'allege', form: 'mixed', chain: ['tpa'], confidence: 0.95 },
      C6: { speaker: 'marrant', act: 'demand', form: 'indirect', chain: ['tpa'], confidence: 0.88 },
      C7: { speaker: 'residents', act: 'allege', form: 'indirect', confidence: 0.91 },
      C8: { speaker: 'lindahl', act: 'state', form: 'direct', confidence: 0.97 },
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
    voices: {
      C1: {
        speaker: 'reiff',
        act: 'deny',
        form: 'direct',
        chain: ['tpa'],
        when: ['on Friday', '2031-03-14'],
        confidence: 0.98,
      },
      C2: { speaker: 'marrant', act: 'allege', form: 'mixed', chain: ['tpa'], confidence: 0.95 },
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
    voices: {
      C1: {
        speaker: 'reiff',
        act: 'deny',
        form: 'direct',
        when: ['on Friday', 'XXXX-WXX-5'],
        confidence: 0.97,
      },
      C2: { speaker: 'marrant', act: 'allege', form: 'mixed', confidence: 0.92 },
      C3: { speaker: 'ministry', act: 'announce', form: 'indirect', confidence: 0.84 },
      C4: { speaker: 'district', act: 'state', form: 'indirect', confidence: 0.72 },
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
      C1: { speaker: 'aas', act: 'state', form: 'indirect', confidence: 0.96 },
      C2: {
        speaker: 'aas',
        act: 'state',
        form: 'mixed',
        when: ['on Saturday', '2031-03-15'],
        confidence: 0.94,
      },
      C3: {
        speaker: 'engineer',
        act: 'confirm',
        form: 'mixed',
        chain: ['aas'],
        channel: 'telephone',
        parent: 'C2',
        confidence: 0.83,
      },
      C4: { speaker: 'engineer', act: 'decline', form: 'indirect', confidence: 0.66 },
      C5: { speaker: 'halden', act: 'deny', form: 'indirect', confidence: 0.93 },
      C6: {
        speaker: 'marrant',
        act: 'warn',
        form: 'indirect',
        when: ['in the last week', '2031-W10'],
        confidence: 0.81,
      },
    },
  },
  {
    file: 'river-watch.html',
    document: { title: 'THEY OPENED THE GATES', url: 'https://riverwatch.example/they-opened-the-gates' },
    notation: `THEY OPENED THE GATES

[C1:“We did open the gates, and nobody in this company gave an order to close them,”] [S1:Halden boss Jonas Reiff] [Q1:admitted] to TPA on Friday. Dozens of homes are gone.

[S2:Water minister Elsa Marrant] [Q2:accuses] [C2:the firm of hiding the logs]. [C3:She has “the part that matters”], [S3:sources] [Q3:claim].

Help us stay independent! Donate today at riverwatch.example/give – every coin counts.

Read also: Ten dams that failed`,
    voices: {
      C1: {
        speaker: 'reiff',
        act: 'confirm',
        form: 'direct',
        chain: ['tpa'],
        when: ['on Friday', 'XXXX-WXX-5'],
        confidence: 0.97,
      },
      C2: { speaker: 'marrant', act: 'allege', form: 'indirect', confidence: 0.89 },
      C3: { speaker: 'sources', act: 'allege', form: 'mixed', confidence: 0.77 },
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
      C1: { speaker: 'halden', act: 'deny', form: 'indirect', confidence: 0.95 },
      C2: { speaker: 'halden', act: 'state', form: 'indirect', confidence: 0.58 },
      C3: { speaker: 'halden', act: 'pledge', form: 'indirect', confidence: 0.79 },
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

const PEOPLE: Readonly<
  Record<
    string,
    readonly [
      kind: EntityKind,
      name: string,
      aliases: readonly string[],
      roles: readonly string[],
      speaksFor?: string,
    ]
  >
> = {
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

/** Builds the dossier anew at each call; nothing of it is shared. */
export function sampleDossier(): Dossier {
  const entityId = (key: string): string => contentId('e', 'sample', key);
  const read = ACCOUNTS.map((account) => ({ account, ...marked(account.notation) }));
  const stubs = read.map(({ account, text }) => ({ id: contentId('d', text), text, file: account.file }));
  const stub = (file: string): { id: string; text: string } => {
    const found = stubs.find((each) => each.file.startsWith(file));
    if (!found) throw new RangeError(`No account ${file}`);
    return found;
  };
  /** Evidence for words that stand in an account; the first place of several. */
  const at = (file: string, ...words: readonly string[]): Evidence => {
    const document = stub(file);
    let from = 0;
    const spans = words.map((each) => {
      const start = document.text.indexOf(each, from);
      if (start < 0) throw new RangeError(`${file} has no ${JSON.stringify(each)}`);
      from = start + each.length;
      return [start, from] as const;
    });
    return evidenceAt(document, spans);
  };

  const documents: Document[] = read.map(({ account, text }, index) => {
    const id = stubs[index]?.id ?? '';
    const title = account.document.title ?? '';
    return {
      id,
      file: account.file,
      ...account.document,
      ...(text.startsWith(title) ? { titleEvidence: evidenceAt({ id, text }, [[0, title.length]]) } : {}),
      language: account.document.language ?? 'en',
      analysed: account.document.analysed ?? true,
      credits:
        account.file === 'kessel-ledger.txt'
          ? [{ name: 'Tavin Press Agency', entity: entityId('tpa'), evidence: at('kessel', '(TPA)') }]
          : account.file === 'morning-courier.txt'
            ? [
                {
                  name: 'Tavin Press Agency',
                  entity: entityId('tpa'),
                  evidence: at('morning', 'Source: Tavin Press Agency'),
                },
              ]
            : [],
      omitted:
        account.file === 'river-watch.html'
          ? [
              {
                why: 'appeal',
                evidence: at(
                  'river',
                  'Help us stay independent! Donate today at riverwatch.example/give – every coin counts.',
                ),
              },
              { why: 'related-links', evidence: at('river', 'Read also: Ten dams that failed') },
            ]
          : [],
      oddities:
        account.file === 'vestbladet-en.txt'
          ? [{ kind: 'machine-translation', evidence: at('vestbladet', 'It , a dM.') }]
          : [],
      provenance: {
        sha256: contentId('s', text).slice(2).repeat(6).slice(0, 64),
        bytes: text.length,
        format: account.file.split('.').pop() ?? 'txt',
        encoding: 'utf-8',
        ...(account.file === 'kessel-ledger.txt'
          ? {
              captured: '2031-03-16T07:12:30.250Z',
              address: 'https://ledger.example/2031/03/15/verrin/full',
              requested: 'https://ledger.example/v',
              extractor: 'stemma 0.1.0',
              place: { member: 'ledger.html', unit: 'record', number: 2 },
            }
          : {}),
      },
      ...(account.file === 'kessel-ledger.txt'
        ? { agencies: ['TPA'], versions: [earlierLedger(stubs[index]?.id ?? '', text)] }
        : account.file === 'river-watch.html'
          ? {
              liveBlog: {
                id: 'b-river',
                title: 'Verrin dam: live',
                part: 'entry',
                number: 2,
                entries: 9,
                time: '06.40 GMT',
              },
            }
          : {}),
      text,
    };
  });

  const attributions: Attribution[] = read.flatMap(({ account, text, spans }, index) => {
    const document = { id: stubs[index]?.id ?? '', text };
    const idOf = (label: string): string => contentId('a', document.id, label);
    return Object.entries(account.voices).map(([label, voice]): Attribution => {
      const pieces = (role: string): Evidence | null => {
        const found = spans[role + label.slice(1)];
        return found ? evidenceAt(document, found) : null;
      };
      const content = pieces('C');
      if (!content) throw new RangeError(`${account.file} has no ${label}`);
      return {
        id: idOf(label),
        document: document.id,
        ...(voice.parent === undefined ? {} : { parent: idOf(voice.parent) }),
        source: pieces('S'),
        cue: pieces('Q'),
        content,
        form: voice.form,
        act: voice.act,
        speaker: voice.speaker === null ? null : entityId(voice.speaker),
        chain: (voice.chain ?? []).map(entityId),
        ...(voice.channel === undefined ? {} : { channel: voice.channel }),
        ...(voice.when === undefined ? {} : { when: { text: voice.when[0], value: voice.when[1] } }),
        ...(voice.confidence === undefined ? {} : { confidence: voice.confidence }),
      };
    });
  });
  const said = (file: string, label: string): Attribution => {
    const id = contentId('a', stub(file).id, label);
    const found = attributions.find((each) => each.id === id);
    if (!found) throw new RangeError(`No ${label} in ${file}`);
    return found;
  };
  const reading = (file: string, label: string): { attribution: string; evidence: Evidence } => ({
    attribution: said(file, label).id,
    evidence: said(file, label).content,
  });

  const entities: Entity[] = Object.entries(PEOPLE).map(([key, [kind, name, aliases, roles, speaksFor]]) => ({
    id: entityId(key),
    kind,
    name,
    aliases,
    aliasCounts: aliases.map((alias) => stubs.filter((each) => each.text.includes(alias)).length),
    roles,
    roleEvidence: roles.flatMap((role) =>
      stubs
        .filter((each) => each.text.includes(role))
        .map((each) => ({ text: role, evidence: [at(each.file, role)] })),
    ),
    ...(speaksFor === undefined ? {} : { speaksFor: entityId(speaksFor) }),
    mentions: aliases.flatMap((alias) =>
      stubs.filter((each) => each.text.includes(alias)).map((each) => at(each.file, alias)),
    ),
  }));

  return {
    schema: DOSSIER_SCHEMA,
    title: 'The gates of the Verrin dam',
    documents,
    entities,
    attributions,
    utterances: [
      {
        id: contentId('u', 'denial'),
        speaker: entityId('reiff'),
        when: { text: 'on Friday', value: '2031-03-14' },
        readings: [
          reading('kessel', 'C2'),
          reading('morning', 'C1'),
          reading('vestbladet', 'C1'),
          reading('river', 'C1'),
        ],
        difference: 'altered',
        origins: 2,
        note: 'One reading lacks “not” and ends in “close” where the others have “open”.',
      },
      {
        id: contentId('u', 'logs'),
        speaker: entityId('marrant'),
        readings: [reading('kessel', 'C5'), reading('morning', 'C2'), reading('vestbladet', 'C2')],
        difference: 'translation',
        origins: 1,
      },
    ],
    claims: [
      {
        id: contentId('c', 'opened'),
        text: 'Somebody at Halden Hydro gave an order to open the gates',
        documents: 5,
        origins: 4,
        positions: [
          {
            actor: entityId('reiff'),
            stance: 'denies',
            attributions: [said('kessel', 'C2').id, said('morning', 'C1').id, said('vestbladet', 'C1').id],
          },
          { actor: entityId('reiff'), stance: 'asserts', attributions: [said('river', 'C1').id] },
          {
            actor: entityId('halden'),
            stance: 'denies',
            attributions: [said('oster', 'C5').id, said('statement', 'C1').id],
          },
          { actor: entityId('engineer'), stance: 'asserts', attributions: [said('oster', 'C3').id] },
          { actor: entityId('marrant'), stance: 'conditional', attributions: [said('oster', 'C6').id] },
          { actor: null, stance: 'hedges', attributions: [said('kessel', 'C4').id] },
        ],
      },
      {
        id: contentId('c', 'logs'),
        text: 'Halden Hydro has handed over the logs in full',
        documents: 4,
        origins: 3,
        positions: [
          { actor: entityId('reiff'), stance: 'asserts', attributions: [said('kessel', 'C3').id] },
          {
            actor: entityId('marrant'),
            stance: 'denies',
            attributions: [said('kessel', 'C5').id, said('morning', 'C2').id, said('vestbladet', 'C2').id],
          },
          { actor: entityId('marrant'), stance: 'demands', attributions: [said('kessel', 'C6').id] },
          { actor: entityId('sources'), stance: 'denies', attributions: [said('river', 'C3').id] },
        ],
      },
      {
        id: contentId('c', 'gates'),
        text: 'Two of the five gates of the Verrin dam opened',
        documents: 4,
        origins: 3,
        positions: [
          {
            actor: null,
            stance: 'asserts',
            attributions: [],
            evidence: [
              at('kessel', 'Two of the five gates of the Verrin dam opened'),
              at('statement', 'two gates of the Verrin dam moved to the open position'),
            ],
          },
          {
            actor: null,
            stance: 'denies',
            attributions: [],
            evidence: [at('oster', 'Three gates were open')],
          },
        ],
      },
    ],
    discrepancies: [
      {
        id: contentId('x', 'homes'),
        kind: 'quantity',
        about: 'number of homes flooded in Lower Oster',
        importance: 'high',
        readings: [
          { value: 'Forty-one', heldBy: entityId('district'), evidence: said('kessel', 'C1').content },
          { value: 'More than sixty', heldBy: entityId('aas'), evidence: said('oster', 'C1').content },
          { value: 'thirty-eight', heldBy: entityId('halden'), evidence: said('statement', 'C2').content },
        ],
        note: 'The readings come from different days: Friday morning and Saturday.',
      },
      {
        id: contentId('x', 'denial'),
        kind: 'polarity',
        about: 'whether Jonas Reiff said that the company opened the gates',
        importance: 'high',
        readings: [
          { value: 'did not open', heldBy: entityId('reiff'), evidence: said('kessel', 'C2').content },
          { value: 'did open', heldBy: entityId('reiff'), evidence: said('river', 'C1').content },
        ],
      },
      {
        id: contentId('x', 'gates'),
        kind: 'quantity',
        about: 'number of gates that were open',
        importance: 'medium',
        readings: [
          { value: 'Two', heldBy: null, evidence: at('kessel', 'Two of the five gates') },
          { value: 'Three', heldBy: null, evidence: at('oster', 'Three gates were open') },
        ],
      },
      {
        id: contentId('x', 'name'),
        kind: 'name',
        about: 'first name of the minister for water',
        importance: 'low',
        readings: [
          { value: 'Ilse Marrant', heldBy: null, evidence: at('kessel', 'Ilse Marrant') },
          { value: 'Elsa Marrant', heldBy: null, evidence: at('river', 'Elsa Marrant') },
        ],
      },
    ],
    lineage: {
      edges: [
        {
          from: entityId('tpa'),
          to: stub('kessel').id,
          kind: 'cites',
          passages: [],
          directed: true,
          reason: 'The document credits the agency.',
        },
        {
          from: entityId('tpa'),
          to: stub('morning').id,
          kind: 'cites',
          passages: [],
          directed: true,
          reason: 'The document credits the agency.',
        },
        {
          from: stub('kessel').id,
          to: stub('morning').id,
          kind: 'same-origin',
          directed: false,
          reason: 'Both credit one agency and share two sentences word for word.',
          passages: [
            {
              a: at(
                'kessel',
                'Two of the five gates of the Verrin dam opened shortly after two o’clock on Friday and sent a wave through the village of Lower Oster.',
              ),
              b: at(
                'morning',
                'Two of the five gates of the Verrin dam opened shortly after two o’clock on Friday and sent a wave through the village of Lower Oster.',
              ),
            },
            { a: said('kessel', 'C2').content, b: said('morning', 'C1').content },
          ],
        },
        {
          from: stub('kessel').id,
          to: stub('vestbladet').id,
          kind: 'translation',
          directed: true,
          reason: 'The same statements in the same order in other words; marks of machine translation.',
          signs: [
            {
              kind: 'name-not-introduced',
              evidence: at('vestbladet', 'Marrant'),
              source: at('kessel', 'Ilse Marrant, the minister for water'),
            },
          ],
          passages: [{ a: said('kessel', 'C2').content, b: said('vestbladet', 'C1').content }],
        },
        {
          from: entityId('tpa'),
          to: stub('river').id,
          kind: 'cites',
          directed: true,
          passages: [],
          reason: 'The document names the agency as the one who was spoken to.',
        },
      ],
      sharedReadings: [
        {
          of: contentId('c', 'logs'),
          importance: 'medium',
          shared: [at('kessel', 'matters'), at('river', 'matters')],
          others: [at('vestbladet', 'counts')],
        },
      ],
      origins: [
        {
          documents: [stub('kessel').id, stub('morning').id, stub('vestbladet').id],
          origin: 'Tavin Press Agency',
        },
        { documents: [stub('oster').id], origin: null },
        { documents: [stub('river').id], origin: null },
        { documents: [stub('statement').id], origin: null },
        { documents: [stub('al-nahr').id], origin: null },
      ],
    },
    timeline: [
      {
        id: contentId('m', 'warning'),
        when: { text: 'in the last week', value: '2031-W10' },
        kind: 'utterance',
        text: 'Ilse Marrant warned that the contract will be ended',
        evidence: [said('oster', 'C6').content],
        inferred: 'counted from the document’s date, 16 March 2031',
      },
      {
        id: contentId('m', 'opened'),
        when: { text: 'shortly after two o’clock on Friday', value: '2031-03-14T02' },
        kind: 'event',
        text: 'Two of the five gates of the Verrin dam opened',
        evidence: [
          at('kessel', 'Two of the five gates of the Verrin dam opened'),
          at('morning', 'Two of the five gates of the Verrin dam opened'),
        ],
        inferred: 'weekday resolved against the document’s date, 15 March 2031',
      },
      {
        id: contentId('m', 'statement'),
        when: { text: '2031-03-14T18:00', value: '2031-03-14T18:00' },
        kind: 'publication',
        text: 'Statement on the events of 14 March',
        evidence: [at('statement', 'Statement on the events of 14 March')],
      },
      {
        id: contentId('m', 'denial'),
        when: { text: 'on Friday', value: '2031-03-14' },
        kind: 'utterance',
        text: 'Jonas Reiff denied that the company opened the gates',
        evidence: [said('kessel', 'C2').content, said('morning', 'C1').content],
        inferred: 'weekday resolved against the document’s date, 15 March 2031',
      },
      {
        id: contentId('m', 'ledger'),
        when: { text: '2031-03-15', value: '2031-03-15' },
        kind: 'publication',
        text: 'Gates of Verrin dam opened in the night, 41 homes under water',
        evidence: [at('kessel', 'Gates of Verrin dam opened in the night, 41 homes under water')],
      },
      {
        id: contentId('m', 'reiff-undated'),
        when: { text: 'on Friday', value: 'XXXX-WXX-5' },
        kind: 'utterance',
        text: 'Jonas Reiff spoke to the press',
        evidence: [said('vestbladet', 'C1').content],
      },
      {
        id: contentId('m', 'monday'),
        when: { text: 'by Monday', value: 'XXXX-WXX-1' },
        kind: 'event',
        text: 'Halden Hydro will hand over all logs',
        evidence: [said('statement', 'C3').content],
      },
    ],
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
        document: stub('al-nahr').id,
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

/** What the first account said an hour earlier: another number of homes, and no word of the siren. */
function earlierLedger(id: string, text: string): EarlierVersion {
  const now = 'Forty-one homes stood under water by morning, according to the district office.';
  const before = 'Fourteen homes stood under water by morning, according to the district office.';
  const at = text.indexOf(now);
  const siren = 'Residents say the siren stayed silent.';
  return {
    id: 'd-earlier-ledger',
    file: 'kessel-ledger-0600.txt',
    title: 'Gates of Verrin dam opened in the night',
    earlierBy: 'captured',
    omitted: [],
    changes: [
      {
        kind: 'changed',
        of: 'number',
        before: { spans: [[0, before.length]], text: before },
        after: evidenceAt({ id, text }, [[at, at + now.length]]),
      },
      {
        kind: 'changed',
        of: 'headline',
        before: 'Gates of Verrin dam opened in the night',
        after: 'Gates of Verrin dam opened in the night, 41 homes under water',
      },
      {
        kind: 'added',
        of: 'wording',
        after: evidenceAt({ id, text }, [[text.indexOf(siren), text.indexOf(siren) + siren.length]]),
      },
    ],
    text: before,
  };
}
