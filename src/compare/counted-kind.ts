import { kinship } from '../learn/align-terms.ts';
import type { Term } from '../learn/term.ts';
import { foldWord } from '../text/fold-word.ts';

/** Below, two words for what is counted name two kinds. */
export const ONE_KIND = 0.8;

/** Words for people that say nothing of who they are. */
const ANYBODY = new Set(['person', 'peopl', 'people', 'individual', 'soul', 'victim']);

/** How far two words for what is counted name one kind; "people" are whoever the other counts, if it counts people at all. */
export function likenessOf(a: Term, b: Term): number {
  if (GENDERS.has(a.key) && GENDERS.has(b.key) && GENDERS.get(a.key) !== GENDERS.get(b.key)) return 0;
  const kin = kinship(a, b);
  if (kin >= ONE_KIND) return kin;
  // "Six-year-old boy" and "Six-year-old Ana" may be one; only the rest of the sentence tells.
  if ((a.kind === 'entity') !== (b.kind === 'entity') && (isPeople(a) || isPeople(b))) return NAMED_OR_NOT;
  return (ANYBODY.has(a.key) && isPeople(b)) || (ANYBODY.has(b.key) && isPeople(a)) ? ONE_KIND : kin;
}

/** Words that are used alike and never mean the same. */
const GENDERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    f: 'woman women girl daughter mother wife sister female grandmother actress',
    m: 'man men boy son father husband brother male grandfather actor',
  }).flatMap(([gender, words]) => words.split(' ').map((word): [string, string] => [foldWord(word), gender])),
);

const NAMED_OR_NOT = 0.6;

const PEOPLE =
  /^(?:person|peopl|individual|victim|civilian|passenger|resident|man|men|woman|women|child|children|girl|boy|student|pupil|worker|employe|soldier|migrant|refuge|protest|demonstr|fan|support|voter|custom|user|consum|patient|inmat|prison|hostag|survivor|famili|villag|citizen|tourist|visitor|guest|crew|offic|member|brit|american|adult|teenag|youth|fight|militant|rebel|troop|bodi)/;

function isPeople({ key, kind }: Term): boolean {
  return kind === 'noun' && PEOPLE.test(key);
}
