import type { Claim, Position } from '../../model/claim.ts';
import type { Evidence } from '../../model/evidence.ts';
import { anchorId } from '../anchors.ts';
import type { PageIndex } from '../page-index.ts';
import { SIGNS, evidenceOf, holderName, holderOf, positionId, stanceWords } from '../position-words.ts';
import { Heading, Section } from '../section.tsx';
import { isDisputed } from '../summary-figures.ts';
import { Empty, Name, Quoted, Witness, Words, count } from '../words.tsx';
import { ClaimMatrix } from './claim-matrix.tsx';

/** Positions whose evidence is shown at once. */
const SHOWN = 6;

/** Who holds what: claims against actors, then each claim with its evidence. */
export function Claims({ index }: { index: PageIndex }) {
  const claims = [...index.dossier.claims].sort(
    (a, b) =>
      Number(isDisputed(b)) - Number(isDisputed(a)) || b.documents - a.documents || b.origins - a.origins,
  );
  const shared = claims.filter((claim) => !isSingle(claim));
  const single = claims.filter(isSingle);
  return (
    <Section index={index} name="claims" title="Who holds what">
      {claims.length === 0 ? (
        <Empty
          looked={!index.missing('claims')}
          found="No proposition was found on which the documents report positions."
          missing="Nothing looked for claims in this version."
        />
      ) : (
        <>
          {shared.length > 0 ? <ClaimMatrix index={index} claims={shared} /> : null}
          {shared.map((claim) => (
            <ClaimCard index={index} claim={claim} />
          ))}
          {single.length > 0 ? (
            <details class="more">
              <summary>{count(single.length, 'claim')} on which one actor alone has a position</summary>
              <ul class="single-claims">
                {single.map((claim) => (
                  <SingleClaim index={index} claim={claim} />
                ))}
              </ul>
            </details>
          ) : null}
        </>
      )}
    </Section>
  );
}

/** What one actor alone holds: nothing stands against it or beside it. */
function isSingle(claim: Claim): boolean {
  return claim.positions.length <= 1;
}

function SingleClaim({ index, claim }: { index: PageIndex; claim: Claim }) {
  const [position] = claim.positions;
  const evidence = position ? evidenceOf(index, position) : [];
  return (
    <li
      class="row"
      id={anchorId(claim.id)}
      data-s={index.speakerNumber(position?.actor ?? null)}
      data-d={evidence.map((each) => index.document(each.document)?.number).join(' ')}
      data-k={position?.stance}
    >
      <Quoted index={index} text={claim.text} evidence={evidence} />{' '}
      <span class="about">
        {position ? (
          <>
            <b>
              <Name text={holderName(index, holderOf(position))} />
            </b>{' '}
            {stanceWords(position)}{' '}
          </>
        ) : null}
        <Witnesses index={index} evidence={evidence} />
      </span>
    </li>
  );
}

/** Documents named on a line before the rest are given by their letters alone. */
const NAMED = 2;

function Witnesses({ index, evidence }: { index: PageIndex; evidence: readonly Evidence[] }) {
  return (
    <>
      {evidence.slice(0, NAMED).map((each) => (
        <>
          <Witness index={index} id={each.document} evidence={each} />{' '}
        </>
      ))}
      {evidence.slice(NAMED).map((each) => (
        <>
          <a class="to-text" href={index.href(each)}>
            {index.document(each.document)?.siglum}
          </a>{' '}
        </>
      ))}
    </>
  );
}

function ClaimCard({ index, claim }: { index: PageIndex; claim: Claim }) {
  const attributions = claim.positions.flatMap((position) =>
    position.attributions.flatMap((id) => index.attribution(id) ?? []),
  );
  const documents = new Set(
    [
      ...attributions.map((attribution) => attribution.document),
      ...claim.positions.flatMap((position) =>
        (position.evidence ?? []).map((evidence) => evidence.document),
      ),
    ].map((id) => index.document(id)?.number),
  );
  const speakers = new Set(claim.positions.map((position) => index.speakerNumber(position.actor)));
  return (
    <article
      class="card row"
      id={anchorId(claim.id)}
      data-s={[...speakers].join(' ')}
      data-d={[...documents].join(' ')}
      data-k={[...new Set(claim.positions.map((position) => position.stance))].join(' ')}
    >
      <header>
        <p class="tags">
          {isDisputed(claim) ? <span class="disputed">disputed</span> : <span>not disputed here</span>}{' '}
          <span>
            {count(claim.documents, 'document')}, {count(claim.origins, 'origin')}
          </span>
        </p>
        <Heading index={index} level={3}>
          <Quoted
            index={index}
            text={claim.text}
            evidence={claim.positions.flatMap((position) => evidenceOf(index, position))}
          />
        </Heading>
      </header>
      <ul class="positions">
        {claim.positions.map((position) => (
          <PositionRow index={index} claim={claim} position={position} />
        ))}
      </ul>
    </article>
  );
}

function PositionRow({ index, claim, position }: { index: PageIndex; claim: Claim; position: Position }) {
  const evidence = evidenceOf(index, position);
  const [sign] = SIGNS[position.stance];
  const words = stanceWords(position);
  if (index.large && position.attributions.length > 0) {
    return (
      <li id={positionId(claim, position)}>
        <b>
          <Name text={holderName(index, holderOf(position))} />
        </b>{' '}
        <span class={`stance ${position.stance}`}>
          {sign} {words}
        </span>{' '}
        <Witnesses index={index} evidence={evidence} />
      </li>
    );
  }
  const rows = byWording(evidence).map((same) => <PositionEvidence index={index} evidence={same} />);
  return (
    <li id={positionId(claim, position)}>
      <p class="holder">
        <b>
          <Name text={holderName(index, holderOf(position))} />
        </b>{' '}
        <span class={`stance ${position.stance}`}>
          <span class="sign" aria-hidden="true">
            {sign}
          </span>
          <span class="word">{words}</span>
        </span>
      </p>
      <ul>{rows.slice(0, SHOWN)}</ul>
      {rows.length > SHOWN ? (
        <details class="more">
          <summary>{count(rows.length - SHOWN, 'more wording')}</summary>
          <ul>{rows.slice(SHOWN)}</ul>
        </details>
      ) : null}
    </li>
  );
}

/** One wording, with every document that has it. */
function PositionEvidence({ index, evidence }: { index: PageIndex; evidence: readonly Evidence[] }) {
  return (
    <li>
      <Words text={evidence[0]?.text ?? ''} />{' '}
      <span class="about">
        <Witnesses index={index} evidence={evidence} />
      </span>
    </li>
  );
}

/** The same words in several documents are shown once. */
function byWording(evidence: readonly Evidence[]): Evidence[][] {
  const groups = new Map<string, Evidence[]>();
  for (const each of evidence) {
    const group = groups.get(each.text);
    if (group) group.push(each);
    else groups.set(each.text, [each]);
  }
  return [...groups.values()];
}
