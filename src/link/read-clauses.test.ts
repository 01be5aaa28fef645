import { expect, test } from 'vitest';
import { readClauses } from './read-clauses.ts';
import { stretchOf } from '../../test/said.ts';

/** The clauses of a text as `link: verb`, with `of` the verb that governs it. */
function clauses(text: string): string[] {
  const stretch = stretchOf(text);
  const read = readClauses(stretch);
  const verb = (k: number): string => stretch.word(read[k]?.group.verb ?? -1);
  return read.map(
    ({ link, governor }, k) => `${link}: ${verb(k)}${governor < 0 ? '' : ` of ${verb(governor)}`}`,
  );
}

test.each<[string, string[]]>([
  ['The mill has closed and the owner did not answer.', ['main: closed', 'main: answer']],
  [
    'Norland will act if it becomes clear that the mill has leaked.',
    ['main: act', 'condition: becomes', 'condition: leaked of becomes'],
  ],
  ['He believes that the mill has leaked.', ['main: believes', 'reported: leaked of believes']],
  ['The boats used in the raid were sold by Norland.', ['presupposed: used of sold', 'main: sold']],
  ['Norland of supplying boats to the rebels', ['main: supplying']],
  ['stop sending boats to the rebels', ['main: stop', 'governed: sending of stop']],
  ['Norland sent boats to help the rebels.', ['main: sent', 'aim: help of sent']],
  ['The claim of Norland sending boats is false.', ['reported: sending of is', 'main: is']],
  [
    'We trade with them, but sending boats is not our policy.',
    ['main: trade', 'aim: sending of is', 'main: is'],
  ],
  ['its crews working on the river to leave the valley', ['presupposed: working of leave', 'main: leave']],
  ['officers had used tear gas', ['main: used']],
  ['nobody was told and that the work would go on', ['main: told', 'main: go']],
  ['A boat packed with miners and clerks sank.', ['presupposed: packed of sank', 'main: sank']],
  ['The boat, having lost its rudder, hit the pier.', ['presupposed: lost of hit', 'main: hit']],
  ['The boat, which had lost its rudder, hit the pier.', ['presupposed: lost of hit', 'main: hit']],
  ['He never met the woman accused of theft.', ['main: met', 'presupposed: accused of met']],
  ['He said that detained sailors have been refused a doctor.', ['main: said', 'reported: refused of said']],
  ['Four patients had round scars.', ['main: had']],
  ['The ferry 12 carried rifles.', ['main: carried']],
  ['the firm to publish every letter it has', ['main: publish', 'presupposed: has of publish']],
  ['On 3 May a boat sank.', ['main: sank']],
  ['It was the miners who struck.', ['reported: was', 'main: struck']],
  ['It is true that the mill closed.', ['reported: is', 'main: closed']],
  ['They saw two guards beating a boy.', ['reported: saw', 'main: beating']],
  ['whoever drinks it falls ill', ['presupposed: drinks of falls', 'main: falls']],
  ['he was ready for talks on reports that the mill had leaked', ['main: was', 'reported: leaked of was']],
])('%s', (text, expected) => {
  expect(clauses(text)).toEqual(expected);
});

test.each([
  '',
  '.',
  'to to to to',
  'that that that',
  'not not',
  'if if if if if',
  '“ „ ‚ ( [',
  'is is is is of of of',
])('nonsense breaks nothing: %j', (text) => {
  for (const { first, end, group } of readClauses(stretchOf(text))) {
    expect(first).toBeLessThanOrEqual(group.first);
    expect(end).toBeGreaterThanOrEqual(group.end);
  }
});
