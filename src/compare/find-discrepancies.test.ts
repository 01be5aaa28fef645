import { describe, expect, it } from 'vitest';
import { discrepanciesBetween as between } from '../../test/two-accounts.ts';
import type { Discrepancy } from '../model/discrepancy.ts';

const told = (...texts: readonly string[]): string[] =>
  between(...texts).map(({ kind, importance }) => `${kind} ${importance}`);
const valuesOf = ({ readings }: Discrepancy): string[] => readings.map(({ value }) => value);

describe('numbers', () => {
  it('of one thing are told with whoever gives either, and with who holds them', () => {
    const [clash, ...others] = between(
      'The quake in Vell killed 140 people, Interior Minister Ada Rusk said.',
      'In Vell 140 people were killed by the quake.',
      'The quake in Vell killed 410 people.',
    );
    expect(others).toEqual([]);
    expect(clash).toMatchObject({ kind: 'quantity', importance: 'high' });
    expect(clash && valuesOf(clash)).toEqual(['140 people', '140 people', '410 people']);
    expect(clash?.readings.map(({ heldBy }) => heldBy !== null)).toEqual([true, false, false]);
  });

  it('of the dead, the hurt, the missing and those on board are left alone', () => {
    expect(
      told(
        'The tram crash in Vell killed 14 people and injured 31. Six people are missing.',
        'In the Vell tram crash 14 people died. There were 120 people on board the tram; 31 people were injured.',
      ),
    ).toEqual([]);
  });

  it('that went on are of low importance, and the note says so', () => {
    const [update] = between(
      'The death toll of the Vell flood rose to 22 on Friday.',
      'The Vell flood killed 17 people.',
    );
    expect(update?.importance).toBe('low');
    expect(update?.note).toContain('the count has changed');
  });
});

describe('one account', () => {
  it('that sets the numbers of two against each other is told, whoever agrees with either', () => {
    const [clash] = between(
      'Harn’s boats brought in 120 survivors. Osk crews picked up the other 91, harbour master Ada Lunde said. ' +
        'Osk’s foreign ministry said that Osk crews had rescued 164 people.',
      'Osk’s crews rescued 164 people, the foreign ministry in Osk said.',
    );
    expect(clash?.kind).toBe('quantity');
    expect(clash && valuesOf(clash)).toEqual(expect.arrayContaining(['91', '164 people']));
  });

  it('measures one thing where two give values in a unit of its own', () => {
    const text = (unit: string): string =>
      `The lake of Vell is poisoned. Tests showed up to 34 ${unit} of lead, the health office said. ` +
      `The dye works of Vell had measured no more than 26 ${unit}, its director Ines Prado said.`;
    expect(between(text('micrograms')).map(valuesOf)).toEqual([
      ['up to 34 micrograms of lead', 'no more than 26 micrograms'],
    ]);
    expect(between(text('pounds'))).toEqual([]);
  });
});

describe('two versions of one number', () => {
  it.each([
    [
      'a digit apart',
      'Harn Steel made a $103 billion offer for its rival Osk Iron.',
      'The board of Osk Iron rejected the original $105 billion approach.',
      ['$103 billion', '$105 billion'],
    ],
    [
      'a power of ten apart',
      'A court heard that Ada Lunde pocketed 150,000 euros to hush up the leak.',
      'It was said that Ada Lunde met the dealer and about 15 thousand euros were spoken of.',
      ['150,000 euros', 'about 15 thousand euros'],
    ],
  ])('%s', (_, one, other, values) => {
    expect(between(one, other).map(valuesOf)).toEqual([values]);
  });

  it('are none where one is the other rounded, or nobody is named in both', () => {
    expect(
      told(
        'The plan cuts $716 billion from Vell Care.',
        'Vell Care lost $700 billion to the plan, the paper wrote.',
      ),
    ).toEqual([]);
    expect(told('The bridge cost $103 billion.', 'A dam was bought for $105 billion.')).toEqual([]);
  });
});

describe('lengths of time', () => {
  it('of one event are told, whether a verb or a noun tells it', () => {
    expect(
      between(
        'Ada Lunde and Joris Maas had met for about an hour at the mill.',
        'The driver saw Joris Maas leave after a two-hour champagne meeting in a suite.',
        'Joris Maas had met the mayor for a few minutes, her office said.',
      ).map(valuesOf),
    ).toEqual([expect.arrayContaining(['about an hour', 'two-hour'])]);
  });

  it('of two events with one name are left alone', () => {
    expect(
      told(
        'The deal of the Harn senators has a two-year extension of tax cuts.',
        'Ada Lunde asked for a 13-month extension of the harbour works.',
      ),
    ).toEqual([]);
  });
});

describe('bare numbers', () => {
  it('stand against the count before them where the words say that it is another’s', () => {
    const [clash] = between(
      'Some 1,500 people marched through Vell, according to the police. The organisers spoke of 6,000.',
      'About 1,500 people marched through Vell on Sunday.',
    );
    expect(clash?.kind).toBe('quantity');
    expect(clash && valuesOf(clash)).toContain('6,000');
  });

  it('are left alone where they may count anything', () => {
    expect(
      told('Some 1,500 people marched through Vell. The tram took 40 minutes, and 12 of them fell asleep.'),
    ).toEqual([]);
  });
});

describe('days of one event that is told in other words', () => {
  it.each([
    [
      'a deadline',
      'Customers can take the filters back to any shop until 31 July and get their money back.',
      'The firm promised a refund to everybody who returns the filters to a shop by 30 June.',
      ['31 July', '30 June'],
    ],
    [
      'what goes on again',
      'The tribunal in Vell adjourned until May 14.',
      'The senate continues on 15. May.',
      ['May 14', '15. May'],
    ],
    [
      'what was still to come',
      'The Continental Board meets on Wednesday at the request of Harn.',
      'The Continental Board will hold an emergency session on Thursday.',
      ['Wednesday', 'Thursday'],
    ],
    [
      'two sides',
      'The bank of Vell had informed the data board on May 8, within the three days of the law.',
      'The data board received the report of the bank on 20 May.',
      ['May 8', '20 May'],
    ],
  ])('%s', (_, one, other, values) => {
    expect(between(one, other).map(valuesOf)).toEqual([values]);
  });

  it('are days of two where another does it', () => {
    expect(
      told(
        'The Continental Board meets on Wednesday at the request of Harn.',
        'The Harbour Union will hold an emergency session on Thursday.',
      ),
    ).toEqual([]);
  });
});

describe('days', () => {
  it('of one event that is told from its two sides cannot differ', () => {
    expect(
      told(
        'The bank had informed the supervisory board on May 8 of the leak.',
        'The supervisory board received the bank’s report on 20 May.',
      ),
    ).toEqual(['date medium']);
  });

  it('of two events of one verb do not clash', () => {
    expect(
      told(
        'Osk launched a satellite on Friday from the northern range.',
        'Vell launched a ferry line on Monday to the islands.',
      ),
    ).toEqual([]);
  });
});

describe('claims', () => {
  const ACCUSED =
    'Labour Minister Jon Ferrow accused the mining company Oltra of hiding the accident in the Vell pit.';

  it('that one makes and another denies are of high importance', () => {
    expect(told(`${ACCUSED} Oltra denied hiding the accident.`, ACCUSED)).toEqual(['polarity high']);
  });

  it('that nobody makes by name are of low importance', () => {
    expect(
      told(
        'Mayor Ines Dorn spoke in Vell on Monday. She also rejected reports that the council refused her request for a meeting, pinning the matter on a scheduling conflict.',
      ),
    ).toEqual(['polarity low']);
  });

  it('are not denied by who votes a thing down', () => {
    expect(
      told(
        'Mayor Ines Dorn proposed a bill that bans cars from the old town of Vell.',
        'The council of Vell rejected a bill that bans cars from the old town on Monday.',
      ),
    ).toEqual([]);
  });
});

describe('quotations', () => {
  it('that lost their “not” are of high importance', () => {
    expect(
      told(
        '“Our officers did not open the gate of the stadium,” police chief Marta Hohl said.',
        '“Our officers did open the gate of the stadium,” police chief Marta Hohl said.',
      ),
    ).toEqual(['wording high']);
  });

  it('that lost their condition say so', () => {
    const found = between(
      'The council’s head, Marta Hohl, said it would send divers if both towns asked for them.',
      'The council’s head, Marta Hohl, said it would send divers if both towns asked for them on Friday.',
      'The council will send divers, its head Marta Hohl said.',
    );
    expect(found.map(({ kind }) => kind)).toEqual(['scope']);
  });

  it('that say what was provided make no condition', () => {
    const found = between(
      '“In the war in Vell we are against arming both towns. We have not provided Vell with boats or trucks to use in the war against Osk,” the finance minister, Marta Hohl, said.',
      '“We have not supplied Vell with any boats or trucks for use in the war against Osk,” the finance minister, Marta Hohl, said.',
      '“We have recently exported trucks to Vell, but not during the war against Osk,” the finance minister, Marta Hohl, said.',
    );
    expect(found.map(({ kind }) => kind)).not.toContain('scope');
  });

  it('in other words of one meaning are of low importance', () => {
    const [wording] = between(
      '“We will certainly sell the harbour before the summer,” the finance minister, Marta Hohl, said.',
      '“We shall definitely sell the port before the summer,” the finance minister, Marta Hohl, said.',
    );
    expect(wording).toMatchObject({ kind: 'wording', importance: 'low' });
  });

  it('that one account cuts are no discrepancy', () => {
    expect(
      told(
        '“We will sell the harbour before the summer, and nobody will lose a job,” the finance minister, Marta Hohl, said.',
        '“We will sell the harbour before the summer,” the finance minister, Marta Hohl, said.',
      ),
    ).toEqual([]);
  });

  it('given to two people are told with both names', () => {
    const found = between(
      '“Nobody warned our crew of the ice on the northern track,” said driver Olga Brin.',
      '“Nobody warned our crew of the ice on the northern track,” said inspector Pavel Somm.',
    );
    expect(found.map(({ kind }) => kind)).toEqual(['speaker']);
    expect(found.flatMap(valuesOf).sort()).toEqual(['Olga Brin', 'Pavel Somm']);
  });
});

describe('of two things', () => {
  it('the dead of one event are not held against those of another that both accounts tell of', () => {
    const found = between(
      'The plane crash near Vell killed 17 people. A drone strike on the village of Marn killed nine people, Ada Rusk said.',
      'Nine people were killed in the drone strike on the village of Marn, the mayor said.',
    );
    expect(found.filter(({ kind }) => kind === 'quantity')).toEqual([]);
  });
});

describe('doubt', () => {
  it('that one account lost is told, since the words are given as the very same', () => {
    const [lost] = between(
      'Ada Rusk, the head of the mission, said: “We cannot exclude that the rocket was launched from the northern side of the river.”',
      'Ada Rusk, the head of the mission, said: “The rocket was launched from the northern side of the river.”',
    );
    expect(lost).toMatchObject({ kind: 'wording', importance: 'high' });
  });
});

describe('the age of whoever was named last', () => {
  it('is held against the age that another account gives', () => {
    const found = between(
      'Maria Holt told the court in Marn that she knew nothing. The 24-year-old was calm.',
      'In court stood Maria Holt, 26, who said that she knew nothing.',
    );
    expect(found.flatMap(valuesOf).sort()).toEqual(['24-year-old', '26']);
  });
});
