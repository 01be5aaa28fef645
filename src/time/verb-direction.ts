import type { LanguageLayer } from '../model/language-layer.ts';

/** How far from an expression its verb is looked for, in tokens. */
const REACH = 14;

const FUTURE_MODALS: ReadonlySet<string> = new Set([
  'will',
  "'ll",
  '’ll',
  'shall',
  'wo',
  'ca',
  'can',
  'may',
  'should',
]);
/** Participles that open what is to come: "is expected to", "scheduled for". */
const PROSPECTIVE: ReadonlySet<string> = new Set([
  'expected',
  'scheduled',
  'due',
  'set',
  'planned',
  'slated',
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
 *
 * News tells of what happened, so a sentence without a finite verb points to the past.
 */
export function verbDirection(layer: LanguageLayer, at: number): 'past' | 'future' {
  const { tokens } = layer;
  const sentence = layer.sentences[tokens.sentence[at] ?? -1];
  if (!sentence) return 'past';
  if (opensFuture(layer, at, sentence.firstToken)) return 'future';
  for (let token = at - 1; token >= Math.max(sentence.firstToken, at - REACH); token--) {
    const found = directionOf(layer, token, sentence.firstToken);
    if (found) return found;
  }
  for (let token = at + 1; token < Math.min(sentence.endToken, at + REACH); token++) {
    const found = directionOf(layer, token, sentence.firstToken);
    if (found) return found;
  }
  return 'past';
}

/** "until Friday", "as soon as Tuesday", "by May": deadlines lie ahead. "By Friday" alone may look back ("had fled by Friday"). */
function opensFuture(layer: LanguageLayer, at: number, first: number): boolean {
  const word = (token: number): string =>
    token < first ? '' : (layer.tokens.word[token] ?? '').toLowerCase();
  // A time of day or an article may stand between: "until 9 a.m. Tuesday".
  for (let token = at - 1; token >= Math.max(first, at - 4); token--) {
    const form = word(token);
    if (form === 'until' || form === 'till' || form === 'starting' || form === 'beginning') return true;
    if (form === 'as' && /^(?:soon|early|late)$/.test(word(token - 1))) return true;
    if (/^(?:on|in|at|since|last|said|told|,|\.)$/.test(form)) return false;
  }
  return false;
}

function directionOf(layer: LanguageLayer, token: number, first: number): 'past' | 'future' | null {
  const { tokens } = layer;
  const tag = tokens.penn[token] ?? '';
  const word = (tokens.word[token] ?? '').toLowerCase();
  if (PROSPECTIVE.has(word)) return 'future';
  if (tag === 'MD') return FUTURE_MODALS.has(word) ? 'future' : 'past';
  if (tag === 'VBD') return 'past';
  if (tag === 'VB') {
    // "will meet", "to meet": what opens the group stands before it; "had to meet" and "would meet" look back.
    for (let before = token - 1; before >= Math.max(first, token - 4); before--) {
      const opener = (tokens.word[before] ?? '').toLowerCase();
      const openerTag = tokens.penn[before] ?? '';
      if (openerTag === 'MD') return FUTURE_MODALS.has(opener) ? 'future' : 'past';
      if (openerTag === 'TO' || opener === 'to') return 'future';
      if (opener === 'did' || opener === "didn't") return 'past';
    }
    return null;
  }
  if (tag === 'VBN' || tag === 'VBG') {
    for (let before = token - 1; before >= Math.max(first, token - 4); before--) {
      const openerTag = tokens.penn[before] ?? '';
      const opener = (tokens.word[before] ?? '').toLowerCase();
      if (openerTag === 'MD') return FUTURE_MODALS.has(opener) ? 'future' : 'past';
      if (openerTag === 'VBD') return 'past';
      if (openerTag === 'VBZ' || openerTag === 'VBP')
        return tag === 'VBG' && opener !== 'has' && opener !== 'have' ? 'future' : 'past';
    }
    return tag === 'VBN' ? 'past' : null;
  }
  if (tag === 'VBZ' || tag === 'VBP') {
    return word === 'says' || word === 'say' || word === 'has' || word === 'have' ? 'past' : null;
  }
  return null;
}
