import { describe, expect, it } from 'vitest';
import { documentFromText } from '../ingest/document-from-text.ts';
import { annotateDocument } from './annotate-document.ts';
import { StringPool } from './string-pool.ts';

describe('documents that share their words', () => {
  it('are what they were', () => {
    const annotated = annotateDocument(
      documentFromText({ text: 'The ferry left Quell. The ferry sank, Mayor Ada Lind said.' }),
    );
    expect(new StringPool().share(annotated)).toEqual(annotated);
  });

  it('keep the text of the document for that of its words, as after a copy to another thread', () => {
    const annotated = structuredClone(
      annotateDocument(documentFromText({ text: 'The ferry left Quell on Monday morning.' })),
    );
    const shared = new StringPool().share(annotated);
    expect(shared.language.text).toBe(annotated.document.text);
    expect(shared).toEqual(annotated);
  });
});
