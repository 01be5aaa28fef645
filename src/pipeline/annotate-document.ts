import { findAttributions } from '../attribution/find-attributions.ts';
import { findNames } from '../entity/find-names.ts';
import { resolveCoreference } from '../entity/resolve-coreference.ts';
import { resolveSpeakers } from '../entity/resolve-speakers.ts';
import { annotateLanguage } from '../language/annotate-language.ts';
import { findQuantities } from '../quantity/find-quantities.ts';
import { findTimes } from '../time/find-times.ts';
import { findCredits } from '../trace/find-credits.ts';
import type { AnnotatedDocument } from '../model/annotated-document.ts';
import type { Document } from '../model/document.ts';

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
export function annotateDocument(document: Document, options: AnnotateOptions = {}): AnnotatedDocument {
  const language = annotateLanguage(document);
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
