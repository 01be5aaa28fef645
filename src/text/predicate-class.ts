import { foldWord } from './fold-word.ts';

/**
 * Words of the news that say the same of those who do it, verbs beside the nouns made of them: "has supplied", "the delivery
 * of", "stop sending". Within a class wordings stand for one another when two accounts are compared.
 *
 * General knowledge, in the manner of FrameNet's frames; the first word names the class.
 */
const PREDICATES: readonly string[] = [
  'supply supplies supplied supplying supplier provide provides provided providing provision send sends sent sending deliver delivers delivered delivering delivery deliveries ship shipped shipping shipment shipments transfer transfers transferred transferring transferal export exports exported exporting furnish furnished hand handed arm armed arming flow flows equip equipped supplied donate donated donation',
  'sell sells sold selling sale sales',
  'buy buys bought buying purchase purchases purchased purchasing order ordered acquire acquired acquisition procure procured procurement',
  'stop stops stopped stopping halt halts halted halting cease ceases ceased ceasing end ended ending refrain refrained suspend suspended suspension discontinue quit',
  'use uses used using usage employ employed utilise utilize deployment',
  'deploy deploys deployed deploying station stationed',
  'attack attacks attacked attacking assault assaulted strike strikes struck bomb bombs bombed bombing bombard bombardment shell shelled shelling raid raided',
  'kill kills killed killing die dies died dead death deaths fatality fatalities perish perished slain slay lives toll',
  'injure injures injured injuring injury injuries wound wounds wounded hurt casualties',
  'destroy destroys destroyed destruction demolish demolished wreck wrecked ruin ruined level levelled',
  'damage damages damaged damaging harm harms harmed',
  'arrest arrests arrested arresting detain detains detained detention hold held holding imprison imprisoned jail jailed prisoner captive custody captivity bars',
  'release releases released releasing free frees freed freeing',
  'rescue rescues rescued rescuing save saves saved saving',
  'evacuate evacuates evacuated evacuation relocate relocated relocation resettle resettled',
  'collide collides collided colliding collision crash crashed',
  'sink sinks sank sunk sinking',
  'meet meets met meeting meetings talk talks negotiate negotiated negotiating negotiation negotiations dialogue',
  'agree agrees agreed agreement deal accord pact',
  'sanction sanctions sanctioned sanctioning blacklist blacklisted',
  'recall recalls recalled recalling withdraw withdraws withdrew withdrawn withdrawal pull',
  'ask asks asked request requests requested call calls',
  'order ordered command commanded instruct instructed decree decreed',
  'warn warns warned warning caution cautioned alert alerted',
  'know knows knew known aware knowledge learn learned learnt',
  'miss missing missed',
  'move moves moved travel travels travelled traveled traveling travelling',
  'leave leaves left depart departed departure evacuate',
  'notify notified notice register registered announce announced announcement',
  'begin begins began begun start starts started starting apply applies applied effect valid force',
  'ill illness sick sickened sickness disease',
  'danger dangerous hazard hazardous risk risks unsafe',
  'voluntary voluntarily accord willing',
  'shadow shadowed shadowing follow follows followed following trail trailed pursue pursued',
  'hide hides hid hidden hiding conceal conceals concealed concealing',
  'refund refunds refunded reimburse reimbursed reimbursement money-back',
  'test tests tested testing measure measures measured measurement measurements',
  'contaminate contaminated contamination pollute polluted pollution taint tainted',
  'approve approves approved approval authorise authorised authorize authorized authorisation authorization',
  'ban bans banned banning prohibit prohibits prohibited prohibition forbid forbids forbidden outlaw outlawed',
  'allow allows allowed allowing permit permits permitted let lets',
  'resign resigns resigned resignation quit step',
  'dismiss dismissed dismissal fire fired sack sacked',
  'hire hires hired appoint appoints appointed appointment name named',
  'investigate investigates investigated investigation inquiry probe probed enquiry',
  'vote votes voted voting ballot ballots',
  'protest protests protested protesters demonstrate demonstration demonstrations demonstrators rally',
  'rise rises rose risen increase increases increased increasing grow grows grew grown growth climb climbed',
  'fall falls fell fallen decrease decreased decline declined drop dropped shrink shrank reduce reduced reduction cut',
  'pay pays paid paying payment',
  'own owns owned ownership',
  'build builds built building construct constructed construction',
  'explode explodes exploded explosion blast detonate detonated',
  'launch launched launches launching',
  'shoot shoots shot shots shooting shootings fire fires fired firing gunfire gunshot gunshots',
  'beat beats beaten beating beatings hit hits hitting punch punched punching kick kicked kicking assault assaulted',
  'light lights lit lighted lighting illuminated illumination unlit',
  'threaten threatens threatened threat threats menace',
  'close closes closed closing closure shut shuts',
  'open opens opened opening reopen reopened',
  'leak leaks leaked leaking spill spilled spilt spillage',
  'steal steals stole stolen theft thefts rob robbed robbery',
  'influence influences influenced influencing sway swayed',
  'help helps helped helping assist assists assisted assisting assistance aid aided support supports supported',
  'claim claims allegation allegations accusation accusations charge charges reproach assertion assertions',
  'ready readiness willing willingness prepared desire',
  'pressure pressuring',
  'search searches searched searching',
  'visit visits visited visiting',
  'delay delays delayed delaying postpone postponed postponement',
  'apologise apologises apologised apologising apologize apologizes apologized apologizing apology apologies',
  'regret regrets regretted regretting remorse',
  'err erred error errors mistake mistakes mistaken blunder blunders',
  'inspect inspects inspected inspecting inspection inspections',
  'expel expels expelled expelling expulsion deport deported deportation',
  'treat treats treated treating treatment treatments',
  'publish publishes published publishing publication',
  'review reviews reviewed reviewing',
];

/** Nouns that name the same kind of thing. */
const THINGS: readonly string[] = [
  'bullet bullets round rounds ammunition projectile projectiles',
  'weapon weapons weaponry arms armament armaments munition munitions',
  'drone drones uav uavs unmanned',
  'ship ships vessel vessels boat boats',
  'people persons person individual individuals',
  'company firm business corporation',
  'war conflict fighting hostilities',
  'citizen citizens national nationals',
  'personnel troops forces soldiers servicemen trainers advisers advisors experts',
];

const CLASSES: readonly string[] = [...PREDICATES, ...THINGS];

const CLASS_OF: ReadonlyMap<string, readonly number[]> = (() => {
  const classes = new Map<string, number[]>();
  CLASSES.forEach((words, index) => {
    for (const word of words.split(' '))
      for (const key of new Set([word, foldWord(word)])) {
        const list = classes.get(key);
        if (!list) classes.set(key, [index]);
        else if (!list.includes(index)) list.push(index);
      }
  });
  return classes;
})();

const NONE: readonly number[] = [];

/** The classes that a word belongs to, in whatever form it stands; most words belong to none. */
export function predicateClasses(word: string): readonly number[] {
  return CLASS_OF.get(word.toLowerCase()) ?? CLASS_OF.get(foldWord(word)) ?? NONE;
}

/** Whether a class is one of doing or happening, not of things. */
export function isPredicateClass(one: number): boolean {
  return one < PREDICATES.length;
}
