import { LIGHT } from '../learn/word-facts.ts';
import { firstTokenAt } from '../learn/term.ts';
import type { AnnotatedDocument } from '../model/annotated-document.ts';
import type { Attribution } from '../model/attribution.ts';
import { UPOS } from '../model/language-layer.ts';
import type { Span } from '../model/span.ts';
import { foldWord } from '../text/fold-word.ts';

/** Words of a quotation that say something: fewer are a phrase that two people may both use ("we have nothing to hide"). */
const LEAST_WORDS = 5;
/** Share of these words that the other account's quotation has too; translations of one utterance share about so many. */
const SAME_QUOTATION = 0.75;
/** A word that more quotations hold does not lead from one to another: no folder may cost the square of its quotations. */
const MOST_HOLDERS = 64;

const ONE_PERSON = /^(?:he|she)$/i;
const SAYING = new Set((['NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM'] as const).map((tag) => UPOS.indexOf(tag)));

interface Quotation {
  readonly attribution: Attribution;
  readonly words: ReadonlySet<string>;
}

/**
 * Corrects whom a "he" or "she" stands for where other accounts give the very quotation under a name.
 *
 * Within one text a pronoun is resolved by what stands before it; where a sentence is damaged or cut, that may be the wrong
 * person. Another account that names the speaker of the same words knows better, provided that this person is spoken of here
 * too, and that no account names anybody else. All that hangs on the same pronoun follows.
 *
 * @param entityOf - id of the story's entity for each local entity of each document.
 * @param attributions - of all documents.
 * @returns the same attributions in the same order; those that nothing speaks against are the same objects.
 */
export function settlePronounSpeakers(
  documents: readonly AnnotatedDocument[],
  entityOf: readonly (readonly string[])[],
  attributions: readonly Attribution[],
): Attribution[] {
  const placeOf = new Map(documents.map(({ document }, at) => [document.id, at]));
  const named: Quotation[] = [];
  const open: Quotation[] = [];
  for (const attribution of attributions) {
    const { form, speaker, source } = attribution;
    const annotated = documents[placeOf.get(attribution.document) ?? -1];
    if (form !== 'direct' || speaker === null || source === null || !annotated) continue;
    const list = ONE_PERSON.test(source.text) ? open : named;
    for (const span of attribution.content.spans) {
      const words = wordsOf(annotated, span);
      if (words.size >= LEAST_WORDS) list.push({ attribution, words });
    }
  }
  if (open.length === 0 || named.length === 0) return [...attributions];
  const holders = holdersOfWords(named);
  const settled = new Map<string, string>();
  for (const quotation of open) {
    const { attribution } = quotation;
    const speakers = speakersElsewhere(quotation, holders);
    const [only] = speakers;
    if (speakers.size !== 1 || only === undefined || only === attribution.speaker) continue;
    const at = placeOf.get(attribution.document) ?? -1;
    if (isSpokenOf(documents[at], entityOf[at] ?? [], only)) settled.set(keyOf(attribution), only);
  }
  if (settled.size === 0) return [...attributions];
  return attributions.map((attribution) => {
    const speaker = settled.get(keyOf(attribution));
    if (speaker === undefined) return attribution;
    return { ...attribution, speaker, chain: attribution.chain.filter((id) => id !== speaker) };
  });
}

function wordsOf(annotated: AnnotatedDocument, [start, end]: Span): Set<string> {
  const { tokens } = annotated.language;
  const words = new Set<string>();
  for (let t = firstTokenAt(annotated, start); t < tokens.count && (tokens.start[t] as number) < end; t++) {
    const lemma = (tokens.lemma[t] ?? tokens.word[t] ?? '').toLowerCase();
    if (SAYING.has(tokens.upos[t] as number) && !LIGHT.has(lemma)) words.add(foldWord(lemma));
  }
  words.delete('');
  return words;
}

function holdersOfWords(quotations: readonly Quotation[]): ReadonlyMap<string, readonly Quotation[]> {
  const holders = new Map<string, Quotation[]>();
  for (const quotation of quotations)
    for (const word of quotation.words) {
      const list = holders.get(word);
      if (list) list.push(quotation);
      else holders.set(word, [quotation]);
    }
  return holders;
}

/** Who is named for the same quotation in other documents. */
function speakersElsewhere(
  { attribution, words }: Quotation,
  holders: ReadonlyMap<string, readonly Quotation[]>,
): Set<string> {
  const candidates = new Set<Quotation>();
  for (const word of words) {
    const list = holders.get(word) ?? [];
    if (list.length <= MOST_HOLDERS) for (const other of list) candidates.add(other);
  }
  const speakers = new Set<string>();
  for (const other of candidates) {
    if (other.attribution.document === attribution.document || other.attribution.speaker === null) continue;
    let shared = 0;
    for (const word of words) if (other.words.has(word)) shared++;
    if (shared >= SAME_QUOTATION * words.size && shared >= SAME_QUOTATION * other.words.size)
      speakers.add(other.attribution.speaker);
  }
  return speakers;
}

/** Whether a document speaks of somebody by a name or a description; before the pronoun, the words may be damaged. */
function isSpokenOf(
  annotated: AnnotatedDocument | undefined,
  entityOf: readonly string[],
  entity: string,
): boolean {
  return (
    annotated?.coreference.mentions.some(
      (mention) => mention.form !== 'pronoun' && entityOf[mention.entity] === entity,
    ) ?? false
  );
}

/** Attributions of one document that have one pronoun as their source share a key. */
function keyOf({ document, source }: Attribution): string {
  return `${document}/${source?.spans[0]?.join('-') ?? ''}`;
}
