import { annotateLanguage } from '../../src/language/annotate-language.ts';
import { bareDocument, readRows, seeded } from '../../training/trace/reuse-pairs.ts';

/** A real article and a text made from it as desks do, so that which came first is known. */
export interface DeskEdit {
  /** `cut`: cut from the bottom and here and there; `merged`: that, with sentences of another article among it; `lifted`: a few
   * sentences put into another article on the same event. */
  readonly kind: 'cut' | 'merged' | 'lifted';
  readonly source: string;
  readonly copy: string;
}

export const DESK_EDIT_DATA: readonly string[] = [
  'cross-document/g5-articles.jsonl',
  'cross-document/g5-reuse-pairs.jsonl',
  'cross-document/basil-articles.jsonl',
];

interface Article {
  readonly id: string;
  readonly event: string;
  readonly sentences: readonly string[];
}

const SHORTEST = 600;
const LONGEST = 9000;

/** Three edits of each article that has an independent one on the same event; the same ones every time. */
export function* deskEdits(data: string): Generator<DeskEdit> {
  const derived = new Set(
    readRows<{ a: string; b: string; derived: boolean }>(data, 'cross-document/g5-reuse-pairs.jsonl')
      .filter((pair) => pair.derived)
      .flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]),
  );
  const ofEvent = new Map<string, Article[]>();
  for (const article of readArticles(data))
    ofEvent.set(article.event, [...(ofEvent.get(article.event) ?? []), article]);
  const random = seeded(5);
  const below = (limit: number): number => Math.floor(random() * limit);
  for (const articles of ofEvent.values()) {
    for (const article of articles) {
      const others = articles.filter(({ id }) => id !== article.id && !derived.has(`${id} ${article.id}`));
      const other = others[below(others.length)];
      if (!other) continue;
      const source = article.sentences.join('');
      const kept = cut(article.sentences, random);
      yield { kind: 'cut', source, copy: kept.join('') };
      for (let more = 0; more < 3; more++)
        kept.splice(
          1 + below(kept.length),
          0,
          `${other.sentences[below(other.sentences.length)]?.trimEnd()}\n`,
        );
      yield { kind: 'merged', source, copy: kept.join('') };
      const length = 2 + below(6);
      const first = below(Math.max(1, article.sentences.length - length));
      const at = 1 + below(other.sentences.length);
      const lifted = article.sentences.slice(first, first + length).map((sentence) => sentence.trimEnd());
      const host = [other.sentences.slice(0, at).join(''), other.sentences.slice(at).join('')];
      yield { kind: 'lifted', source, copy: `${host[0]}\n${lifted.join(' ')}\n${host[1]}` };
    }
  }
}

/** The first 40 to 90 in a hundred sentences, with one in five of them gone. */
function cut(sentences: readonly string[], random: () => number): string[] {
  const length = Math.max(4, Math.floor(sentences.length * (0.4 + 0.5 * random())));
  return sentences.slice(0, length).filter((_, i) => i === 0 || random() > 0.2);
}

function readArticles(data: string): Article[] {
  const g5 = readRows<{ doc_id: string; event_id: number; text: string }>(
    data,
    'cross-document/g5-articles.jsonl',
  ).map(({ doc_id, event_id, text }) => ({ id: doc_id, event: `g5 ${event_id}`, text }));
  const basil = readRows<{ doc_id: string; story_id: number; sentences: readonly string[] }>(
    data,
    'cross-document/basil-articles.jsonl',
  ).map(({ doc_id, story_id, sentences }) => ({
    id: doc_id,
    event: `basil ${story_id}`,
    text: sentences.join('\n'),
  }));
  return [...g5, ...basil]
    .filter(({ text }) => text.length > SHORTEST && text.length < LONGEST)
    .map(({ id, event, text }) => ({ id, event, sentences: sentencesOf(id, text) }));
}

/** The sentences with what follows each, so that joining them gives the text back. */
function sentencesOf(id: string, text: string): string[] {
  return annotateLanguage(bareDocument(id, text)).sentences.map(({ span }, i, all) =>
    text.slice(span[0], all[i + 1]?.span[0] ?? text.length),
  );
}
