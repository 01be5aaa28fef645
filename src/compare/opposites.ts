/*
 * Words that exclude each other when they are said of one thing at one time. General knowledge of English, gathered from
 * dictionaries of opposites: contraries of a scale ("rise", "fall"), complements ("alive", "dead") and ways of acting that rule
 * each other out ("voluntarily", "ordered"). A line holds the two sides of one question.
 */

const QUESTIONS: readonly (readonly [string, string])[] = [
  ['above over exceed exceeds exceeded', 'below under beneath'],
  [
    'rise rises rose risen rising increase increases increased increasing climb climbs climbed grow grows grew grown gain gains gained jump jumps jumped',
    'fall falls fell fallen falling decrease decreases decreased decreasing decline declines declined declining drop drops dropped shrink shrank shrunk lose',
  ],
  ['higher up more upward', 'lower down fewer less downward'],
  ['win wins won winning victory victorious beat', 'lose loses lost losing defeat defeated loss'],
  [
    'approve approves approved approving approval accept accepts accepted accepting acceptance back backs backed adopt adopts adopted pass passes passed',
    'reject rejects rejected rejecting rejection refuse refuses refused veto vetoes vetoed decline declined',
  ],
  [
    'kill kills killed killing dead die dies died dying death',
    'alive survive survives survived surviving survivor injure injures injured injuring wound wounds wounded unharmed unhurt',
  ],
  [
    'confirm confirms confirmed confirming admit admits admitted admitting acknowledge acknowledges acknowledged',
    'deny denies denied denying',
  ],
  ['guilty', 'innocent'],
  ['convict convicts convicted convicting', 'acquit acquits acquitted acquitting cleared'],
  ['open opens opened reopened', 'close closes closed closing shut shuttered'],
  ['valid current unexpired', 'expired lapsed invalid void revoked'],
  [
    'voluntary voluntarily willingly',
    'ordered forced compelled compulsory mandatory involuntary involuntarily',
  ],
  [
    'accident accidental accidentally unintentional unintentionally',
    'deliberate deliberately intentional intentionally purposely',
  ],
  ['armed', 'unarmed'],
  ['lit illuminated', 'unlit dark'],
  ['sober', 'drunk drunken intoxicated'],
  ['legal legally lawful lawfully', 'illegal illegally unlawful unlawfully'],
  ['licensed', 'unlicensed'],
  ['registered', 'unregistered'],
  ['insured', 'uninsured'],
  ['authorised authorized', 'unauthorised unauthorized'],
  ['peaceful peacefully', 'violent violently'],
  ['safe safely', 'unsafe dangerous'],
  ['locked', 'unlocked'],
  ['full packed crowded', 'empty deserted'],
  ['conscious', 'unconscious'],
  ['awake', 'asleep'],
  ['resign resigns resigned resigning resignation', 'sacked fired dismissed ousted'],
  ['arrive arrives arrived arriving', 'depart departs departed departing'],
  ['first', 'last'],
  ['before', 'after'],
  ['inside', 'outside'],
  ['north northern', 'south southern'],
  ['east eastern', 'west western'],
  ['left', 'right'],
  ['early', 'late'],
  ['male man boy', 'female woman girl'],
  ['remain remains remained stay stays stayed staying', 'leave leaves leaving fled flee flees'],
  ['begin begins began begun start starts started', 'end ends ended finish finished stop stops stopped'],
  ['public publicly openly', 'secret secretly'],
  ['succeed succeeds succeeded successful successfully', 'fail fails failed unsuccessful unsuccessfully'],
  ['support supports supported', 'oppose opposes opposed'],
  ['present attended', 'absent'],
  ['whole entire all', 'none'],
  ['sell sells sold', 'buy buys bought'],
  ['true', 'false untrue'],
  ['healthy', 'sick ill'],
  ['military', 'civilian'],
  ['majority most', 'minority'],
  ['known', 'unknown'],
];

/** One side of a question: questions are numbered from 1, the second side is negative. */
export type Pole = number;

const POLES: ReadonlyMap<string, readonly Pole[]> = polesByWord();

function polesByWord(): Map<string, Pole[]> {
  const poles = new Map<string, Pole[]>();
  QUESTIONS.forEach((sides, at) => {
    sides.forEach((words, side) => {
      for (const word of words.split(' ')) {
        const pole = side === 0 ? at + 1 : -at - 1;
        poles.set(word, [...(poles.get(word) ?? []), pole]);
      }
    });
  });
  return poles;
}

const NO_POLES: readonly Pole[] = [];

/** Which side a word takes in which questions; the sign says the side. Empty for most words. */
export function polesOf(word: string): readonly Pole[] {
  return POLES.get(word.toLowerCase()) ?? NO_POLES;
}

/** Whether two words exclude each other when they are said of one thing. */
export function areOpposite(a: readonly Pole[], b: readonly Pole[]): boolean {
  return a.some((pole) => b.includes(-pole));
}
