/** Words before the names, in the languages of the pages that people save. */
const LEAD =
  /^(?:\s|[-–—•|:*])*(?:(?:written|posted|published|reported|reporting|story|words|text|(?:blog ?)?beitrag|photos?|edited|compiled|article|report|eingestellt|veröffentlicht|geschrieben|verfasst|publié|escrito|publicado|scritto|geplaatst)\s+)?(?:by|von|par|por|da|di|door|af|av|przez|autor(?:in|en|es)?|auteurs?|autore|authors?|verfasser(?:in)?|redaktion|texte?|foto|автор|от)\b\s*:?\s*/iu;

/** Where the names end: a date, an address, a label, a role behind a sign. */
const END =
  /\s*(?:[|•·()[\]{}\n\t"“”]|\s[-–—]\s|\b(?:https?:|www\.)|@|(?<![\p{L}\d])\d|\b(?:updated|published|posted|last modified|für|aktualisiert|veröffentlicht|publié|publicado|for the|of the|special to|staff (?:writer|reporter)|senior|correspondent|reporter|editor|redakteur|journalist|follow|e-?mail|contact|share|view (?:all|profile)|more (?:by|from)|see more)\b).*$/isu;

const BETWEEN = /\s*(?:,|;|\/|&|\+|\band\b|\bund\b|\bet\b|\bwith\b|\bmit\b|\be\b|\by\b|\ben\b)\s*/iu;

/** More words than this are no name. */
const MOST_WORDS = 6;
const LONGEST_NAME = 60;
const MOST_NAMES = 12;
const NO_NAME =
  /^(?:admin(?:istrator)?|author|unknown|anonymous|staff|user|guest|editor|webmaster|null|undefined|none|n\/a|home|share|login|all posts|profile|by|our(?: own)?|jr|sr|phd|md)$|^[\W\d_]+$/iu;

/**
 * The names in what a page prints as its byline: “By Jane Doe and Ann Roe, political editor | 3 May 2021”. An agency's or an outlet's name is kept as
 * it stands, for it is what the page says.
 */
export function cleanByline(text: string): string[] {
  const names: string[] = [];
  const line = text.replace(/\s+/g, ' ').trim().slice(0, 300).replace(LEAD, '').replace(END, '');
  for (const part of line.split(BETWEEN)) {
    const name = part.replace(LEAD, '').replace(/^[\s.:–—-]+|[\s.:–—-]+$/g, '');
    if (name.length < 2 || name.length > LONGEST_NAME || NO_NAME.test(name)) continue;
    if (name.split(' ').length > MOST_WORDS || !/\p{L}{2}/u.test(name)) continue;
    if (!names.includes(name)) names.push(name);
    if (names.length === MOST_NAMES) break;
  }
  // “Ansa Merrin, political editor”: what has no capital beside a name that has is a role.
  const capitalised = names.filter((name) => /\p{Lu}/u.test(name));
  return capitalised.length > 0 ? capitalised : names;
}
