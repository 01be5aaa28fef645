import { channelNoun, channelVerb } from './lexicon/channels.ts';
import type { LanguageLayer } from '../model/language-layer.ts';
import type { TokenSpan } from './speech-frame.ts';

/** Prepositions that lead from speaking to where it was done: "in a statement", "on Twitter", "over the phone", "by letter". */
const LEADS = new Set(['in', 'on', 'over', 'via', 'by', 'through', 'to', 'at', 'during', 'from', 'with']);
/** How far behind its preposition the noun may stand: "in a short video statement". */
const PHRASE_LENGTH = 5;

/**
 * The channel of one act of speaking, where the words outside its content name it.
 *
 * @param frame - tokens of the sentence that belong to no content.
 * @returns `undefined` when the text does not say.
 */
export function findChannel(
  layer: LanguageLayer,
  frame: readonly number[],
  source: TokenSpan | null,
  cue: TokenSpan | null,
): string | undefined {
  const { tokens } = layer;
  const word = (token: number) => (tokens.word[token] ?? '').toLowerCase();
  if (cue)
    for (let token = cue.first; token < cue.end; token++) {
      const channel = channelVerb((tokens.lemma[token] ?? '').toLowerCase());
      if (channel) return channel;
    }
  if (source) {
    const channel = channelNoun(word(source.end - 1));
    // "The post said"; but "the Osk Post said" is a paper, and "Twitter said" the firm.
    const isNoun = /^NNS?$/.test(tokens.penn[source.end - 1] ?? '');
    if (channel && isNoun && source.end - source.first <= PHRASE_LENGTH) return channel;
  }
  const inFrame = new Set(frame);
  for (const token of frame) {
    if (!LEADS.has(word(token)) || (source && token >= source.first && token < source.end)) continue;
    let found: string | undefined;
    for (let at = token + 1; at <= token + PHRASE_LENGTH && inFrame.has(at); at++) {
      const here = word(at);
      if (/^[,.;:]$/.test(here)) break;
      // "Went on to call it a mess" is no call.
      if (tokens.penn[at]?.startsWith('VB')) break;
      const channel = channelNoun(`${here} ${word(at + 1)}`) ?? channelNoun(here);
      if (channel) {
        found = channel;
        // "his Twitter account", "a video statement": the first noun names the channel.
        break;
      }
    }
    if (found) return found;
  }
  return undefined;
}
