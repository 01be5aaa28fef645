import type { OmissionReason } from '../model/document.ts';

/**
 * Lines that are no part of an account and say so by themselves, wherever they stand. The first rule that fits decides; the words are
 * those that publishing systems print, in no outlet's own phrasing.
 */
const RULES: readonly (readonly [why: OmissionReason, pattern: RegExp])[] = [
  [
    'copyright',
    /^(?:©|\(c\)\s|copyright\b)|\ball rights reserved\b|\bmay not be (?:published|reproduced|republished|broadcast|copied)\b|^(?:this|the) (?:article|story|material) (?:may|is|was) (?:not be|be )?(?:republished|licensed|reproduced)\b/i,
  ],
  [
    'advertisement',
    /^[-–—\s[(]*(?:advert(?:isement|ising|s)?|sponsored(?: content| by .{1,60})?|promoted(?: content)?|paid (?:content|post)|(?:article|story|text|report) continues (?:below|after)[^.]{0,50}|continue reading the main story|scroll (?:down )?to continue)[-–—\s\])]*$|^advertisement\b.{0,60}\b(?:continue|scroll|below)\b.{0,30}$/i,
  ],
  [
    'related-links',
    /^[-–—•*>»▶\s]{0,4}(?:read more|read (?:also|next|this|on)|also read|more (?:from|on|in) (?:this|the|our)\b.{0,40}|related(?: (?:articles?|stories|topics?|news|content|links?|coverage|posts?))?|see also|recommended(?: for you| stories| reading)?|(?:the )?most (?:read|popular|viewed|shared|watched|commented)(?: (?:news|stories|articles|today|now|in \w+))?|(?:explore more on these |related )?topics|in this (?:story|article)|more on this (?:story|topic)|top stories|latest (?:news|stories|headlines)|trending(?: now)?|you (?:may|might) (?:also )?(?:like|be interested in)|further reading|editor['’]s picks?|what to read next|up next|more (?:stories|news|coverage)|don['’]t miss|watch(?: (?:more|now|live))?|in pictures|listen(?: now)?)\s*(?::.{0,250}|[|>»→]\s?.{0,250}|\.{3}|…)?$|^(?:read more|read also|also read|see also|related|watch|more) ?(?::|[|–—>]) ?\S.{0,250}$|^(?:read|see) the (?:full |original )?(?:story|article|report|rest)\b.{0,60}$/i,
  ],
  [
    // The same labels on pages in other languages, which are listed though not analysed.
    'related-links',
    /^(?:weitere (?:informationen|artikel|themen|meldungen)|mehr (?:zum thema|dazu|lesen)|(?:das|dies)(?: thema)? könnte (?:dich|sie)(?: auch)? interessieren|auch interessant|lesen sie (?:auch|mehr)|beiträge zum thema|themen (?:im|zum) artikel|(?:à )?lire aussi|sur le même (?:sujet|thème)|leer (?:también|más)|te puede interesar|leggi anche|czytaj (?:też|także|więcej)|zobacz (?:też|także)|читайте также|по теме|lees ook|leia (?:também|mais))[:.\]…]{0,3}$/iu,
  ],
  [
    'navigation',
    /^(?:share(?: (?:this|on|via)\b.{0,60})?|tweet|print(?: this)?|e-?mail(?: this)?|save|copy link|facebook|twitter|whatsapp|telegram|linkedin|reddit|home|menu|search|skip to (?:main )?content|back to top|top|next|previous|(?:previous|next) (?:article|story|post)|view (?:all )?(?:comments|gallery)|(?:show|hide|view|read|leave|post|add|write) (?:a |the |\d{1,5} |all )?comments?|\d{1,5} comments?|comments?(?: \(\d{1,6}\))?|comment on this (?:story|article|post)|loading\.{0,3}…?|(?:tags?|tagged):.{0,200}|like this:|like loading\.{3}|click to (?:share|email|print|rate|view)\b.{0,80}|(?:share|post|tweet|send|e-?mail) (?:this )?(?:article|story|link|page)\b.{0,40}|[+]?\d[\d.,]{0,8}[km]? (?:shares?|views?|likes?|reactions?|votes?|retweets?|comments?)|reuse this content|(?:purchase|request|obtain|buy) (?:licensing rights|reprints?|permissions?).{0,60}|rights (?:&|and) permissions|our standards:.{0,120}|(?:report|suggest) (?:an?|this) (?:error|correction|mistake|typo).{0,60}|(?:enter|type|add) your (?:e-?mail|name|post ?code|address|phone)\b.{0,40}|opens? in (?:a )?new (?:window|tab)|log ?in|sign ?in|my account|newest|oldest|sort by.{0,40}|topics?:.{0,200}|filed under:?.{0,200}|(?:follow|find) us on .{0,80}|\d{1,3} min(?:ute)?s? read|reading time:?.{0,20}|enlarge this image|toggle caption|hide caption|photo gallery|play video|pause|mute)[.:]?$/i,
  ],
  [
    'other',
    /^(?:we (?:value|respect|care about) your privacy|(?:we|this (?:site|website)) (?:and (?:our|its|selected) .{0,40}partners )?(?:uses?|stores?)\b.{0,200}\bcookies?\b.*|we and our .{0,40}partners\b.*|(?:by (?:continuing|using|clicking)|if you (?:continue|click))\b.{0,120}\b(?:cookies?|consent|agree)\b.*|.{0,80}\bcookie (?:policy|settings|preferences|notice|consent)\b.{0,80}|(?:accept|reject|allow|decline|manage|customi[sz]e)(?: (?:all|only|my|your))?(?: (?:necessary|essential|cookies?|options|preferences|settings|choices))?(?: cookies?)?|i (?:accept|agree)|alle akzeptieren|tout accepter|aceptar(?: todo)?)[.!]?$/i,
  ],
  [
    // What a desk prints over a headline.
    'other',
    /^[-–—*\s[(]*(?:breaking(?: news)?|exclusive|just in|developing(?: story)?|long read)[-–—*\s)\]:!.]*$/i,
  ],
  [
    // A question to the reader and where to answer it: “Were you there? Email newsdesk@…”.
    'appeal',
    /^(?=[^?]+\?)(?=[^“”«»\x22]+$)(?=.*\b(?:you|your|readers?)\b[^?]{0,160}\?)(?=.*(?:\S@\S|\d[\d ()-]{4,}\d|\b(?:us|our)\b))[^?]{5,200}\?.{0,80}\b(?:call|ring|phone|text|e-?mail|write|contact|message|whats ?app|get in touch|tell us|let us know|send)\b.{0,160}$/i,
  ],
  [
    'appeal',
    /^(?=[^“”«»\x22]+$)(?:(?:if you|please|to)\b.{0,120}?[, ])?(?:please )?(?:call|ring|phone|text|e-?mail|write to|contact|message|whats ?app|send (?:us|your|tips|stories|pictures|photos|videos)\b.{0,40}?(?: to| at)?) (?:us|our \w+(?: \w+)?|the (?:news ?desk|newsroom|editor|news team)|news ?desk)\b(?=.*(?:\S@\S|\d[\d ()-]{4,}\d)).{0,160}$/i,
  ],
  [
    'appeal',
    /^(?=[^“”«»\x22]+$)(?:(?:(?:got|have|have you got) a (?:news )?(?:tip|story|question)\b[^.]{0,60}[?:]|tips?[?:])(?=.*(?:\S@\S|\d[\d ()-]{4,}\d)).*|if you (?:have|know|saw|witnessed|were)\b.{0,120}\b(?:contact|e-?mail|call|write to|message) (?:us|the (?:author|writer|reporter|editor)|him|her|\S+@\S+)\b.*|to (?:read|see) (?:more|on|it all|everything), ?(?:please )?subscribe\b.{0,60}|you are reading a free (?:article|story|preview)\b.*|(?:this|the) (?:article|story|text) is (?:only )?for (?:our )?(?:subscribers|members)(?: only)?|buy us a coffee\b.{0,60}|newsletter:.{0,120}|(?:follow|find|join|like) .{2,60} on (?:telegram|whatsapp|facebook|x|twitter|instagram|youtube|tiktok|bluesky|threads|mastodon|google news)\b.{0,40})[.!]?$/i,
  ],
  [
    // What a desk says of the text and not in it.
    'other',
    /^\(?(?:(?:this|the) (?:article|story|text) (?:was|is|has been) (?:(?:first|originally) published|(?:machine-)?translated)\b[^“”\x22]{0,120}|translated (?:automatically|with .{2,40})|(?:this is a|a) developing story\b.{0,60}|(?:this|the) (?:story|article) is developing\b.{0,60}|more (?:to follow|follows)(?: soon| shortly)?|(?:adds|updates|recasts|corrects|rewrites|repeats)(?: (?:with|to|throughout)\b|,|s?:)?[^.“”\x22]{0,100}\)|(?:updates|recasts) (?:with|throughout)\b.{0,80}|(?:the )?(?:views|opinions) expressed\b.{0,120}|.{0,60}\bis not responsible for (?:the )?content\b.{0,60}|.{0,40}\bprint edition\b.{0,60}|page [A-Z]?\d{1,3}|file (?:photo|picture)|(?:#[\p{L}\d_]{2,40}[\s,]*){2,12})[.!]?$/iu,
  ],
  ['other', /^(?:image|photo|media|video|picture) (?:source|caption|credit|copyright)s?\b ?[,:]?.{0,200}$/i],
  [
    'appeal',
    /^(?=[^“”\x22@#.]{0,160}[.!]?$).{0,70}\b(?:sign up|subscribe) (?:to|for) (?:our|the|my|free)\b.{0,60}\b(?:e-?mails?|newsletters?|bulletin|briefings?|alerts?|inbox|podcasts?)\b.{0,40}$/i,
  ],
  [
    'byline',
    // Initials of the people on an agency's desk; a label whose date stands on the next line.
    /^(?=\S*\/)\p{Ll}{2,4}(?:[-/]\p{Ll}{2,5}){1,6}\.?$|^\(\p{Ll}{2,4}(?:(?:, |\/|-)\p{Ll}{2,4}){0,4}\)$|^(?:first )?(?:published|last updated|updated|posted)(?: on| at)?:?$/iu,
  ],
  [
    'byline',
    /^\(?(?:additional |extra |with )?(?:reporting|writing|editing|compiled|translated|written|edited)(?: by|:) [\p{Lu}\w].{1,200}$|^.{3,120}\bcontributed (?:reporting|to this (?:report|story|article))\.?\)?$|^follow .{2,60} on (?:twitter|x|facebook|instagram)\b.{0,60}$|^(?:e-?mail|contact|reach) (?:him|her|them|the (?:author|writer|reporter)|[\p{Lu}].{1,50}) at \S+@\S+$/iu,
  ],
  [
    'other',
    /^(?:[({[]?(?:photo(?:graph)?s?|pictures?|images?|video|credits?|file (?:photo|picture|image)|illustration|graphic|caption)\s?(?::|by\b|courtesy\b|\/)).{0,250}$|^.{1,220}\((?:(?:photo(?:graph)?|image|picture|video)(?: (?:credit|by))?\s?:.{1,80}|[^()]{0,50}(?:\/\s?(?:ap|afp|reuters|getty(?: images)?|epa|shutterstock)|getty images|via (?:ap|reuters|getty)))[^()]{0,30}\)$|^.{1,220}\b(?:photograph|photo credit|image credit|photo|picture credit)s?: .{2,80}$/i,
  ],
];

/** A line that does nothing but name where copy came from. It is read for credits all the same, as the byline's lines are. */
const CREDIT =
  /^[([]?(?:source|sources|via|credit)s?\s?: ?\p{Lu}[^.!?“”"]{1,80}[)\]]?$|^[([]?with (?:inputs|files|information|reporting) from\b.{2,100}$|^.{2,80}\bcontributed to this (?:report|story|article)\.?[)\]]?$/iu;

const RELEASE =
  /^[-–—*\s[(]*(?:(?:for )?immediate (?:release|use)|(?:press|news|media) release|(?:press|media) statement|(?:strictly )?embargo(?:ed)?(?:[ :](?:until|till|to|for)?.{0,80})?|not for (?:publication|broadcast|release)\b.{0,60}|check against delivery)[-–—*\s)\]:!.]*$/i;

/** Whether a line is what a press office prints over its release. */
export function isReleaseLabel(line: string): boolean {
  return RELEASE.test(line);
}

/** Longer lines are paragraphs; a rule that fits their beginning would take words of the account with it. */
const LONGEST = 320;

/** @returns `null` for a line that may be part of the account. */
export function classifyLine(line: string, length: number): OmissionReason | null {
  if (length > LONGEST) return null;
  if (CREDIT.test(line)) return 'byline';
  if (isReleaseLabel(line)) return 'other';
  for (const [why, pattern] of RULES) if (pattern.test(line)) return why;
  return null;
}
