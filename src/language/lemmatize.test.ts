import { describe, expect, it } from 'vitest';
import { lemmatize } from './lemmatize.ts';
import { Tagger } from './tagger.ts';

const { knows } = Tagger.load();

describe('lemmatize', () => {
  it.each([
    ['said', 'VBD', 'say'],
    ['making', 'VBG', 'make'],
    ['walking', 'VBG', 'walk'],
    ['stopped', 'VBD', 'stop'],
    ['denies', 'VBZ', 'deny'],
    ['accused', 'VBN', 'accuse'],
    ['passes', 'VBZ', 'pass'],
    ['’re', 'VBP', 'be'],
    ["'ll", 'MD', 'will'],
    ["n't", 'RB', 'not'],
    ['ministries', 'NNS', 'ministry'],
    ['men', 'NNS', 'man'],
    ['boxes', 'NNS', 'box'],
    ['ferries', 'NNS', 'ferry'],
    ['worse', 'JJR', 'bad'],
    ['largest', 'JJS', 'large'],
    ['them', 'PRP', 'they'],
    ['Tarsia', 'NNP', 'Tarsia'],
    ['Boats', 'NNS', 'boat'],
    ['The', 'DT', 'the'],
  ])('%s/%s is %s', (word, penn, lemma) => {
    expect(lemmatize(word, penn, knows)).toBe(lemma);
  });
});
