import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Approximator, Quantity } from '../model/quantity.ts';
import { relateQuantities } from './relate-quantities.ts';

function quantity(
  value: number,
  { unit = null, low = value, high = value, approximator = 'exact' }: Partial<Quantity> = {},
): Quantity {
  return { span: [0, 1], value, low, high, approximator, unit, counted: null };
}
const about = (value: number, unit: string | null = null): Quantity =>
  quantity(value, { unit, low: value * 0.9, high: value * 1.1, approximator: 'about' });

describe('two numbers of one thing', () => {
  it('clash when they are exact and differ', () => {
    expect(relateQuantities(quantity(28), quantity(38))).toBe('clash');
    expect(relateQuantities(quantity(28), quantity(28))).toBe('compatible');
  });

  it('agree where a bound or an approximation allows it', () => {
    const more = quantity(200, { low: 200, high: Infinity, approximator: 'more-than' });
    expect(relateQuantities(more, quantity(211))).toBe('compatible');
    expect(relateQuantities(about(770), quantity(767))).toBe('compatible');
  });

  it('clash when two approximations only touch at their edges', () => {
    expect(relateQuantities(about(2000), about(2400))).toBe('clash');
  });

  it('are compared in one unit, with slack for rounding', () => {
    expect(relateQuantities(quantity(12, { unit: 'knot' }), about(22, 'kilometre per hour'))).toBe(
      'compatible',
    );
    expect(relateQuantities(quantity(12, { unit: 'knot' }), about(52, 'kilometre per hour'))).toBe('clash');
    expect(relateQuantities(quantity(8, { unit: 'mile' }), quantity(8, { unit: 'nautical mile' }))).toBe(
      'compatible',
    );
  });

  it('are not compared across dimensions', () => {
    expect(relateQuantities(quantity(12, { unit: 'knot' }), quantity(12, { unit: 'litre' }))).toBe('unlike');
    expect(relateQuantities(quantity(12, { unit: 'USD' }), quantity(12))).toBe('unlike');
  });

  it('are to each other what they are in whatever order', () => {
    const number = fc.record({
      value: fc.integer({ min: 1, max: 5000 }),
      unit: fc.constantFrom(null, 'person', 'knot', 'mile', 'nautical mile', 'kilometre', 'USD'),
      approximator: fc.constantFrom<Approximator>('exact', 'about', 'at-least'),
    });
    const make = ({
      value,
      unit,
      approximator,
    }: {
      value: number;
      unit: string | null;
      approximator: Approximator;
    }) =>
      approximator === 'about'
        ? about(value, unit)
        : quantity(value, { unit, approximator, high: approximator === 'exact' ? value : Infinity });
    fc.assert(
      fc.property(number, number, (a, b) => {
        // Conversion rounds once, so a factor and its inverse may differ at the very edge: whole numbers of one unit do not.
        fc.pre(a.unit === b.unit);
        expect(relateQuantities(make(a), make(b))).toBe(relateQuantities(make(b), make(a)));
        expect(relateQuantities(make(a), make(a))).toBe('compatible');
      }),
      { seed: 20_390 },
    );
  });
});
