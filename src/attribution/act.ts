import type { Act } from '../model/attribution.ts';
import { UPOS, type LanguageLayer } from '../model/language-layer.ts';
import { NOUN_ACTS, VERB_ACTS } from './lexicon/cue-acts.ts';

const NOUN = UPOS.indexOf('NOUN');
const PROPN = UPOS.indexOf('PROPN');
const PUNCT = UPOS.indexOf('PUNCT');
const ADV = UPOS.indexOf('ADV');
const ALLEGED = new Set(['alleged', 'allegedly']);
/** "said in a statement" has four words; its noun names the channel, not the act. */
const MANNER_CUE = 4;
/** "those claims", "such allegations", "the accusations": determiner and noun among the first words. */
const ALLEGATION_WITHIN = 3;

const NEGATIONS = new Set([
  'not',
  "n't",
  'n’t',
  'never',
  'no',
  'nothing',
  'neither',
  'nor',
  'without',
  'cannot',
]);

/** Verbs that only carry the noun beside them: "made accusations", "issued a denial". */
const LIGHT_VERBS = new Set(
  `make give issue express have send deliver offer release publish repeat reiterate level face raise put do take voice
  hold draw carry bring set get be`.split(/\s+/),
);

/** What a negated cue does: who "did not say" declined to, who "does not believe" still thinks. */
const NEGATED: Readonly<Record<Act, Act>> = {
  state: 'decline',
  deny: 'state',
  confirm: 'decline',
  allege: 'state',
  demand: 'decline',
  advise: 'decline',
  warn: 'decline',
  pledge: 'decline',
  ask: 'decline',
  decline: 'state',
  think: 'think',
  announce: 'decline',
};

const PHRASE_PARTICLES = new Set(['for', 'on', 'upon']);
const SPEAKER_PRONOUNS = new Set(['i', 'we', 'he', 'she', 'they', 'it']);
const FUTURE = new Set(['will', 'would', "'ll", '’ll', 'shall', "'d", '’d']);
/** How many tokens of the content are looked at: a subject with its quotation mark and "that". */
const OPENING = 8;
const DENYING = new Set(`is are was were am has have had do does did 's 're 've`.split(/\s+/));
const DENIALS = new Set(['not', "n't", 'n’t', 'never']);
const SUCH = new Set(['such', 'this', 'these', 'those', 'the', 'all', 'any']);
const READY = new Set(['ready', 'willing', 'prepared', 'determined']);
/** A verb right after "I" or "we"; taggers take some for nouns ("I demand"). */
const PRESENT = new Set(['VBP', 'VB', 'NN']);

/**
 * Names what the speaker does, from the words of the cue, its negation and, for plain words of saying, from how the
 * content begins.
 *
 * @param cue - Token indices of the cue; may be empty (a floating quotation), which is read as `state`.
 * @param content - Token indices of the content.
 */
export function actOf(layer: LanguageLayer, cue: readonly number[], content: readonly number[]): Act {
  const { lemma, word, upos } = layer.tokens;
  let byVerb: Act | undefined;
  let byLightVerb: Act | undefined;
  let byNoun: Act | undefined;
  let negated = false;
  for (let at = 0; at < cue.length; at++) {
    const token = cue[at]!;
    const lower = lemma[token]!.toLowerCase();
    const own = word[token]!.toLowerCase();
    // "asked not to be named" asks; only what stands before the verb negates it.
    if (NEGATIONS.has(own) && byVerb === undefined) negated = true;
    if (own === 'yet' && lemma[token + 1] === 'to') negated = true;
    const next = cue[at + 1] ?? token + 1;
    const particle = lemma[next]?.toLowerCase() ?? '';
    const phrase = PHRASE_PARTICLES.has(particle) ? VERB_ACTS.get(`${lower}_${particle}`) : undefined;
    if (ALLEGED.has(lower)) byVerb ??= 'allege';
    else if (upos[token] === NOUN || upos[token] === PROPN)
      byNoun ??= NOUN_ACTS.get(lower) ?? VERB_ACTS.get(lower);
    else if (LIGHT_VERBS.has(lower)) byLightVerb ??= phrase ?? VERB_ACTS.get(lower);
    else byVerb ??= phrase ?? VERB_ACTS.get(lower);
  }
  const plain = byVerb === undefined || (byVerb === 'state' && cue.length < MANNER_CUE);
  const act = (plain ? byNoun : undefined) ?? byVerb ?? byLightVerb ?? 'state';
  if (negated) return NEGATED[act];
  // To slam, laugh off or call baseless what others allege is to deny it.
  if ((act === 'allege' || act === 'state') && beginsWithAllegation(layer, content)) return 'deny';
  return act === 'state' ? byOpening(layer, content) : act;
}

/**
 * What plain words of saying do, by how the content begins: "We will …" promises, "We have not …" denies, "… must …"
 * demands, "We reject …" does what its verb says.
 */
function byOpening(layer: LanguageLayer, content: readonly number[]): Act {
  const { word, lemma, upos, penn } = layer.tokens;
  const lower = (at: number): string => word[content[at] ?? -1]?.toLowerCase() ?? '';
  let at = 0;
  while (at < content.length && (upos[content[at]!] === PUNCT || lower(at) === 'that')) at++;
  // "Stop sending …": an order has no subject.
  if (penn[content[at] ?? -1] === 'VB') return 'demand';
  for (const stop = Math.min(content.length, at + OPENING); at < stop; at++) {
    if (lower(at) === 'must') return 'demand';
    if (lower(at) === 'should') return 'advise';
    if (READY.has(lower(at)) && lower(at + 1) === 'to') return 'pledge';
    if (DENYING.has(lower(at)) && DENIALS.has(lower(at + 1))) return 'deny';
    if (!SPEAKER_PRONOUNS.has(lower(at))) continue;
    if (FUTURE.has(lower(at + 1))) return 'pledge';
    if (lower(at) !== 'i' && lower(at) !== 'we') continue;
    let verb = at + 1;
    while (upos[content[verb] ?? -1] === ADV) verb++;
    const own = VERB_ACTS.get(lemma[content[verb] ?? -1]?.toLowerCase() ?? '');
    if (own === undefined || !PRESENT.has(penn[content[verb]!]!)) continue;
    return own === 'allege' && beginsWithAllegation(layer, content.slice(verb + 1)) ? 'deny' : own;
  }
  return 'state';
}

function beginsWithAllegation(layer: LanguageLayer, content: readonly number[]): boolean {
  const { lemma, upos, penn } = layer.tokens;
  if (penn[content[0] ?? -1] !== 'DT' && !SUCH.has(lemma[content[0] ?? -1]?.toLowerCase() ?? ''))
    return false;
  return content
    .slice(1, ALLEGATION_WITHIN)
    .some((token) => upos[token] === NOUN && NOUN_ACTS.get(lemma[token]!.toLowerCase()) === 'allege');
}
