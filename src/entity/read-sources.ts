import type { DraftEntity } from './entity-table.ts';
import { isOneWho } from './find-nominals.ts';
import { roleNounKind } from './lexicon/roles.ts';
import type { ReadingState } from './reading-state.ts';
import type { DescriptionResolver } from './resolve-descriptions.ts';
import type { SourceTokens } from './source-head.ts';

/** Pronouns whose antecedent was not found stay open: no entity is made of them. */
const OPEN_PRONOUNS = new Set(
  'he she they it i we you who which that this these those one him her them us me his their its my our what'.split(
    ' ',
  ),
);

/** "His country" is no speaker unless the text shows which country that is. */
const NATIONS = new Set(['country', 'nation']);

/** Gives every source that nothing stands for yet an entity of its own. */
export function readSources(state: ReadingState, descriptions: DescriptionResolver): void {
  state.sources.forEach((source, index) => {
    if (!source) return;
    const known = source.coordinated ? undefined : state.entityAt(source.head);
    if (known && !known.named) nameFully(state, source, known);
    if (known && known.kind !== 'group') return;
    const word = state.lower(source.head);
    if (OPEN_PRONOUNS.has(word) || (NATIONS.has(word) && !source.coordinated)) return;
    const owner =
      ownerAfter(state, source) ??
      governmentOf(state, source) ??
      ownerOfWords(state, source) ??
      namedLast(state, source);
    if (owner) {
      state.mention(owner, 'nominal', source.first, source.end, source.head);
      return;
    }
    if (known || isState(state, source)) return;
    const [first, end] = withoutClause(state, source);
    const piece = state.attributions[index]?.source[0];
    if (!piece || end <= first) return;
    const text = state.words(first, end);
    const party = source.coordinated ? partyKey(state, first, end) : undefined;
    if (party !== undefined) {
      const parties = state.table.known(party, 'group', text);
      parties.plural = true;
      state.mention(parties, 'nominal', first, end, source.head);
      return;
    }
    const entity =
      source.coordinated || !(isPerson(word) || isOneWho(state.layer, source.head))
        ? descriptions.groupOf(text)
        : state.table.create('person', text, false);
    state.mention(entity, 'nominal', first, end, source.head);
  });
}

/** "His country's readiness": what is somebody's state of mind says nothing by itself, and whose it is stays open. */
function isState({ layer }: ReadingState, { first, head }: SourceTokens): boolean {
  const word = (layer.tokens.word[head] ?? '').toLowerCase();
  return (
    /^(?:his|her|its|their|our|my|your)$/i.test(layer.tokens.word[first] ?? '') &&
    /(?:ness|^(?:intention|commitment|determination|desire|wish|hope|belief|interest|refusal|ability))$/.test(
      word,
    ) &&
    !/^(?:business|witness|governess)$/.test(word)
  );
}

function isPerson(word: string): boolean {
  const kind = roleNounKind(word);
  return (
    kind === 'office' || kind === 'person' || /^(?:someone|somebody|anyone|everyone|nobody|one)$/.test(word)
  );
}

/**
 * What "the European Union and Britain" and "the EU and the UK" have in common: the same countries, whatever they are called.
 *
 * @returns `undefined` where no country is named.
 */
function partyKey(state: ReadingState, first: number, end: number): string | undefined {
  const { countryAt, countries } = state.placed;
  const words: string[] = [];
  let named = 0;
  for (let token = first; token < end; token++) {
    const phrase = countries[countryAt[token] ?? -1];
    if (phrase && phrase.use !== 'adjective' && phrase.use !== 'people') {
      if (phrase.first !== token) continue;
      words.push(phrase.code);
      named++;
    } else if (state.lower(token) !== 'the') words.push(state.lower(token));
  }
  return named === 0 ? undefined : `parties/${words.join(' ')}`;
}

/** "Tests by the institute", "a notice on the firm's website": a text or act speaks for whom it is by. */
function ownerAfter(state: ReadingState, source: SourceTokens): DraftEntity | undefined {
  const { tokens } = state.layer;
  if (source.coordinated) return undefined;
  // "A list kept by the harbour master": a participle may stand before "by".
  // Whoever has seen it does not speak through it.
  const isKept =
    /^VB[DN]$/.test(tokens.penn[source.head + 1] ?? '') &&
    state.lower(source.head + 2) === 'by' &&
    !RECEIVED.has(state.lower(source.head + 1));
  const at = isKept ? source.head + 2 : source.head + 1;
  const link = state.lower(at);
  const isText = roleNounKind((tokens.lemma[source.head] ?? '').toLowerCase()) === 'text';
  if (link !== 'by' && !(isText && (link === 'from' || link === 'on'))) return undefined;
  for (let token = at + 1; token < source.end; token++) {
    const entity = state.entityAt(token);
    if (entity && entity.kind !== 'place') return entity;
  }
  return undefined;
}

/** What is done to a text by those whose text it is not: "documents seen by the Courier". */
const RECEIVED = new Set(
  'seen obtained reviewed read viewed examined verified received leaked consulted heard cited quoted shared'.split(
    ' ',
  ),
);

/** "The Brunians say": a people that says something is its government, where no other words tell of whom they are. */
function governmentOf(state: ReadingState, source: SourceTokens): DraftEntity | undefined {
  const { countryAt, countries } = state.placed;
  const phrase = countries[countryAt[source.head] ?? -1];
  if (phrase?.use !== 'people' || !phrase.isState || source.coordinated) return undefined;
  if (source.end !== source.head + 1 || state.words(source.first, source.head).toLowerCase() !== 'the')
    return undefined;
  return state.table.find(`country/${phrase.code}`);
}

/** "According to her words", as translations have it: she. */
function ownerOfWords(state: ReadingState, source: SourceTokens): DraftEntity | undefined {
  if (source.head !== source.first + 1 || state.lower(source.head) !== 'words') return undefined;
  return /^(?:his|her|its|their)$/.test(state.lower(source.first))
    ? state.pronouns.antecedent(source.first)
    : undefined;
}

/** "The chief surgeon of the clinic, Ada Lunde": a person's name that ends a source behind a comma is whose the source is. */
function namedLast(state: ReadingState, source: SourceTokens): DraftEntity | undefined {
  if (source.coordinated) return undefined;
  const { nameAt, names } = state.placed;
  const end = state.lower(source.end - 1) === ',' ? source.end - 1 : source.end;
  const name = names[nameAt[end - 1] ?? -1];
  if (name?.kind !== 'person' || name.end !== end || name.first <= source.head) return undefined;
  // "The members, including the minority leader, Ada Lunde": she is one of them.
  if (state.layer.tokens.penn[source.head]?.endsWith('S')) return undefined;
  return state.lower(name.first - 1) === ',' ? state.entityAt(end - 1) : undefined;
}

/** Longest description by which somebody unnamed is called, in tokens. */
const LONGEST_DESCRIPTION = 16;

/**
 * Calls who is not named by all that the source says: "a source" may be anyone, "a source close to the panel" is this one. What
 * stands behind a comma is left out.
 */
function nameFully(state: ReadingState, source: SourceTokens, entity: DraftEntity): void {
  if (entity.kind !== 'person' && entity.kind !== 'group') return;
  const { tokens } = state.layer;
  let end = source.head + 1;
  while (end < source.end && !/^(?:[,;:.–—()"“”„]|['‘’](?!s?$))$/.test(tokens.word[end] ?? '')) end++;
  if (end - source.first > LONGEST_DESCRIPTION) return;
  const text = state.words(source.first, end);
  if (text.length > entity.name.length && text.startsWith(entity.name)) entity.name = text;
}

/** A source without the relative clause or participle that hangs on it: "a pilot, who asked not to be named" is a pilot. */
function withoutClause(state: ReadingState, source: SourceTokens): [first: number, end: number] {
  let end = source.end;
  for (let token = source.head + 1; token < source.end; token++) {
    if (/^(?:who|which|that|whose|whom)$/.test(state.lower(token))) {
      end = state.lower(token - 1) === ',' ? token - 1 : token;
      break;
    }
  }
  return [source.first, end];
}
