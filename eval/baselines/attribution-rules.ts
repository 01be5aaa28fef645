import type { AttributionSpans } from '../../src/model/attribution.ts';
import type { Document } from '../../src/model/document.ts';
import { contentId } from '../../src/model/id.ts';
import { UPOS, type LanguageLayer } from '../../src/model/language-layer.ts';
import type { Span } from '../../src/model/span.ts';
import { actOf } from '../../src/attribution/act.ts';
import { formOf } from '../../src/attribution/form.ts';
import { NOUN_ACTS, VERB_ACTS } from '../../src/attribution/lexicon/cue-acts.ts';
import { isWord, spanOf, tokensIn, type TokenRange } from '../../src/attribution/token-range.ts';

/** Contents are searched for attributions of their own this many times over. */
const MAX_DEPTH = 2;
/** A content of fewer tokens on one side of the cue is taken for an adverbial ("On Monday, she said …"). */
const MIN_CONTENT = 4;
/** How far after a verb its "that" or opening quotation mark is looked for: "told reporters in the capital on Monday that". */
const MAX_TO_COMPLEMENT = 14;
/** How far before a verb its subject may begin. */
const MAX_SUBJECT = 14;
/** An apposition between commas may be this long. */
const MAX_APPOSITION = 12;

const code = (tag: (typeof UPOS)[number]): number => UPOS.indexOf(tag);
const [ADJ, ADP, ADV, AUX, CCONJ, DET, NOUN, NUM, PART, PRON, PROPN, VERB] = (
  ['ADJ', 'ADP', 'ADV', 'AUX', 'CCONJ', 'DET', 'NOUN', 'NUM', 'PART', 'PRON', 'PROPN', 'VERB'] as const
).map(code);
const NOMINAL = new Set([ADJ, DET, NOUN, NUM, PRON, PROPN]);
const HEADS = new Set([NOUN, PRON, PROPN, NUM]);
const SUBJECT_PREPOSITIONS = new Set(['of', 'for', 'in', 'at', 'with', 'from', 'on', 'to']);
const ADDRESSED = new Set([
  'tell',
  'ask',
  'inform',
  'remind',
  'assure',
  'urge',
  'warn',
  'advise',
  'order',
  'promise',
]);
const COMMA = new Set([',', '，']);
const BREAKS = new Set([',', ';', ':', '—', '–', '--', '(', ')']);

interface Found {
  readonly source: readonly Span[];
  readonly cue: TokenRange;
  readonly content: readonly Span[];
}

/**
 * Finds attributions by quotation marks, reporting verbs before and after, "according to" and nouns with "that".
 *
 * The simple baseline that trained models are measured against; needs no model file.
 */
export function findByRules(document: Document, layer: LanguageLayer): AttributionSpans[] {
  const out: AttributionSpans[] = [];
  for (const sentence of layer.sentences)
    search(document, layer, [sentence.firstToken, sentence.endToken], 0, undefined, out);
  return out;
}

function search(
  document: Document,
  layer: LanguageLayer,
  range: TokenRange,
  depth: number,
  parent: string | undefined,
  out: AttributionSpans[],
): void {
  const { tokens } = layer;
  const base = depth === 0 ? 0 : tokens.quoted[range[0]]!;
  let last: Found | undefined;
  let reach = -1;
  for (let token = range[0]; token < range[1]; token++) {
    if (tokens.quoted[token]! > base || tokens.end[token]! <= reach) continue;
    const found =
      accordingTo(layer, token, range) ??
      byVerb(layer, token, range, base, last) ??
      byNoun(layer, token, range);
    if (found === undefined) continue;
    last = found;
    const spans = [...found.source, spanOf(tokens, found.cue), ...found.content];
    const id = contentId('a', document.id, JSON.stringify(spans));
    const words = found.content.map((piece) => tokensIn(tokens, piece)).flatMap(([a, b]) => sequence(a, b));
    out.push({
      id,
      ...(parent === undefined ? {} : { parent }),
      source: found.source,
      cue: [spanOf(tokens, found.cue)],
      content: found.content,
      form: formOf(layer, found.content, depth === 0 ? 0 : base),
      act: actOf(layer, sequence(...found.cue), words),
    });
    // What stands inside a content belongs to its speaker; it is searched for the attributions that he makes.
    reach = Math.max(
      reach,
      ...found.content.filter((piece) => piece[0] >= tokens.start[token]!).map((piece) => piece[1]),
    );
    if (depth + 1 < MAX_DEPTH)
      for (const piece of found.content) search(document, layer, tokensIn(tokens, piece), depth + 1, id, out);
  }
}

const sequence = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, i) => from + i);

function accordingTo(layer: LanguageLayer, token: number, range: TokenRange): Found | undefined {
  const { word } = layer.tokens;
  if (word[token]!.toLowerCase() !== 'according' || word[token + 1]?.toLowerCase() !== 'to') return undefined;
  let end = token + 2;
  while (end < range[1] && (!BREAKS.has(word[end]!) || apposition(layer, end, range))) end++;
  end = trimmed(layer, token + 2, end);
  if (end <= token + 2) return undefined;
  const before = token - range[0] >= MIN_CONTENT;
  const content = before
    ? pieceOf(layer, range[0], token)
    : pieceOf(layer, COMMA.has(word[end] ?? '') ? end + 1 : end, range[1]);
  if (content === undefined) return undefined;
  return { source: [spanOf(layer.tokens, [token + 2, end])], cue: [token, token + 2], content: [content] };
}

/** Whether the comma at `token` opens a short stretch that another comma closes and that names nobody new. */
function apposition(layer: LanguageLayer, token: number, range: TokenRange): boolean {
  const { word, upos } = layer.tokens;
  if (!COMMA.has(word[token]!)) return false;
  if (upos[token + 1] !== DET) return false;
  for (let at = token + 1; at < Math.min(range[1], token + MAX_APPOSITION); at++)
    if (COMMA.has(word[at]!) || upos[at] === VERB) return COMMA.has(word[at]!);
  return false;
}

function byVerb(
  layer: LanguageLayer,
  verb: number,
  range: TokenRange,
  base: number,
  last: Found | undefined,
): Found | undefined {
  const { tokens } = layer;
  const { word, lemma, upos, penn, quoted } = tokens;
  if (upos[verb] !== VERB) return undefined;
  const name = lemma[verb]!.toLowerCase();
  if (!VERB_ACTS.has(name)) return undefined;
  if (WEAK_VERBS.has(name) && !complementFollows(layer, verb + 1, range, base)) return undefined;
  let first = verb;
  while (first > range[0] && (upos[first - 1] === AUX || upos[first - 1] === ADV || upos[first - 1] === PART))
    if (POSSESSIVE.has(word[first - 1]!)) break;
    else first--;
  while (first < verb && upos[first] === ADV) first++;
  const cue: TokenRange = [first, verb + 1];
  const subject = subjectBefore(layer, first, range);
  let afterCue = verb + 1;
  let source: TokenRange | undefined = subject;
  if (
    subject === undefined &&
    first > range[0] &&
    (COMMA.has(word[first - 1]!) || closes(layer, first - 1))
  ) {
    const inverted = nounPhrase(layer, verb + 1, range);
    if (inverted !== undefined && !COMPLEMENTS.has(word[inverted[0]]!.toLowerCase())) {
      source = inverted;
      afterCue = inverted[1];
    }
  }
  const leftEdge = subject === undefined ? first : subject[0];
  const post = contentAfter(layer, afterCue, range, name, base);
  const pre = contentBefore(layer, leftEdge, range);
  const inverted = afterCue > verb + 1;
  // "…," she said, "…": both sides; an inverted subject or a short rest of the sentence leaves the side before.
  const restIsQuoted =
    post !== undefined && (quoted[tokensIn(tokens, post)[0]]! > base || restOpens(layer, afterCue));
  const content: Span[] = [];
  if (
    pre !== undefined &&
    (inverted || post === undefined || restIsQuoted || !startsClause(layer, afterCue))
  ) {
    content.push(pre);
    if (restIsQuoted && post !== undefined && tokensIn(tokens, post)[0] <= afterCue + MAX_TO_COMPLEMENT)
      content.push(post);
  } else if (post !== undefined && !inverted) content.push(post);
  else if (post !== undefined && restIsQuoted) content.push(post);
  if (content.length === 0) return undefined;
  // ", adding that …": whoever spoke in this sentence, else its first noun phrase.
  const participle = penn[verb] === 'VBG' && source === undefined;
  const shared = participle ? (last?.source ?? firstSubject(layer, range, first)) : [];
  return { source: source === undefined ? shared : [spanOf(tokens, source)], cue, content };
}

/** Verbs that report only with "that" or a quotation: "showed that the hull …", not "showed the hull". */
const WEAK_VERBS = new Set(
  `see hear find show view learn read put judge charge press support seek discuss speak talk consider imagine understand
  speculate want wish attack offer decide determine prefer intend know favor favour oppose continue
  conclude publish release leak lobby compel require order command direct include realize realise feel regret answer
  reply respond plan aim project estimate assure recognize recognise accept verify attest undertake volunteer beg invite
  query question hail praise thank congratulate welcome narrate echo dub label characterize liken`.split(
    /\s+/,
  ),
);

function complementFollows(layer: LanguageLayer, from: number, range: TokenRange, base: number): boolean {
  const { word, quoted } = layer.tokens;
  for (let at = from; at < Math.min(range[1], from + 3); at++)
    if (word[at]!.toLowerCase() === 'that' || quoted[at]! > base) return true;
  return false;
}

const POSSESSIVE = new Set(["'s", '’s', "'", '’']);
const COMPLEMENTS = new Set(['that', 'whether', 'how', 'why', 'what', 'it', 'there']);

function byNoun(layer: LanguageLayer, noun: number, range: TokenRange): Found | undefined {
  const { tokens } = layer;
  if (tokens.upos[noun] !== NOUN || tokens.word[noun + 1]?.toLowerCase() !== 'that') return undefined;
  if (!NOUN_ACTS.has(tokens.lemma[noun]!.toLowerCase()) || noun + 2 >= range[1]) return undefined;
  const content = pieceOf(layer, noun + 1, clauseEnd(layer, noun + 1, range));
  if (content === undefined) return undefined;
  const owner = POSSESSIVE.has(tokens.word[noun - 1] ?? '')
    ? subjectBefore(layer, noun - 1, range)
    : undefined;
  return {
    source: owner === undefined ? [] : [spanOf(tokens, owner)],
    cue: [noun, noun + 1],
    content: [content],
  };
}

/** The noun phrase that ends right before `edge`, with an apposition between commas when there is one. */
function subjectBefore(layer: LanguageLayer, edge: number, range: TokenRange): TokenRange | undefined {
  const { word, upos, quoted } = layer.tokens;
  let end = edge;
  if (end > range[0] + 2 && COMMA.has(word[end - 1]!)) {
    // "Ada Voss, the harbour master, said": back to the comma that opens the apposition.
    let open = end - 2;
    while (open > range[0] && end - open < MAX_APPOSITION && !BREAKS.has(word[open]!) && upos[open] !== VERB)
      open--;
    if (!COMMA.has(word[open]!) || upos[open - 1] !== PROPN) return undefined;
    const named = subjectBefore(layer, open, range);
    return named === undefined || quoted[named[0]]! > quoted[range[0]]! ? undefined : [named[0], end - 1];
  }
  let first = end;
  while (first > range[0] && end - first < MAX_SUBJECT && quoted[first - 1]! <= quoted[edge]!) {
    const tag = upos[first - 1];
    const lower = word[first - 1]!.toLowerCase();
    const part =
      NOMINAL.has(tag) || (tag === ADP && SUBJECT_PREPOSITIONS.has(lower)) || POSSESSIVE.has(lower);
    const joins = tag === CCONJ && lower === 'and' && first > range[0] + 1 && HEADS.has(upos[first - 2]);
    if (!part && !joins && lower !== '-') break;
    first--;
  }
  while (
    first < end &&
    (upos[first] === ADP || upos[first] === CCONJ || word[first]!.toLowerCase() === 'that')
  )
    first++;
  for (let at = first; at < end; at++) if (HEADS.has(upos[at]) && isWord(layer, at)) return [first, end];
  return undefined;
}

function firstSubject(layer: LanguageLayer, range: TokenRange, before: number): readonly Span[] {
  for (let at = range[0]; at < before; at++) {
    if (!NOMINAL.has(layer.tokens.upos[at]!)) continue;
    const phrase = nounPhrase(layer, at, range);
    return phrase === undefined || phrase[1] > before ? [] : [spanOf(layer.tokens, phrase)];
  }
  return [];
}

/** The noun phrase that begins at `from`. */
function nounPhrase(layer: LanguageLayer, from: number, range: TokenRange): TokenRange | undefined {
  const { word, upos, quoted } = layer.tokens;
  let end = from;
  let head = false;
  while (end < range[1] && quoted[end]! <= quoted[from]!) {
    const tag = upos[end];
    const lower = word[end]!.toLowerCase();
    if (!NOMINAL.has(tag) && !POSSESSIVE.has(lower) && !(head && (lower === 'of' || lower === 'for'))) break;
    if (HEADS.has(tag)) head = true;
    end++;
  }
  return head ? [from, trimmed(layer, from, end)] : undefined;
}

/** The content between the start of the sentence, or of its quotation, and the subject; absent when an adverbial stands there. */
function contentBefore(layer: LanguageLayer, edge: number, range: TokenRange): Span | undefined {
  const { tokens } = layer;
  const before = edge - 1;
  if (before < range[0] || !(COMMA.has(tokens.word[before]!) || closes(layer, before))) return undefined;
  if (edge - range[0] < MIN_CONTENT && !closes(layer, before)) return undefined;
  const quotation = layer.quotations.find(
    ({ span }) => span[1] >= tokens.start[range[0]]! && span[1] === tokens.end[before]!,
  );
  if (quotation !== undefined && quotation.span[0] < tokens.start[range[0]]!) return quotation.span;
  return pieceOf(layer, range[0], edge);
}

function contentAfter(
  layer: LanguageLayer,
  from: number,
  range: TokenRange,
  verb: string,
  base: number,
): Span | undefined {
  const { word, upos, quoted, start } = layer.tokens;
  let first = from;
  // "told reporters on Monday that …", "said on Monday: “…": the complement is announced further on.
  for (let at = from; at < Math.min(range[1], from + MAX_TO_COMPLEMENT); at++) {
    if (word[at]!.toLowerCase() === 'that' || quoted[at]! > base) {
      const plain =
        upos[from] === ADP || upos[from] === PROPN || ADDRESSED.has(verb) || BREAKS.has(word[from]!);
      if (plain) first = at;
      break;
    }
    if (upos[at] === VERB) break;
  }
  if (first === from && ADDRESSED.has(verb)) first = nounPhrase(layer, from, range)?.[1] ?? from;
  if (first === from && BREAKS.has(word[from] ?? '.') && word[from] !== ':') return undefined;
  const end = clauseEnd(layer, first, range);
  const open = layer.quotations.find(
    ({ span }) => span[0] >= start[first]! && span[0] < (start[end - 1] ?? 0),
  );
  const piece = pieceOf(layer, first, end);
  if (piece === undefined) return undefined;
  return open !== undefined && open.span[1] > piece[1] && open.depth <= 1 ? [piece[0], open.span[1]] : piece;
}

/** Where a content that begins at `from` ends: before ", according to …" and ", adding …", else with the sentence. */
function clauseEnd(layer: LanguageLayer, from: number, range: TokenRange): number {
  const { word, lemma, quoted } = layer.tokens;
  for (let at = from + 1; at + 1 < range[1]; at++) {
    if (!COMMA.has(word[at]!) || quoted[at]! > quoted[from]!) continue;
    const next = word[at + 1]!.toLowerCase();
    if (
      next === 'according' ||
      (next.endsWith('ing') && VERB_ACTS.get(lemma[at + 1]!.toLowerCase()) !== undefined)
    )
      return at;
  }
  return range[1];
}

/** Whether what follows the cue reads as a clause of its own and not as an adverbial or an object. */
function startsClause(layer: LanguageLayer, from: number): boolean {
  const { word, upos } = layer.tokens;
  const tag = upos[from];
  return (
    !BREAKS.has(word[from] ?? '.') &&
    (tag === DET ||
      tag === PRON ||
      tag === PROPN ||
      tag === NOUN ||
      tag === ADJ ||
      word[from]!.toLowerCase() === 'that')
  );
}

function restOpens(layer: LanguageLayer, from: number): boolean {
  const { quoted } = layer.tokens;
  return quoted[from + 1] !== undefined && quoted[from + 1]! > quoted[from]!;
}

function closes(layer: LanguageLayer, token: number): boolean {
  return CLOSING.has(layer.tokens.word[token]!);
}
const CLOSING = new Set(['”', '"', '’', '»', "''", '″']);

/** The span of the tokens without the commas, colons and full stops at its edges; `undefined` when no word is left. */
function pieceOf(layer: LanguageLayer, from: number, to: number): Span | undefined {
  const { word, quoted } = layer.tokens;
  let first = from;
  while (first < to && (BREAKS.has(word[first]!) || word[first] === '.')) first++;
  const end = trimmed(layer, first, to);
  for (let at = first; at < end; at++)
    if (isWord(layer, at) && (quoted[at] ?? 0) >= 0) return spanOf(layer.tokens, [first, end]);
  return undefined;
}

function trimmed(layer: LanguageLayer, from: number, to: number): number {
  const { word } = layer.tokens;
  let end = to;
  while (end > from && (BREAKS.has(word[end - 1]!) || word[end - 1] === '.')) end--;
  return end;
}
