/**
 * Countries as news writes of them: names, capitals and adjectives, each leading to an ISO 3166 code.
 *
 * Names and capitals come from the package `countries-list` (MIT). It has no adjectives, no words for the people and few
 * of the older spellings, so those stand below: general knowledge, one country a line, for every state with a government
 * that news reports on. A few unions of states behave like countries in news ("the European foreign policy chief") and have
 * codes of their own: EU, UN, NATO.
 */
import { countries } from 'countries-list';

/** How a word names its country: by its name, its capital, its adjective, its people or the seat of its government. */
export type CountryWordUse = 'name' | 'capital' | 'adjective' | 'people' | 'seat';

export interface CountryWord {
  /** ISO 3166-1 alpha-2, or EU, UN, NATO. */
  readonly code: string;
  readonly use: CountryWordUse;
}

/** code: adjectives | words for the people, where they differ from adjective + s | further names | further spellings of the capital */
const WORDS = `
AD Andorran
AE Emirati|Emiratis|UAE;the Emirates
AF Afghan
AG Antiguan
AL Albanian
AM Armenian
AO Angolan
AR Argentine;Argentinian|Argentines;Argentinians
AT Austrian
AU Australian
AZ Azerbaijani;Azeri
BA Bosnian|Bosnians|Bosnia;Bosnia-Herzegovina
BB Barbadian
BD Bangladeshi
BE Belgian
BF Burkinabe
BG Bulgarian
BH Bahraini
BI Burundian
BJ Beninese
BN Bruneian
BO Bolivian|||La Paz
BR Brazilian|||Brasilia
BS Bahamian||the Bahamas
BT Bhutanese
BW Botswanan
BY Belarusian;Belarussian||Belorussia
BZ Belizean
CA Canadian
CD Congolese||DR Congo;DRC;Democratic Republic of Congo
CF Central African
CH Swiss|||Berne
CI Ivorian|Ivorians|Côte d'Ivoire;Cote d'Ivoire|Abidjan
CL Chilean
CM Cameroonian|||Yaounde
CN Chinese||People's Republic of China;PRC
CO Colombian|||Bogota
CR Costa Rican
CU Cuban
CV Cape Verdean||Cape Verde
CY Cypriot
CZ Czech
DE German||Federal Republic of Germany
DJ Djiboutian
DK Danish|Danes
DO Dominican
DZ Algerian
EC Ecuadorian;Ecuadorean
EE Estonian
EG Egyptian
ER Eritrean
ES Spanish|Spaniards
ET Ethiopian
FI Finnish|Finns
FJ Fijian
FR French|Frenchmen;the French
GA Gabonese
GB British|Britons;Brits;the British|U.K.
GE Georgian
GH Ghanaian
GM Gambian||the Gambia
GN Guinean
GQ Equatorial Guinean
GR Greek
GT Guatemalan
GY Guyanese
HN Honduran
HR Croatian;Croat|Croats;Croatians
HT Haitian
HU Hungarian
ID Indonesian
IE Irish||Republic of Ireland
IL Israeli
IN Indian|||Delhi
IQ Iraqi
IR Iranian||Islamic Republic;Islamic Republic of Iran
IS Icelandic|Icelanders
IT Italian
JM Jamaican
JO Jordanian
JP Japanese
KE Kenyan
KG Kyrgyz
KH Cambodian
KP North Korean||DPRK
KR South Korean||ROK
KW Kuwaiti
KZ Kazakh;Kazakhstani|||Nur-Sultan
LA Laotian;Lao
LB Lebanese
LI Liechtensteiner
LK Sri Lankan
LR Liberian
LS Basotho
LT Lithuanian
LU Luxembourgish|Luxembourgers
LV Latvian
LY Libyan
MA Moroccan
MC Monegasque
MD Moldovan|||Chisinau
ME Montenegrin
MG Malagasy
MK Macedonian||Macedonia
ML Malian
MM Burmese||Burma
MN Mongolian|||Ulaanbaatar
MR Mauritanian
MT Maltese
MU Mauritian
MV Maldivian||the Maldives|Male
MW Malawian
MX Mexican
MY Malaysian
MZ Mozambican
NA Namibian
NE Nigerien
NG Nigerian
NI Nicaraguan
NL Dutch|the Dutch|Holland|The Hague
NO Norwegian
NP Nepalese;Nepali
NZ New Zealand|New Zealanders
OM Omani
PA Panamanian
PE Peruvian
PG Papua New Guinean
PH Filipino;Philippine|Filipinos|the Philippines
PK Pakistani
PL Polish|Poles
PS Palestinian||Palestinian Authority;Palestinian territories
PT Portuguese
PY Paraguayan|||Asuncion
QA Qatari
RO Romanian
RS Serbian;Serb|Serbs;Serbians
RU Russian||Russian Federation
RW Rwandan
SA Saudi;Saudi Arabian|Saudis
SD Sudanese
SE Swedish|Swedes
SG Singaporean
SI Slovenian;Slovene
SK Slovak;Slovakian
SL Sierra Leonean
SN Senegalese
SO Somali
SR Surinamese
SS South Sudanese
SV Salvadoran;Salvadorean
SY Syrian
SZ Swazi||Swaziland
TD Chadian|||N’Djamena
TG Togolese
TH Thai
TJ Tajik
TL Timorese||Timor-Leste
TM Turkmen
TN Tunisian
TR Turkish|Turks|Turkey;Turkiye
TT Trinidadian
TW Taiwanese
TZ Tanzanian
UA Ukrainian|||Kiev;Kyev
UG Ugandan
US American|Americans|USA;U.S.;U.S.A.;US;United States of America;America|Washington;Washington, D.C.;Washington DC
UY Uruguayan
UZ Uzbek
VA Vatican|||Holy See
VE Venezuelan
VN Vietnamese
XK Kosovan;Kosovar
YE Yemeni|||Sanaa
ZA South African
ZM Zambian
ZW Zimbabwean
EU European|Europeans|European Union;EU;E.U.|Brussels
UN ||United Nations;UN;U.N.
NATO ||NATO;Nato;North Atlantic Treaty Organization;North Atlantic Treaty Organisation
`;

/** Seats of government that news uses for the government itself. */
const SEATS: Readonly<Record<string, string>> = {
  kremlin: 'RU',
  'white house': 'US',
  élysée: 'FR',
  'capitol hill': 'US',
  'downing street': 'GB',
  whitehall: 'GB',
  'élysée palace': 'FR',
  elysee: 'FR',
  'elysee palace': 'FR',
  'quai d’orsay': 'FR',
  "quai d'orsay": 'FR',
  'blue house': 'KR',
  malacañang: 'PH',
  zhongnanhai: 'CN',
};

/**
 * Capitals that are as often something else in English text (a given name, a surname, a city elsewhere); alone they never
 * stand for a government.
 */
const AMBIGUOUS_CAPITALS: ReadonlySet<string> = new Set([
  'georgetown',
  'kingston',
  'victoria',
  'santiago',
  'san josé',
  'san jose',
  'san juan',
  'san salvador',
  'hamilton',
  'stanley',
  'praia',
  'male',
  'malé',
  'basseterre',
  'roseau',
  'castries',
  'amsterdam',
  'panama city',
  'mexico city',
  'kuwait city',
  'guatemala city',
  'luxembourg',
  'singapore',
  'djibouti',
  'vatican city',
  'monaco',
  'the hague',
]);

const words = new Map<string, CountryWord>();
const starts = new Set<string>();

function add(text: string, code: string, use: CountryWordUse): void {
  const key = text.toLowerCase().replace(/^the /, '');
  if (key === '') return;
  if (!words.has(key)) words.set(key, { code, use });
  // A tokenizer may cut at a hyphen or an apostrophe, or not.
  starts.add(/^[^\s'’-]+/.exec(key)?.[0] ?? key).add(/^\S+/.exec(key)?.[0] ?? key);
}

for (const line of WORDS.trim().split('\n')) {
  const space = line.indexOf(' ');
  const code = line.slice(0, space);
  const [adjectives = '', people = '', names = '', capitals = ''] = line
    .slice(space + 1)
    .split('|')
    .map((part) => part.trim());
  const data = (
    countries as Readonly<Record<string, { name: string; capital: string; alias?: readonly string[] }>>
  )[code];
  if (data) {
    add(data.name, code, 'name');
    for (const alias of data.alias ?? []) add(alias, code, 'name');
  }
  for (const name of split(names)) add(name, code, 'name');
  for (const adjective of split(adjectives)) add(adjective, code, 'adjective');
  for (const group of people === '' ? split(adjectives).map((adjective) => `${adjective}s`) : split(people))
    add(group, code, 'people');
  for (const capital of [...(data ? [data.capital] : []), ...split(capitals)])
    if (!AMBIGUOUS_CAPITALS.has(capital.toLowerCase())) add(capital, code, 'capital');
}
for (const [seat, code] of Object.entries(SEATS)) add(seat, code, 'seat');

function split(list: string): string[] {
  return list.split(';').filter((part) => part !== '');
}

/** Whether an entry of the lexicon can begin with this word: a cheap test before the longer look-ups. */
export function isCountryStart(word: string): boolean {
  return starts.has(word.toLowerCase());
}

/** Longest entry of the lexicon in words: how far a scan has to look. */
export const LONGEST_COUNTRY_WORD = 6;

/** Entries that are ordinary English words when they are written small. */
const ORDINARY_WORDS: ReadonlySet<string> = new Set([
  'us',
  'un',
  'turkey',
  'chile',
  'chad',
  'jordan',
  'mali',
  'niger',
  'guinea',
  'rome',
  'lima',
  'male',
  'polish',
  'danish',
  'swiss',
  'thai',
  'rok',
  'drc',
  'uk',
  'prc',
  'usa',
  'eu',
]);

/**
 * What `text` says of a country.
 *
 * @param text - a name as it stands, with or without "the". Written small it counts only where it cannot be another word:
 *   machine translation writes "kyiv", and nobody means a country with "us".
 * @returns `undefined` for anything else.
 */
export function countryWord(text: string): CountryWord | undefined {
  const key = text.toLowerCase();
  const word = words.get(key.startsWith('the ') ? key.slice(4) : key);
  return word !== undefined && key === text && ORDINARY_WORDS.has(key) ? undefined : word;
}
