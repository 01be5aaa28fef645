import type { DraftEntity } from './entity-table.ts';
import type { Nominal } from './find-nominals.ts';
import type { ReadingState } from './reading-state.ts';
import { tokenAt } from './source-head.ts';
import { UPOS } from '../model/language-layer.ts';

const VERB = UPOS.indexOf('VERB');
/** Mentions that may stand between the issuer and "a statement". */
const MENTIONS_BACK = 8;

/** Says through which texts who speaks. */
export class TextIssuers {
  readonly #state: ReadingState;
  /** Who last put out a text of each kind: "statement" → the ministry. */
  readonly #issuers = new Map<string, DraftEntity>();

  constructor(state: ReadingState) {
    this.#state = state;
  }

  /** "The statement said": whoever put the statement out speaks. */
  resolve(nominal: Nominal, isSource: boolean): DraftEntity | undefined {
    if (!isSource) {
      const issuer = this.#issuerBefore(nominal);
      if (issuer) this.#issuers.set(nominal.lemma, issuer);
      return undefined;
    }
    if (nominal.possessive >= 0) {
      const owner = this.#state.pronouns.antecedent(nominal.possessive);
      if (owner) return owner;
    }
    const owner = this.#ownerInside(nominal);
    if (owner) return owner;
    const takesUp = nominal.definite === 'definite' && nominal.first < nominal.head && !nominal.plural;
    return takesUp ? this.#issuers.get(nominal.lemma) : undefined;
  }

  /** "The union's letter", "tests by the institute": the name or body that owns the text. */
  #ownerInside(nominal: Nominal): DraftEntity | undefined {
    const { layer } = this.#state;
    const { tokens } = layer;
    for (let token = nominal.head - 1; token > nominal.first; token--)
      if (/^['’]s?$/.test(tokens.word[token] ?? '')) return this.#state.entityAt(token - 1);
    return undefined;
  }

  /** Who "issued a statement" or "said in a statement": the source, else the first name or body of the sentence. */
  #issuerBefore(nominal: Nominal): DraftEntity | undefined {
    const { layer, mentions, table } = this.#state;
    const { tokens } = layer;
    const sentence = tokens.sentence[nominal.head];
    let other: DraftEntity | undefined;
    for (const { span, entity, form } of mentions.slice(-MENTIONS_BACK).reverse()) {
      if (form === 'pronoun') continue;
      const token = tokenAt(layer, span[0]);
      const draft = table.entities[entity];
      if (
        tokens.sentence[token] !== sentence ||
        tokens.quoted[token] !== 0 ||
        !draft ||
        draft.kind === 'place'
      )
        continue;
      const end = tokenAt(layer, span[1] - 1) + 1;
      if (this.#state.isSource(token, end) || tokens.upos[end] === VERB) return draft;
      other = draft;
    }
    return other;
  }
}
