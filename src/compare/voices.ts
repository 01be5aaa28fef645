import { voicesBehind, type Entity } from '../model/entity.ts';

/** "Two Western officials" and "Western officials" are one source, as far as a reader can tell. */
const COUNTED = /^(?:an?|the|one|two|three|four|five|six|several|some|many|\d+)\s+(?=\p{L}+\s+\p{L})/iu;

/** Who is behind whom: the spokesman's words are his ministry's. */
export class Voices {
  readonly #entities: ReadonlyMap<string, Entity>;

  constructor(entities: ReadonlyMap<string, Entity>) {
    this.#entities = entities;
  }

  /** Whether two speakers are one, or one speaks for the other; two ministers of one state are two. */
  areOne(a: string, b: string): boolean {
    if (a === b) return true;
    if (this.behind(a).includes(b) || this.behind(b).includes(a)) return true;
    const [one, other] = [this.#unnamed(a), this.#unnamed(b)];
    return one !== undefined && one === other;
  }

  /** In whose name somebody speaks, the nearest first. */
  behind(id: string): string[] {
    return voicesBehind(id, this.#entities);
  }

  /** The words for a source without a name, without how many they are. */
  #unnamed(id: string): string | undefined {
    const entity = this.#entities.get(id);
    if (!entity || entity.kind !== 'group') return undefined;
    const words = entity.name.replace(COUNTED, '').toLowerCase();
    return words.includes(' ') ? words : undefined;
  }
}
