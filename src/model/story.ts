/** One of several stories that the documents of a dossier tell. */
export interface Story {
  readonly id: string;
  /** Headline of the account that has most in common with the others, or its first sentence. */
  readonly title: string;
  /** Ids of the accounts. */
  readonly documents: readonly string[];
}
