import type { Attribution } from '../model/attribution.ts';
import type { Discrepancy } from '../model/discrepancy.ts';
import type { Document } from '../model/document.ts';
import type { Dossier } from '../model/dossier.ts';
import type { Evidence } from '../model/evidence.ts';
import {
  changeWords,
  liveBlogWords,
  nameOfDocument,
  noticeWords,
  sideOf,
  versionWords,
} from './document-words.ts';
import {
  IMPORTANCE_WORDS,
  kindWords,
  partByImportance,
  TOLD_DIFFERENTLY,
  TOLD_DIFFERENTLY_LEAD,
} from './discrepancy-words.ts';
import { plainWords } from './escape-html.ts';
import { indexDossier, type PageIndex } from './page-index.ts';
import { evidenceOf, holderName, holderOf, stanceWords } from './position-words.ts';
import { periodWords, summaryFigures } from './summary-figures.ts';
import { timexRange, timexWords } from './timex-range.ts';

/**
 * Renders the dossier as CommonMark for notes: every section as lists, words of documents as block quotes, every line with
 * its document and place. Whatever a document holds, it stays text: nothing of it becomes markup.
 */
export function renderMarkdown(dossier: Dossier): string {
  const index = indexDossier(dossier);
  const period = periodWords(dossier);
  const { firm, open } = partByImportance(dossier.discrepancies);
  return `${[
    `# ${line(dossier.title)}`,
    [period ?? 'No date is known', summaryFigures(dossier).join(' · ')].join('  \n'),
    ...dossier.warnings.map((warning) => `- Warning: ${line(warning.message)}`),
    ...section('Where the accounts part', firm.length, index, ['discrepancies']),
    ...firm.flatMap((discrepancy) => discrepancyLines(index, discrepancy)),
    ...(open.length > 0 ? [`## ${TOLD_DIFFERENTLY}`, TOLD_DIFFERENTLY_LEAD] : []),
    ...open.flatMap((discrepancy) => discrepancyLines(index, discrepancy)),
    ...section('Who holds what', dossier.claims.length, index, ['claims']),
    ...dossier.claims.flatMap((claim) => [
      `### ${line(claim.text)}`,
      ...claim.positions.map((position) => {
        const places = evidenceOf(index, position);
        return `- **${line(holderName(index, holderOf(position)))}** ${stanceWords(position)}: ${places.map((place) => where(index, place)).join(', ')}`;
      }),
    ]),
    ...section('Same words, other wording', dossier.utterances.length, index, ['utterances']),
    ...dossier.utterances.flatMap((utterance) => [
      `### ${line(index.speakerName(utterance.speaker))} (${utterance.difference})`,
      ...utterance.readings.map(
        (reading) => `- ${where(index, reading.evidence)}\n${quote(reading.evidence.text, '  ')}`,
      ),
      ...(utterance.note ? [line(utterance.note)] : []),
    ]),
    ...section('When', dossier.timeline.length, index, ['timeline']),
    ...inTime(dossier).map(
      (moment) =>
        `- ${timexWords(moment.when.value) ?? `not dated (“${line(moment.when.text)}”)`}: ${line(moment.text)} – ${moment.kind}, ${moment.evidence.map((evidence) => where(index, evidence)).join(', ')}`,
    ),
    ...section('Who copied whom', dossier.lineage.edges.length + dossier.lineage.origins.length, index, [
      'lineage',
    ]),
    ...dossier.lineage.origins.map(
      (origin, i) =>
        `- Origin ${i + 1}${origin.origin === null ? '' : ` (${line(index.entity(origin.origin)?.name ?? origin.origin)})`}: ${origin.documents.map((id) => witness(index, id)).join(', ')}`,
    ),
    ...dossier.lineage.edges.map(
      (edge) =>
        `- ${witness(index, edge.from)} ${edge.directed ? '→' : '↔'} ${witness(index, edge.to)}: ${edge.kind}${edge.reason ? `. ${line(edge.reason)}` : ''}`,
    ),
    ...section('Who speaks', dossier.attributions.length, index, ['attributions']),
    ...speakers(index),
    ...section('The documents', dossier.documents.length, index, []),
    ...index.documents.flatMap(({ siglum, document }) => [
      `- **${siglum}** ${line(nameOfDocument(document))} – ${line(document.publisher?.value ?? 'publisher unknown')}, ${timexWords(document.published?.value.value) ?? 'no date'}${document.file === undefined ? '' : `, ${line(document.file)}`}${document.provenance?.captured === undefined ? '' : `, captured ${line(document.provenance.captured)}`}${document.liveBlog === undefined ? '' : `, live blog: ${line(liveBlogWords(document.liveBlog))}`}`,
      ...versionsOf(document),
    ]),
    '## Method and limits',
    `Made with stemma ${line(dossier.method.stemma)}. This dossier gives no verdict: it shows who is said to have said what, and where.`,
    ...dossier.method.errorRates.map((rate) => `- ${line(rate)}`),
    ...dossier.method.notAnalysed.map((step) => `- Nothing looked for this in this version: ${line(step)}`),
  ].join('\n\n')}\n`;
}

function discrepancyLines(index: PageIndex, discrepancy: Discrepancy): string[] {
  return [
    `### ${line(discrepancy.about)}`,
    `${IMPORTANCE_WORDS[discrepancy.importance]} · ${kindWords(discrepancy)}`,
    ...discrepancy.readings.map(
      (reading) =>
        `- **${line(reading.value)}**${reading.heldBy === null ? '' : ` – ${line(index.speakerName(reading.heldBy))}`}, ${where(index, reading.evidence)}\n${quote(reading.evidence.text, '  ')}`,
    ),
    ...(discrepancy.note ? [`May be reconciled: ${line(discrepancy.note)}`] : []),
  ];
}

function section(title: string, items: number, index: PageIndex, steps: readonly string[]): string[] {
  if (items > 0) return [`## ${title}`];
  return [
    `## ${title}`,
    index.missing(...steps) ? 'Nothing looked for this in this version.' : 'Looked for, and none found.',
  ];
}

function speakers(index: PageIndex): string[] {
  const groups = new Map<string, Attribution[]>();
  for (const attribution of index.documents.flatMap((document) => document.attributions)) {
    const name = index.speakerName(attribution.speaker);
    const key = attribution.speaker ?? '';
    const group = groups.get(`${key}\u0001${name}`);
    if (group) group.push(attribution);
    else groups.set(`${key}\u0001${name}`, [attribution]);
  }
  return [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .flatMap(([key, attributions]) => [
      `### ${line(key.slice(key.indexOf('\u0001') + 1))}`,
      ...attributions.map(
        (attribution) =>
          `- ${index.reference(attribution)}: ${attribution.act}, ${attribution.form}, ${where(index, attribution.content)}\n${quote(attribution.content.text, '  ')}`,
      ),
    ]);
}

/** Dated moments in order, then those without a date. */
function inTime(dossier: Dossier): Dossier['timeline'] {
  const start = (moment: Dossier['timeline'][number]): number =>
    timexRange(moment.when.value)?.from ?? Infinity;
  return [...dossier.timeline].sort((a, b) => {
    const [ofA, ofB] = [start(a), start(b)];
    return ofA === ofB ? 0 : ofA - ofB;
  });
}

function witness(index: PageIndex, id: string): string {
  const document = index.document(id);
  return document ? `${document.siglum} ${line(document.label)}` : line(index.entity(id)?.name ?? id);
}

/** `A The Kessel Ledger, 118–160`. */
function where(index: PageIndex, evidence: Evidence): string {
  return `${witness(index, evidence.document)}, ${evidence.spans.map(([start, end]) => `${start}–${end}`).join(' and ')}`;
}

/** Earlier versions of a document, with the words of both sides of each change. */
function versionsOf(document: Document): string[] {
  return (document.versions ?? []).map((version) =>
    [
      `  - Earlier version: ${line(versionWords(version))}. ${line(noticeWords(version))}.`,
      ...(version.notice === undefined ? [] : [`    Note:\n\n${quote(version.notice.text, '    ')}`]),
      ...(version.changes ?? []).map((change) => {
        const before = sideOf(change.before);
        const after = sideOf(change.after);
        return [
          `    - ${changeWords(change)}`,
          ...(before === undefined ? [] : [`      before:\n\n${quote(before, '      ')}`]),
          ...(after === undefined ? [] : [`      now:\n\n${quote(after, '      ')}`]),
        ].join('\n\n');
      }),
    ].join('\n\n'),
  );
}

/** Words of a document as a block quote, indented to stand inside a list item. */
function quote(text: string, indent: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((part) => `${indent}> ${escape(part)}`)
    .join('\n');
}

/** Text on one line of ours. */
function line(text: string): string {
  return escape(text.replaceAll(/\s+/g, ' ').trim());
}

/**
 * Escapes what CommonMark and its common extensions read as markup, and only there, so that notes stay readable: some
 * characters anywhere, some only where a line begins. Hidden characters are shown by their code point.
 */
function escape(text: string): string {
  return plainWords(text)
    .trimStart()
    .replaceAll(/[\\`*_[\]<>~|&$^]/g, String.raw`\$&`)
    .replaceAll('://', String.raw`\://`)
    .replace(/^(\d{1,9})([.)])/, String.raw`$1\$2`)
    .replace(/^[#+\-=:]/, String.raw`\$&`);
}
