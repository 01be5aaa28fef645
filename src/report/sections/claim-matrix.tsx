import type { Claim } from '../../model/claim.ts';
import { anchorId } from '../anchors.ts';
import type { PageIndex } from '../page-index.ts';
import { ACCOUNTS, NOBODY, SIGNS, holderName, holderOf, positionId, stanceWords } from '../position-words.ts';
import { Name, count } from '../words.tsx';

/** A matrix wider than this cannot be taken in; the list below it holds everybody. */
const MOST_ACTORS = 12;

/** So is one longer than this: disputed claims come first. */
const MOST_ROWS = 100;

/** Claims against actors: a sign and a word in each cell, each a link to the position under its claim. */
export function ClaimMatrix({ index, claims }: { index: PageIndex; claims: readonly Claim[] }) {
  const holders = holdersOf(claims);
  const shown = holders.slice(0, MOST_ACTORS);
  return (
    <>
      <div class="scroll" tabindex={0} role="group" aria-label="Claims and who holds them">
        <table class="matrix">
          <thead>
            <tr>
              <th scope="col">Claim</th>
              {shown.map((holder) => (
                <th scope="col">
                  <Name text={holderName(index, holder)} />
                </th>
              ))}
              {holders.length > shown.length ? <th scope="col">others</th> : null}
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
              <MatrixRow index={index} claim={claim} holders={shown} others={holders.length > shown.length} />
            ))}
          </tbody>
        </table>
      </div>
      {claims.length > MOST_ROWS ? (
        <p class="quiet">The first {MOST_ROWS} claims are shown; all of them stand below.</p>
      ) : null}
      {holders.length > shown.length ? (
        <p class="quiet">
          The {shown.length} with the most positions are shown;{' '}
          {count(holders.length - shown.length, 'more', 'more')} stand under the claims below.
        </p>
      ) : null}
    </>
  );
}

function MatrixRow(props: { index: PageIndex; claim: Claim; holders: readonly string[]; others: boolean }) {
  const { index, claim, holders, others } = props;
  const elsewhere = claim.positions.filter((position) => !holders.includes(holderOf(position))).length;
  return (
    <tr>
      <th scope="row">
        <a href={`#${anchorId(claim.id)}`}>
          <Name text={claim.text} />
        </a>
      </th>
      {holders.map((holder) => {
        const held = claim.positions.filter((position) => holderOf(position) === holder);
        return (
          <td class={held.length > 1 ? 'both' : undefined}>
            {held.map((position) => (
              <a
                class={`stance ${position.stance}`}
                href={`#${positionId(claim, position)}`}
                aria-label={`${holderName(index, holder)} ${stanceWords(position)}`}
              >
                <span class="sign">{SIGNS[position.stance][0]}</span>
                <span class="word">{stanceWords(position)}</span>
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

/** Everybody who holds a position, those with the most first; the accounts themselves and the unnamed last. */
function holdersOf(claims: readonly Claim[]): string[] {
  const positions = new Map<string, number>();
  for (const claim of claims) {
    for (const position of claim.positions) {
      const holder = holderOf(position);
      positions.set(holder, (positions.get(holder) ?? 0) + 1);
    }
  }
  const isLast = (holder: string): number => Number(holder === ACCOUNTS) + 2 * Number(holder === NOBODY);
  return [...positions]
    .sort(([a, ofA], [b, ofB]) => isLast(a) - isLast(b) || ofB - ofA)
    .map(([holder]) => holder);
}
