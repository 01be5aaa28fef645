import { describe, expect, it } from 'vitest';
import { decodeModel } from '../../src/learn/model-file.ts';
import { hashTokens } from '../../src/learn/token-hashes.ts';
import { Tagger } from '../../src/language/tagger.ts';
import { TAGGER_VERSION } from '../../src/language/tagger-features.ts';
import { UPOS } from '../../src/model/language-layer.ts';
import type { GumDocument, GumToken } from './gum.ts';
import { trainTagger } from './train-tagger.ts';

/** A document whose sentences are written as `word/UPOS/PENN`. */
function documentOf(sentences: readonly string[]): GumDocument {
  let text = '';
  const tokens: GumToken[] = [];
  for (const [index, sentence] of sentences.entries()) {
    for (const item of sentence.split(' ')) {
      const [word = '', upos = '', penn = ''] = item.split('/');
      tokens.push([
        text.length,
        text.length + word.length,
        word.toLowerCase(),
        upos,
        penn,
        -1,
        'root',
        index,
      ]);
      text += `${word} `;
    }
  }
  return { id: 'x', genre: 'x', split: 'train', text, sentences: [], tokens, mentions: [], names: [] };
}

const lesson = documentOf([
  'The/DET/DT zorbs/NOUN/NNS blick/VERB/VBP Marnak/PROPN/NNP ./PUNCT/.',
  'Marnak/PROPN/NNP blicks/VERB/VBZ the/DET/DT zorb/NOUN/NN ./PUNCT/.',
  'A/DET/DT zorb/NOUN/NN blicks/VERB/VBZ zorbs/NOUN/NNS ./PUNCT/.',
  'Zorbs/NOUN/NNS blick/VERB/VBP the/DET/DT zorb/NOUN/NN ./PUNCT/.',
]);
const documents = [lesson, lesson, lesson];

describe('trainTagger', () => {
  const bytes = trainTagger(documents, { seed: 1, epochs: 5, cutoff: 1 });

  it('learns what a tiny corpus teaches', () => {
    const tagger = new Tagger(decodeModel(bytes, { name: 'tagger', modelVersion: TAGGER_VERSION }));
    const text = 'Marnak blicks zorbs .';
    const starts = [0, 7, 14, 20];
    const ends = [6, 13, 19, 21];
    const { upos, penn } = tagger.tag(hashTokens(text, starts, ends, 4), [4]);
    expect(penn).toEqual(['NNP', 'VBZ', 'NNS', '.']);
    expect(Array.from(upos, (tag) => UPOS[tag])).toEqual(['PROPN', 'VERB', 'NOUN', 'PUNCT']);
  });

  it('gives the same bytes for the same data and seed', () => {
    expect(trainTagger(documents, { seed: 1, epochs: 5, cutoff: 1 })).toEqual(bytes);
  });
});
