import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge, statementsOf } from '../../test/two-accounts.ts';
import { compareStatements } from './judge-clash.ts';

describe('two values clash', () => {
  it.each([
    [
      'The tram hit the wall at [V:28 knots], without a light.',
      'The tram hit the wall at [V:38 knots], without a light.',
    ],
    [
      'Harn said it had ordered [V:2,000 tents] from Osk.',
      'Harn said it had ordered an estimated [V:2,400 tents].',
    ],
    [
      'About [V:48,000 water filters] are being recalled.',
      'The maker is calling back [V:84,000 water filters].',
    ],
    [
      'Odile Marr has led the Union party since [V:2002].',
      'Odile Marr has led the Union party since [V:2003].',
    ],
    ['The order takes effect on [V:Friday].', 'The order will take effect on [V:Saturday].'],
    [
      'The index of Osk’s factories climbed in [V:March] for the third time, led by orders for trams.',
      'The index of Osk’s factories climbed in [V:May] for the third time, led by orders for trams.',
    ],
    ['The coach, Ines Dorn, [V:54], resigned.', 'The coach Ines Dorn, [V:58], resigned.'],
    [
      'Rescuers saved 21 of the [V:40 miners] in the shaft.',
      'Rescuers saved all [V:46 miners] in the shaft.',
    ],
  ])('%s | %s', (one, other) => {
    const { told, score } = judge(one, other);
    expect(told).toBe('clash');
    expect(score).toBeGreaterThan(0.3);
  });
});

describe('two values are of two things', () => {
  it.each([
    ['dead and hurt', 'The fire killed [V:14 people].', 'The fire injured [V:40 people].'],
    ['part and whole', 'Rebels freed [V:21] of the 276 pupils.', 'Rebels freed 21 of the [V:276 pupils].'],
    [
      'on top of others',
      '[V:143 million people] were affected.',
      'Another [V:2.5 million people] were affected.',
    ],
    ['parts that add up', 'It lists [V:212 passengers] and 19 crew.', 'There were [V:231 people] on board.'],
    ['another year', 'A fire killed [V:four people] in 1998.', 'The fire on Tuesday killed [V:14 people].'],
    ['another kind', 'The firm sold [V:300 buses].', 'The firm sold [V:40 trams].'],
    [
      'a plan',
      'The army fired [V:three rockets] into the bay.',
      'The army threatened to fire [V:four rockets] into the bay.',
    ],
    [
      'two ends of one stretch',
      'Data leaked between [V:May] and July.',
      'Data leaked between May and [V:July].',
    ],
    [
      'until and since',
      'The bridge is closed until [V:Monday].',
      'The bridge has been closed since [V:Friday].',
    ],
    [
      'the day of saying',
      'The vote was held on [V:Friday].',
      'The vote was held on Friday, the mayor said on Monday, and recounted on [V:Tuesday].',
    ],
  ])('%s', (_, one, other) => {
    expect(judge(one, other).told).toBe('two things');
  });
});

describe('values that can both be right', () => {
  it('agree where one is rounded or in another unit', () => {
    expect(
      judge('The cutter made [V:12 knots].', 'The cutter made about [V:22 kilometres per hour].').told,
    ).toBe('agree');
    expect(
      judge('Some [V:200 people] were killed in the quake.', '[V:211 people] were killed in the quake.').told,
    ).toBe('agree');
  });

  it('are a count that went on where one is a bound', () => {
    expect(
      judge(
        'The blast killed at least [V:two people] in Harn.',
        'The blast in Harn killed at least [V:six people].',
      ).told,
    ).toBe('bound');
  });
});

it('judges a pair alike in whatever order', () => {
  const notations = [
    'The fire killed [V:14 people] in Harn on Tuesday.',
    'At least [V:11 people] died in the Harn fire.',
    'Harn: [V:20 people] dead or missing after fire.',
    'In Harn [V:40 people] were injured.',
    'The fire in Harn broke out on [V:Tuesday].',
    'Mayor Olga Brin, [V:51], spoke in Harn.',
  ];
  const statements = statementsOf(...notations);
  const any = fc.constantFrom(...statements);
  fc.assert(
    fc.property(any, any, (a, b) => {
      const [there, back] = [compareStatements(a, b), compareStatements(b, a)];
      expect(there?.relation).toBe(back?.relation);
      expect(there?.doubt).toBe(back?.doubt);
      expect(there?.features.map((one) => one.toFixed(6))).toEqual(
        back?.features.map((one) => one.toFixed(6)),
      );
    }),
    { seed: 9, numRuns: 60 },
  );
});
