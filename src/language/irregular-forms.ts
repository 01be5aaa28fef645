/** Reads `base: form form; base: form` into a table from form to base. */
function table(list: string): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  for (const entry of list.split(';')) {
    const [base = '', rest = ''] = entry.split(':');
    for (const form of rest.trim().split(/\s+/)) if (!forms.has(form)) forms.set(form, base.trim());
  }
  return forms;
}

/** Irregular verbs: third person, past and participles that the endings do not give. */
export const VERBS = table(
  `be: am is are was were been being; have: has had having; do: does did done; say: says said; go: goes went gone;
  get: got gotten getting; make: made; know: knew known; think: thought; take: took taken; see: saw seen; come: came;
  give: gave given; find: found; tell: told; become: became; leave: left; feel: felt; put: putting; bring: brought;
  begin: began begun beginning; keep: kept; hold: held; write: wrote written; stand: stood; hear: heard; let: letting;
  mean: meant; set: setting; meet: met; run: ran running; pay: paid; sit: sat sitting; speak: spoke spoken; lie: lying;
  lead: led; read: reading; grow: grew grown; lose: lost; fall: fell fallen; send: sent; build: built; understand: understood;
  draw: drew drawn; break: broke broken; spend: spent; cut: cutting; rise: rose risen; drive: drove driven; buy: bought;
  wear: wore worn; choose: chose chosen; seek: sought; throw: threw thrown; catch: caught; deal: dealt; win: won winning;
  forget: forgot forgotten forgetting; lay: laid; sell: sold; fight: fought; bear: bore borne born; teach: taught; eat: ate eaten;
  sing: sang sung; show: shown; strike: struck stricken; hang: hung; shake: shook shaken; ride: rode ridden; feed: fed; shoot: shot;
  drink: drank drunk; hit: hitting; arise: arose arisen; fly: flew flown; spread: spreading; sleep: slept; cost: costing;
  beat: beaten; light: lit; bind: bound; swim: swam swum swimming; sweep: swept; swear: swore sworn; steal: stole stolen;
  hide: hid hidden; stick: stuck; sink: sank sunk; slide: slid; split: splitting; tear: tore torn; undergo: underwent undergone;
  wake: woke woken; withdraw: withdrew withdrawn; overcome: overcame; forgive: forgave forgiven; blow: blew blown; dig: dug digging;
  bite: bit bitten; bend: bent; bleed: bled; breed: bred; cling: clung; creep: crept; dream: dreamt; flee: fled;
  forbid: forbade forbidden; foresee: foresaw foreseen; freeze: froze frozen; grind: ground; kneel: knelt; lend: lent; leap: leapt;
  mislead: misled; mistake: mistook mistaken; prove: proven; quit: quitting; ring: rang rung; rid: ridding; shed: shedding; shine: shone;
  shrink: shrank shrunk; shut: shutting; spin: spun spinning; spring: sprang sprung; stride: strode; strive: strove striven;
  swing: swung; undertake: undertook undertaken; uphold: upheld; upset: upsetting; weave: wove woven; weep: wept; wind: wound;
  withhold: withheld; withstand: withstood; forge: forged; die: dying; tie: tying; vie: vying; outlaw: outlawed; overthrow: overthrew overthrown;
  overtake: overtook overtaken; override: overrode overridden; oversee: oversaw overseen; partake: partook; retell: retold;
  rebuild: rebuilt; rewrite: rewrote rewritten; redo: redid redone; undo: undid undone; resell: resold; repay: repaid; learn: learnt;
  burn: burnt; spill: spilt; spoil: spoilt; spell: spelt; smell: smelt; spit: spat; sting: stung; stink: stank; string: strung;
  swell: swollen; thrust: thrusting; tread: trod trodden; will: 'll wo; can: ca; travel: travelled travelling; label: labelled labelling;
  cancel: cancelled cancelling; signal: signalled signalling; model: modelled modelling; fuel: fuelled fuelling; control: controlled controlling;
  refer: referred referring; occur: occurred occurring; prefer: preferred preferring; transfer: transferred transferring; agree: agreed agreeing;
  free: freed freeing; guarantee: guaranteed guaranteeing; focus: focused focusing; total: totalled totalling; bomb: bombed bombing;
  use: used using; cause: caused causing; raise: raised raising; close: closed closing; please: pleased pleasing; release: released releasing;
  base: based basing; increase: increased increasing; propose: proposed proposing; oppose: opposed opposing; accuse: accused accusing;
  refuse: refused refusing; discuss: discussed discussing; add: added adding; fill: filled filling; kill: killed killing; call: called calling`,
);

/** Clitics and shortened auxiliaries. */
export const CONTRACTIONS: ReadonlyMap<string, string> = new Map([
  ["'s", 'be'],
  ["'re", 'be'],
  ["'m", 'be'],
  ["'ve", 'have'],
  ["'ll", 'will'],
  ["'d", 'would'],
  ['wo', 'will'],
  ['ca', 'can'],
  ['sha', 'shall'],
]);

/** Nouns whose singular the endings do not give, and words that look like plurals. */
export const NOUNS = table(
  `man: men; woman: women; child: children; person: people; foot: feet; tooth: teeth; mouse: mice; goose: geese; life: lives;
  wife: wives; knife: knives; leaf: leaves; half: halves; self: selves; shelf: shelves; thief: thieves; wolf: wolves; loaf: loaves;
  crisis: crises; analysis: analyses; basis: bases; thesis: theses; hypothesis: hypotheses; emphasis: emphases; diagnosis: diagnoses;
  axis: axes; oasis: oases; criterion: criteria; phenomenon: phenomena; datum: data; medium: media; bacterium: bacteria;
  curriculum: curricula; index: indices; appendix: appendices; matrix: matrices; vertex: vertices; stimulus: stimuli; alumnus: alumni;
  nucleus: nuclei; fungus: fungi; formula: formulae; species: species; series: series; means: means; headquarters: headquarters;
  news: news; politics: politics; economics: economics; sheep: sheep; fish: fish; aircraft: aircraft; spacecraft: spacecraft;
  police: police; policeman: policemen; policewoman: policewomen; spokesman: spokesmen; spokeswoman: spokeswomen;
  congressman: congressmen; gentleman: gentlemen; fisherman: fishermen; fireman: firemen; serviceman: servicemen; gunman: gunmen;
  lawmaker: lawmakers; bus: buses; gas: gases; virus: viruses; lens: lenses; census: censuses; bonus: bonuses; campus: campuses;
  status: statuses; focus: focuses; plus: pluses; quiz: quizzes; ox: oxen; die: dice; penny: pence; shoe: shoes; toe: toes; movie: movies;
  cookie: cookies; zombie: zombies; tie: ties; lie: lies; pie: pies; ally: allies; drone: drones; axe: axes; house: houses; cache: caches;
  headache: headaches; moustache: moustaches; avalanche: avalanches; niche: niches; psyche: psyches`,
);

/** Comparatives and superlatives with stems of their own. */
export const ADJECTIVES = table(
  `good: better best; bad: worse worst; far: farther farthest further furthest; old: elder eldest;
  few: fewer fewest; late: later latest; early: earlier earliest; large: larger largest; free: freer freest; true: truer truest`,
);

/** Object forms. */
export const PRONOUNS: ReadonlyMap<string, string> = new Map([
  ['i', 'I'],
  ['me', 'I'],
  ['him', 'he'],
  ['her', 'she'],
  ['us', 'we'],
  ["'s", 'we'],
  ['them', 'they'],
  ["'em", 'they'],
]);
