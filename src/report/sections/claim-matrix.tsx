import type { Claim } from '../../model/claim.ts';
import { anchorId, type PageIndex } from '../page-index.ts';
import { SIGNS, actorName, positionId } from '../position-words.ts';
import { Name, count } from '../words.tsx';

/** A matrix wider than this cannot be taken in; the list below it holds everybody. */
const MOST_ACTORS = 12;

/** So is one longer than this: disputed claims come first. */
const MOST_ROWS = 100;

/** Claims against actors: a sign and a word in each cell, each a link to the position under its claim. */
export function ClaimMatrix({ index, claims }: { index: PageIndex; claims: readonly Claim[] }) {
  const actors = actorsOf(claims);
  const shown = actors.slice(0, MOST_ACTORS);
  return (
    <>
      <div class="scroll" tabindex={0} role="group" aria-label="Claims and who holds them">
        <table class="matrix">
          <thead>
            <tr>
              <th scope="col">Claim</th>
              {shown.map((actor) => (
                <th scope="col">
                  <Name text={actorName(index, actor)} />
                </th>
              ))}
              {actors.length > shown.length ? <th scope="col">others</th> : null}
              <th scope="col" class="number">
                docs
              </th>
              <th scope="col" class="number">
                origins
              </th>
            </tr>
          </thead>
          <tbody>
            {claims.slice(0, MOST_ROWS).map((claim) => (
              <MatrixRow index={index} claim={claim} actors={shown} others={actors.length > shown.length} />
            ))}
          </tbody>
        </table>
      </div>
      {claims.length > MOST_ROWS ? (
        <p class="quiet">The first {MOST_ROWS} claims are shown; all of them stand below.</p>
      ) : null}
      {actors.length > shown.length ? (
        <p class="quiet">
          The {shown.length} with the most positions are shown;{' '}
          {count(actors.length - shown.length, 'more', 'more')} stand under the claims below.
        </p>
      ) : null}
    </>
  );
}

function MatrixRow(props: {
  index: PageIndex;
  claim: Claim;
  actors: readonly (string | null)[];
  others: boolean;
}) {
  const { index, claim, actors, others } = props;
  const elsewhere = claim.positions.filter((position) => !actors.includes(position.actor)).length;
  return (
    <tr>
      <th scope="row">
        <a href={`#${anchorId(claim.id)}`}>
          <Name text={claim.text} />
        </a>
      </th>
      {actors.map((actor) => {
        const held = claim.positions.filter((position) => position.actor === actor);
        return (
          <td class={held.length > 1 ? 'both' : undefined}>
            {held.map((position) => (
              <a
                class={`stance ${position.stance}`}
                href={`#${positionId(claim, position)}`}
                aria-label={`${actorName(index, actor)} ${SIGNS[position.stance][1]}`}
              >
                <span class="sign">{SIGNS[position.stance][0]}</span>
                <span class="word">{SIGNS[position.stance][1]}</span>
              </a>
            ))}
          </td>
        );
      })}
      {others ? (
        <td>
          {elsewhere > 0 ? <a href={`#${anchorId(claim.id)}`}>{count(elsewhere, 'position')}</a> : null}
        </td>
      ) : null}
      <td class="number">{claim.documents}</td>
      <td class="number">{claim.origins}</td>
    </tr>
  );
}

/** Everybody who holds a position, those with the most first; the narrators and the unnamed (`null`) last. */
function actorsOf(claims: readonly Claim[]): (string | null)[] {
  const positions = new Map<string | null, number>();
  for (const claim of claims) {
    for (const { actor } of claim.positions) positions.set(actor, (positions.get(actor) ?? 0) + 1);
  }
  return [...positions]
    .sort(([a, ofA], [b, ofB]) => Number(a === null) - Number(b === null) || ofB - ofA)
    .map(([actor]) => actor);
}
