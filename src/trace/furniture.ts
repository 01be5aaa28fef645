/**
 * What publishers put on their pages round the account: appeals, subscriptions, copyright, comments, pointers to other
 * articles. Phrases of the trade, none of a story.
 */
const FURNITURE =
  /all rights reserved|\bcopyright\b|©|may not be (?:published|reproduced|copied|republished)|terms (?:of (?:use|service)|and conditions)|privacy (?:policy|notice)|\bcookies?\b.{0,30}\b(?:use|accept|policy)|\bsubscri(?:be|ber|bers|ption)\b.{0,60}\b(?:to|now|today|newsletter|access|read)\b|\bnewsletters?\b|sign(?:ed)? ?up (?:for|to|here|now|today)|\b(?:follow|like|find|join) us on\b|\bour (?:facebook|twitter|instagram|whatsapp|telegram) (?:page|channel|feed|account)|(?:share|comment on|discuss) this (?:article|story|page)|leave a comment|comments (?:are|have been) (?:closed|moderated)|\b(?:read|see|watch|click) (?:more|also|here|next)\b|\brelated (?:articles?|stories|topics|links)\b|most (?:read|popular|viewed)|don['’]t miss|advertisement|please (?:support|consider|donate|contribute|enable|log ?in|turn on)|support (?:our|us|independent)\b.{0,40}(?:journalism|work|reporting)?|make a (?:contribution|donation)|\bdonat(?:e|ion|ions) (?:to|now|today|here)\b|become a (?:member|supporter|subscriber)|(?:download|get) (?:our|the) (?:free )?app\b|email (?:us|the newsroom|your)|we pay for|(?:got|have|do you have) a (?:story|tip|news tip)\b|send (?:us )?(?:your|a) (?:tips?|story|stories|pictures|news)|corrections? (?:policy|and clarifications)|an error has occurred|you(?: will|['’]ll)? receive (?:emails?|the|occasional)|thank(?:s| you) for (?:subscribing|reading|signing|your (?:feedback|support))|agree to receive|unsubscribe|invalid (?:e-?mail|password)|(?:please )?(?:try again later|re-enter)|not a robot|required field|accuracy and availability|\btranscripts? (?:are|is) (?:created|provided|produced)|may not be in its final form|editor['’]s picks|listen to the (?:latest|podcast)/i;

/** Whether a line or sentence is a publisher's furniture and no part of the account, judged by its words alone. */
export function isFurniture(words: string): boolean {
  return FURNITURE.test(words);
}
