import type { LanguageLayer } from '../model/language-layer.ts';

/**
 * Where a verb points from the document's date; `long-past` when the words leave no doubt ("since May", "ended Jan. 31"),
 * `perhaps-future` for an infinitive, which says what is to be as often as it goes with what was.
 */
export type Direction = 'past' | 'future' | 'perhaps-future' | 'long-past';

/** How far from an expression its verb is looked for, in tokens. */
const REACH = 14;
/** How many auxiliaries and adverbs a verb group has before its verb. */
const LONGEST_GROUP = 5;

/** Participles and verbs after which the time is that of what is to come: "is expected to", "due on", "expires". */
const PROSPECTIVE: ReadonlySet<string> = new Set([
  'expected',
  'scheduled',
  'due',
  'slated',
  'planned',
  'going',
  'expects',
  'plans',
  'expect',
  'plan',
  'planning',
  'expire',
  'expires',
]);

/**
 * Where the verb next to token `at` points: the nearest verb group before it in its sentence, else the nearest behind it.
 * A time that opens a clause ("…, and on Friday the court will …") is told with the verb behind it.
 *
 * News tells of what happened, so a sentence without a finite verb points to the past.
 */
export function verbDirection(layer: LanguageLayer, at: number): Direction {
  const sentence = layer.sentences[layer.tokens.sentence[at] ?? -1];
  if (!sentence) return 'past';
  if (/^(?:since|ended)$/.test(wordAt(layer, at - 1))) return 'long-past';
  const first = Math.max(sentence.firstToken, at - REACH);
  const end = Math.min(sentence.endToken, at + REACH);
  const opens = opensClause(layer, at, sentence.firstToken);
  if (opens) {
    const behind = firstBehind(layer, at, end, sentence.firstToken);
    // "In February, the board met" leaves no doubt; "On Friday, the board will meet" neither.
    if (behind) return behind === 'past' ? 'long-past' : behind;
  }
  if (leadsAhead(layer, at, sentence.firstToken)) return 'future';
  for (let token = at - 1; token >= first; token--) {
    const found = directionOf(layer, token, sentence.firstToken);
    if (found) return found;
  }
  return firstBehind(layer, at, end, sentence.firstToken) ?? 'past';
}

function firstBehind(layer: LanguageLayer, at: number, end: number, first: number): Direction | null {
  for (let token = at + 1; token < end; token++) {
    const found = directionOf(layer, token, first);
    if (found) return found;
  }
  return null;
}

/** Whether only a preposition stands between the time and the beginning of its sentence or a conjunction. */
function opensClause(layer: LanguageLayer, at: number, first: number): boolean {
  let before = at - 1;
  if (before >= first && layer.tokens.penn[before] === 'IN') before--;
  return before < first || layer.tokens.penn[before] === 'CC';
}

/** "until Friday", "as soon as Tuesday", "starting Monday": these lie ahead whatever the verb. */
function leadsAhead(layer: LanguageLayer, at: number, first: number): boolean {
  // A time of day may stand between: "until 9 a.m. Tuesday".
  for (let token = at - 1; token >= Math.max(first, at - 4); token--) {
    const form = wordAt(layer, token);
    if (form === 'until' || form === 'till' || form === 'starting' || form === 'beginning') return true;
    if (form === 'as' && /^(?:soon|early|late)$/.test(wordAt(layer, token - 1))) return true;
    if (/^(?:on|in|at|since|last|said|told|[,.])$/.test(form)) return false;
  }
  return false;
}

function wordAt(layer: LanguageLayer, token: number): string {
  return (layer.tokens.word[token] ?? '').toLowerCase();
}

/** The direction of the verb group that ends at `token`; `null` where the token is no verb or tells nothing. */
function directionOf(layer: LanguageLayer, token: number, first: number): Direction | null {
  const tag = layer.tokens.penn[token] ?? '';
  const word = wordAt(layer, token);
  const group = /^V|^MD/.test(tag) ? auxiliaries(layer, token, first) : NO_AUXILIARIES;
  if (PROSPECTIVE.has(word) && tag !== 'VBD' && !group.perfect) return 'future';
  if (word === 'set' && group.present) return 'future';
  if (group.past) return 'past';
  if (tag === 'VBD') return 'past';
  if (word === 'could' || group.could) return 'past';
  if (tag === 'MD' || group.modal) return 'future';
  if (tag === 'VB') return group.to ? 'perhaps-future' : null;
  if (tag === 'VBN') return 'past';
  // "is meeting on Friday" lies ahead, "has been meeting since Friday" began before.
  if (tag === 'VBG') return group.present ? 'future' : null;
  if (tag === 'VBZ' || tag === 'VBP') return /^(?:says?|has|have)$/.test(word) ? 'past' : null;
  return null;
}

interface Auxiliaries {
  /** Had, was, did, have: the group tells of what was. */
  readonly past: boolean;
  /** Had, has, have. */
  readonly perfect: boolean;
  /** "Could not be found" looks back more often than ahead. */
  readonly could: boolean;
  readonly modal: boolean;
  readonly present: boolean;
  readonly to: boolean;
}

const NO_AUXILIARIES: Auxiliaries = {
  past: false,
  perfect: false,
  could: false,
  modal: false,
  present: false,
  to: false,
};

/** What stands before the verb in its group, through adverbs and "not". */
function auxiliaries(layer: LanguageLayer, token: number, first: number): Auxiliaries {
  let past = false;
  let perfect = false;
  let could = false;
  let modal = false;
  let present = false;
  let to = false;
  for (let before = token - 1; before >= Math.max(first, token - LONGEST_GROUP); before--) {
    const tag = layer.tokens.penn[before] ?? '';
    const word = wordAt(layer, before);
    if (tag === 'MD') {
      modal = true;
      could = word === 'could';
      break;
    }
    if (tag === 'TO' || word === 'to') {
      to = true;
      break;
    }
    if (/^(?:had|has|have|having)$/.test(word)) perfect = true;
    else if (/^(?:was|were|did)$/.test(word)) past = true;
    else if (/^(?:is|are|am|'s|'re|be)$/.test(word)) present = true;
    else if (!tag.startsWith('RB') && word !== 'been' && word !== 'not' && word !== "n't") break;
  }
  // "will have left" and "is to have left" lie ahead all the same; "would have left" did not happen: no date hangs on it.
  return { past: (past || perfect) && !modal, perfect, could, modal, present, to };
}
