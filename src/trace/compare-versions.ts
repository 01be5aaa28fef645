import type { ChangeOf, Document, EarlierVersion, VersionChange, VersionPassage } from '../model/document.ts';
import { evidenceAt } from '../model/evidence.ts';
import type { LanguageLayer } from '../model/language-layer.ts';
import { textOf, type Span } from '../model/span.ts';
import { findRevision } from './find-revision.ts';
import { changedTokens, natureOf, wordsOf, type Side, type VersionSentence } from './version-words.ts';

/**
 * What became of an earlier version of a document: sentences that were added, removed or changed, headline, byline and date.
 *
 * A sentence that stands in both counts as unchanged wherever it stands, for articles are rearranged as they grow. Of the others those are
 * paired that share most of their words. What a fact-checker looks for first comes first: numbers, quotations and negations
 * that were changed.
 *
 * @param layer - of the document; `earlierLayer` of the version's text.
 */
export function compareVersions(
  document: Document,
  layer: LanguageLayer,
  earlier: EarlierVersion,
  earlierLayer: LanguageLayer,
): EarlierVersion {
  const before = sentencesOf(earlierLayer, titleSpan(earlier.text, earlier.title));
  const after = sentencesOf(
    layer,
    document.titleEvidence?.spans[0] ?? titleSpan(document.text, document.title),
  );
  const { removed, added } = withoutCommon(before, after);
  const pairs = pairUp(removed, added);
  const changes: VersionChange[] = [...metadataChanges(document, earlier)];
  const partner = new Map(pairs.map(([old, now]) => [now, old]));
  const paired = new Set(pairs.map(([old]) => old));
  for (const now of added) {
    const old = partner.get(now);
    changes.push(
      old === undefined
        ? { kind: 'added', of: natureOf([wholeSide(now)]), after: evidenceAt(document, [now.span]) }
        : {
            kind: 'changed',
            of: natureOf(changedTokens(old, now)),
            before: passage(earlier.text, [old.span]),
            after: evidenceAt(document, [now.span]),
          },
    );
  }
  for (const old of removed)
    if (!paired.has(old))
      changes.push({
        kind: 'removed',
        of: natureOf([wholeSide(old)]),
        before: passage(earlier.text, [old.span]),
      });
  const revision = findRevision(document.text);
  const isNew = revision !== null && !earlier.text.includes(revision.text);
  return {
    ...earlier,
    changes: changes.sort((a, b) => rankOf(a) - rankOf(b)),
    ...(isNew ? { notice: evidenceAt(document, [revision.span]) } : {}),
  };
}

/** Of two kinds of change the one that alters what an account says comes first. */
const RANK: Readonly<Record<ChangeOf, number>> = {
  number: 0,
  quotation: 1,
  negation: 2,
  headline: 3,
  name: 5,
  byline: 6,
  published: 7,
  wording: 8,
};
const RANK_OF_REMOVED = 4;
const RANK_OF_ADDED = 9;

function rankOf({ kind, of }: VersionChange): number {
  if (kind === 'changed' || of === 'headline' || of === 'byline' || of === 'published') return RANK[of];
  return kind === 'removed' ? RANK_OF_REMOVED : RANK_OF_ADDED;
}

function sentencesOf(layer: LanguageLayer, title: Span | null): VersionSentence[] {
  return layer.sentences
    .filter(({ span }) => title === null || span[0] >= title[1] || span[1] <= title[0])
    .map((sentence) => ({ layer, sentence, span: sentence.span, words: wordsOf(layer, sentence) }))
    .filter(({ words }) => words.length > 0);
}

function titleSpan(text: string, title: string | undefined): Span | null {
  const start = text.search(/\S/);
  return title !== undefined && start >= 0 && text.startsWith(title, start)
    ? [start, start + title.length]
    : null;
}

/** Takes out, one for one, the sentences that both have. */
function withoutCommon(
  before: readonly VersionSentence[],
  after: readonly VersionSentence[],
): { removed: VersionSentence[]; added: VersionSentence[] } {
  const left = new Map<string, number>();
  for (const { words } of before) {
    const key = words.join(' ');
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  const kept = new Map<string, number>();
  const added = after.filter(({ words }) => {
    const key = words.join(' ');
    const count = left.get(key) ?? 0;
    if (count === 0) return true;
    left.set(key, count - 1);
    kept.set(key, (kept.get(key) ?? 0) + 1);
    return false;
  });
  const removed = before.filter(({ words }) => {
    const key = words.join(' ');
    const count = kept.get(key) ?? 0;
    if (count === 0) return true;
    kept.set(key, count - 1);
    return false;
  });
  return { removed, added };
}

/** Share of the words of both that two wordings of one sentence have in common (Dice). Below it, one sentence went and another came. */
const ALIKE = 0.5;
/** A word in more sentences than this tells nothing about which of them belong together. */
const MOST_SENTENCES = 40;

/** Pairs of a removed and an added sentence that are one sentence in two wordings, the likest first; each is in one pair at most. */
function pairUp(
  removed: readonly VersionSentence[],
  added: readonly VersionSentence[],
): (readonly [old: VersionSentence, now: VersionSentence])[] {
  const places = new Map<string, number[]>();
  added.forEach(({ words }, at) => {
    for (const word of new Set(words)) {
      const list = places.get(word);
      if (list === undefined) places.set(word, [at]);
      else list.push(at);
    }
  });
  const candidates: { old: number; now: number; likeness: number }[] = [];
  removed.forEach(({ words }, old) => {
    const near = new Set<number>();
    for (const word of new Set(words)) {
      const list = places.get(word) ?? [];
      if (list.length <= MOST_SENTENCES) for (const at of list) near.add(at);
    }
    for (const now of near) {
      const likeness = dice(words, added[now]?.words ?? []);
      if (likeness >= ALIKE) candidates.push({ old, now, likeness });
    }
  });
  candidates.sort((a, b) => b.likeness - a.likeness || a.old - b.old || a.now - b.now);
  const taken = { old: new Set<number>(), now: new Set<number>() };
  const pairs: (readonly [VersionSentence, VersionSentence])[] = [];
  for (const { old, now } of candidates) {
    const first = removed[old];
    const second = added[now];
    if (first === undefined || second === undefined || taken.old.has(old) || taken.now.has(now)) continue;
    taken.old.add(old);
    taken.now.add(now);
    pairs.push([first, second]);
  }
  return pairs;
}

function dice(a: readonly string[], b: readonly string[]): number {
  const count = new Map<string, number>();
  for (const word of a) count.set(word, (count.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const left = count.get(word) ?? 0;
    if (left > 0) {
      shared++;
      count.set(word, left - 1);
    }
  }
  return (2 * shared) / (a.length + b.length);
}

function wholeSide({ layer, sentence }: VersionSentence): Side {
  const tokens: number[] = [];
  for (let token = sentence.firstToken; token < sentence.endToken; token++) tokens.push(token);
  return { layer, tokens };
}

function passage(text: string, spans: readonly Span[]): VersionPassage {
  return { spans, text: textOf(text, spans) };
}

function metadataChanges(document: Document, earlier: EarlierVersion): VersionChange[] {
  const changes: VersionChange[] = [];
  const add = (of: ChangeOf, before: string | undefined, after: string | undefined): void => {
    if (before === after || (before ?? '') === (after ?? '')) return;
    changes.push({
      kind: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
      of,
      ...(before === undefined ? {} : { before: inTitle(earlier, before, of) }),
      ...(after === undefined
        ? {}
        : { after: of === 'headline' ? (document.titleEvidence ?? after) : after }),
    });
  };
  add('headline', earlier.title, document.title);
  add('byline', earlier.byline?.join(', '), document.byline?.join(', '));
  add('published', dateOf(earlier), dateOf(document));
  return changes;
}

function inTitle(earlier: EarlierVersion, value: string, of: ChangeOf): VersionPassage | string {
  const span = of === 'headline' ? titleSpan(earlier.text, value) : null;
  return span === null ? value : passage(earlier.text, [span]);
}

function dateOf({ published }: Pick<Document, 'published'>): string | undefined {
  return published?.value.value ?? published?.value.text;
}
