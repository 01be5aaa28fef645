import type { Evidence } from './evidence.ts';

/** What is done with a proposition: said, denied, held possible, made to depend on something, asked for, asked to be ended. */
export type Stance = 'asserts' | 'denies' | 'hedges' | 'conditional' | 'demands' | 'demands-end';
/** Every stance. */
export const STANCES: readonly Stance[] = [
  'asserts',
  'denies',
  'hedges',
  'conditional',
  'demands',
  'demands-end',
];

/** What one actor's contents do with a claim. */
export interface Position {
  /** `null` when the sources leave it open. */
  readonly actor: string | null;
  readonly stance: Stance;
  readonly attributions: readonly string[];
  /** True where the contents only take it for granted ("its deliveries of …") and do not say it; absent otherwise. */
  readonly presupposed?: true;
  /** Words of the narrator, where no attribution carries the position. */
  readonly evidence?: readonly Evidence[];
}

/** One proposition that contents in the story assert, deny, hedge or demand. */
export interface Claim {
  readonly id: string;
  /** Affirmative, unless more state that it is not so than that it is; made of words that stand in the documents. */
  readonly text: string;
  readonly positions: readonly Position[];
  /** Documents that carry it, and the independent beginnings among them. */
  readonly documents: number;
  readonly origins: number;
}
