import type { AnnotatedDocument } from '../model/annotated-document.ts';

/**
 * Keeps one copy of each word that many documents have. The words of a document are a third of what it takes in memory, and ten
 * thousand documents of news have a hundred thousand different ones among their millions.
 */
export class StringPool {
  readonly #strings = new Map<string, string>();

  /** The same document, its words shared with those that came before. */
  share(annotated: AnnotatedDocument): AnnotatedDocument {
    const { document, language } = annotated;
    const { tokens } = language;
    const share = (word: string): string => this.#one(word);
    return {
      ...annotated,
      language: {
        ...language,
        // what comes from another thread has a copy of its own
        text: document.text,
        tokens: {
          ...tokens,
          word: tokens.word.map(share),
          lemma: tokens.lemma.map(share),
          penn: tokens.penn.map(share),
        },
      },
    };
  }

  #one(word: string): string {
    const known = this.#strings.get(word);
    if (known !== undefined) return known;
    this.#strings.set(word, word);
    return word;
  }
}
