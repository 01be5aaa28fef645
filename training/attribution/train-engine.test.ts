import { beforeAll, describe, expect, test } from 'vitest';
import { AttributionFinder } from '../../src/attribution/attribution-finder.ts';
import {
  decodeAttributionModels,
  encodeArgumentModel,
  encodeCueModel,
} from '../../src/attribution/attribution-models.ts';
import { decodeModel } from '../../src/learn/model-file.ts';
import { marked } from '../../test/marked.ts';
import { prepareArticle } from './articles.ts';
import { trainCues } from './cue-training.ts';
import { tinyCorpus } from './tiny-corpus.ts';
import { trainArgumentStages, type EngineOptions } from './train-engine.ts';

const chain = { passes: 12, rate: 0.1, cutOff: 2, bits: 14, seed: 1 };
const OPTIONS: EngineOptions = {
  folds: 2,
  cues: chain,
  arguments: chain,
  trees: { trees: 10, depth: 2, rate: 0.3, leastWeight: 1 },
  say: () => {},
};

function train(): { cues: Uint8Array; arguments: Uint8Array } {
  const articles = tinyCorpus().map((row) => prepareArticle(row));
  return {
    cues: encodeCueModel(trainCues(articles, OPTIONS.cues)),
    arguments: encodeArgumentModel(trainArgumentStages(articles, OPTIONS)),
  };
}

describe('an engine trained on a few sentences of our own', () => {
  let bytes: ReturnType<typeof train>;
  let finder: AttributionFinder;
  beforeAll(() => {
    bytes = train();
    finder = new AttributionFinder(
      decodeAttributionModels(
        decodeModel(bytes.cues, { name: 'cues' }),
        decodeModel(bytes.arguments, { name: 'arguments' }),
      ),
    );
  });

  test.each([
    '[S1:The pilot] [Q1:said] [C1:that the engine was cold].',
    '[C1:“The engine was cold,”] [S1:the pilot] [Q1:said].',
    '[S1:The owner] [Q1:denied] [C1:that the engine was cold].',
  ])('finds what it has not seen: %s', (notation) => {
    const { text, spans } = marked(notation);
    const { document, layer } = prepareArticle({ id: 'new', text, attributions: [] });
    const [found] = finder.find(document, layer);
    const cut = (pieces: typeof spans.string = []) => pieces.map((piece) => text.slice(...piece));
    expect([cut(found?.source), cut(found?.cue), cut(found?.content)]).toEqual([
      cut(spans['S1']),
      cut(spans['Q1']),
      cut(spans['C1']),
    ]);
  });

  test('finds nothing where nobody speaks', () => {
    const { document, layer } = prepareArticle({
      id: 'new',
      text: 'The engine was cold and the crates were wet.',
      attributions: [],
    });
    expect(finder.find(document, layer)).toEqual([]);
  });

  test('is the same, byte for byte, when it is trained again', () => {
    expect(train()).toEqual(bytes);
  });
});
