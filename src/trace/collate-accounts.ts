import { kinship } from '../learn/align-terms.ts';
import type { Term } from '../learn/term.ts';

/** What one document reports, word by word. */
export interface Account {
  readonly document: string;
  readonly terms: readonly Term[];
}

/** A word in its place, in one account. */
export interface Witness {
  readonly document: string;
  readonly term: Term;
}

/** Two groups of accounts that have different words in one place. */
export interface Variant {
  /** Those with the word that is less widespread, or as widespread and rarer. */
  readonly shared: readonly Witness[];
  readonly others: readonly Witness[];
  /** What the word of the first says by its rarity, 0–1. */
  readonly weight: number;
}

/** What is known of the documents beyond the accounts that are collated. */
export interface Tradition {
  /** How many independent beginnings some documents go back to. */
  readonly originsOf: (documents: readonly string[]) => number;
  /** Whether a document has a term's word anywhere. */
  readonly uses: (document: string, key: string) => boolean;
}

/** Beginnings on which each side of a variant has to rest: one alone has no word in common with anybody. */
export const LEAST_ORIGINS = 2;
/** Kinship from which two words are two ways to say one thing, which reporters choose without knowing of each other. */
const SAME_THING = 0.4;
/** Tokens between a word and the one beside it: an article and a preposition. */
const REACH = 3;
/** Weight from which a word in common is telling: beyond the 1,000 most frequent. */
const TELLING = 0.53;

/**
 * Finds the places in which several accounts have one word and several others another, between the same neighbours.
 *
 * The two words are not kin, no document of either group uses the other's word anywhere, and no beginning is on both sides.
 */
export function collateAccounts(accounts: readonly Account[], tradition: Tradition): Variant[] {
  const places = new Map<string, Map<string, Witness[]>>();
  for (const { document, terms } of accounts) {
    terms.forEach((term, i) => {
      for (const frame of framesOf(terms, i)) {
        const readings = places.get(frame) ?? new Map<string, Witness[]>();
        places.set(frame, readings);
        const witnesses = readings.get(term.key);
        if (witnesses) witnesses.push({ document, term });
        else readings.set(term.key, [{ document, term }]);
      }
    });
  }
  const found = new Map<string, Variant>();
  for (const readings of places.values()) {
    const variant = readings.size > 1 ? variantOf([...readings.values()], tradition) : null;
    if (variant) found.set(`${keyOf(variant.shared)} ${keyOf(variant.others)}`, variant);
  }
  return [...found.values()];
}

/** What stands beside a word: its neighbours on both sides, or the adjective that a noun has. */
function framesOf(terms: readonly Term[], i: number): string[] {
  const term = terms[i];
  if (!term || !/^(?:noun|verb|modifier)$/.test(term.kind)) return [];
  const before = terms[i - 1];
  const after = terms[i + 1];
  const frames: string[] = [];
  if (before && after && isNear(before, term, REACH) && isNear(term, after, REACH))
    frames.push(`${term.kind} ${before.key} _ ${after.key}`);
  if (before?.kind === 'modifier' && term.kind === 'noun' && isNear(before, term, 0))
    frames.push(`noun ${before.key} _`);
  return frames;
}

function isNear(a: Term, b: Term, reach: number): boolean {
  const gap = b.token - a.endToken;
  return gap >= 0 && gap <= reach;
}

function variantOf(
  readings: readonly (readonly Witness[])[],
  { originsOf, uses }: Tradition,
): Variant | null {
  const groups = readings
    .map((witnesses) => ({
      witnesses,
      origins: originsOf(documentsOf(witnesses)),
      weight: weightOf(witnesses),
    }))
    .filter(({ origins }) => origins >= LEAST_ORIGINS)
    .sort(
      (x, y) =>
        y.origins - x.origins || x.weight - y.weight || (keyOf(x.witnesses) < keyOf(y.witnesses) ? -1 : 1),
    );
  const [usual, ...others] = groups;
  for (const group of others) {
    const [first, second] = [group.witnesses[0]?.term, usual?.witnesses[0]?.term];
    if (!usual || !first || !second || group.weight < TELLING) continue;
    const isPeculiar = group.origins < usual.origins || group.weight > usual.weight;
    const isApart =
      originsOf(documentsOf([...group.witnesses, ...usual.witnesses])) === group.origins + usual.origins &&
      !documentsOf(group.witnesses).some((id) => uses(id, second.key)) &&
      !documentsOf(usual.witnesses).some((id) => uses(id, first.key));
    if (isPeculiar && isApart && kinship(first, second) < SAME_THING)
      return { shared: group.witnesses, others: usual.witnesses, weight: group.weight };
  }
  return null;
}

const documentsOf = (witnesses: readonly Witness[]): string[] => witnesses.map(({ document }) => document);
const weightOf = (witnesses: readonly Witness[]): number => witnesses[0]?.term.weight ?? 0;
const keyOf = (witnesses: readonly Witness[]): string => witnesses[0]?.term.key ?? '';
