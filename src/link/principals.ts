import type { Entity } from '../model/entity.ts';
import { Demonyms } from './demonym.ts';

/** Links in the chain from a spokesman to his state that are followed at most. */
const MOST_STEPS = 3;

/**
 * Whose matter it is what an entity does: what a minister sends his state sends, and a capital is its state. Two accounts
 * that say "Tehran", "Iranian officials" and "we" of one state name one agent.
 */
export class Principals {
  readonly demonyms: Demonyms;
  readonly #byId: ReadonlyMap<string, Entity>;
  readonly #stateOf = new Map<string, string>();

  constructor(entities: readonly Entity[]) {
    this.demonyms = new Demonyms(entities);
    this.#byId = new Map(entities.map((entity) => [entity.id, entity]));
    const states = new Map<string, string>();
    for (const { id, kind, aliases } of entities)
      if (kind === 'government') for (const alias of aliases) states.set(alias, id);
    for (const { id, kind, name } of entities) {
      const state = states.get(name);
      if (kind === 'place' && state !== undefined) this.#stateOf.set(id, state);
    }
  }

  /** The state or body that an entity stands for; itself where it stands for none. */
  of(id: string): string {
    let at = id;
    for (let step = 0; step < MOST_STEPS; step++) {
      const next = this.#byId.get(at)?.speaksFor ?? this.#stateOf.get(at);
      if (next === undefined) break;
      at = next;
    }
    return at;
  }

  /** Whether two entities that are not one exclude each other: "Western states" and the US do not. */
  isDefinite(id: string): boolean {
    const entity = this.#byId.get(id);
    return entity !== undefined && entity.kind !== 'group' && /^\p{Lu}/u.test(entity.name);
  }
}
