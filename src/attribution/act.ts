import type { Act } from '../model/attribution.ts';
import { UPOS, type LanguageLayer } from '../model/language-layer.ts';
import type { Parties } from './blame.ts';
import { actOfContent, beginsWithAllegation } from './content-act.ts';
import { DISMISSAL, WRONG } from './lexicon/charges.ts';
import { NOUN_ACTS, VERB_ACTS } from './lexicon/cue-acts.ts';

const AUX = UPOS.indexOf('AUX');
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

const PHRASE_PARTICLES = new Set(['for', 'on', 'upon', 'up', 'off', 'aside', 'away']);
const NO_PARTIES: Parties = { contested: false, peoples: new Set() };

/**
 * Names what the speaker does, from the words of the cue, its negation and, for plain words of saying, from how the
 * content begins.
 *
 * @param cue - Token indices of the cue; may be empty (a floating quotation), which is read as `state`.
 * @param content - Token indices of the content.
 * @param source - Token indices of the source.
 * @param parties - Whom the document sets against one another.
 */
export function actOf(
  layer: LanguageLayer,
  cue: readonly number[],
  content: readonly number[],
  source: readonly number[] = [],
  parties: Parties = NO_PARTIES,
): Act {
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
  if (act === 'allege' && asInvented(layer, content)) return 'deny';
  if (act === 'think' && wishesToSay(layer, cue)) return actOfContent(layer, content, source, parties);
  if (act === 'think' && cue.some((token) => lemma[token] === 'want') && wantsDone(layer, content))
    return 'demand';
  if (act === 'think' && expectsOfOthers(layer, cue, content, source)) return 'demand';
  // "Declared a holiday" sets one, "declared that it was over" says so.
  const says =
    act === 'announce' && cue.some((token) => lemma[token] === 'declare') && hasClause(layer, content);
  if (act !== 'state' && !says) return act;
  const expressed = cue.some((token) => EXPRESSING.has(lemma[token]!.toLowerCase()))
    ? actOfNoun(layer, content)
    : undefined;
  if (expressed !== undefined) return expressed;
  if (byVerb !== undefined && calls(layer, cue)) return byName(layer, content);
  return actOfContent(layer, content, source, parties);
}

/** Whether a content is a clause, and no mere thing. */
function hasClause({ tokens: { upos, penn } }: LanguageLayer, content: readonly number[]): boolean {
  return content.some((token) => upos[token] === AUX || /^VB[DPZ]$/.test(penn[token]!));
}

/** Verbs that only bring what their object names: "expressed [readiness to talk]". */
const EXPRESSING = new Set([
  'express',
  'voice',
  'convey',
  'issue',
  'give',
  'offer',
  'send',
  'repeat',
  'reiterate',
]);
/** The noun that names what was expressed stands within so many words. */
const NOUN_WITHIN = 5;

function actOfNoun({ tokens: { lemma, upos } }: LanguageLayer, content: readonly number[]): Act | undefined {
  for (const token of content.slice(0, NOUN_WITHIN)) {
    const act = upos[token] === NOUN ? NOUN_ACTS.get(lemma[token]!.toLowerCase()) : undefined;
    if (act !== undefined && act !== 'state') return act;
  }
  return undefined;
}

/** Verbs that give a name: what they do depends on the name. */
const NAMING_VERBS = new Set([
  'call',
  'describe',
  'label',
  'dub',
  'brand',
  'characterize',
  'characterise',
  'term',
]);

function calls({ tokens: { lemma } }: LanguageLayer, cue: readonly number[]): boolean {
  return cue.some((token) => NAMING_VERBS.has(lemma[token]!.toLowerCase()));
}

/** "called the report baseless" denies, "called it a crime" alleges. */
function byName({ tokens: { lemma } }: LanguageLayer, content: readonly number[]): Act {
  for (const token of content) {
    const base = lemma[token]!.toLowerCase();
    if (DISMISSAL.has(base)) return 'deny';
    if (WRONG.has(base)) return 'allege';
  }
  return 'state';
}

/** "slammed the report as pure invention": within so many words of "as". */
const AS_WITHIN = 5;

function asInvented({ tokens: { lemma, word } }: LanguageLayer, content: readonly number[]): boolean {
  const as = content.findIndex((token) => word[token]!.toLowerCase() === 'as');
  return (
    as >= 0 &&
    content.slice(as + 1, as + AS_WITHIN).some((token) => DISMISSAL.has(lemma[token]!.toLowerCase()))
  );
}

/** "wishes to make clear", "would like to stress": who wishes to say something says it. */
function wishesToSay({ tokens: { lemma, word } }: LanguageLayer, cue: readonly number[]): boolean {
  const to = cue.findIndex((token) => word[token] === 'to');
  return (
    to > 0 &&
    cue.slice(to + 1).some((token) => VERB_ACTS.get(lemma[token]!) === 'state' || word[token] === 'clear')
  );
}

const WE = new Set(['we', 'i']);
/** Whoever is to do it is named in so many words. */
const OTHERS_WITHIN = 8;

/** "We expect [the company to publish …]": told to its face, an expectation demands. */
function expectsOfOthers(
  { tokens: { lemma, word, penn } }: LanguageLayer,
  cue: readonly number[],
  content: readonly number[],
  source: readonly number[],
): boolean {
  if (!WE.has(word[source[0] ?? -1]?.toLowerCase() ?? '')) return false;
  if (!cue.some((token) => lemma[token] === 'expect' || lemma[token] === 'want')) return false;
  const to = content.slice(0, OTHERS_WITHIN).findIndex((token) => penn[token] === 'TO');
  return to > 0;
}

/** "wants [her out]": somebody else is to see to it. */
function wantsDone({ tokens: { penn } }: LanguageLayer, content: readonly number[]): boolean {
  return penn[content[0] ?? -1] !== 'TO' && content.slice(1).some((token) => penn[token] === 'RP');
}
