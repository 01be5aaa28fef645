declare module 'en-lexicon' {
  /** Words with their Penn tags, joined by `|`. */
  export const lexicon: Readonly<Record<string, string>>;
}
