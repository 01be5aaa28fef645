import { contentId } from '../src/model/id.ts';
import { evidenceAt } from '../src/model/evidence.ts';
import type { Dossier } from '../src/model/dossier.ts';
import { emptyDossier } from './sample-dossier.ts';

/** Words that attack whoever prints them: markup, formulas, hidden characters, broken text. */
export const ATTACKS: readonly string[] = [
  '<script>document.title = "taken"</script>',
  '</style><style>body{display:none}</style>',
  '</script><img src=x onerror="document.title=\'taken\'">',
  '"><svg onload=alert(1)>',
  "' onmouseover='document.title=1",
  '=HYPERLINK("http://evil.example","pay")',
  '+1+1',
  '@SUM(A1)',
  '-2+3|cmd',
  'price \u202etxt.exe\u202c of the \u2066isolate\u2069',
  'zero\u200bwidth\u2060joined\ufeff and sa\u200dfe',
  'a NUL \0 and an escape \u001b[31m here',
  'a lone \ud800 surrogate and \udc00 another',
  'قال المتحدث «لم نفتح البوابات» يوم الجمعة',
  '😀 said 👨‍👩‍👧‍👦 e\u0301 𝒳',
  '# not a heading\n- not a list\n> not a quote\n    not code',
  '[link](javascript:alert(1)) ![img](http://evil.example/x.png) <http://evil.example>',
  'http://evil.example/beacon.gif and ](x',
  '``` code ~~~ `tick` **bold** __under__ | a | b | &lt;b&gt;',
];

/** A dossier in which every field that can hold a stranger's words holds an attack. */
export function hostileDossier(): Dossier {
  const base = emptyDossier([]);
  const documents = ATTACKS.map((attack, i) => {
    const text = `${attack} said: ${attack}\n\n${attack}`;
    const id = contentId('d', text, i);
    return {
      id,
      file: `${attack}.txt`,
      url:
        i % 2 === 0
          ? `javascript:alert(${i})`
          : `https://evil.example/?q=${encodeURIComponent(attack.replaceAll(/[\ud800-\udfff]/g, ''))}"><script>`,
      title: attack,
      publisher: { value: attack, from: 'text' as const },
      byline: [attack],
      published: { value: { text: attack, value: attack }, from: 'text' as const },
      language: i % 3 === 0 ? 'en' : '"><script>',
      analysed: true,
      credits: [{ name: attack, evidence: evidenceAt({ id, text }, [[0, attack.length]]) }],
      omitted: [
        {
          why: 'other' as const,
          evidence: evidenceAt({ id, text }, [[text.length - attack.length, text.length]]),
        },
      ],
      oddities: [{ kind: 'garbled' as const, evidence: evidenceAt({ id, text }, [[1, attack.length]]) }],
      provenance: {
        sha256: attack,
        bytes: 1,
        format: attack,
        encoding: attack,
        captured: attack,
        address: attack,
        requested: attack,
        extractor: attack,
        place: { member: attack, unit: 'row' as const, number: i },
      },
      agencies: [attack],
      modified: { value: { text: attack, value: attack }, from: 'metadata' as const },
      liveBlog: {
        id: attack,
        title: attack,
        url: attack,
        part: 'entry' as const,
        number: i,
        entries: 1,
        time: attack,
      },
      versions: [
        {
          id: attack,
          file: attack,
          url: attack,
          title: attack,
          earlierBy: 'captured' as const,
          omitted: [],
          text: attack,
          notice: evidenceAt({ id, text }, [[0, attack.length]]),
          changes: [
            {
              kind: 'changed' as const,
              of: 'quotation' as const,
              before: { spans: [[0, attack.length] as const], text: attack },
              after: evidenceAt({ id, text }, [[0, attack.length]]),
            },
            { kind: 'changed' as const, of: 'byline' as const, before: attack, after: attack },
          ],
        },
      ],
      text,
    };
  });
  const entities = ATTACKS.map((attack, i) => ({
    id: contentId('e', attack, i),
    kind: (['person', 'organisation', 'group'] as const)[i % 3] ?? 'person',
    name: attack,
    aliases: [attack, `${attack}!`],
    aliasCounts: [1, 1],
    roles: [attack],
    roleEvidence: [],
    mentions: [],
  }));
  const attributions = documents.flatMap((document, i) => {
    const length = ATTACKS[i]?.length ?? 0;
    const entity = entities[i]?.id ?? null;
    const content = evidenceAt(document, [[length + 7, length + 7 + length]]);
    const whole = evidenceAt(document, [
      [0, length],
      [length + 7, length + 7 + length],
    ]);
    return [
      {
        id: contentId('a', document.id, 1),
        document: document.id,
        source: evidenceAt(document, [[0, length]]),
        cue: evidenceAt(document, [[length + 1, length + 5]]),
        content,
        form: 'direct' as const,
        act: 'state' as const,
        speaker: entity,
        chain: entity === null ? [] : [entity],
        channel: ATTACKS[i] ?? '',
        when: { text: ATTACKS[i] ?? '', value: ATTACKS[i] ?? '' },
      },
      {
        id: contentId('a', document.id, 2),
        document: document.id,
        source: null,
        cue: null,
        content: whole,
        form: 'mixed' as const,
        act: 'allege' as const,
        speaker: null,
        chain: [],
      },
    ];
  });
  const first = attributions[0];
  const last = attributions.at(-1);
  if (!first || !last) throw new Error('there are attacks');
  return {
    ...base,
    title: ATTACKS[0] ?? '',
    documents,
    entities,
    attributions,
    utterances: [
      {
        id: 'u-"><script>',
        speaker: entities[0]?.id ?? null,
        readings: attributions.map((each) => ({ attribution: each.id, evidence: each.content })),
        difference: 'altered',
        origins: 2,
        note: ATTACKS[1] ?? '',
      },
    ],
    claims: ATTACKS.map((attack, i) => ({
      id: contentId('c', attack, i),
      text: attack,
      documents: 1,
      origins: 1,
      positions: [
        { actor: entities[i]?.id ?? null, stance: 'asserts' as const, attributions: [first.id, last.id] },
        { actor: null, stance: 'denies' as const, attributions: [], evidence: [last.content] },
      ],
    })),
    discrepancies: ATTACKS.map((attack, i) => ({
      id: contentId('x', attack, i),
      kind: 'wording' as const,
      about: attack,
      importance: 'high' as const,
      readings: [
        { value: attack, heldBy: entities[i]?.id ?? null, evidence: first.content },
        { value: `${attack} not`, heldBy: null, evidence: last.content },
      ],
      note: attack,
    })),
    lineage: {
      edges: documents.slice(1).map((document, i) => ({
        from: documents[i]?.id ?? '',
        to: document.id,
        kind: 'copy' as const,
        directed: true,
        reason: ATTACKS[i] ?? '',
        passages: [{ a: first.content, b: last.content }],
      })),
      origins: [{ documents: documents.map((document) => document.id), origin: ATTACKS[0] ?? '' }],
    },
    timeline: ATTACKS.map((attack, i) => ({
      id: contentId('m', attack, i),
      when: { text: attack, value: i % 2 === 0 ? '2031-03-14' : attack },
      kind: 'event' as const,
      text: attack,
      evidence: attributions.slice(0, 5).map((each) => each.content),
      inferred: attack,
    })),
    warnings: [{ code: 'bad-line', message: ATTACKS[0] ?? '', file: ATTACKS[1] ?? '' }],
    method: {
      stemma: '<b>0</b>',
      models: { [ATTACKS[0] ?? '']: ATTACKS[1] ?? '' },
      notAnalysed: [],
      errorRates: [ATTACKS[0] ?? ''],
    },
  };
}
