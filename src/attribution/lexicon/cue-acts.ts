import type { Act } from '../../model/attribution.ts';

/*
 * Lemmas of English words that report speech, writing or thought, by what the speaker does with them. The groups follow
 * the verb classes of Levin (1993, 37: verbs of communication; 29.4-29.5: declare and conjecture verbs) and the acts of
 * Searle (1976); British and American spellings stand side by side. A word in no group is read as `state`.
 */

const VERBS: Readonly<Record<Act, string>> = {
  state: `say tell add note explain write report describe argue insist stress emphasize emphasise reiterate repeat remark
    comment observe mention recall state opine quip joke reply respond answer retort continue conclude quote cite call
    tweet post text email blog publish suggest indicate imply hint maintain contend assert affirm remind recount relate
    detail elaborate clarify specify underline underscore highlight summarize summarise testify inform brief convey
    express voice utter whisper shout yell chant fume boast discuss speak talk read show find reckon put echo narrate praise laud
    hail thank congratulate welcome mock ridicule lament regret apologize apologise defend characterize characterise
    dub label liken reassure learn hear reveal`,
  deny: `deny reject dismiss refute rebut repudiate disavow disown dispute contradict deride debunk disclaim negate
    rebuff laugh_off shrug_off brush_off brush_aside wave_away wave_aside`,
  confirm: `confirm acknowledge admit concede verify corroborate recognize recognise concur agree accept confess
    validate authenticate attest own_up`,
  allege: `allege accuse claim blame charge denounce condemn criticize criticise slam blast decry assail lambaste berate
    rebuke chide attack castigate fault complain insinuate purport impute incriminate implicate deplore excoriate`,
  demand: `demand urge order call_for call_on command instruct direct exhort implore beseech plead press
    compel require prod lobby`,
  advise: `advise recommend counsel propose advocate encourage endorse`,
  warn: `warn caution threaten alert forewarn`,
  pledge: `pledge promise vow swear guarantee assure commit undertake offer volunteer reaffirm`,
  ask: `ask inquire enquire question wonder request query beg appeal invite`,
  decline: `decline refuse demur balk`,
  think: `think believe know feel hope fear expect want wish intend plan aim consider assume suspect doubt imagine
    predict forecast anticipate worry prefer understand decide determine see view regard deem guess presume suppose
    speculate estimate seek support oppose favor favour desire dream envision envisage judge foresee
    realize realise project`,
  announce: `announce unveil declare proclaim disclose release leak decree`,
};

const NOUNS: Readonly<Record<Act, string>> = {
  state: `statement remark comment assertion report argument word account testimony explanation description
    message tweet post letter reply response answer observation contention quote quotation rumor rumour finding`,
  deny: `denial rejection dismissal refutation rebuttal`,
  confirm: `confirmation admission acknowledgment acknowledgement confession concession`,
  allege: `allegation accusation claim charge complaint criticism insinuation indictment condemnation suggestion`,
  demand: `demand call order ultimatum insistence`,
  advise: `advice recommendation proposal counsel`,
  warn: `warning threat caution`,
  pledge: `pledge promise vow assurance commitment guarantee offer readiness willingness`,
  ask: `question request appeal plea inquiry enquiry`,
  decline: `refusal`,
  think: `belief view opinion thought hope fear concern doubt suspicion expectation prediction forecast assumption
    conclusion plan intention desire decision conviction impression worry estimate speculation notion`,
  announce: `announcement revelation declaration disclosure`,
};

function byLemma(groups: Readonly<Record<Act, string>>): ReadonlyMap<string, Act> {
  const acts = new Map<string, Act>();
  for (const [act, lemmas] of Object.entries(groups) as [Act, string][])
    for (const lemma of lemmas.split(/\s+/)) if (!acts.has(lemma)) acts.set(lemma, act);
  return acts;
}

/** Reporting verbs by lemma; phrasal ones are joined by an underscore (`call_for`). */
export const VERB_ACTS: ReadonlyMap<string, Act> = byLemma(VERBS);

/** Nouns that report ("the claim that", "denials of") by lemma. */
export const NOUN_ACTS: ReadonlyMap<string, Act> = byLemma(NOUNS);

/** Verbs that are as often no speech at all when all they have is an object: "ordered more ships", "attacked the town". */
export const AMBIGUOUS_VERBS: ReadonlySet<string> = new Set(
  `attack charge press order offer commit undertake require compel direct support favor favour seek see find show call post
  release leak quote discuss view read hear learn put prod endorse oppose invite appeal`.split(/\s+/),
);
