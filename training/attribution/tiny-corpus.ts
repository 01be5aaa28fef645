import type { AnnotatedText } from './articles.ts';
import { marked } from '../../test/marked.ts';

/** Sentences of our own, enough for a model to learn that "said" reports and where its source and content stand. */
const SENTENCES = [
  '[S1:Ada Lunde] [Q1:said] [C1:that the ferry left the harbour at noon].',
  '[S1:The harbour master] [Q1:said] [C1:that two crates were missing].',
  'The ferry left the harbour at noon. Two crates were missing.',
  '[C1:“The crates were full,”] [S1:Joris Maas] [Q1:said].',
  '[C1:“We counted them twice,”] [S1:the clerk] [Q1:said].',
  'The clerk counted the crates twice. The master left early.',
  '[S1:Ines Prado] [Q1:denied] [C1:that the lamp was broken].',
  '[S1:The company] [Q1:denied] [C1:that the valve had leaked].',
  'The lamp was broken and the valve had leaked for days.',
  '[S1:The mayor of Quell] [Q1:said] [C1:the bridge would open in spring].',
  '[S1:The union] [Q1:said] [C1:the pay was too low].',
  'The bridge will open in spring. The pay is too low.',
  '[C1:The road is closed], [S1:the police] [Q1:said].',
  '[C1:The storm had passed], [S1:the coast guard] [Q1:said].',
  'The storm had passed before the coast guard came.',
  '[C1:“I saw the light,”] [S1:Ada Lunde] [Q1:said], [C1:“and I heard the horn.”]',
  '[Q1:According to] [S1:the report], [C1:the horn did not sound].',
  '[Q1:According to] [S1:the clerk], [C1:the book was lost].',
  'The book was lost in the storm and nobody looked for it.',
  '[S1:She] [Q1:denied] [C1:that the book was lost].',
];

/** The sentences as documents of four, so that there is something to leave out. */
export function tinyCorpus(): AnnotatedText[] {
  const documents: AnnotatedText[] = [];
  // Several times over, in other orders: a feature must fire more than once to be kept.
  for (let round = 0; round < 6; round++)
    for (let from = 0; from < SENTENCES.length; from += 4) {
      const chosen = [0, 1, 2, 3].map((k) => SENTENCES[(from + k * (2 * round + 1)) % SENTENCES.length]!);
      documents.push(documentOf(`tiny-${round}-${from}`, chosen));
    }
  return documents;
}

function documentOf(id: string, sentences: readonly string[]): AnnotatedText {
  let text = '';
  const attributions: AnnotatedText['attributions'][number][] = [];
  for (const sentence of sentences) {
    const one = marked(sentence);
    const moved = (label: string) =>
      (one.spans[label] ?? []).map(([start, end]) => [start + text.length, end + text.length] as const);
    if (one.spans['C1'] !== undefined)
      attributions.push({ source: moved('S1'), cue: moved('Q1'), content: moved('C1') });
    text += `${one.text}\n\n`;
  }
  return { id, text: text.trimEnd(), attributions };
}
