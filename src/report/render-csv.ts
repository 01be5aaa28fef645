import type { Claim } from '../model/claim.ts';
import type { Dossier } from '../model/dossier.ts';
import type { Evidence } from '../model/evidence.ts';
import { placeWords } from './document-words.ts';

/** A section of the dossier as a table. */
export interface CsvTable {
  readonly table: string;
  readonly text: string;
}

type Cell = string | number | null | undefined;

/**
 * Renders each section as one CSV table (RFC 4180), as spreadsheets want it: UTF-8 with a byte-order mark, CRLF, every
 * place named by document, start and end.
 *
 * A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV Injection"): words of a
 * document are never run. Empty cells mean unknown.
 */
export function renderCsv(dossier: Dossier): CsvTable[] {
  const names = new Map(dossier.entities.map((entity) => [entity.id, entity.name]));
  const files = new Map(
    dossier.documents.map((document) => [document.id, document.file ?? document.url ?? document.id]),
  );
  const name = (id: string | null | undefined): string => (id == null ? '' : (names.get(id) ?? id));
  const place = (evidence: Evidence | null | undefined): Cell[] =>
    evidence
      ? [files.get(evidence.document) ?? evidence.document, spansOf(evidence), evidence.text]
      : ['', '', ''];
  const contents = new Map(dossier.attributions.map((each) => [each.id, each.content]));
  const origins = new Map(
    dossier.lineage.origins.flatMap((origin, i) => origin.documents.map((id) => [id, i + 1] as const)),
  );
  return [
    table(
      'documents',
      [
        'id',
        'file',
        'url',
        'title',
        'publisher',
        'published',
        'language',
        'analysed',
        'credits',
        'origin',
        'sha256',
        'captured',
        'address',
        'extractor',
        'modified',
        'byline',
        'agencies',
        'place',
        'live_blog',
        'live_blog_entry',
      ],
      dossier.documents.map((document) => [
        document.id,
        document.file,
        document.url,
        document.title,
        document.publisher?.value,
        document.published?.value.value ?? document.published?.value.text,
        document.language,
        document.analysed ? 'yes' : 'no',
        document.credits.map((credit) => credit.name).join('; '),
        origins.get(document.id),
        document.provenance?.sha256,
        document.provenance?.captured,
        document.provenance?.address,
        document.provenance?.extractor,
        document.modified?.value.text,
        document.byline?.join('; '),
        document.agencies?.join('; '),
        document.provenance?.place && placeWords(document.provenance.place),
        document.liveBlog && (document.liveBlog.title ?? document.liveBlog.url ?? document.liveBlog.id),
        document.liveBlog && (document.liveBlog.number ?? document.liveBlog.part),
      ]),
    ),
    table(
      'attributions',
      [
        'id',
        'document',
        'spans',
        'content',
        'speaker',
        'source',
        'cue',
        'form',
        'act',
        'when',
        'when_value',
        'through',
        'addressee',
        'channel',
        'inside',
        'confidence',
      ],
      dossier.attributions.map((each) => [
        each.id,
        ...place(each.content),
        name(each.speaker),
        each.source?.text,
        each.cue?.text,
        each.form,
        each.act,
        each.when?.text,
        each.when?.value,
        each.chain.map(name).join('; '),
        name(each.addressee),
        each.channel,
        each.parent,
        each.confidence,
      ]),
    ),
    table(
      'speakers',
      ['id', 'name', 'kind', 'aliases', 'roles', 'speaks_for'],
      dossier.entities.map((entity) => [
        entity.id,
        entity.name,
        entity.kind,
        entity.aliases.join('; '),
        entity.roles.join('; '),
        name(entity.speaksFor),
      ]),
    ),
    table(
      'discrepancies',
      ['id', 'kind', 'importance', 'about', 'value', 'held_by', 'document', 'spans', 'words', 'note'],
      dossier.discrepancies.flatMap((each) =>
        each.readings.map((reading) => [
          each.id,
          each.kind,
          each.importance,
          each.about,
          reading.value,
          name(reading.heldBy),
          ...place(reading.evidence),
          each.note,
        ]),
      ),
    ),
    table(
      'claims',
      [
        'id',
        'claim',
        'actor',
        'stance',
        'attribution',
        'document',
        'spans',
        'words',
        'documents',
        'origins',
        'presupposed',
      ],
      dossier.claims.flatMap((claim) => claimRows(claim, contents, name, place)),
    ),
    table(
      'utterances',
      ['id', 'speaker', 'when', 'difference', 'attribution', 'document', 'spans', 'words', 'note'],
      dossier.utterances.flatMap((each) =>
        each.readings.map((reading) => [
          each.id,
          name(each.speaker),
          each.when?.value ?? each.when?.text,
          each.difference,
          reading.attribution,
          ...place(reading.evidence),
          each.note,
        ]),
      ),
    ),
    table(
      'timeline',
      ['id', 'when', 'when_value', 'kind', 'what', 'inferred', 'document', 'spans', 'words'],
      dossier.timeline.flatMap((moment) =>
        (moment.evidence.length > 0 ? moment.evidence : [null]).map((evidence) => [
          moment.id,
          moment.when.text,
          moment.when.value,
          moment.kind,
          moment.text,
          moment.inferred,
          ...place(evidence),
        ]),
      ),
    ),
    table(
      'lineage',
      ['from', 'to', 'kind', 'directed', 'reason', 'spans_from', 'words_from', 'spans_to', 'words_to'],
      dossier.lineage.edges.flatMap((edge) =>
        (edge.passages.length > 0 ? edge.passages : [null]).map((passage) => [
          files.get(edge.from) ?? name(edge.from),
          files.get(edge.to) ?? name(edge.to),
          edge.kind,
          edge.signs !== undefined ? 'inferred' : edge.directed ? 'yes' : 'no',
          edge.reason,
          passage ? spansOf(passage.a) : '',
          passage?.a.text,
          passage ? spansOf(passage.b) : '',
          passage?.b.text,
        ]),
      ),
    ),
    table(
      'versions',
      [
        'document',
        'earlier_file',
        'earlier_sha256',
        'earlier_by',
        'change',
        'of',
        'spans_before',
        'words_before',
        'spans_now',
        'words_now',
        'note_of_change',
      ],
      dossier.documents.flatMap((document) =>
        (document.versions ?? []).flatMap((version) =>
          (version.changes ?? []).map(({ kind, of, before, after }) => [
            files.get(document.id),
            version.file ?? version.provenance?.address ?? version.id,
            version.provenance?.sha256,
            version.earlierBy,
            kind,
            of,
            typeof before === 'object' ? spansOf(before) : '',
            typeof before === 'object' ? before.text : before,
            typeof after === 'object' ? spansOf(after) : '',
            typeof after === 'object' ? after.text : after,
            version.notice?.text,
          ]),
        ),
      ),
    ),
  ];
}

function claimRows(
  claim: Claim,
  contents: ReadonlyMap<string, Evidence>,
  name: (id: string | null) => string,
  place: (evidence: Evidence | undefined) => Cell[],
): Cell[][] {
  return claim.positions.flatMap((position) =>
    [
      ...position.attributions.map((id) => [id, contents.get(id)] as const),
      ...(position.evidence ?? []).map((evidence) => ['', evidence] as const),
    ].map(([attribution, evidence]) => [
      claim.id,
      claim.text,
      name(position.actor),
      position.stance,
      attribution,
      ...place(evidence),
      claim.documents,
      claim.origins,
      position.presupposed ? 'yes' : '',
    ]),
  );
}

/** `12-40;52-60`, in UTF-16 units of the document's text. */
function spansOf(evidence: Pick<Evidence, 'spans'>): string {
  return evidence.spans.map(([start, end]) => `${start}-${end}`).join(';');
}

const BYTE_ORDER_MARK = '\ufeff';

function table(name: string, head: readonly string[], rows: readonly (readonly Cell[])[]): CsvTable {
  const text = [head, ...rows].map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
  return { table: name, text: BYTE_ORDER_MARK + text };
}

function cellOf(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  // NUL ends a file for some readers; everything else is kept.
  const safe = (/^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell).replaceAll('\0', '\ufffd');
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
