/*
 * What words of content tell about the act of plain saying: whoever says that somebody else lied or fired first alleges it;
 * whoever says that something is false denies it. General vocabulary of blame (FrameNet: Judgment, Committing_crime,
 * Compliance) and of dismissal (Correctness); lemmas.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Verbs for doing wrong to somebody. */
export const WRONGDOING =
  words(`violate breach attack bomb bombard shell invade kill murder assault rape torture abduct
  kidnap steal loot rob cheat lie mislead deceive conceal hide ignore neglect obstruct sabotage undermine threaten
  intimidate harass bully exploit manipulate interfere meddle discriminate defraud embezzle bribe smuggle spy hack poison
  contaminate pollute destabilise destabilize provoke incite collude conspire fabricate falsify distort flout evade betray
  occupy oppress persecute silence rig dump endanger overcharge withhold mishandle botch abuse instigate orchestrate
  blackmail beat shoot kick punch stab drag`);

/** How an act was done that was somebody's fault. */
export const WRONGLY = words(
  `illegally unlawfully deliberately wilfully willfully knowingly recklessly maliciously`,
);

/** What somebody or something is called for it, with "be" or "call". */
export const WRONG =
  words(`illegal unlawful reckless negligent culpable guilty corrupt corruption criminal crime aggression
  terrorism genocide atrocity propaganda fraud fraudulent cover-up breach violation hypocrisy hypocritical dishonest
  disgraceful shameful cowardly brutal barbaric irresponsible unjust unfair unconstitutional scam sham misconduct piracy theft robbery murder blackmail extortion
  sabotage kidnapping treason betrayal abuse cowardice negligence`);

/** What a claim is called by those who reject it. */
export const DISMISSAL =
  words(`false untrue baseless unfounded groundless fabricated fabrication nonsense ridiculous
  absurd lie fiction fake incorrect inaccurate slander defamation smear hoax myth malicious ludicrous preposterous
  unsubstantiated invented invention fantasy rubbish disinformation misinformation falsehood`);

/** Verbs of force: whoever is named as the one who did it is blamed, and nobody by the bare event ("a tram hit a bus"). */
export const FORCE =
  words(`hit strike shell fire launch shoot wound injure kill blow ram penetrate intrude storm seize
  capture destroy down sink torch burn target raid cross massacre execute plant hijack detonate`);

/** What somebody did "without" who ought to have had it. */
export const LACKING =
  words(`warning light permission consent authorisation authorization authority protection reason
  trial charge notice cause provocation evidence explanation warrant safeguard insurance licence license`);

/** What one is asked to do: who "will not" do it refuses. */
export const COMPLYING =
  words(`ask pay resign apologise apologize negotiate accept comment answer comply obey attend sign
  withdraw surrender recognise recognize cooperate participate testify submit bow yield agree talk`);
