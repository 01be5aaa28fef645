import { ACTS, FORMS } from '../src/model/attribution.ts';

/** Pieces of an account, each `[start, end)` in UTF-16 units of its file, with their text joined by " … ". */
interface Pieces {
  spans: [number, number][];
  text: string;
}

/** One piece of an account with its text. */
interface Piece {
  span: [number, number];
  text: string;
}

interface GoldReading extends Piece {
  document: string;
  value?: string;
  held_by?: string | null;
  attribution?: string;
}

interface GoldAttribution {
  id: string;
  document: string;
  source: Pieces | null;
  cue: Pieces | null;
  content: Pieces;
  form: string;
  act: string;
  speaker: string | null;
  speaker_candidates?: string[];
  addressee: string | null;
  via: string[];
  parent: string | null;
  when: (Piece & { value: string | null }) | null;
  optional?: boolean;
}

/** A careful reader's findings in one story: what `examples/<story>/expected.json` holds. */
export interface Gold {
  documents: {
    id: string;
    file: string;
    credits: Piece[];
    not_article: Piece[];
    oddities: Piece[];
    dateline_or_date: Piece | null;
  }[];
  attributions: GoldAttribution[];
  entities: {
    id: string;
    aliases_in_text: string[];
    part_of?: string;
    speaks_for?: string;
    members?: string[];
  }[];
  claims: {
    id: string;
    positions: {
      actor: string;
      stance: string;
      attributions: string[];
      evidence?: (Piece & { document: string })[];
    }[];
  }[];
  quotations: { id: string; speaker: string; readings: GoldReading[] }[];
  discrepancies: { id: string; importance: string; readings: GoldReading[] }[];
  not_discrepancies: { id: string; readings: GoldReading[] }[];
  lineage: {
    from: string;
    to: string;
    kind: string;
    shared?: Record<'a' | 'b', Piece & { document: string }>[];
  }[];
  timeline: { documents: string[] }[];
}

const STANCES = ['asserts', 'denies', 'hedges', 'conditional', 'demands_end_of', 'calls_for'];
const IMPORTANCES = ['high', 'medium', 'low'];
const OPENING_MARK = /^["“„‘‚«]/;
const ANY_MARK = /["“”„‘«»]/;
const WORD = /[\p{L}\p{N}]/u;

/**
 * What is wrong with a gold, one line each; empty when nothing is.
 *
 * Every span holds the text that is given for it and cuts no word; no id stands for two things; every id that is referred
 * to exists; what is nested lies within the content of its parent, in the same account.
 *
 * @param texts - The accounts as they stand in their files, by file name.
 */
export function goldFaults(gold: Gold, texts: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  const textOf = new Map(gold.documents.map((document) => [document.id, texts.get(document.file)]));
  const entities = distinctIds('entity', gold.entities);
  const attributions = new Map(gold.attributions.map((attribution) => [attribution.id, attribution]));
  for (const [what, items] of [
    ['document', gold.documents],
    ['attribution', gold.attributions],
    ['claim', gold.claims],
    ['quotation', gold.quotations],
    ['discrepancy', gold.discrepancies],
    ['trap', gold.not_discrepancies],
  ] as const)
    distinctIds(what, items);

  for (const document of gold.documents) {
    if (textOf.get(document.id) === undefined)
      faults.push(`${document.id}: there is no file ${document.file}`);
    for (const piece of [...document.credits, ...document.not_article, ...document.oddities])
      checkPiece(document.id, document.id, piece);
    if (document.dateline_or_date !== null) checkPiece(document.id, document.id, document.dateline_or_date);
  }
  for (const entity of gold.entities) {
    for (const other of [entity.part_of, entity.speaks_for, ...(entity.members ?? [])])
      checkEntity(entity.id, other ?? null);
    for (const alias of entity.aliases_in_text)
      if (![...textOf.values()].some((text) => text?.includes(alias)))
        faults.push(`${entity.id}: no account has the alias ${JSON.stringify(alias)}`);
  }
  for (const attribution of gold.attributions) checkAttribution(attribution);
  for (const claim of gold.claims)
    for (const position of claim.positions) {
      checkEntity(claim.id, position.actor);
      if (!STANCES.includes(position.stance)) faults.push(`${claim.id}: unknown stance ${position.stance}`);
      for (const id of position.attributions) checkAttributionId(claim.id, id);
      for (const piece of position.evidence ?? []) checkPiece(claim.id, piece.document, piece);
      if (position.attributions.length === 0 && (position.evidence ?? []).length === 0)
        faults.push(`${claim.id}: the position of ${position.actor} rests on nothing`);
    }
  for (const item of [...gold.quotations, ...gold.discrepancies, ...gold.not_discrepancies]) {
    if (item.readings.length < 2) faults.push(`${item.id}: fewer than two readings`);
    for (const reading of item.readings) checkReading(item.id, reading);
  }
  for (const quotation of gold.quotations) checkEntity(quotation.id, quotation.speaker);
  for (const discrepancy of gold.discrepancies)
    if (!IMPORTANCES.includes(discrepancy.importance))
      faults.push(`${discrepancy.id}: unknown importance ${discrepancy.importance}`);
  for (const { from, to, kind, shared } of gold.lineage) {
    const where = `${from} to ${to}`;
    for (const end of kind === 'cites-agency' ? [to] : [from, to])
      if (!textOf.has(end)) faults.push(`${where}: unknown document ${end}`);
    for (const { a, b } of shared ?? []) {
      checkPiece(where, a.document, a);
      checkPiece(where, b.document, b);
    }
  }
  for (const moment of gold.timeline)
    for (const id of moment.documents) if (!textOf.has(id)) faults.push(`timeline: unknown document ${id}`);
  return faults;

  function distinctIds(what: string, items: readonly { id: string }[]): Set<string> {
    const ids = new Set<string>();
    for (const { id } of items) {
      if (ids.has(id)) faults.push(`${what} ${id} is there twice`);
      ids.add(id);
    }
    return ids;
  }

  function checkEntity(where: string, id: string | null): void {
    if (id !== null && !entities.has(id)) faults.push(`${where}: unknown entity ${id}`);
  }

  function checkAttributionId(where: string, id: string): void {
    if (!attributions.has(id)) faults.push(`${where}: unknown attribution ${id}`);
  }

  function checkPieces(where: string, document: string, { spans, text }: Pieces): void {
    const whole = textOf.get(document);
    if (whole === undefined) {
      faults.push(`${where}: unknown document ${document}`);
      return;
    }
    let last = 0;
    for (const [start, end] of spans) {
      if (!(last <= start && start < end && end <= whole.length))
        faults.push(`${where}: [${start}, ${end}) is empty, out of order or outside the account`);
      else if (cutsWord(whole, start) || cutsWord(whole, end))
        faults.push(`${where}: [${start}, ${end}) cuts a word`);
      last = end;
    }
    const found = spans.map(([start, end]) => whole.slice(start, end)).join(' … ');
    if (found !== text)
      faults.push(`${where}: the text is ${JSON.stringify(text)}, the account has ${JSON.stringify(found)}`);
  }

  function checkPiece(where: string, document: string, { span, text }: Piece): void {
    checkPieces(where, document, { spans: [span], text });
  }

  function checkReading(where: string, reading: GoldReading): void {
    checkPiece(where, reading.document, reading);
    checkEntity(where, reading.held_by ?? null);
    if (reading.attribution === undefined) return;
    checkAttributionId(where, reading.attribution);
    const document = attributions.get(reading.attribution)?.document;
    if (document !== undefined && document !== reading.document)
      faults.push(`${where}: ${reading.attribution} stands in ${document}, not in ${reading.document}`);
  }

  function checkAttribution(attribution: GoldAttribution): void {
    const { id, document, source, cue, content, form, parent, when } = attribution;
    for (const pieces of [source, cue, content]) if (pieces !== null) checkPieces(id, document, pieces);
    if (content.spans.length === 0) faults.push(`${id}: no content`);
    if (when !== null) checkPiece(id, document, when);
    for (const entity of [
      attribution.speaker,
      attribution.addressee,
      ...attribution.via,
      ...(attribution.speaker_candidates ?? []),
    ])
      checkEntity(id, entity);
    if (!(ACTS as readonly string[]).includes(attribution.act))
      faults.push(`${id}: unknown act ${attribution.act}`);
    if (!(FORMS as readonly string[]).includes(form)) faults.push(`${id}: unknown form ${form}`);
    const whole = textOf.get(document) ?? '';
    if (form === 'direct' && !content.spans.every(([start]) => OPENING_MARK.test(whole.slice(start))))
      faults.push(`${id}: direct, but a piece does not begin with a quotation mark`);
    if (form === 'mixed' && !ANY_MARK.test(content.text)) faults.push(`${id}: mixed, but nothing is quoted`);
    if (parent === null) return;
    const outer = attributions.get(parent);
    if (outer === undefined) faults.push(`${id}: unknown parent ${parent}`);
    else if (outer.document !== document)
      faults.push(`${id}: its parent ${parent} stands in another account`);
    else if (!content.spans.every((span) => outer.content.spans.some((around) => lies(span, around))))
      faults.push(`${id}: its content is not within that of ${parent}`);
    else if (returnsTo(attribution)) faults.push(`${id}: its parents go round in a circle`);
  }

  function returnsTo(start: GoldAttribution): boolean {
    const seen = new Set<string>();
    for (let at: string | null = start.parent; at !== null; at = attributions.get(at)?.parent ?? null) {
      if (at === start.id) return true;
      if (seen.has(at)) return false;
      seen.add(at);
    }
    return false;
  }
}

function lies([start, end]: [number, number], [from, to]: [number, number]): boolean {
  return from <= start && end <= to;
}

function cutsWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && WORD.test(text.charAt(at - 1)) && WORD.test(text.charAt(at));
}
