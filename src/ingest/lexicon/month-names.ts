/**
 * Names of the months as bylines and pages write them, lower case, January first: full names, genitives and the short forms in
 * use. From CLDR (https://cldr.unicode.org), long and abbreviated format names.
 */
const MONTHS: readonly string[] = [
  // January
  'january jan januar jänner januari janvier janv enero ene gennaio gen janeiro января янв січня stycznia leden ledna ianuarie ocak tammikuuta sausio јануар siječnja januára január январь январи ιανουαρίου',
  'february feb februar feber februari février févr fevrier febrero febbraio fevereiro fev февраля фев лютого lutego únor února februarie şubat helmikuuta фебруар veljače februára február февраль февруари φεβρουαρίου',
  'march mar märz mrz maart mrt mars marzo março marco марта мар березня marca březen března martie mart maaliskuuta март ožujka március μαρτίου marts',
  'april apr avril avr abril abr aprile апреля апр квітня kwietnia duben dubna aprilie nisan huhtikuuta април travnja apríla április апрель απριλίου',
  'may mai mei mayo maggio mag maio мая травня maja květen května mayıs toukokuuta мај svibnja mája május май μαΐου maj',
  'june jun juni juin junio giugno giu junho июня июн червня czerwca červen června iunie haziran kesäkuuta јун lipnja júna június июнь юни ιουνίου',
  'july jul juli juillet juil julio luglio lug julho июля июл липня lipca červenec července iulie temmuz heinäkuuta јул srpnja júla július июль юли ιουλίου',
  'august aug augustus août aout agosto ago августа авг серпня sierpnia srpen srpna ağustos elokuuta kolovoza augusta augusztus август αυγούστου',
  'september sep sept septembre septiembre setiembre settembre set setembro сентября сен вересня września září septembrie eylül syyskuuta септембар rujna septembra szeptember сентябрь септември σεπτεμβρίου',
  'october oct oktober okt octobre octubre ottobre ott outubro out октября окт жовтня października říjen října octombrie ekim lokakuuta октобар listopada október октябрь октомври οκτωβρίου oktobar',
  'november nov novembre noviembre novembro ноября ноя листопада listopad listopadu noiembrie kasım marraskuuta новембар studenoga novembra ноябрь ноември νοεμβρίου novembar',
  'december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro декабря дек грудня grudnia prosinec prosince decembrie aralık joulukuuta децембар prosinca decembra декабрь декември δεκεμβρίου decembar',
];

/** From the name of a month to its number, 1 to 12. A name that two languages give to different months is not there. */
export const MONTH_NUMBER: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);
