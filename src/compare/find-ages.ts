import { firstTokenAt, readTerms, type Term, type TermIndex } from '../learn/term.ts';
import { UPOS } from '../model/language-layer.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Span } from '../model/span.ts';

/** How old somebody is said to be. */
export interface Age {
  readonly span: Span;
  readonly quantity: Quantity;
  /** Who it is by name, or what the next noun calls them; empty where neither stands there. */
  readonly things: readonly Term[];
}

const AGE_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
};
const AGES =
  /(?<=\p{L}, )(\d{1,2})(?=[,.;)])|(?<![\p{L}\d.,])(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:-years?-old|\syears?\sold)(?:\s+(\p{L}+))?/giu;

/** "Name, 58," and "58-year-old": how old somebody is said to be; of a person, or of what the next noun calls it. */
export function findAges(index: TermIndex): Age[] {
  const { annotated, mentionAt, entityOf } = index;
  const { text } = annotated.document;
  const found: Age[] = [];
  for (const match of text.matchAll(AGES)) {
    const word = (match[1] ?? match[2] ?? '').toLowerCase();
    const value = AGE_WORDS[word] ?? Number(word);
    let span: Span = [match.index, match.index + match[0].length];
    const token = firstTokenAt(annotated, span[0]);
    const near = match[1] === undefined ? [1, 2, 3, 4] : [-2, -1];
    const who = near.map((step) => personAt(token + step)).find((term) => term !== null);
    if (match[1] !== undefined && !who) continue;
    const noun = match[3] === undefined ? [] : readTerms(index, [[span[1] - match[3].length, span[1]]]);
    const isNoun = noun.some(({ kind }) => kind === 'noun' || kind === 'entity');
    const things = who
      ? [who]
      : isNoun
        ? noun.filter(({ kind, key }) => kind === 'noun' && !/^(?:fe)?mal/.test(key)).slice(0, 1)
        : (subjectBefore(index, token) ?? lastNamedBefore(token));
    if (match[3] !== undefined && !isNoun)
      span = [span[0], span[0] + match[0].trimEnd().length - match[3].length - 1];
    const quantity: Quantity = {
      span,
      low: value,
      high: value,
      value,
      approximator: 'exact',
      unit: 'age',
      counted: null,
    };
    found.push({ span, quantity, things });
  }
  return found;

  /** "Lena Orsk won. The 24-year-old …": whoever was named last, where an article begins the sentence. */
  function lastNamedBefore(token: number): Term[] {
    const { tokens } = annotated.language;
    const sentence = tokens.sentence[token] as number;
    let first = token;
    while (first > 0 && tokens.sentence[first - 1] === sentence && token - first <= MOST_BEFORE) first--;
    if (token - first > MOST_BEFORE || !/^the$/i.test(tokens.word[first] ?? '')) return [];
    for (let t = first - 1; t >= 0 && (tokens.sentence[t] as number) >= sentence - SENTENCES_BACK; t--) {
      const person = personAt(t);
      if (person) return [person];
    }
    return [];
  }

  function personAt(at: number): Term | null {
    const mention = annotated.coreference.mentions[mentionAt[at] ?? -1];
    const id = entityOf[mention?.entity ?? -1];
    if (!mention || id === undefined || mention.form !== 'name') return null;
    if (annotated.coreference.entities[mention.entity]?.kind !== 'person') return null;
    return {
      kind: 'entity',
      token: at,
      endToken: at + 1,
      key: id,
      row: -1,
      entry: -1,
      weight: 1,
      classes: [],
      negated: false,
    };
  }
}

/** "The child is 4 years old": the noun before the verb. */
function subjectBefore(index: TermIndex, token: number): Term[] | null {
  const { tokens } = index.annotated.language;
  const verb = token - 1;
  if (tokens.upos[verb] !== AUX || tokens.sentence[verb] !== tokens.sentence[token]) return null;
  const [start, end] = [tokens.start[verb - 1], tokens.end[verb - 1]];
  if (start === undefined || end === undefined) return [];
  return readTerms(index, [[start, end]]).filter(({ kind }) => kind === 'noun');
}

/** "The brave 24-year-old" begins its sentence; who that is was said in the one before. */
const MOST_BEFORE = 3;
const SENTENCES_BACK = 2;

const AUX = UPOS.indexOf('AUX');
