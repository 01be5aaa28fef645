import { z } from 'zod';
import { ACTS, FORMS } from './attribution.ts';
import { STANCES } from './claim.ts';
import { DOSSIER_SCHEMA, type Dossier } from './dossier.ts';
import { ERROR_CODES, type ErrorCode } from './errors.ts';

const id = z.string().min(1);
const count = z.int().nonnegative();
const span = z
  .tuple([count, count])
  .describe('[start, end) in UTF-16 units of the document’s text')
  .readonly();

const evidence = z.object({ document: id, spans: z.array(span).min(1), text: z.string().min(1) }).meta({
  id: 'Evidence',
  description: 'A document, spans in it, and the exact words there, pieces joined by “ … ”',
});

const timeExpression = z
  .strictObject({
    text: z.string(),
    value: z.string().nullable().describe('TIMEX3: 2022-10-21, 2022-W42, P1W; XXXX-WXX-5 where open'),
    evidence: evidence.optional(),
  })
  .meta({ id: 'TimeExpression' });

const from = z.enum(['given', 'metadata', 'text', 'url']);
const inferred = <T extends z.ZodType>(value: T): z.ZodType =>
  z.object({ value, from, evidence: evidence.optional() });

const provenance = z
  .strictObject({
    sha256: z.string().length(64),
    bytes: count,
    format: z.string(),
    encoding: z.string().optional(),
    repairedPlaces: count
      .optional()
      .describe('places where UTF-8 that was read in another encoding was put right'),
    captured: z
      .string()
      .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/)
      .optional()
      .describe('when the bytes were captured, an instant in UTC'),
    address: z.string().optional().describe('address that the bytes came from, after redirects'),
    requested: z.string().optional().describe('address that was asked for, where it is another'),
    place: z
      .strictObject({
        member: z.string().optional(),
        unit: z.enum(['row', 'line', 'item', 'entry', 'article', 'record']).optional(),
        number: count.optional(),
      })
      .optional()
      .describe('where in the bytes, when they held more than this document'),
    extractor: z.string().optional().describe('what made text of the bytes, with its version'),
  })
  .meta({ id: 'Provenance' });

const versionPassage = z.strictObject({ spans: z.array(span).min(1), text: z.string().min(1) }).meta({
  id: 'VersionPassage',
  description: 'Spans in the text of an earlier version, and the exact words there',
});

const versionChange = z
  .strictObject({
    kind: z.enum(['added', 'removed', 'changed']),
    of: z.enum(['number', 'quotation', 'negation', 'name', 'wording', 'headline', 'published', 'byline']),
    before: z.union([versionPassage, z.string()]).optional(),
    after: z.union([evidence, z.string()]).optional(),
  })
  .meta({ id: 'VersionChange' });

const version = z
  .strictObject({
    id,
    file: z.string().optional(),
    url: z.string().optional(),
    title: z.string().optional(),
    byline: z.array(z.string()).optional(),
    published: inferred(timeExpression).optional(),
    provenance: provenance.optional(),
    earlierBy: z.enum(['captured', 'modified', 'published', 'order']),
    changes: z.array(versionChange).optional(),
    notice: evidence.optional(),
    omitted: z.array(versionPassage),
    text: z.string(),
  })
  .meta({ id: 'EarlierVersion' });

const document = z
  .strictObject({
    id,
    file: z.string().optional(),
    url: z.string().optional(),
    title: z.string().optional(),
    titleEvidence: evidence.optional(),
    publisher: inferred(z.string()).optional(),
    byline: z.array(z.string()).optional(),
    agencies: z.array(z.string()).optional(),
    published: inferred(timeExpression).optional(),
    modified: inferred(timeExpression).optional(),
    language: z.string().describe('BCP 47; und when unknown'),
    analysed: z.boolean(),
    credits: z.array(
      z.object({
        name: z.string(),
        entity: id.optional(),
        role: z.enum(['origin', 'contribution', 'hat-tip', 'cited']).optional(),
        evidence,
      }),
    ),
    omitted: z.array(
      z.object({
        evidence,
        why: z.enum([
          'appeal',
          'navigation',
          'related-links',
          'advertisement',
          'copyright',
          'byline',
          'other',
        ]),
      }),
    ),
    oddities: z.array(
      z.object({
        kind: z.enum(['machine-translation', 'garbled', 'encoding', 'truncated', 'several-articles']),
        evidence,
        repairedFrom: z.string().optional().describe('what stood there before the damage was undone'),
      }),
    ),
    provenance: provenance.optional(),
    liveBlog: z
      .strictObject({
        id,
        title: z.string().optional(),
        url: z.string().optional(),
        part: z.enum(['entry', 'summary']),
        number: count.optional(),
        entries: count,
        time: z.string().optional(),
      })
      .optional(),
    versions: z.array(version).optional(),
    text: z.string(),
  })
  .meta({ id: 'Document' });

const entity = z
  .strictObject({
    id,
    kind: z.enum(['person', 'organisation', 'government', 'place', 'product', 'group']),
    name: z.string().min(1),
    aliases: z.array(z.string()),
    aliasCounts: z.array(count),
    roles: z.array(z.string()),
    roleEvidence: z.array(z.object({ text: z.string(), evidence: z.array(evidence) })),
    speaksFor: id.optional(),
    mentions: z.array(evidence),
  })
  .meta({ id: 'Entity' });

const attribution = z
  .strictObject({
    id,
    document: id,
    parent: id.optional(),
    source: evidence.nullable(),
    cue: evidence.nullable(),
    content: evidence,
    form: z.enum(FORMS as [string, ...string[]]),
    act: z.enum(ACTS as [string, ...string[]]),
    speaker: id.nullable(),
    addressee: id.optional(),
    chain: z.array(id).describe('who relays it, nearest the reader first'),
    channel: z.string().optional(),
    when: timeExpression.optional(),
    confidence: z.number().min(0).max(1).optional(),
  })
  .meta({ id: 'Attribution' });

const utterance = z
  .strictObject({
    id,
    speaker: id.nullable(),
    when: timeExpression.optional(),
    readings: z.array(z.object({ attribution: id, evidence })).min(2),
    difference: z.enum(['same', 'cut', 'translation', 'paraphrase', 'altered']),
    origins: count,
    note: z.string().optional(),
  })
  .meta({ id: 'Utterance' });

const claim = z
  .strictObject({
    id,
    text: z.string().min(1),
    positions: z.array(
      z.object({
        actor: id.nullable(),
        stance: z.enum(STANCES as [string, ...string[]]),
        attributions: z.array(id),
        presupposed: z.literal(true).optional(),
        evidence: z.array(evidence).optional(),
      }),
    ),
    documents: count,
    origins: count,
  })
  .meta({ id: 'Claim' });

const discrepancy = z
  .strictObject({
    id,
    kind: z.enum(['quantity', 'name', 'date', 'wording', 'polarity', 'speaker', 'place', 'scope', 'detail']),
    about: z.string().min(1),
    importance: z.enum(['high', 'medium', 'low']),
    readings: z.array(z.object({ value: z.string(), heldBy: id.nullable(), evidence })).min(2),
    note: z.string().optional(),
  })
  .meta({ id: 'Discrepancy' });

const lineage = z
  .strictObject({
    edges: z.array(
      z.object({
        from: id,
        to: id,
        kind: z.enum(['copy', 'same-origin', 'translation', 'cites']),
        passages: z.array(z.object({ a: evidence, b: evidence })),
        directed: z.boolean(),
        signs: z
          .array(
            z.object({
              kind: z.enum(['name-not-introduced', 'quotation-not-opened', 'typeset-otherwise']),
              evidence,
              source: evidence,
            }),
          )
          .optional(),
        reason: z.string().optional(),
      }),
    ),
    sharedReadings: z
      .array(
        z.object({
          of: id,
          importance: z.enum(['high', 'medium']),
          shared: z.array(evidence),
          others: z.array(evidence),
        }),
      )
      .optional(),
    origins: z.array(z.object({ documents: z.array(id).min(1), origin: z.string().nullable() })),
  })
  .meta({ id: 'Lineage' });

const moment = z
  .strictObject({
    id,
    when: timeExpression,
    kind: z.enum(['event', 'utterance', 'publication']),
    text: z.string(),
    evidence: z.array(evidence),
    inferred: z.string().optional(),
  })
  .meta({ id: 'Moment' });

const story = z.strictObject({ id, title: z.string(), documents: z.array(id).min(1) }).meta({ id: 'Story' });

const warning = z
  .strictObject({
    code: z.enum(Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]]),
    message: z.string(),
    file: z.string().optional(),
    document: id.optional(),
  })
  .meta({ id: 'Warning' });

const method = z
  .strictObject({
    stemma: z.string(),
    models: z.record(z.string(), z.string()),
    notAnalysed: z.array(z.string()),
    errorRates: z.array(z.string()),
  })
  .meta({ id: 'Method' });

const schema = z
  .strictObject({
    schema: z.literal(DOSSIER_SCHEMA),
    title: z.string(),
    documents: z.array(document),
    stories: z.array(story).optional(),
    entities: z.array(entity),
    attributions: z.array(attribution),
    utterances: z.array(utterance),
    claims: z.array(claim),
    discrepancies: z.array(discrepancy),
    lineage,
    timeline: z.array(moment),
    warnings: z.array(warning),
    method,
  })
  .meta({ title: 'Stemma dossier, version 1' });

/**
 * Reads a dossier that came from outside: `JSON.parse` of a file that `stemma analyse` wrote, now or years ago.
 *
 * @throws {z.ZodError} When it has another shape, with the path to each place that differs.
 */
export function parseDossier(value: unknown): Dossier {
  // zod writes an absent field as `T | undefined`, our types as absent: the same JSON
  return schema.parse(value) as unknown as Dossier;
}

/** The schema as JSON Schema (draft 2020-12), published as docs/dossier.schema.json. */
export function dossierJsonSchema(): unknown {
  return z.toJSONSchema(schema, { io: 'input' });
}
