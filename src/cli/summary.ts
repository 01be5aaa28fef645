import type { Dossier } from '../model/dossier.ts';

export interface Summary {
  readonly title: string;
  readonly documents: number;
  readonly analysed: number;
  /** Independent beginnings; `null` where the lineage says nothing. */
  readonly origins: number | null;
  readonly speakers: number;
  readonly attributions: number;
  readonly utterances: number;
  readonly claims: number;
  readonly discrepancies: number;
  /** Lines of low importance, which are only set side by side; not among `discrepancies`. */
  readonly toldDifferently: number;
  readonly warnings: number;
}

export function summarise(dossier: Dossier): Summary {
  return {
    title: dossier.title,
    documents: dossier.documents.length,
    analysed: dossier.documents.filter((document) => document.analysed).length,
    origins: dossier.lineage.origins.length > 0 ? dossier.lineage.origins.length : null,
    speakers: new Set(dossier.attributions.map((attribution) => attribution.speaker).filter(Boolean)).size,
    attributions: dossier.attributions.length,
    utterances: dossier.utterances.length,
    claims: dossier.claims.length,
    discrepancies: dossier.discrepancies.filter(({ importance }) => importance !== 'low').length,
    toldDifferently: dossier.discrepancies.filter(({ importance }) => importance === 'low').length,
    warnings: dossier.warnings.length,
  };
}

/** The counts in one line: `5 documents · 4 origins · 23 speakers · 112 attributions`; what was not looked for is left out. */
export function countsLine(dossier: Dossier): string {
  const summary = summarise(dossier);
  const looked = (step: string): boolean => !dossier.method.notAnalysed.includes(step);
  return [
    counted(summary.documents, 'document'),
    summary.origins === null ? '' : counted(summary.origins, 'origin'),
    counted(summary.speakers, 'speaker'),
    counted(summary.attributions, 'attribution'),
    looked('utterances') ? counted(summary.utterances, 'utterance') + ' in several wordings' : '',
    looked('claims') ? counted(summary.claims, 'claim') : '',
    looked('discrepancies') ? counted(summary.discrepancies, 'discrepanc', 'y', 'ies') : '',
    summary.toldDifferently > 0 ? `${counted(summary.toldDifferently, 'matter')} told differently` : '',
    summary.warnings > 0 ? counted(summary.warnings, 'warning') : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function counted(count: number, noun: string, one = '', many = 's'): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? one : many}`;
}
