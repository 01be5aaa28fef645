import type { LanguageLayer } from '../model/language-layer.ts';

/** Nouns for vessels and craft, which names of their own follow: "the ferry Lirio". In small letters, singular. */
const VESSELS = new Set(
  `ferry ship tanker trawler freighter vessel yacht liner steamer tugboat tug submarine frigate destroyer warship corvette cutter
  schooner barge catamaran dinghy lifeboat icebreaker minesweeper sailboat supertanker airship spacecraft spaceship shuttle probe
  lander rover satellite`.split(/\s+/),
);
/** "Boarded the Coral Queen", "aboard the Coral Queen": what is boarded is a craft, whatever it is called. */
const BOARDS = /^(?:aboard|boarded|boarding|boards)$/;
/** What ships have before their names: motor vessel, steamship, the ships of a navy. */
const PREFIXES = /^(?:M\/?V|M\/?T|M\/?S|F\/?V|R\/?V|S\/?V|SS|HMS|USS|USNS|RMS|INS|HMCS|HMAS|USCGC)$/;
const QUOTE = /^["“‘«]$/;
const MAX_NAME = 4;

/**
 * Finds the names of ships and craft, which taggers take for people: what follows "the ferry" or "MV", and the same words
 * wherever the document has them again.
 *
 * @returns token ranges that do not overlap, in the order of the text.
 */
export function findVessels(layer: LanguageLayer): { readonly first: number; readonly end: number }[] {
  const { tokens } = layer;
  const known = new Map<string, number>();
  const found: { first: number; end: number }[] = [];
  for (let token = 0; token + 1 < tokens.count; token++) {
    const prefixed = PREFIXES.test(tokens.word[token] ?? '');
    const boarded = !prefixed && isBoarded(layer, token);
    if (!prefixed && !boarded && !isVessel(layer, token)) continue;
    // "The ferry “Lirio”" as much as "the ferry Lirio".
    const quoted = QUOTE.test(tokens.word[token + 1] ?? '');
    const first = quoted ? token + 2 : token + 1;
    const end = endOfName(layer, first);
    if (quoted && !/^["”’»]$/.test(tokens.word[end] ?? '')) continue;
    if (end === first || (boarded && !standsAlone(layer, first, end))) continue;
    found.push({ first: prefixed ? token : first, end });
    known.set(tokens.word[first] ?? '', end - first);
    token = end - 1;
  }
  if (found.length === 0) return found;
  const taken = new Uint8Array(tokens.count);
  for (const { first, end } of found) taken.fill(1, first, end);
  const keys = new Set(found.map(({ first, end }) => lastWords(layer, first, end)));
  for (let token = 0; token < tokens.count; token++) {
    const length = known.get(tokens.word[token] ?? '');
    if (length === undefined || taken[token] === 1) continue;
    const end = endOfName(layer, token);
    if (end - token !== length || !keys.has(lastWords(layer, token, end))) continue;
    found.push({ first: token, end });
    token = end - 1;
  }
  return found.sort((a, b) => a.first - b.first);
}

/** "The ferry Lirio", "a tanker Osk": a noun in small letters that nothing but a name follows. */
function isVessel({ tokens }: LanguageLayer, token: number): boolean {
  const word = tokens.word[token] ?? '';
  // At the head of a headline the noun has a capital: "Ferry Lirio sinks".
  const opens = tokens.sentence[token - 1] !== tokens.sentence[token];
  return VESSELS.has(opens ? word.toLowerCase() : word);
}

/** "Boarded the", with the name of what was boarded behind it. */
function isBoarded({ tokens }: LanguageLayer, token: number): boolean {
  if (tokens.word[token] !== 'the' || tokens.sentence[token - 1] !== tokens.sentence[token]) return false;
  const verb = tokens.word[token - 1] ?? '';
  return BOARDS.test(verb) || (verb === 'board' && tokens.word[token - 2] === 'on');
}

/** Two words or more that no noun follows: not "boarded the Osk Line train". */
function standsAlone({ tokens }: LanguageLayer, first: number, end: number): boolean {
  const next = tokens.sentence[end] === tokens.sentence[first] ? (tokens.penn[end] ?? '') : '';
  return end - first > 1 && !/^(?:NN|JJ|CD|HYPH)/.test(next);
}

function endOfName({ tokens }: LanguageLayer, first: number): number {
  // In quotation marks even "Coral" is no adjective.
  const tag = QUOTE.test(tokens.word[first - 1] ?? '') ? /^(?:NN|JJ)/ : /^NN/;
  let end = first;
  while (
    end < tokens.count &&
    end - first < MAX_NAME &&
    tokens.sentence[end] === tokens.sentence[first - 1] &&
    /^\p{Lu}\p{L}/u.test(tokens.word[end] ?? '') &&
    tag.test(tokens.penn[end] ?? '')
  )
    end++;
  return end;
}

function lastWords({ tokens }: LanguageLayer, first: number, end: number): string {
  const from = PREFIXES.test(tokens.word[first] ?? '') ? first + 1 : first;
  return tokens.word.slice(from, end).join(' ');
}
