/** Currency signs and codes as they stand before or behind an amount, by their ISO 4217 code. */
export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['£', 'GBP'],
  ['€', 'EUR'],
  ['¥', 'JPY'],
  ['₽', 'RUB'],
  ['₴', 'UAH'],
  ['₹', 'INR'],
  ['₪', 'ILS'],
  ['₩', 'KRW'],
  ['₺', 'TRY'],
]);

/** Letters before a dollar sign: `A$`, `US$`. */
export const DOLLAR_PREFIXES: ReadonlyMap<string, string> = new Map([
  ['us', 'USD'],
  ['a', 'AUD'],
  ['au', 'AUD'],
  ['c', 'CAD'],
  ['ca', 'CAD'],
  ['hk', 'HKD'],
  ['nz', 'NZD'],
  ['s', 'SGD'],
  ['nt', 'TWD'],
  ['r', 'BRL'],
]);

export const CURRENCY_CODES: ReadonlyMap<string, string> = new Map(
  [
    'USD',
    'EUR',
    'GBP',
    'JPY',
    'RUB',
    'UAH',
    'CHF',
    'CNY',
    'CAD',
    'AUD',
    'INR',
    'TRY',
    'PLN',
    'SEK',
    'NOK',
  ].map((code) => [code.toLowerCase(), code]),
);

/** Letters tied to figures that multiply them: `$1.2bn`, `40k`. */
export const SCALE_LETTERS: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['mio', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['bln', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
]);

const MEASURES: Readonly<Record<string, readonly string[]>> = {
  percent: ['percent', 'pct', '%'],
  'percentage point': [],
  person: ['people', 'persons', 'person'],
  kilometre: ['kilometre', 'kilometres', 'kilometer', 'kilometers', 'km', 'kms'],
  metre: ['metre', 'metres', 'meter', 'meters'],
  centimetre: ['centimetre', 'centimetres', 'centimeter', 'centimeters', 'cm'],
  millimetre: ['millimetre', 'millimetres', 'millimeter', 'millimeters', 'mm'],
  mile: ['mile', 'miles'],
  foot: ['foot', 'feet', 'ft'],
  yard: ['yard', 'yards'],
  inch: ['inch', 'inches'],
  'nautical mile': [],
  hectare: ['hectare', 'hectares', 'ha'],
  acre: ['acre', 'acres'],
  kilogram: ['kilogram', 'kilograms', 'kilogramme', 'kilogrammes', 'kilo', 'kilos', 'kg', 'kgs'],
  gram: ['gram', 'grams', 'gramme', 'grammes'],
  milligram: ['milligram', 'milligrams', 'milligramme', 'milligrammes', 'mg'],
  microgram: ['microgram', 'micrograms', 'microgramme', 'microgrammes'],
  nanogram: ['nanogram', 'nanograms'],
  tonne: ['tonne', 'tonnes', 'ton', 'tons'],
  kiloton: ['kiloton', 'kilotons', 'kilotonne', 'kilotonnes'],
  megaton: ['megaton', 'megatons'],
  ounce: ['ounce', 'ounces'],
  pound: ['pound', 'pounds', 'lb', 'lbs'],
  litre: ['litre', 'litres', 'liter', 'liters'],
  gallon: ['gallon', 'gallons'],
  barrel: ['barrel', 'barrels', 'bpd'],
  degree: ['degree', 'degrees'],
  decibel: ['decibel', 'decibels'],
  microsievert: ['microsievert', 'microsieverts'],
  millisievert: ['millisievert', 'millisieverts'],
  becquerel: ['becquerel', 'becquerels'],
  kilowatt: ['kilowatt', 'kilowatts', 'kw'],
  megawatt: ['megawatt', 'megawatts', 'mw'],
  gigawatt: ['gigawatt', 'gigawatts', 'gw'],
  'kilowatt-hour': ['kwh'],
  'miles per hour': ['mph'],
  'kilometres per hour': ['kph', 'kmh'],
  knot: ['knot', 'knots'],
  USD: ['dollar', 'dollars'],
  cent: ['cent', 'cents'],
  EUR: ['euro', 'euros'],
  RUB: ['ruble', 'rubles', 'rouble', 'roubles'],
  UAH: ['hryvnia', 'hryvnias'],
  JPY: ['yen'],
  CNY: ['yuan', 'renminbi'],
  INR: ['rupee', 'rupees'],
  ILS: ['shekel', 'shekels'],
  IRR: ['rial', 'rials'],
  PLN: ['zloty', 'zlotys'],
  CHF: [],
  TRY: ['lira', 'liras'],
};

/** Unit words by the name that the dossier uses for them. */
export const UNIT_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries(MEASURES).flatMap(([unit, words]) => words.map((word): [string, string] => [word, unit])),
);

/** Units of money, for which "a hundred pounds" of weight is no reading. */
export function isMoney(unit: string | null): boolean {
  return unit !== null && /^[A-Z]{3}$/.test(unit);
}
