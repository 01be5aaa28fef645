import type { Discrepancy } from '../model/discrepancy.ts';
import { contentId } from '../model/id.ts';
import type { Utterance } from '../model/utterance.ts';
import { differentWordings, type Wording } from './wording.ts';

/**
 * Adverbs that say how far a statement reaches: with what intent, how much of it, how often, in what capacity. Plain English, from a
 * grammar's list of restrictive and subjunct adverbs; who leaves one out changes what is said.
 */
const QUALIFIERS: ReadonlySet<string> = new Set(
  `knowingly unknowingly deliberately intentionally unintentionally willingly unwillingly wilfully willfully purposely consciously
  voluntarily directly indirectly personally officially unofficially formally informally publicly privately legally illegally
  only solely exclusively fully entirely completely wholly partly partially mostly largely mainly nearly almost barely hardly
  temporarily permanently currently initially eventually yet always sometimes often usually rarely seldom occasionally
  necessarily physically substantially materially significantly slightly potentially possibly probably apparently allegedly`.split(
    /\s+/,
  ),
);
/** Quotations of one utterance that are compared with each other. */
const MOST_COMPARED = 12;
/** Words that a quotation must have to say something once it is cut. */
const LEAST_WORDS = 4;

/** What one quotation lost that another has. */
interface Loss {
  readonly kind: 'qualifier' | 'but';
  readonly words: string;
}

/** Quotations of one utterance of which one lost a word that says how far it reaches, or ends as if no "but" came; `null` for none. */
export function shortened(utterance: Utterance, members: readonly Wording[]): Discrepancy | null {
  const quoted = members.filter(({ attribution }) => attribution.form === 'direct');
  const different = differentWordings(quoted, MOST_COMPARED);
  for (const whole of different) {
    for (const part of different) {
      if (whole.attribution.document === part.attribution.document) continue;
      const loss = lossBetween(whole.attribution.content.text, part.attribution.content.text);
      if (!loss) continue;
      const readings = quoted
        .filter(({ attribution: { content } }) =>
          [whole, part].some(({ attribution }) => !lossBetween(content.text, attribution.content.text)),
        )
        .map(({ attribution }) => ({
          value: attribution.content.text,
          heldBy: attribution.speaker,
          evidence: attribution.content,
        }));
      return {
        id: contentId('x', 'shortened', utterance.id),
        kind: 'wording',
        about: whole.attribution.content.text.replace(/\s+/g, ' '),
        importance: loss.kind === 'qualifier' ? 'high' : 'medium',
        readings,
        note:
          loss.kind === 'qualifier'
            ? `“${loss.words}” stands in one reading and not in the other`
            : 'One account ends the quotation before its “but”.',
      };
    }
  }
  return null;
}

/** What a quotation lost of a longer one that it has word for word otherwise; `null` where nothing of weight. */
export function lossBetween(whole: string, part: string): Loss | null {
  const [a, b] = [wordsOf(whole), wordsOf(part)];
  const text = ` ${b.join(' ')} `;
  for (const [at, word] of a.entries()) {
    if (!QUALIFIERS.has(word) || b.includes(word)) continue;
    const around = [a.slice(at - 2 < 0 ? 0 : at - 2, at), a.slice(at + 1, at + 3)] as const;
    if (standsTogether(around[0], around[1], text)) return { kind: 'qualifier', words: word };
  }
  return endsBeforeBut(whole, part) ? { kind: 'but', words: 'but' } : null;
}

/** Whether the words before and behind a lost one stand side by side in the other: three of them at least, from both sides. */
function standsTogether(before: readonly string[], after: readonly string[], text: string): boolean {
  const [last] = before.slice(-1);
  const [next] = after;
  if (last === undefined || next === undefined) return false;
  return (
    (before.length > 1 && text.includes(` ${before.join(' ')} ${next} `)) ||
    (after.length > 1 && text.includes(` ${last} ${after.join(' ')} `))
  );
}

/** Whether a quotation ends with a full stop where the other goes on with "but": its speaker did not stop there. */
function endsBeforeBut(whole: string, part: string): boolean {
  if (!/\p{L}[.!][”"’'»“]*\s*$/u.test(part) || part.includes('…')) return false;
  const words = wordsOf(part);
  const turn = /[,;]?\s+(?:–\s+|—\s+)?but\s+/iu.exec(whole);
  if (!turn || words.length < LEAST_WORDS || words.includes('but')) return false;
  return ` ${wordsOf(whole.slice(0, turn.index)).join(' ')}`.endsWith(` ${words.join(' ')}`);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:[’'][\p{L}]+)?/gu) ?? [];
}
