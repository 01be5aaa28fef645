import type { Act } from '../model/attribution.ts';
import { UPOS, type LanguageLayer } from '../model/language-layer.ts';
import { VERB_ACTS } from './lexicon/cue-acts.ts';

const ADV = UPOS.indexOf('ADV');
const AUX = UPOS.indexOf('AUX');
const PART = UPOS.indexOf('PART');

/** Acts that a passive performs upon those who hear of it: "nationals are strongly recommended to leave". */
const PASSIVE_ACTS: ReadonlySet<Act> = new Set(['advise', 'demand', 'warn', 'ask']);
/** What is begun or ended by saying so: "an inquiry has been opened". */
const MEASURES = new Set(
  `open launch begin start suspend cancel postpone lift impose introduce appoint dismiss sack recall ban close shut order
  extend withdraw halt freeze revoke set`.split(/\s+/),
);
const MISTAKES = new Set(['mistake', 'error', 'blunder', 'misjudgment', 'misjudgement']);
/** "made a serious, costly mistake": within so many words of the verb. */
const OBJECT_WITHIN = 5;
/** "wanted to know": the verb of knowing stands so near. */
const KNOW_WITHIN = 3;

/**
 * The act that a clause names by its own verb, where the cue is a plain word of saying: "nationals are recommended to
 * leave" advises, "she wanted to know who had read it" asks, "we made a mistake" confesses, "an inquiry has been opened" announces.
 *
 * @param verb - place of the clause's first verb within the content.
 * @param own - whether the clause speaks of the speaker.
 */
export function namedAct(
  layer: LanguageLayer,
  content: readonly number[],
  verb: number,
  own: boolean,
): Act | undefined {
  const { lemma, penn } = layer.tokens;
  const main = mainVerb(layer, content, verb);
  const base = lemma[content[main.at] ?? -1]?.toLowerCase() ?? '';
  if (main.passive && penn[content[main.at + 1] ?? -1] === 'TO') {
    const act = VERB_ACTS.get(base);
    if (act !== undefined && PASSIVE_ACTS.has(act) && !own) return act;
  }
  if (main.negated) return undefined;
  if (main.perfect && MEASURES.has(base) && main.passive !== own) return 'announce';
  if (own && (base === 'want' || base === 'ask') && asksToKnow(layer, content, main.at)) return 'ask';
  return base === 'make' && hasObject(layer, content, main.at, MISTAKES) ? 'confirm' : undefined;
}

interface MainVerb {
  readonly at: number;
  readonly passive: boolean;
  readonly perfect: boolean;
  readonly negated: boolean;
}

/** The verb that a clause's first one leads to, with what stands between. */
function mainVerb({ tokens }: LanguageLayer, content: readonly number[], verb: number): MainVerb {
  const { upos, lemma, penn, word } = tokens;
  let [at, passive, perfect, negated] = [verb, false, false, false];
  for (; at + 1 < content.length; at++) {
    const token = content[at]!;
    if (upos[token] !== AUX && upos[token] !== ADV && upos[token] !== PART) break;
    if (lemma[token] === 'be') passive = true;
    if (lemma[token] === 'have' && penn[token] !== 'VB') perfect = true;
    if (/^(?:not|never|n[’']t)$/i.test(word[token]!)) negated = true;
  }
  return { at, passive: passive && penn[content[at]!] === 'VBN', perfect, negated };
}

function asksToKnow({ tokens: { lemma } }: LanguageLayer, content: readonly number[], at: number): boolean {
  return content.slice(at + 1, at + 1 + KNOW_WITHIN).some((token) => lemma[token]!.toLowerCase() === 'know');
}

function hasObject(
  { tokens: { lemma } }: LanguageLayer,
  content: readonly number[],
  verb: number,
  nouns: ReadonlySet<string>,
): boolean {
  return content
    .slice(verb + 1, verb + 1 + OBJECT_WITHIN)
    .some((token) => nouns.has(lemma[token]!.toLowerCase()));
}
