import { firstTokenAt, type TermIndex } from '../learn/term.ts';
import type { Attribution } from '../model/attribution.ts';
import { overlaps, type Span } from '../model/span.ts';
import type { Voices } from './voices.ts';

/** Who demands, asks or promises says nothing that can be contradicted. */
const NO_STATEMENT: ReadonlySet<string> = new Set(['demand', 'advise', 'pledge', 'ask', 'decline', 'think']);
/** "This", "him": words that stand for what is said elsewhere. */
const SHORTEST = 12;
/** Statements of one side that are shown. */
const MOST_STATEMENTS = 3;

/** The statements of one document in the order in which they are told, by the sentence that they begin in. */
export class Turns {
  readonly #bySentence = new Map<number, Attribution[]>();
  readonly #voices: Voices;

  constructor(index: TermIndex, attributions: readonly Attribution[], voices: Voices) {
    this.#voices = voices;
    const { tokens } = index.annotated.language;
    for (const attribution of attributions.toSorted((a, b) => startOf(a) - startOf(b))) {
      if (!isStatement(attribution)) continue;
      const sentence = tokens.sentence[firstTokenAt(index.annotated, startOf(attribution))] as number;
      const list = this.#bySentence.get(sentence);
      if (list) list.push(attribution);
      else this.#bySentence.set(sentence, [attribution]);
    }
  }

  /** What the last other voice before a sentence says, nearest first; as many sentences back as are asked for. */
  before(sentence: number, voice: string, most: number): Attribution[] {
    const found: Attribution[] = [];
    for (let back = sentence - 1; back >= Math.max(0, sentence - most); back--) {
      for (const one of (this.#bySentence.get(back) ?? []).toReversed()) {
        if (this.#voices.areOne(one.speaker ?? '', voice)) continue;
        if (found[0] && found[0].speaker !== one.speaker) return found;
        if (found.length < MOST_STATEMENTS) found.push(one);
      }
    }
    return found;
  }

  /** What one voice says in a sentence from a place on, or in the next. */
  after(sentence: number, from: number): Attribution[] {
    for (const at of [sentence, sentence + 1]) {
      const all = (this.#bySentence.get(at) ?? []).filter((one) => startOf(one) >= from);
      const [first] = all;
      if (first) return all.filter(({ speaker }) => speaker === first.speaker).slice(0, MOST_STATEMENTS);
    }
    return [];
  }
}

function startOf({ content }: Attribution): number {
  return content.spans[0]?.[0] ?? 0;
}

/** Whether somebody says himself that something is so; "which was stolen there" is said in passing. */
function isStatement({ speaker, parent, act, content, cue }: Attribution): boolean {
  if (speaker === null || parent !== undefined || NO_STATEMENT.has(act)) return false;
  if (content.text.length < SHORTEST || /^(?:which|who|whom|whose)\s/i.test(content.text)) return false;
  return !content.spans.some((span) => cue?.spans.some((one) => overlaps(span, one)));
}

/** Whom a stretch names last, by a name or a description; `null` for nobody. */
export function namedLast({ annotated, entityOf }: TermIndex, [from, to]: Span): string | null {
  const last = annotated.coreference.mentions.findLast(
    ({ span, form }) => span[0] >= from && span[1] <= to && form !== 'pronoun',
  );
  return last === undefined ? null : (entityOf[last.entity] ?? null);
}
