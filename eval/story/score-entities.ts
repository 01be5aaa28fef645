import type { Dossier } from '../../src/model/dossier.ts';
import type { StoryGold } from './gold.ts';
import type { AttributionMatch } from './score-attributions.ts';

/** Letters and digits alone, lower-case, without marks: how names are compared. */
function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const isName = (name: string): boolean => /\p{Lu}/u.test(name);

export interface EntityScores {
  /** Share of the found attributions whose speaker is the gold's, and how many there are. */
  readonly speaker: number;
  readonly speakers: number;
  /** Share of the pairs of one entity's names that stand in one entity of the dossier, and how many pairs there are. */
  readonly aliases: number;
  readonly aliasPairs: number;
  /** Entities of the dossier that hold names of several gold entities. */
  readonly falseMerges: number;
}

export function scoreEntities(gold: StoryGold, dossier: Dossier, match: AttributionMatch): EntityScores {
  const owner = new Map<string, string | null>();
  for (const entity of gold.entities) {
    for (const alias of [entity.name, ...(entity.aliases_in_text ?? [])].filter(isName)) {
      const key = nameKey(alias);
      owner.set(key, owner.has(key) && owner.get(key) !== entity.id ? null : entity.id);
    }
  }
  const goldOf = new Map(
    dossier.entities.map((entity) => [entity.id, vote([entity.name, ...entity.aliases], owner)]),
  );
  const speakers = match.found.filter((wanted) => wanted.speaker);
  const right = speakers.filter(
    (wanted) => goldOf.get(match.pairOf.get(wanted.id)?.speaker ?? '') === wanted.speaker,
  );

  const holders = new Map<string, Set<string>>();
  for (const entity of dossier.entities) {
    for (const key of [entity.name, ...entity.aliases].map(nameKey)) {
      const set = holders.get(key) ?? new Set();
      holders.set(key, set.add(entity.id));
    }
  }
  let aliasPairs = 0;
  let together = 0;
  for (const entity of gold.entities) {
    const names = [entity.name, ...(entity.aliases_in_text ?? [])].filter(isName).map(nameKey);
    const keys = [...new Set(names)].filter((key) => owner.get(key) === entity.id && holders.has(key));
    keys.forEach((a, index) => {
      for (const b of keys.slice(index + 1)) {
        aliasPairs++;
        const withB = holders.get(b);
        if ([...(holders.get(a) ?? [])].some((id) => withB?.has(id))) together++;
      }
    });
  }
  const falseMerges = dossier.entities.filter((entity) => {
    const owners = [entity.name, ...entity.aliases].map((alias) => owner.get(nameKey(alias))).filter(Boolean);
    return new Set(owners).size > 1;
  }).length;
  return {
    speaker: right.length / Math.max(1, speakers.length),
    speakers: speakers.length,
    aliases: together / Math.max(1, aliasPairs),
    aliasPairs,
    falseMerges,
  };
}

/** The gold entity that most of the names belong to. */
function vote(names: readonly string[], owner: ReadonlyMap<string, string | null>): string | null {
  const votes = new Map<string, number>();
  for (const name of names) {
    const id = owner.get(nameKey(name));
    if (id) votes.set(id, (votes.get(id) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
