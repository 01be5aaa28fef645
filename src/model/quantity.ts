import type { Span } from './span.ts';

/** How exactly the words give a number. */
export type Approximator = 'exact' | 'about' | 'at-least' | 'at-most' | 'more-than' | 'less-than' | 'range';

/** A number of things, with what is counted. */
export interface Quantity {
  /** The number with its approximator and unit: `up to several hundred`, `$1.2bn`, `about 2,000`. */
  readonly span: Span;
  /** Lowest and highest value that the words allow; equal for an exact number; `Infinity` where it is open upwards. */
  readonly low: number;
  readonly high: number;
  /** The number that the words name, or `null` for "several hundred". */
  readonly value: number | null;
  readonly approximator: Approximator;
  /** `USD`, `kilometre`, `kilogram`, `percent`, `person` …; `null` for a bare count of things. */
  readonly unit: string | null;
  /** The words that name what is counted: `drones`, `kamikaze drones`. */
  readonly counted: Span | null;
}
