import { foldWord } from './fold-word.ts';

/*
 * Verbs and adjectives by what they do to the clause that they govern: general knowledge of English, after the implicative
 * and aspectual classes of Karttunen (1971, 2012) and Levin (1993, 55 and 57). Lemmas.
 */

function lemmas(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter(Boolean));
}

/** The clause that follows carries what is said: "has begun to leave", "plans to leave", "managed to leave". */
export const CATENATIVES: ReadonlySet<string> = lemmas(`
  begin start continue keep go get come try attempt seek aim plan intend mean want wish hope expect prepare decide choose opt agree
  promise pledge vow offer threaten manage proceed help serve tend appear seem happen prove used need ought have be
  able ready willing prepared set due likely bound about determined eager keen unable unwilling going supposed`);

/** What they govern is meant and not done yet: "plans to leave", "was preparing to". */
export const INTENDING: ReadonlySet<string> = lemmas(`
  plan prepare intend mean want wish hope aim seek threaten consider expect vow promise pledge agree offer propose
  ready willing prepared eager keen determined readiness willingness intention desire aim goal bid`);

/** What they govern is over or shall be: "stopped selling", "the halt to deliveries". */
export const ENDING: ReadonlySet<string> = lemmas(`
  stop halt cease end quit suspend discontinue abandon abort terminate freeze cancel scrap withdraw lift drop`);

/** What they govern did not happen or shall not: "failed to warn", "refrained from attacking", "prevented the sale". */
export const PREVENTING: ReadonlySet<string> = lemmas(`
  fail refuse decline neglect forget refrain abstain avoid prevent block bar forbid prohibit ban omit decline`);

/** What they govern is what somebody says, thinks or asks, and stands for itself. */
export const REPORTING: ReadonlySet<string> = lemmas(`
  say tell claim allege report state add note think believe suspect assume hope fear expect suggest insist argue maintain
  warn announce know understand learn hear see show indicate mean imply conclude agree admit acknowledge confirm deny
  doubt wonder ask question inquire explain stress assert contend accuse blame charge suppose guess feel find reveal recall
  remember realise realize assure promise convince persuade conceal hide`);

/** Who says that he saw it says that it was so. */
export const PERCEIVING: ReadonlySet<string> = lemmas(`see hear watch witness notice observe spot`);

/** Who says that he thinks so says so; who does not think so denies it. */
export const OPINIONS: ReadonlySet<string> = lemmas(`think believe feel suppose guess reckon consider know`);

/** Verbs by which what stands before them is: "the meeting never happened". "Took place" is one of them. */
export const OCCURRING: ReadonlySet<string> = lemmas(`happen occur`);

/** Who cannot or does not do so leaves open what follows: "could not confirm that", "did not rule out". */
export const SETTLING: ReadonlySet<string> = lemmas(`
  confirm exclude verify rule say tell know establish determine prove`);

/** Verbs that say nothing without their object: "has made a delivery", "gave the order". */
export const LIGHT_VERBS: ReadonlySet<string> = lemmas(`have make take give do get put`);

/** Those that say nothing whatever their object is: "has a wound", "made a mistake"; but "took money" is done. */
export const EMPTY_VERBS: ReadonlySet<string> = lemmas(`have make do`);

/** Verbs that say little where their object says what is done: "opened fire", "carried out an attack", "held talks". */
export const SUPPORT_VERBS: ReadonlySet<string> = lemmas(`
  open hold carry conduct commit engage stage perform undertake play launch mount issue start begin lead`);

/** Verbs of those to whom is done what their object says: "received a warning" is was warned. */
export const UNDERGOING: ReadonlySet<string> = lemmas(`receive get face suffer undergo sustain incur`);

/** Nouns for what somebody says of another; "of", "that" or "about" brings what it says. */
const CLAIMING = new Set(
  `claim allegation accusation charge assertion report reproach suggestion suspicion rumour rumor insinuation contention
  speculation notion idea news assumption theory belief statement fear concern`
    .split(/\s+/)
    .map(foldWord),
);

/** Whether a noun, by its lemma, hands on what somebody says: "the allegation that …". */
export function isClaimNoun(lemma: string): boolean {
  return CLAIMING.has(foldWord(lemma));
}
