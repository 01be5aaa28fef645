import type { Act } from '../model/attribution.ts';
import type { LanguageLayer } from '../model/language-layer.ts';
import { NEGATIONS } from './denial.ts';
import { COMPLYING } from './lexicon/charges.ts';

/**
 * What somebody does by saying "we will", "there will": promise, unless it is a feeling ("would like", "would be surprised") or
 * the refusal of what was asked.
 *
 * @param next - place of what follows the "will".
 */
export function actOfOwnFuture(layer: LanguageLayer, content: readonly number[], next: number): Act {
  const { lemma, word } = layer.tokens;
  const negated = NEGATIONS.has(word[content[next] ?? -1]?.toLowerCase() ?? '');
  const verb = lemma[content[negated ? next + 1 : next] ?? -1]?.toLowerCase() ?? '';
  if (negated && COMPLYING.has(verb)) return 'decline';
  // "would not rule out": leaves open, and promises nothing.
  if (verb === 'rule' || verb === 'exclude') return 'state';
  return isFeeling(layer, content, next) ? 'state' : 'pledge';
}

/**
 * What somebody does by saying what others will do: who holds an office promises for his body, and under a condition;
 * what will take place is announced.
 */
export function actOfOthersFuture(
  layer: LanguageLayer,
  content: readonly number[],
  { subject, verb, next }: { subject: readonly number[]; verb: number; next: number },
  source: readonly number[],
): Act {
  const { lemma, word } = layer.tokens;
  const speaksFor = source.some((token) => OFFICES.has(lemma[token]!.toLowerCase()));
  if (speaksFor && (isBody(layer, subject) || isConditional(layer, content, verb))) return 'pledge';
  const base = lemma[content[next] ?? -1]?.toLowerCase() ?? '';
  if (base === 'take')
    return EFFECT.has(word[content[next + 1] ?? -1]?.toLowerCase() ?? '') ? 'announce' : 'state';
  return TAKES_EFFECT.has(base) ? 'announce' : 'state';
}

/** What a firm says that something will do, it announces. */
const TAKES_EFFECT = new Set(
  `start begin resume reopen open close end continue come launch publish release hold meet convene visit`.split(
    /\s+/,
  ),
);

const EFFECT = new Set(['effect', 'place', 'force']);

/** "would like", "would be surprised if": how somebody feels is no promise. */
const FEELINGS = new Set(
  `surprised happy glad sorry delighted disappointed astonished ashamed proud shocked grateful pleased sad angry upset`.split(
    /\s+/,
  ),
);

function isFeeling(
  { tokens: { lemma, word } }: LanguageLayer,
  content: readonly number[],
  at: number,
): boolean {
  const [verb, next] = [content[at] ?? -1, content[at + 1] ?? -1];
  return word[verb]?.toLowerCase() === 'like' || (lemma[verb] === 'be' && FEELINGS.has(word[next] ?? ''));
}

/** Bodies that one of their officers calls by the bare noun: "the company will stand by its word". */
const BODIES = new Set(
  `company firm bank group club union agency authority ministry government federation council board school hospital
  university party team force department`.split(/\s+/),
);

function isBody({ tokens: { word } }: LanguageLayer, subject: readonly number[]): boolean {
  const [first = -1, second = -1] = subject;
  return (
    subject.length === 2 &&
    word[first]?.toLowerCase() === 'the' &&
    BODIES.has(word[second]?.toLowerCase() ?? '')
  );
}

/** Who holds such an office says what others will do: a minister what his country will. */
const OFFICES = new Set(
  `minister ministry government president premier chancellor spokesman spokeswoman spokesperson secretary chairman
  chairwoman director chief office executive boss head manager`.split(/\s+/),
);

function isConditional(
  { tokens: { word } }: LanguageLayer,
  content: readonly number[],
  verb: number,
): boolean {
  return content.slice(verb).some((token) => word[token] === 'if');
}
