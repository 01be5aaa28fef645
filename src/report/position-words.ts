import type { Claim, Position, Stance } from '../model/claim.ts';
import type { Evidence } from '../model/evidence.ts';
import { anchorId, type PageIndex } from './page-index.ts';

/** Signs say what the words beside them say, for the eye that runs down a column. */
export const SIGNS: Readonly<Record<Stance, readonly [sign: string, words: string]>> = {
  asserts: ['+', 'asserts'],
  denies: ['−', 'denies'],
  hedges: ['≈', 'hedges'],
  conditional: ['?', 'if'],
  demands: ['!', 'demands'],
  'demands-end': ['¡', 'demands end'],
};

/** The words that a position rests on: contents of attributions, then what a document says in its own voice. */
export function evidenceOf(index: PageIndex, position: Position): Evidence[] {
  return [
    ...position.attributions.flatMap((id) => index.attribution(id)?.content ?? []),
    ...(position.evidence ?? []),
  ];
}

/** An actor as the page calls him; `null` is a claim that nobody is named for. */
export function actorName(index: PageIndex, actor: string | null): string {
  return actor === null ? 'Nobody named' : index.speakerName(actor);
}

/** The anchor of a position under its claim. */
export function positionId(claim: Claim, position: Position): string {
  return anchorId(`${claim.id}.${claim.positions.indexOf(position)}`);
}
