import { describe, expect, it } from 'vitest';
import { statementsOf } from '../../test/two-accounts.ts';
import { relateRoles } from './role.ts';

const outcomesOf = (notation: string): readonly string[] => statementsOf(notation)[0]?.role.outcomes ?? [];
const relation = (one: string, other: string): string | undefined => {
  const [a, b] = statementsOf(one, other);
  return a && b && relateRoles(a.role, b.role);
};

describe('what became of those who are counted', () => {
  it.each([
    ['The blaze in the Harn mill killed [V:14 people] overnight.', ['dead']],
    ['The death toll of the Harn blaze rose to [V:14] on Monday.', ['dead']],
    ['The quake left [V:32 villagers] dead.', ['dead']],
    ['[V:Fourteen bodies] have been recovered from the mill.', ['dead']],
    ['The tram crash killed two people and wounded [V:31 others].', ['hurt']],
    ['[V:Forty people] have been taken to hospital.', ['hurt']],
    ['[V:Six hikers] are still missing.', ['missing']],
    ['The storm left [V:20 people] dead or missing.', ['dead', 'missing']],
    ['[V:Twelve pupils] abducted two years ago in Ombe have been freed.', ['freed']],
    ['The barge had [V:231 people] on board when it struck the pier.', ['aboard']],
    ['The firm sold [V:300 buses] in May.', []],
  ])('%s', (notation, outcomes) => {
    expect(outcomesOf(notation)).toEqual(outcomes);
  });

  it('is not what became of a part of them', () => {
    expect(outcomesOf('Rebels released 12 of the [V:80 pupils] abducted in Ombe.')).toEqual(['abducted']);
    expect(outcomesOf('Rescuers saved [V:12] of the 80 miners trapped in the pit.')).toEqual(['saved']);
  });
});

describe('two roles', () => {
  it('are the same where the words are of one class', () => {
    expect(relation('The fire killed [V:14 people].', '[V:14 people] died in the fire.')).toBe('same');
    expect(relation('The mayor ordered [V:20 buses].', 'The city bought [V:24 buses].')).toBe('same');
    expect(
      relation('The firm is calling back [V:9,000 kettles].', '[V:9,000 kettles] are being recalled.'),
    ).toBe('same');
  });

  it('are others where one is dead and one is hurt, or one has and one may', () => {
    expect(relation('The fire killed [V:14 people].', 'The fire injured [V:14 people].')).toBe('other');
    expect(relation('The army fired [V:3 rockets].', 'The army threatened to fire [V:4 rockets].')).toBe(
      'other',
    );
    expect(relation('The party lost [V:60 seats].', 'The party won [V:six seats].')).toBe('other');
  });
});
