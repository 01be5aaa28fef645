/**
 * English words that say little about whether two texts are one text, by the share of news and reference documents that hold
 * them. Words alone, in lower case, none of them a name.
 *
 * Origin: document frequencies in five collections (PolNeAR train, Giveme5W1H articles, TimeBank, AQUAINT, GUM); a word
 * counts by its third highest share, so that one collection's subject cannot bring a word in, and only when it is written
 * with a small letter more often than with a capital.
 */
const split = (words: string): readonly string[] => words.trim().split(/\s+/);

/** In 28 % of the documents or more: function words and the verbs and adverbs of every text. */
export const EVERYWHERE: readonly string[] = split(`
  about after all also an and any are as at back be been before being between but by called can could did
  during first for from had has have he his how if in into is it its just last like made may more most no
  not now of off on one only or other our out over people said since so some take than that the their them
  there they this those three time to two up was we were what when where which while who will with would
  year years you
`);

/** In 10 to 28 %. */
export const FREQUENT: readonly string[] = split(`
  able according across action added again against ago almost along already am among announced another
  area around asked attack attacks away based became because become began behind believe best better big
  billion both business came capital case change chief city clear close come comes continue control
  countries country day days decision despite do does doing don down each earlier early end even ever
  every executive expected fact family far federal feel few find five following foreign former found four
  free full further future general get give go going good got government great group half head held help
  her here high him home hours however idea important including information interest international keep
  know known large late later latest law lead leader least left less let life likely little long look
  major make man many me media meeting members might million month months morning move much must my name
  national near nearly need never next night number office officials old once open order others outside
  own part past pay place point political possible president public put re really recent record reported
  response right run same say saying says second security see seen sent set several she should show shows
  six small social something spokesman state statement still such support system taken taking team th then
  these think third though thought through times today together told too took try trying under until us
  use used using ve very want war way week well went whether why within without women work world yet young
  your
`);

/** In 3.5 to 10 %. */
export const FAMILIAR: readonly string[] = split(`
  above access accounts accused actions actually adding addition additional address administration
  advantage afternoon age agency agree agreed agreement ahead aimed air airport alleged allow allowed
  alone although always amount analysis announcement annual anti anyone anything apparently appeal appear
  appeared appears approach approval approved areas aren arrived attempt attention author available
  average avoid background bad bank banks base battle becoming begin beginning behalf believed below
  beyond bid biggest bit black blue board border born boy break breaking bring bringing brought build
  building built buy call calling calls campaign cannot car care carried carry cases cash caught cause
  caused central century certain certainly chairman chance changed changes charge charges check child
  children choice cities citizens claim claimed claims class clearly closed co com coming comment
  commercial common community companies company compared completed concern concerns conditions conducted
  conference connection consider considered considering continued continues conversation core cost costs
  counter course court cover create created credit crime criminal crisis criticism crowd culture current
  currently customers cut daily damage data date dead deal death decade decades decide decided declared
  declined deep defense demand denied deputy described designed details determine determined development
  didn died different difficult direct direction directly director discovered district doesn dollars done
  door draw driving due earned easily easy economic economy education effect effective effort efforts
  eight either elected election else emerged employees ended enforcement enough ensure entire especially
  established event events eventually everyone everything evidence exactly example exchange executives
  expect experience experts expressed extremely eyes face failed fall families fast father fear feet fell
  felt field fight file filed final finally financial fire fired firm focus follow followed force forced
  forces form forward founder freedom friends front fully game gave generation generations gets getting
  given gives giving global goal goes gone ground groups growing growth hall hand hands happen happened
  hard haven having health hear heard hearing heart heavy helped higher himself history hit hold holding
  holds homes hope hopes hour huge human hundreds hurt identified image immediately impact include
  included includes increase increased increasing increasingly independent industry initial inside instead
  intelligence intended interview investigation involved island isn issue issued issues itself join joined
  joint judge kept key kids killed kind knew lack language largely largest launched laws leaders
  leadership leading leads learned leave leaving led legal legislation letter level limited line lines
  list live lives living ll local located longer looked looking looks lose loss lost lot love low lower
  main majority makes making management market markets mass material matter maybe means meant measure
  medical meet member men message met middle miles military millions minute minutes mission moment money
  mostly mother moved movement moves moving named nation natural necessary needed needs network nine
  nobody non none nor northern noted nothing numbers offer offered officer official often oil online onto
  operation opinion opportunity opposed opposition organization paid parents parts party passed path peace
  percent performance perhaps period person personal physical pick placed plan plane planned planning
  plans play played playing police policies policy politicians population position possibility posted
  potential power powerful presence present presidential press pressure pretty prevent previous previously
  price private probably problem problems process products professor profit program project promised
  proposal proposed protect prove provide provided published putting question questions quickly quite race
  raise raised rally range rate rather reach reached read ready real reality reason receive received
  recently red region regularly rejected related relations release released remain remained remains report
  reporters reports research resources responded responsibility responsible rest result results return
  revealed review revolution rights rise risk role room rose roughly rule safe save saw school scientists
  sea search season secretary secure seek seeking seem seems self sell send senior sense series serious
  seriously service services seven share short shortly shot showed shown side sides sign signed
  significant similar simple simply single site situation slightly solution someone son soon sought source
  sources southern speak speaking special speech spending spoken spokeswoman staff stage stand stands star
  start started starting stated station stay step steps stood stop stories story streets strong strongly
  student students subject successful suggested supported sure systems takes talk talking talks target tax
  technology television tell ten term terms terrorists test testing thanks themselves thing things
  thousand thousands threat throughout top total toward town trade travel tried trip troops trust turn
  turned ultimately understand upon urged value values various version via vice victims victory video view
  visit voice vote vowed wait wanted wants warned wasn water ways weapons website weeks whole whom whose
  wife willing winning woman won words worked workers working works worried wouldn writing written wrong
  wrote yesterday
`);

/** Names of days and months: in every news text, whatever its story. */
export const CALENDAR: readonly string[] = split(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december
`);
