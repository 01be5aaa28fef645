import type { Claim, Position, Stance } from '../model/claim.ts';
import type { Evidence } from '../model/evidence.ts';
import { anchorId } from './anchors.ts';
import type { PageIndex } from './page-index.ts';

/** Signs say what the words beside them say, for the eye that runs down a column. */
export const SIGNS: Readonly<Record<Stance, readonly [sign: string, words: string]>> = {
  asserts: ['+', 'asserts'],
  denies: ['−', 'denies'],
  hedges: ['≈', 'hedges'],
  conditional: ['?', 'if'],
  demands: ['!', 'demands'],
  'demands-end': ['¡', 'demands end'],
};

/** A position's stance in words: what is only taken for granted ("its deliveries of …") is not said. */
export function stanceWords({ stance, presupposed }: Position): string {
  return presupposed ? 'takes for granted' : SIGNS[stance][1];
}

/** The words that a position rests on: contents of attributions, then what a document says in its own voice. */
export function evidenceOf(index: PageIndex, position: Position): Evidence[] {
  return [
    ...position.attributions.flatMap((id) => index.attribution(id)?.content ?? []),
    ...(position.evidence ?? []),
  ];
}

/** The holder of what the accounts say in their own voice; it stands beside the entities. */
export const ACCOUNTS = '(accounts)';
/** The holder of words for which nobody is named. */
export const NOBODY = '(nobody)';

/** Who holds a position: the id of an entity, {@link ACCOUNTS} or {@link NOBODY}. */
export function holderOf({ actor, attributions }: Position): string {
  return actor ?? (attributions.length === 0 ? ACCOUNTS : NOBODY);
}

/** A holder as the page calls him. */
export function holderName(index: PageIndex, holder: string): string {
  if (holder === ACCOUNTS) return 'The accounts themselves';
  return holder === NOBODY ? 'Nobody named' : index.speakerName(holder);
}

/** The anchor of a position under its claim. */
export function positionId(claim: Claim, position: Position): string {
  return anchorId(`${claim.id}.${claim.positions.indexOf(position)}`);
}
