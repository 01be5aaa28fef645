import { analyseStory } from '../src/pipeline/analyse-story.ts';
import type { Dossier } from '../src/model/dossier.ts';

const flood = (households: string, paper: string): string =>
  `${paper}: flood at Velm\n\nThe Orsa burst its banks at Velm on Sunday and flooded ${households} households, Mayor Petra Lind said. “We were not warned,” Lind said.`;
const fire = (households: string, paper: string): string =>
  `${paper}: refinery fire in Karsk\n\nA fire at the Karsk refinery left ${households} households without heating on Sunday, Governor Ivo Hask said. “The valve was never tested,” Hask said.`;
const REGATTA =
  'Regatta on the Tamse\n\nThe rowing club of Ombrel won the spring regatta by two lengths, its coach Rena Dovic said. “They rowed like one,” Dovic said.';
const GERMAN =
  'Der Minister sagte am Freitag, die Fähre sei in der Nacht gesunken. Niemand habe die Lichter gesehen, fügte er hinzu.';

/** A dossier of two stories that two accounts tell each, one that one account tells, and a document that nothing reads. */
export function severalStories(): Dossier {
  const texts = [
    flood('1,200', 'Courier'),
    flood('1,700', 'Gazette'),
    fire('3,100', 'Herald'),
    fire('3,400', 'Tribune'),
    REGATTA,
  ];
  return analyseStory([
    ...texts.map((text, at) => ({ text, file: `${at}.txt`, language: 'en', published: '2031-05-06' })),
    { text: GERMAN, file: 'german.txt', language: 'de' },
  ]);
}
