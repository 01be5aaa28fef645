import type { Act } from '../model/attribution.ts';
import { UPOS, type LanguageLayer } from '../model/language-layer.ts';
import { NOUN_ACTS, VERB_ACTS } from './lexicon/cue-acts.ts';

const NOUN = UPOS.indexOf('NOUN');
const PROPN = UPOS.indexOf('PROPN');
const ALLEGED = new Set(['alleged', 'allegedly']);
/** "said in a statement" has four words; its noun names the channel, not the act. */
const MANNER_CUE = 4;

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
  allege: 'decline',
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
const SPEAKER_PRONOUNS = new Set(['i', 'we', 'he', 'she', 'they']);
const FUTURE = new Set(['will', 'would', "'ll", '’ll', 'shall', "'d", '’d']);
/** How many tokens of the content are looked at: a subject with its quotation mark and "that". */
const OPENING = 8;
const PAST_AUXILIARIES = new Set(['have', 'has', 'had', 'did', 'do', 'does', 'was', 'were']);

/**
 * Names what the speaker does, from the words of the cue, its negation and, for plain words of saying, from how the
 * content begins.
 *
 * @param cue - Token indices of the cue; may be empty (a floating quotation), which is read as `state`.
 * @param content - Token indices of the content.
 */
export function actOf(layer: LanguageLayer, cue: readonly number[], content: readonly number[]): Act {
  const { lemma, word, upos } = layer.tokens;
  let act: Act | undefined;
  let byNoun: Act | undefined;
  let light = false;
  let negated = false;
  for (let at = 0; at < cue.length; at++) {
    const token = cue[at]!;
    const lower = lemma[token]!.toLowerCase();
    if (NEGATIONS.has(word[token]!.toLowerCase())) negated = true;
    const next = cue[at + 1] ?? token + 1;
    const phrase = PHRASE_PARTICLES.has(lemma[next]?.toLowerCase() ?? '')
      ? VERB_ACTS.get(`${lower}_${lemma[next]!.toLowerCase()}`)
      : undefined;
    const nominal = upos[token] === NOUN || upos[token] === PROPN;
    if (nominal && NOUN_ACTS.has(lower)) byNoun ??= NOUN_ACTS.get(lower);
    else if (ALLEGED.has(lower)) act ??= 'allege';
    else if (!nominal || act === undefined) {
      const byVerb = phrase ?? VERB_ACTS.get(lower);
      if (byVerb !== undefined) act ??= byVerb;
      if (LIGHT_VERBS.has(lower) && act === byVerb) light = true;
    }
  }
  if (byNoun !== undefined && (act === undefined || light || (act === 'state' && cue.length < MANNER_CUE)))
    act = byNoun;
  act ??= 'state';
  if (negated) return NEGATED[act];
  return act === 'state' ? byOpening(layer, content) : act;
}

/** "We will …" promises, "We have not …" denies, "… must …" demands: looked for in the first words only. */
function byOpening(layer: LanguageLayer, content: readonly number[]): Act {
  const { word } = layer.tokens;
  let pronoun = false;
  for (let at = 0; at < content.length && at < OPENING; at++) {
    const lower = word[content[at]!]!.toLowerCase();
    if (SPEAKER_PRONOUNS.has(lower)) {
      pronoun = true;
      const next = word[content[at + 1] ?? -1]?.toLowerCase() ?? '';
      const after = word[content[at + 2] ?? -1]?.toLowerCase() ?? '';
      if (FUTURE.has(next)) return 'pledge';
      if (lower !== 'i' && lower !== 'we') return 'state';
      if (next === 'never' || (PAST_AUXILIARIES.has(next) && NEGATIONS.has(after))) return 'deny';
      return 'state';
    }
    if (!pronoun && lower === 'must') return 'demand';
  }
  return 'state';
}
