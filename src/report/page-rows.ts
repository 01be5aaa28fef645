import type { Dossier } from '../model/dossier.ts';
import type { Evidence } from '../model/evidence.ts';
import { anchorId, edgeId, sharedReadingId } from './anchors.ts';

/** A line beside a paragraph that leads from the words back to the row that shows them. */
export interface BackLink {
  readonly href: string;
  /** What the row is: `discrepancy`, `readings`, `claim`, `timeline`; for a shared passage the other document's letter. */
  readonly word: string;
  /** Whether the row is a passage shared with another document; a paragraph gathers these on one line. */
  readonly shared?: true;
  /** What the row is about, for the link's title; empty where the word says it all. */
  readonly about: string;
}

type Row = { readonly link: BackLink } & ({ readonly evidence: Evidence } | { readonly attribution: string });

/** Every place that a row outside the documents points to, with the way back. */
export function* rowsOf(
  dossier: Dossier,
  large: boolean,
  siglum: (document: string) => string,
): Generator<Row> {
  for (const discrepancy of dossier.discrepancies) {
    const link = {
      href: `#${anchorId(discrepancy.id)}`,
      word: 'discrepancy',
      about: large ? '' : discrepancy.about,
    };
    for (const reading of discrepancy.readings) yield { evidence: reading.evidence, link };
  }
  for (const claim of dossier.claims) {
    const link = { href: `#${anchorId(claim.id)}`, word: 'claim', about: large ? '' : claim.text };
    for (const position of claim.positions) {
      for (const attribution of position.attributions) yield { attribution, link };
      for (const evidence of position.evidence ?? []) yield { evidence, link };
    }
  }
  for (const utterance of dossier.utterances) {
    const link = {
      href: `#${anchorId(utterance.id)}`,
      word: 'readings',
      about: large ? '' : `${utterance.readings.length} readings`,
    };
    for (const reading of utterance.readings) yield { attribution: reading.attribution, link };
  }
  for (const moment of dossier.timeline) {
    const link = { href: `#${anchorId(moment.id)}`, word: 'timeline', about: large ? '' : moment.text };
    for (const evidence of moment.evidence) yield { evidence, link };
  }
  for (const edge of dossier.lineage.edges) {
    const href = `#${edgeId(edge)}`;
    for (const { a, b } of edge.passages) {
      yield { evidence: a, link: { href, word: siglum(b.document), about: '', shared: true } };
      yield { evidence: b, link: { href, word: siglum(a.document), about: '', shared: true } };
    }
    for (const { evidence, source } of edge.signs ?? []) {
      yield { evidence, link: { href, word: siglum(source.document), about: '', shared: true } };
      yield { evidence: source, link: { href, word: siglum(evidence.document), about: '', shared: true } };
    }
  }
  for (const reading of dossier.lineage.sharedReadings ?? []) {
    const link = { href: `#${sharedReadingId(reading)}`, word: 'one word', about: '' };
    for (const evidence of [...reading.shared, ...reading.others]) yield { evidence, link };
  }
}
