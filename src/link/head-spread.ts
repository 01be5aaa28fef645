/** For each head the share of documents in which it is a mention's head. */
export function headSpreads(
  mentions: readonly { readonly key: string; readonly documentIndex: number }[],
  documents: number,
): Map<string, number> {
  const found = new Map<string, Set<number>>();
  for (const { key, documentIndex } of mentions) {
    const where = found.get(key) ?? new Set();
    found.set(key, where.add(documentIndex));
  }
  return new Map([...found].map(([key, where]) => [key, where.size / Math.max(1, documents)]));
}
