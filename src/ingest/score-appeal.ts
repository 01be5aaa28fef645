/**
 * How much a line sounds like a publisher who asks its readers for something: money, an address, a click. No phrase of any one outlet is
 * known here; what counts is who speaks (*we*, outside quotation marks), to whom (*you*), about what (journalism, newsletters) and
 * in which mood (the imperative).
 */
export interface AppealScore {
  /** Above zero for an appeal, below for running prose; lines are summed over a block. */
  readonly score: number;
  /** The line alone shows that a publisher speaks to its readers; a block of appeal has at least one. */
  readonly certain: boolean;
  /** Heads an appeal: “A message from …”, “Dear readers”. */
  readonly opening: boolean;
}

const WE = /\b(?:we|us|our|ours)\b/i;
const YOU = /\b(?:you|your|yours|readers?)\b/i;
const TRADE =
  /\b(?:journalis[mt]s?|newsrooms?|news ?letters?|inbox|news alerts?|push notifications?|our (?:reporting|reporters|coverage|stories|readers|editors|team|website|site|app|podcasts?)|paywalls?|subscri\w+|fact-?check(?:s|ers|ing)?|independent (?:media|news|press|reporting)|the latest news|breaking news|top stories|free press)\b/i;
const ASKED =
  /\b(?:support(?:ing|ed|ers?)?|donat\w+|subscri\w+|contribut(?:e|ing|ion|ions)|chip in|members?(?:hip)?|patrons?|sign(?:ing)? up|pledge|gift|monthly|per month|a month|one-off|your help|help us|fund(?:s|ed|ing)?|whatsapp|telegram|facebook|twitter|instagram|youtube|google news|unsubscribe|(?:in the |leave a )comments?|comments? (?:below|section)|for more|for updates)\b/i;
const REQUEST = String.raw`(?:please\s|if you (?:can|like|enjoy|value|have)\b[^.]{0,80},\s*)?(?:support|donate|give (?:us|today|now|what|\w+ (?:\w+ )?a month)|subscribe|sign up|click|tap|follow|join|download|register|log in|help us|become|stay (?:up|informed|tuned|connected|on top|ahead)|don['’]t miss|consider|like us|share (?:this|your)|tell us|contact us|email us|write to us|send us|get (?:the|our|more|all|unlimited|breaking|daily|your)|make a (?:donation|contribution)|add us|listen to (?:our|the latest)|watch our|enter your email)\b`;
const IMPERATIVE = new RegExp(String.raw`^[-–—•*>»▶\s]{0,4}${REQUEST}`, 'i');
/** Amid a line only where nobody else's words may stand: posts that are quoted whole end in requests of their own. */
const LATER_IMPERATIVE = new RegExp(String.raw`[.!?]\s+(?:(?:and|so|then),?\s)?${REQUEST}`, 'i');
const FOREIGN_MATTER = /[@<>]|https?:/i;
const ADDRESS = /^dear (?:readers?|friends?|subscribers?|supporters?|listeners?|viewers?)\b/i;
const MESSAGE =
  /^(?:an? )?(?:(?:special|personal|important|urgent) )?(?:message|note|word|letter|appeal|request|update) (?:from|to) (?:our |the )?(?:\p{Lu}|editors?\b|newsroom\b|readers?\b|team\b|us\b|publisher\b|staff\b)/iu;
/** Whoever speaks to readers is their publisher, however long the line. */
const READERS = /^dear (?:readers?|subscribers?|listeners?|viewers?)\b/i;
/** “A letter from Oster” may head a report; a publisher's own name with a colon, or its editors, do not. */
const NAMES_READERS = /:$|\b(?:our readers|the editors?|our newsroom)\b/i;
const THANKS =
  /^(?:thank you|thanks) for (?:reading|standing|supporting|your (?:support|help|trust))|\b(?:thank you for standing|thanks to (?:readers|supporters|people) like you)\b/i;
const DIALOGUE_BUTTON =
  /^(?:remind me later|maybe later|not now|no,? thanks|continue|dismiss|close|support us|donate(?: now| today)?|subscribe(?: now| today)?|sign up(?: now| today| here)?|sign in|log in|join (?:us|now)|learn more|find out more|one[- ]time|monthly|annual(?:ly)?|yes,? .{0,30}|i(?:['’]ve| have) already .{0,40}|read our .{0,40}policy)[.!>»]?$/i;
const SMALL_PRINT =
  /\b(?:privacy (?:policy|notice)|terms (?:of (?:use|service)|and conditions)|protected by recaptcha|by (?:signing up|subscribing|clicking|submitting)|you (?:can|may) (?:unsubscribe|opt out)|processing your (?:subscription|request)|check your (?:inbox|email)|valid email)\b/i;
const REPORTING =
  /\b(?:said|says|told|added|according to|announced|stated|argued|claimed|reported|denied|confirmed|declined|refused|insisted|replied|warned)\b/i;

const QUOTED = /“[^”]{0,800}(?:”|$)|"[^"]{0,800}(?:"|$)|«[^»]{0,800}(?:»|$)/g;

/** What a line without any sign counts: two such lines outweigh one faint sign, five one clear sign. */
const PLAIN = -1;
/** A line that reports what somebody said is the account itself. */
const REPORTED = -3;

export function scoreAppeal(line: string): AppealScore {
  const own = line.replace(QUOTED, ' ');
  const we = WE.test(own);
  const you = YOU.test(own);
  const trade = TRADE.test(own);
  const asked = ASKED.test(own);
  const imperative = IMPERATIVE.test(own) || (LATER_IMPERATIVE.test(own) && !FOREIGN_MATTER.test(line));
  const opening = ADDRESS.test(line) || MESSAGE.test(line);
  const button = DIALOGUE_BUTTON.test(line);
  const smallPrint = SMALL_PRINT.test(own);
  const thanks = THANKS.test(own);

  let score = PLAIN;
  if (opening) score += 5;
  if (button) score += 3;
  if (smallPrint) score += 3;
  if (thanks) score += 3;
  if (imperative && (trade || asked || (we && you))) score += 4;
  if (we && asked) score += 1.5;
  if (you && asked) score += 1.5;
  if (we && trade) score += 1.5;
  if (you && trade) score += 1.5;
  if (trade && asked) score += 1;
  if (we && you) score += 1;
  // Who speaks of “us” outside quotation marks is the publisher, unless the whole text is somebody's own statement.
  if (we && score <= PLAIN) score += 1;
  if (REPORTING.test(own) && !we && !imperative && !opening) score += REPORTED;
  const certain =
    (opening && (trade || READERS.test(line) || (line.length < 120 && NAMES_READERS.test(line)))) ||
    (imperative && trade) ||
    (we && you && asked && trade) ||
    (imperative && asked && (we || you)) ||
    (smallPrint && (you || we));
  return { score, certain, opening };
}
