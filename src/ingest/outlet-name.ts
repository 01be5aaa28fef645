/**
 * Words that stand in the names of outlets and hardly in what else follows a headline's last dash: a speaker (“– Le Pen”, “– The Kremlin”), a
 * topic, a kind of text (“– Explainer”). An article before a capital proves nothing, so unknown names stay unknown.
 */
const OUTLET_WORD =
  /\b(?:news|times|post|herald|tribune|journal|gazette|chronicle|guardian|observer|telegraph|independent|monde|figaro|parisien|libération|mail|mirror|courier|examiner|inquirer|dispatch|sentinel|bulletin|press|agency|radio|television|tv|broadcasting|online|media|magazine|weekly|daily|newspaper|newswire|review|reporter|spiegel|zeitung|tagblatt|tageblatt|tagesspiegel|mundo|pa[ií]s|repubblica|stampa|corriere|pravda|gazeta|izvestia|jazeera|arabiya|haaretz|euronews|bloomberg|reuters|politico|axios|newsweek|economist|xinhua|interfax|anadolu|yonhap|kyodo|ukrinform|meduza|bote|kurier|rundschau|anzeiger|nachrichten|presse|dagblad|dagbladet|aftonbladet|posten|tidende|tidning|avis|gazzetta|giornale|diario|peri[oó]dico|vanguardia|jornal|folha|not[ií]cias|nouvelles|d[ée]p[êe]che|standaard|telegraaf|volkskrant|courant|novosti|vesti|vedomosti)\b|\p{L}(?:zeitung|blatt|bladet|nachrichten|avisen)\b/iu;
const OUTLET_FORM =
  /^[\p{L}\d-]{2,40}\.(?:com|org|net|info|news|co\.\p{L}{2}|\p{L}{2})$|^(?:BBC|CNN|NPR|PBS|NBC|CBS|CBC|DW|RFI|TRT|VOA|AFP|UPI|TASS|DPA|ANSA|RTÉ|NHK|RFE\/RL|MSNBC|CNBC)(?: \p{Lu}\p{L}+)?$/u;

/** Whether a name that stands behind a headline is one of an outlet rather than a speaker, a topic or a kind of text. */
export function isOutlet(name: string): boolean {
  return OUTLET_FORM.test(name) || (OUTLET_WORD.test(name) && /^\p{Lu}/u.test(name));
}

/** Whether a name can be nothing but an outlet's: a domain, a broadcaster's letters. */
export function isOutletForm(name: string): boolean {
  return OUTLET_FORM.test(name);
}
