/** Capitalised words that follow each other as in a name, as the source of a regular expression with the flag `u`. */
export const NAME = String.raw`(?:[Tt]he\s+)?\p{Lu}(?:[\p{L}\p{N}&'’-]|\.(?=[\p{L}\p{N}]))*(?:\s+(?:(?:of|de|du|la|and|&)\s+)?\p{Lu}(?:[\p{L}\p{N}&'’-]|\.(?=[\p{L}\p{N}]))*){0,4}`;
const NAME_ONLY = new RegExp(`^${NAME}$`, 'u');

/** Whether words look like a name: capitalised, of at most six words, and no day or picture. */
export function isName(words: string): boolean {
  return (
    words.length <= 50 &&
    NAME_ONLY.test(words) &&
    !/^(?:Photo|Image|Picture|Video|File|Handout|Updated?|Getty|Live|Exclusive|Analysis|Opinion|\p{L}+day|Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b/iu.test(
      words,
    )
  );
}
