import { UPOS, type LanguageLayer } from '../model/language-layer.ts';
import { logistic, logOdds, type LogisticRegression } from '../learn/logistic-regression.ts';
import { wordVectors } from '../learn/word-vectors.ts';
import { foldWord } from '../text/fold-word.ts';
import {
  isHedgedHeadline,
  isNegator,
  isRefutingHeadline,
  isTakenBack,
  putsRight,
  saysDenied,
  saysDoubtful,
  saysFalse,
  saysReversed,
  saysUnconfirmed,
} from './refuting-words.ts';
import { ACCOUNT_STANCE_WEIGHTS } from './account-stance-weights.ts';

/** How an account stands to what a headline says, its own or another's: FNC-1's agree, disagree and discuss. */
export type AccountStance = 'agrees' | 'disputes' | 'discusses';

/** Weights of two logistic regressions over {@link accountStanceFeatures}. */
export interface AccountStanceWeights {
  readonly disputes: LogisticRegression;
  readonly discusses: LogisticRegression;
}

export interface JudgedAccount {
  readonly stance: AccountStance;
  /** What the regressions say, 0 to 1; learned where one pair in twenty disputes. */
  readonly disputes: number;
  readonly discusses: number;
}

/** From which score an account disputes: where F1 was best in cross-validation on FNC-1 train. */
const DISPUTES = 0.2;
const DISCUSSES = 0.5;
/** Sentences in which an account says what it is about, its title among them. */
const LEAD = 4;
/** Sentences at the end in which notes stand. */
const LAST = 3;
/** A negator reaches so many words to the right within its clause. */
const NEGATION_REACH = 6;
/** Sentences that are read; longer texts say it before. */
const MOST_SENTENCES = 400;
const FREQUENT_RANK = 40;

const CONTENT_TAGS = new Set(
  (['ADJ', 'NOUN', 'NUM', 'PROPN', 'VERB'] as const).map((tag) => UPOS.indexOf(tag)),
);
const PUNCT = UPOS.indexOf('PUNCT');

interface StanceSentence {
  /** Weights of the words that say something. */
  readonly keys: ReadonlyMap<string, number>;
  readonly negated: ReadonlySet<string>;
  readonly words: readonly string[];
}

/**
 * How an account stands to what a headline says: agrees, disputes, or only discusses it.
 *
 * A text disputes what a headline says when one of the two says that it is not so and the other does not. Words of refuting,
 * reversing and doubting count by how much the sentences round them share with the headline.
 *
 * @param headline - the headline alone, as a text of its own.
 * @param account - the whole account; a headline of its own may stand in it.
 */
export function judgeAccount(
  headline: LanguageLayer,
  account: LanguageLayer,
  weights: AccountStanceWeights = ACCOUNT_STANCE_WEIGHTS,
): JudgedAccount {
  return judgedStance(accountStanceFeatures(headline, account), weights);
}

/** The stance that features speak for. */
export function judgedStance(
  features: readonly number[],
  weights: AccountStanceWeights = ACCOUNT_STANCE_WEIGHTS,
): JudgedAccount {
  const disputes = logistic(logOdds(weights.disputes, features));
  const discusses = logistic(logOdds(weights.discusses, features));
  const stance = disputes >= DISPUTES ? 'disputes' : discusses >= DISCUSSES ? 'discusses' : 'agrees';
  return { stance, disputes, discusses };
}

/** What speaks for and against; docs/models/account-stance.md lists the features. */
export function accountStanceFeatures(headline: LanguageLayer, account: LanguageLayer): number[] {
  const title = readSentences(headline);
  const sentences = readSentences(account);
  const wanted = new Map(title.flatMap(({ keys }) => [...keys]));
  const turned = new Set(title.flatMap(({ negated }) => [...negated]));
  const total = [...wanted].reduce((sum, [key, weight]) => sum + (saysFalse(key) ? 0 : weight), 0) || 1;
  const cover = sentences.map(({ keys }) => {
    let sum = 0;
    for (const [key, weight] of wanted) if (keys.has(key)) sum += weight;
    return Math.min(1, sum / total);
  });
  const around = (at: number): number =>
    Math.max(cover[at] ?? 0, 0.8 * (cover[at - 1] ?? 0), 0.6 * (cover[at + 1] ?? 0));
  const share = (keys: Iterable<string>): number => {
    let sum = 0;
    for (const key of keys) sum += wanted.get(key) ?? 0;
    return Math.min(1, (sum / total) * 2.5);
  };

  let [falseLead, falseNear, negatedNear, negatedLead, anyNegated] = [0, 0, 0, 0, 0];
  let [reversed, note, doubt, rightLead, rightNear, denied] = [0, 0, 0, 0, 0, 0];
  let [falseSentences, rumourSentences, rumourNear] = [0, 0, 0];
  sentences.forEach(({ words, negated }, at) => {
    const here = cover[at] ?? 0;
    const isLead = at < LEAD;
    const says = (test: (word: string) => boolean): boolean => words.some(test);
    const isFalse = says(saysFalse);
    if (isFalse) {
      falseSentences++;
      falseNear = Math.max(falseNear, around(at));
      if (isLead) falseLead = Math.max(falseLead, 0.4 + 0.6 * around(at));
      if (at >= sentences.length - LAST) note = 1;
    }
    if (says(saysReversed)) reversed = Math.max(reversed, (isLead ? 1 : 0.5) * here);
    if (says(saysDoubtful)) doubt += here;
    if (says(saysDenied)) denied = Math.max(denied, Math.min(1, here * 1.5));
    if (says(saysUnconfirmed)) {
      rumourSentences++;
      rumourNear = Math.max(rumourNear, Math.min(1, here * 1.5));
    }
    if (putsRight(words.join(' ').replace(/ (?=n['’]t)/g, ''))) {
      rightNear = Math.max(rightNear, here);
      if (isLead) rightLead = Math.max(rightLead, here);
    }
    const clarity = Math.min(1, here * 2);
    const own = share([...negated].filter((key) => !turned.has(key))) * clarity;
    negatedNear = Math.max(negatedNear, own);
    if (isLead) negatedLead = Math.max(negatedLead, own);
    anyNegated = Math.max(anyNegated, share(negated) * clarity);
  });
  if (isTakenBack(account.text)) note = 1;

  const count = Math.max(1, sentences.length);
  const refuting = isRefutingHeadline(headline.text) || title.some(({ words }) => words.some(saysFalse));
  const turns = refuting || turned.size > 0 ? 1 : 0;
  const hedged = isHedgedHeadline(headline.text) && !refuting ? 1 : 0;
  const plain = (1 - turns) * (1 - hedged);
  const refutes = Math.max(falseLead, falseNear, negatedLead, Math.min(1, falseSentences / 2));
  const refutesToo = Math.min(1, Math.max(refutes, anyNegated * 1.2, rightNear));
  const alone = turns * (1 - refutesToo);
  const best = Math.max(0, ...cover);
  return [
    hedged,
    turns,
    plain * falseLead,
    plain * falseNear,
    plain * negatedNear,
    plain * negatedLead,
    plain * reversed,
    plain * note,
    plain * Math.min(1, doubt / 2),
    plain * rightLead,
    (plain * 2 * Math.log(1 + falseSentences)) / Math.log(count + 3),
    plain * denied,
    alone,
    Number(refuting) * (1 - refutesToo),
    alone * best,
    rumourSentences / count,
    rumourNear,
    best,
    Math.log(count),
    hedged * (1 - turns) * refutes,
    Number(title.some(({ words }) => words.some(saysDenied))),
  ];
}

function readSentences({ sentences, tokens }: LanguageLayer): StanceSentence[] {
  const vectors = wordVectors();
  return sentences.slice(0, MOST_SENTENCES).map(({ firstToken, endToken }) => {
    const keys = new Map<string, number>();
    const negated = new Set<string>();
    const words: string[] = [];
    let reach = 0;
    for (let t = firstToken; t < endToken; t++) {
      const word = (tokens.word[t] ?? '').toLowerCase();
      words.push(word);
      if (isNegator(word)) {
        reach = NEGATION_REACH;
        continue;
      }
      const lemma = (tokens.lemma[t] ?? word).toLowerCase();
      const rank = vectors.rankOf(vectors.rowOf(lemma));
      if (CONTENT_TAGS.has(tokens.upos[t] as number) && /[\p{L}\p{N}]/u.test(word) && rank >= FREQUENT_RANK) {
        const key = foldWord(lemma);
        keys.set(key, rarity(rank));
        if (reach > 0) negated.add(key);
      }
      reach = tokens.upos[t] === PUNCT && word !== '-' && word !== '’' ? 0 : Math.max(0, reach - 1);
    }
    return { keys, negated, words };
  });
}

/** 0.2 for the words of every text, 1 for a word beyond the 20,000 most frequent. */
function rarity(rank: number): number {
  return Math.min(1, Math.max(0.2, (Math.log(rank + 1) - 3.5) / 6.4));
}
