/**
 * Words that stand before a person's name and say what the person is: ranks, offices, honorifics. In small letters, without a
 * full stop. They part the title from the name proper.
 */
export const TITLES: ReadonlySet<string> = new Set(
  (
    'mr mrs ms miss mx dr prof professor rev reverend fr father hon gen general lt lieutenant col colonel maj major capt captain ' +
    'cmdr commander adm admiral sgt sergeant cpl corporal sen senator rep representative gov governor pres president minister ' +
    'premier chancellor secretary spokesman spokeswoman spokesperson speaker chairman chairwoman chair chief director deputy ' +
    'ambassador envoy consul mayor councillor councilman councilwoman congressman congresswoman lawmaker mp judge justice ' +
    'attorney prosecutor counsel marshal brigadier officer detective inspector sheriff constable king queen prince princess duke ' +
    'duchess emperor empress tsar sultan emir sheikh shah pope cardinal archbishop bishop rabbi imam ayatollah patriarch saint st ' +
    'sir lady lord dame baron baroness count countess madam madame mme mlle m herr frau señor señora don doña coach manager ' +
    'commissioner coordinator adviser advisor analyst economist expert historian scientist author actor actress director-general ' +
    'secretary-general vice-president president-elect sister brother aunt uncle nurse doctor comrade leader candidate ceo founder ' +
    'co-founder editor reporter journalist correspondent writer singer lawyer administrator treasurer pastor deacon mayor-elect'
  ).split(' '),
);
