/**
 * Words that the names of newspapers, broadcasters and news sites hold, in the languages whose outlets English accounts credit
 * most. They tell an outlet's name after a headline's last dash from a second headline.
 */
export const OUTLET_WORDS: ReadonlySet<string> = new Set(
  `advertiser anzeiger beobachter blatt bote broadcasting bulletin chronicle clarín correio corriere courier courrier daily
  diario dispatch dziennik examiner express figaro folha gazeta gazette gazzetta globe guardian herald independent inquirer
  jornal journal kurier ledger libération magazine mail mercury messenger mirror monde monitor mundo nachrichten news newspaper
  observer país post postimees presse press pravda prensa radio record reformer register reporter repubblica review rundschau
  sentinel spiegel stampa standard star sun tagblatt tageblatt tageszeitung telegraaf telegraph temps tidende tidningen times
  today tribune tv vanguardia vedomosti welt zeitung bbc cbc cnn nbc npr rte dw rt abc cbs`.split(/\s+/),
);
