/**
 * Nouns that name a person by an office or a part in the news, an institution, a group, or a text that somebody put out.
 *
 * English at large, no names. A noun that is not here can still head a source; it then makes an unnamed source of its own.
 */

export type Gender = 'female' | 'male';

/** Offices of which a government, ministry or organisation has one holder at a time; "the X" then means one person. */
const SINGLE_OFFICES = words(`
president premier chancellor minister secretary spokesman spokeswoman spokesperson ambassador envoy chief head leader
director governor mayor commander chairman chairwoman chairperson chair ceo coach captain king queen emir sultan pope
patriarch archbishop bishop ayatollah commissioner speaker diplomat undersecretary vice-president rapporteur representative
negotiator prosecutor judge justice sheriff dean rector principal headmaster editor publisher owner founder boss manager
superintendent chairperson coordinator advisor adviser aide counsel attorney lawyer general admiral colonel major lieutenant
sergeant marshal inspector detective executive senator congressman congresswoman lawmaker parliamentarian councillor councilman
councilwoman deputy legislator mp mep candidate nominee ombudsman auditor treasurer dictator ruler monarch prince princess
duke duchess first-lady vice-chancellor vice-chairman commander-in-chief counterpart
`);

/** Other nouns for one person; "the X" takes up somebody who was mentioned before. */
const PERSONS = words(`
official officer analyst expert economist scientist researcher professor doctor physician nurse teacher engineer pilot
driver sailor skipper soldier fighter militant rebel activist campaigner protester demonstrator organiser organizer
politician statesman bureaucrat banker investor businessman businesswoman entrepreneur employee worker farmer
fisherman shopkeeper resident neighbor neighbour villager citizen voter passenger tourist visitor patient victim survivor
witness eyewitness bystander suspect defendant plaintiff prisoner inmate detainee hostage fugitive gunman attacker
assailant killer murderer thief robber dealer author writer journalist reporter correspondent columnist blogger editor
photographer actor actress singer musician artist director producer filmmaker comedian star celebrity player athlete
quarterback striker goalkeeper midfielder defender forward pitcher champion winner skier runner swimmer boxer golfer
referee umpire trainer student pupil graduate historian philosopher priest pastor rabbi imam cleric monk nun veteran
refugee migrant immigrant man woman boy girl child baby teenager teen adult person father mother parent son daughter
brother sister husband wife widow widower uncle aunt cousin grandfather grandmother grandson granddaughter nephew niece
friend colleague partner rival opponent ally supporter critic fan source insider whistleblower consultant specialist
strategist pollster meteorologist seismologist firefighter paramedic rescuer policeman policewoman trooper guard agent spy
operative hacker contractor landlord tenant customer client consumer shareholder stakeholder member delegate guest host
hostess presenter anchor broadcaster narrator speaker nobelist laureate mediator observer monitor magistrate juror clerk
notary mechanic technician welder cook chef waiter waitress barber hairdresser designer architect programmer
developer lady gentleman guy bride groom heir successor predecessor incumbent frontrunner contender challenger
`);

const INSTITUTIONS = words(`
ministry department government administration cabinet parliament senate congress assembly council committee commission
agency bureau office embassy consulate mission delegation court tribunal police army navy force military airforce guard
command coastguard company firm corporation group conglomerate manufacturer maker supplier operator airline airport shipper
bank insurer lender union federation association organisation organization institute institution university college school
hospital clinic church party coalition alliance bloc movement militia newspaper paper magazine network broadcaster
channel station outlet publication website site platform service authority regulator watchdog inspectorate board panel
team club league campaign charity foundation fund trust think-tank thinktank studio label brand startup giant retailer
chain utility brewery factory plant museum library prison jail regime leadership presidency secretariat directorate
municipality registry city town village county province region district state country nation kingdom republic island
`);

/** Plural or collective words for several people or bodies: unnamed sources in the plural. */
const GROUPS = words(`
media press people public crowd staff crew troops forces personnel authorities officials sources sides parties allies
reports rumours rumors family couple relatives police politicians experts both others many some critics markets
`);

/** Texts through which somebody speaks: "the statement said" is the issuer speaking. */
const TEXTS = words(`
statement communique communiqué letter report tweet post message memo email e-mail note resolution declaration document
filing complaint lawsuit indictment affidavit ruling verdict judgment judgement decree decision notice advisory
announcement press-release release bulletin briefing dispatch study survey poll paper article editorial column book
memoir transcript recording video clip footage broadcast interview speech address remarks comment comments website site
account charter treaty agreement deal bill law petition brief testimony text
`);

const FEMALE = words(`
spokeswoman chairwoman congresswoman councilwoman businesswoman policewoman actress queen princess duchess woman girl
mother daughter sister wife widow aunt grandmother granddaughter niece nun hostess waitress lady bride first-lady
`);
const MALE = words(`
spokesman chairman congressman councilman businessman policeman statesman king prince duke emir sultan pope man boy father
son brother husband widower uncle grandfather grandson nephew monk waiter gentleman groom gunman fisherman headmaster
`);

/** Parts that companies and authorities play as often as people do. */
const PLAYED_BY_BODIES = words(
  'owner co-owner publisher landlord developer contractor subcontractor organiser organizer',
);

/** Whether what the noun says may be said of a body: "the owner, Corvane Minerals". */
export function mayBeBody(lemma: string): boolean {
  return PLAYED_BY_BODIES.has(lemma);
}

/** Titles that stand before a name and are no office. */
const HONORIFICS: ReadonlyMap<string, Gender | null> = new Map<string, Gender | null>([
  ['mr', 'male'],
  ['mr.', 'male'],
  ['mister', 'male'],
  ['sir', 'male'],
  ['lord', 'male'],
  ['m.', 'male'],
  ['herr', 'male'],
  ['monsieur', 'male'],
  ['señor', 'male'],
  ['mrs', 'female'],
  ['mrs.', 'female'],
  ['ms', 'female'],
  ['ms.', 'female'],
  ['miss', 'female'],
  ['mme', 'female'],
  ['mme.', 'female'],
  ['madame', 'female'],
  ['madam', 'female'],
  ['dame', 'female'],
  ['lady', 'female'],
  ['frau', 'female'],
  ['señora', 'female'],
  ['dr', null],
  ['dr.', null],
  ['prof', null],
  ['prof.', null],
  ['rev', null],
  ['rev.', null],
  ['hon.', null],
  ['rear', null],
  ['adm.', null],
  ['gen.', null],
  ['col.', null],
  ['maj.', null],
  ['capt.', null],
  ['cmdr.', null],
  ['lt.', null],
  ['sgt.', null],
  ['sen.', null],
  ['rep.', null],
  ['gov.', null],
]);

export type RoleNounKind = 'office' | 'person' | 'institution' | 'group' | 'text';

const kinds = new Map<string, RoleNounKind>();
for (const word of TEXTS) kinds.set(word, 'text');
for (const word of INSTITUTIONS) kinds.set(word, 'institution');
for (const word of GROUPS) kinds.set(word, 'group');
for (const word of PERSONS) kinds.set(word, 'person');
for (const word of SINGLE_OFFICES) kinds.set(word, 'office');
// What stands on a website is said by whom it belongs to.
for (const word of ['website', 'site']) kinds.set(word, 'text');
// Collective "police" and "authorities" speak as one body.
kinds.set('police', 'institution');

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** What a noun names, by its lower-case lemma; `undefined` when it is no role noun. */
export function roleNounKind(lemma: string): RoleNounKind | undefined {
  return kinds.get(lemma);
}

/** The last word of a body's name that means a person when it stands alone, by the word before it. */
const BODIES_OF_TWO_WORDS: ReadonlyMap<string, string> = new Map([
  ['coast guard', 'coastguard'],
  ['air force', 'airforce'],
  ...'national home civil revolutionary republican presidential royal imperial'
    .split(' ')
    .map((kind) => [`${kind} guard`, 'guard'] as const),
]);

/** The noun for a body that two words are: "coastguard" of "coast guard", however it is spelt; `undefined` for all others. */
export function bodyOfTwoWords(before: string, word: string): string | undefined {
  const last = word.toLowerCase();
  return last === 'guard' || last === 'force'
    ? BODIES_OF_TWO_WORDS.get(`${before.toLowerCase()} ${last}`)
    : undefined;
}

/** Words in lower case, with "coast guard" and "air force" as the one word that others write. */
export function joinBodyWords(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word, index) =>
    /^(?:coastguard|airforce)$/.test(bodyOfTwoWords(words[index - 1] ?? '', word) ?? ''),
  );
  return at < 0
    ? words
    : [...words.slice(0, at - 1), `${words[at - 1] ?? ''}${words[at] ?? ''}`, ...words.slice(at + 1)];
}

/** The gender that a noun states ("spokeswoman"), or `undefined`. */
export function nounGender(lemma: string): Gender | undefined {
  return FEMALE.has(lemma) ? 'female' : MALE.has(lemma) ? 'male' : undefined;
}

/** Whether a word is a title before a name ("Mr", "Dr."). */
export function isHonorific(word: string): boolean {
  return HONORIFICS.has(word.toLowerCase());
}

/** The gender that a title states; `undefined` for "Dr" and for what is no title. */
export function honorificGender(word: string): Gender | undefined {
  return HONORIFICS.get(word.toLowerCase()) ?? undefined;
}
