import { judgeAccount, type JudgedAccount } from '../compare/account-stance.ts';
import { documentFromText, type TextInput } from '../ingest/document-from-text.ts';
import { annotateLanguage } from '../language/annotate-language.ts';
import type { Document } from '../model/document.ts';
import { asDocument } from './attribute-document.ts';

/**
 * How an account stands to a headline on the same matter: agrees, disputes or only discusses it.
 *
 * Made for putting a pile of accounts in order, those that may dispute a claim first: of those that it calls disputing fewer
 * than half do (docs/models/account-stance.md), so it shows nothing in a dossier by itself. The scores are no probabilities.
 *
 * @returns `null` for a document in another language than English.
 */
export function stanceOfAccount(input: Document | TextInput, headline: string): JudgedAccount | null {
  const document = asDocument(input);
  if (!document.analysed) return null;
  const claim = documentFromText({ text: headline, language: 'en' });
  return judgeAccount(annotateLanguage(claim), annotateLanguage(document));
}
