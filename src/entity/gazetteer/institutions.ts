/** Words that make an organisation's name one of a government's: its ministries, houses and missions. In small letters. */
export const GOVERNMENT_WORDS: ReadonlySet<string> = new Set(
  (
    'ministry ministries government parliament senate congress cabinet administration presidency embassy consulate duma knesset ' +
    'bundestag bundesrat riksdag storting majlis rada sejm cortes diet seimas saeima riigikogu folketing althing oireachtas ' +
    'dáil kremlin pentagon chancellery politburo treasury legislature executive junta directorate'
  ).split(' '),
);

/** Names of several words that stand for a government or one of its houses. In small letters. */
export const GOVERNMENT_NAMES: ReadonlySet<string> = new Set([
  'white house',
  'downing street',
  'state department',
  'foreign office',
  'home office',
  'house of representatives',
  'house of commons',
  'house of lords',
  'national assembly',
  'national security council',
  'supreme national security council',
  'council of ministers',
  'security service',
  'élysée palace',
  'élysée',
  'élysee',
  'elysee',
  'elysée palace',
  'elysee palace',
  'quai d’orsay',
  "quai d'orsay",
  'capitol hill',
  'us treasury',
  'treasury department',
  'justice department',
  'defense department',
  'defence department',
]);

/** "Department of …", "Office of the President": what makes them a government's is what follows. */
export const GOVERNMENT_OPENERS: readonly (readonly string[])[] = [
  ['department', 'of'],
  ['office', 'of', 'the', 'president'],
  ['office', 'of', 'the', 'prime'],
];

/** Nouns that follow the name of a make or type: "Kestrel drones". In small letters, singular. */
export const PRODUCT_NOUNS: ReadonlySet<string> = new Set(
  (
    'drone missile rocket tank jet fighter bomber rifle pistol aircraft airliner helicopter launcher howitzer warplane plane vaccine ' +
    'phone smartphone tablet laptop console app software browser engine car truck submarine frigate warship torpedo radar satellite ' +
    'system model drug pill'
  ).split(' '),
);
