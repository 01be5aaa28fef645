/**
 * Abbreviations that keep their full stop, by what may follow them. Written from the house style guides of the large
 * agencies; all are lower-cased, without the stop.
 */

/** Stand before a name: the stop never ends a sentence. */
export const TITLE_ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms mx dr prof rev fr hon gen lt col maj capt cpt cmdr comdr adm sgt cpl pvt sen rep gov pres amb atty ' +
    'mme mlle mm st ste msgr supt insp det esq dra sra sr srta messrs brig ret'
  ).split(' '),
);

/** Months and days: the stop ends a sentence only before a word that opens one. */
export const CALENDAR_ABBREVIATIONS: ReadonlySet<string> = new Set(
  'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri'.split(' '),
);

/** Keep their stop only before a number (*v.* before a name too): "No. 3", "(c. 1580)", but "he said no." */
export const NUMBER_ABBREVIATIONS: ReadonlySet<string> = new Set(
  'no nos fig figs art arts sec p pp vol vols ch chap op par para v c ca b d m r'.split(' '),
);

/** May close a sentence or stand within one. */
export const OTHER_ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'inc co corp ltd llc bros plc jr sr etc al vs approx cf est dept div univ assn assoc govt intl natl ' +
    'ave blvd rd mt ft hwy ala ariz ark calif cal colo conn del fla ga ill ind kan ky la md mich minn miss mo mont neb ' +
    'nev okla ore pa penn tenn tex va vt wash wis wyo dak ont que dist eds ed trans hrs min max avg tel ext incl excl ' +
    'bn mn kg km cm lbs oz sq ph.d m.d b.a m.a b.sc m.sc'
  ).split(' '),
);

/** Those of {@link OTHER_ABBREVIATIONS} that are words too: abbreviations only when capitalised. */
export const CAPITALISED_ONLY: ReadonlySet<string> = new Set(
  (
    'mar jun mon wed fri sun sat no gen rep hon col maj det fr st ret insp la miss ill ind mo pa va co ed del ark cal ' +
    'wash min max ext dist trans ore tex pres gov sen mm ave mt ft ca al est'
  )
    .split(' ')
    .filter(
      (word) => !['co', 'ca', 'al', 'st', 'ft', 'ed', 'gov', 'sen', 'est', 'min', 'max'].includes(word),
    ),
);

/**
 * Words that open a sentence far more often than they stand capitalised within one. They decide where a stop is both the
 * end of an abbreviation and of a sentence: "in the U.S. The", against "the U.S. Treasury" (the idea is Punkt's; Kiss and
 * Strunk 2006).
 */
export const SENTENCE_OPENERS: ReadonlySet<string> = new Set(
  (
    'the a an this that these those he she it they we you i his her its their our my there here in on at for from by with ' +
    'after before since while when where what who how why as if but and or so yet however although though because both ' +
    'some many most all no not one two three asked according also another even still then now meanwhile last earlier ' +
    'later under during despite among about between without until once only more other each every such to just like'
  ).split(' '),
);
