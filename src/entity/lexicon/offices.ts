/**
 * One name for the offices that news calls by many: "the top diplomat" is the foreign minister, "the premier" the prime
 * minister. Only synonyms that hold in every country; what differs by country ("secretary of state") names the country.
 */

/** What an office's holder is called, whatever the portfolio. */
const HEADS: Readonly<Record<string, string>> = {
  spokesman: 'spokesperson',
  spokeswoman: 'spokesperson',
  premier: 'prime-minister',
  chairman: 'chair',
  chairwoman: 'chair',
  chairperson: 'chair',
  chief: 'head',
  director: 'head',
  boss: 'head',
  adviser: 'advisor',
  aide: 'advisor',
  congressman: 'lawmaker',
  congresswoman: 'lawmaker',
  legislator: 'lawmaker',
  parliamentarian: 'lawmaker',
  mp: 'lawmaker',
  mep: 'lawmaker',
  lawyer: 'attorney',
  counsel: 'attorney',
  councilman: 'councillor',
  councilwoman: 'councillor',
  monarch: 'king',
};

/** Words of a portfolio that mean the same. */
const PORTFOLIOS: Readonly<Record<string, string>> = {
  defense: 'defence',
  affair: '',
  affairs: '',
  policy: '',
  external: 'foreign',
  diplomacy: 'foreign',
  diplomatic: 'foreign',
  home: 'interior',
  treasury: 'finance',
  economic: 'economy',
  economics: 'economy',
  labor: 'labour',
  transportation: 'transport',
  military: 'defence',
};

/** Words before a role noun that say nothing of the office. */
const EMPTY = new Set(
  `the a an its his her their our my your this that these those said top senior chief former ex acting interim new outgoing incoming
  current then late longtime veteran newly elected appointed re-elected embattled top-ranking high-ranking high-level leading
  state federal republic kingdom country 's ’s of for and to in at on with from by`.split(/\s+/),
);

/** Fields of ministers, capitalised in titles. */
export const FIELDS = new Set(
  `foreign prime interior defence defense finance transport health justice education energy trade economy agriculture
  environment labour labor home deputy vice chief first maritime`.split(/\s+/),
);

/** An office, comparable between texts. */
export interface Office {
  /** What the holder is called: `minister`, `spokesperson`, `president`. */
  readonly head: string;
  /** Portfolio and body, sorted: `foreign`, `ministry`; empty when the words leave it open. */
  readonly portfolio: readonly string[];
  /** ISO 3166 code, EU, UN or NATO; `null` when the words leave it open. */
  readonly country: string | null;
  /** A deputy, a former holder: never the holder. */
  readonly aside: string;
}

const ASIDES: ReadonlyMap<string, string> = new Map([
  ['former', 'former'],
  ['ex', 'former'],
  ['then', 'former'],
  ['late', 'former'],
  ['deputy', 'deputy'],
  ['vice', 'deputy'],
  ['assistant', 'deputy'],
  ['acting', ''],
]);

/** Bodies that a spokesperson speaks for mean the body's portfolio: "foreign ministry spokesman", "spokesman for foreign affairs". */
const BODIES = new Set([
  'ministry',
  'department',
  'office',
  'minister',
  'secretary',
  'council',
  'agency',
  'service',
]);

/**
 * Reads an office from the words of a description.
 *
 * @param lemmas - the description's words in lower case, the names of countries taken out.
 * @param head - the role noun's lemma.
 */
export function readOffice(lemmas: readonly string[], head: string, country: string | null): Office {
  const portfolio = new Set<string>();
  let aside = '';
  let canonical = HEADS[head] ?? head;
  for (const lemma of lemmas) {
    const asideOf = ASIDES.get(lemma.replace(/-$/, ''));
    if (asideOf !== undefined && lemma !== head) {
      aside ||= asideOf;
      continue;
    }
    if (lemma === head || EMPTY.has(lemma) || !/^\p{L}/u.test(lemma)) continue;
    const word = PORTFOLIOS[lemma] ?? lemma;
    if (word !== '' && !(canonical === 'spokesperson' && BODIES.has(word))) portfolio.add(word);
  }
  if (canonical === 'minister' && portfolio.delete('prime')) canonical = 'prime-minister';
  if (canonical === 'secretary' && portfolio.size > 0 && !portfolio.has('general')) canonical = 'minister';
  if (head === 'secretary' && lemmas.includes('state') && country !== 'GB') {
    portfolio.delete('state');
    portfolio.add('foreign');
    canonical = 'minister';
  }
  if (head === 'diplomat' && (lemmas.includes('top') || lemmas.includes('chief'))) {
    portfolio.add('foreign');
    canonical = 'minister';
  }
  if (
    canonical === 'head' &&
    portfolio.size === 1 &&
    (portfolio.has('foreign') || portfolio.has('defence') || portfolio.has('finance'))
  )
    canonical = 'minister';
  if (canonical === 'head' && lemmas.includes('state') && portfolio.size === 0) canonical = 'president';
  if (canonical === 'head' && portfolio.size === 1 && portfolio.delete('government'))
    canonical = 'prime-minister';
  return { head: canonical, portfolio: [...portfolio].sort(), country, aside };
}

/**
 * Whether a description can mean an office that somebody holds; an open country or portfolio fits any.
 *
 * A bare "Minister Lunde" does not fit "the Dutch transport minister": of that holder neither field nor country is known.
 */
export function officesFit(held: Office, wanted: Office): boolean {
  if (held.aside !== wanted.aside) return false;
  const bare = held.head === 'minister' && held.portfolio.length === 0 && held.country === null;
  if (bare && wanted.country !== null && wanted.portfolio.length > 0) return false;
  if (held.country !== null && wanted.country !== null && held.country !== wanted.country) return false;
  // Who speaks for a movement does not speak for an alliance of states.
  const oneOf = (a: Office, b: Office) =>
    a.country === null && a.portfolio.length > 0 && b.country !== null && b.portfolio.length === 0;
  if (held.head === 'spokesperson' && (oneOf(held, wanted) || oneOf(wanted, held))) return false;
  if (held.head !== wanted.head) {
    // The leader of a movement is no president: only a bare "leader" is one.
    if (held.portfolio.length > 0 || wanted.portfolio.length > 0) return false;
    // "The leader" may be a president or a prime minister; nothing else stands for another head.
    const leads = (head: string) => head === 'president' || head === 'prime-minister' || head === 'king';
    if (!((held.head === 'leader' && leads(wanted.head)) || (wanted.head === 'leader' && leads(held.head))))
      return false;
  }
  const [few, many] =
    held.portfolio.length <= wanted.portfolio.length
      ? [held.portfolio, wanted.portfolio]
      : [wanted.portfolio, held.portfolio];
  return few.every((word) => many.includes(word));
}

const HEADS_OF_STATE = new Set(['president', 'prime-minister', 'king', 'chancellor']);

/**
 * A key under which the same office is found in another document; `null` for offices that several people hold and while the
 * country is open. A minister without a field has the key `minister//NO`, which fits any minister of that country.
 */
export function officeKey(office: Office): string | null {
  if (office.aside !== '' || office.country === null) return null;
  if (office.head !== 'minister' && office.head !== 'spokesperson' && !HEADS_OF_STATE.has(office.head))
    return null;
  const field = HEADS_OF_STATE.has(office.head) ? '' : office.portfolio.join('+');
  return `${office.head}/${field}/${office.country}`;
}

/** Bodies of which a state has one. */
const SINGLE_BODIES = new Set(
  'army navy military airforce coastguard police parliament senate congress cabinet government registry'.split(
    ' ',
  ),
);

/** Bodies of a state that have a field: of these it has one for each. */
const STATE_BODIES = new Set(
  `ministry department office agency court tribunal embassy directorate commission council committee inspectorate authority
  bureau service guard command secretariat board`.split(/\s+/),
);

/** A key for a state's body: `ministry/foreign/NO`; `null` while field or country is open, and for firms and clubs. */
export function bodyKey(body: Office): string | null {
  const key = openBodyKey(body);
  if (body.country === null || body.aside !== '') return null;
  return key === null && SINGLE_BODIES.has(body.head)
    ? `${body.head}/${body.portfolio.join('+')}/${body.country}`
    : key && key + body.country;
}

/** The same without the country, `service/rescue/`: what "the rescue service" says, whose ever it is. */
export function openBodyKey(body: Office): string | null {
  const isSingle = SINGLE_BODIES.has(body.head) && body.head !== 'government' && body.head !== 'cabinet';
  if (!isSingle && (body.portfolio.length === 0 || !STATE_BODIES.has(body.head))) return null;
  return `${body.head === 'department' ? 'ministry' : body.head}/${body.portfolio.join('+')}/`;
}
