import { firstTokenAt } from '../learn/term.ts';
import type { AnnotatedDocument } from '../model/annotated-document.ts';
import { UPOS, type LanguageLayer } from '../model/language-layer.ts';
import type { Span } from '../model/span.ts';

const NOUNS = new Set((['NOUN', 'PROPN'] as const).map((tag) => UPOS.indexOf(tag)));
/** What heads a mention that holds no noun. */
const OTHER_HEADS = new Set((['VERB', 'ADJ', 'NUM', 'PRON'] as const).map((tag) => UPOS.indexOf(tag)));

/** What comes behind one of these within a mention describes its head: "the port of Osk", "the man who fled". */
const ENDS_HEAD = /^(?:of|in|at|on|for|from|to|with|off|near|by|between|who|which|that|where|,|\(|:)$/;
const PRONOUNS = new Set(
  (
    'i me my we us our you your he him his himself she her hers herself it its itself they them their themselves who whom ' +
    'whose which that this these those one some others two both many there here where'
  ).split(' '),
);

/** Whether a word in lower case can stand for something that was named before. */
export function isPronoun(word: string): boolean {
  return PRONOUNS.has(word);
}

/** Numbers of the tokens that a stretch holds or cuts. */
export function tokensOf(annotated: AnnotatedDocument, [start, end]: Span): number[] {
  const { tokens } = annotated.language;
  const found: number[] = [];
  for (
    let token = firstTokenAt(annotated, start);
    token < tokens.count && (tokens.start[token] as number) < end;
    token++
  )
    found.push(token);
  return found;
}

/** The token that heads a mention: the last noun before what describes it, else the word that says most. */
export function headOfMention({ tokens }: LanguageLayer, inside: readonly number[]): number {
  const isNoun = (token: number): boolean => NOUNS.has(tokens.upos[token] as number);
  let head: number | undefined;
  for (const token of inside) {
    if (head !== undefined && ENDS_HEAD.test((tokens.word[token] ?? '').toLowerCase())) break;
    if (isNoun(token)) head = token;
    else if (OTHER_HEADS.has(tokens.upos[token] as number)) head ??= token;
  }
  const noun = head !== undefined && isNoun(head) ? head : inside.find(isNoun);
  return noun ?? head ?? inside.at(-1) ?? 0;
}
