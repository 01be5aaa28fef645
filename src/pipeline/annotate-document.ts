import { findAttributions } from '../attribution/find-attributions.ts';
import { findNames } from '../entity/find-names.ts';
import { resolveCoreference } from '../entity/resolve-coreference.ts';
import { resolveSpeakers } from '../entity/resolve-speakers.ts';
import { annotateLanguage } from '../language/annotate-language.ts';
import { findQuantities } from '../quantity/find-quantities.ts';
import { findTimes } from '../time/find-times.ts';
import { compareVersions } from '../trace/compare-versions.ts';
import { findCredits } from '../trace/find-credits.ts';
import type { AnnotatedDocument } from '../model/annotated-document.ts';
import type { Document, EarlierVersion } from '../model/document.ts';
import type { LanguageLayer } from '../model/language-layer.ts';

export interface AnnotateOptions {
  /** Attributions below this calibrated probability are left out; the engine's default threshold when absent. */
  readonly minConfidence?: number;
}

/**
 * Everything that needs one document only, in the order of the way of the data. Pure: the same document gives the same
 * result on any machine, so documents may be annotated in parallel.
 *
 * A document that is not analysed (`document.analysed` is false: another language) comes back with its words and
 * nothing interpreted.
 */
export function annotateDocument(input: Document, options: AnnotateOptions = {}): AnnotatedDocument {
  const language = annotateLanguage(input);
  const document = withChanges(input, language);
  if (!document.analysed) {
    const coreference = { entities: [], mentions: [] };
    return {
      document,
      language,
      times: [],
      quantities: [],
      names: [],
      coreference,
      attributions: [],
      speakers: [],
    };
  }
  const credited: Document = {
    ...document,
    credits: [...document.credits, ...findCredits(document, language)],
  };
  const times = findTimes(credited, language);
  const quantities = findQuantities(language, times);
  const names = findNames(language);
  const attributions = findAttributions(credited, language, options);
  const coreference = resolveCoreference({ document: credited, language, names, attributions });
  const speakers = resolveSpeakers({ document: credited, language, names, attributions, coreference, times });
  return { document: credited, language, times, quantities, names, coreference, attributions, speakers };
}

/** Compares a document with the earlier versions of it, each of them once. */
function withChanges(document: Document, layer: LanguageLayer): Document {
  if (document.versions === undefined) return document;
  const versions = document.versions.map((version) =>
    version.changes === undefined
      ? compareVersions(document, layer, version, annotateLanguage(asEarlierDocument(version, document)))
      : version,
  );
  return { ...document, versions };
}

function asEarlierDocument(version: EarlierVersion, { language }: Document): Document {
  const omitted = version.omitted.map(({ spans, text }) => ({
    evidence: { document: version.id, spans, text },
    why: 'other' as const,
  }));
  const { id, text } = version;
  const title = version.title === undefined ? {} : { title: version.title };
  return { id, text, language, ...title, analysed: true, credits: [], omitted, oddities: [] };
}
