import { offerCitations } from './citation.ts';
import { buildFilter } from './filter.ts';
import { buildHelp } from './help.ts';
import { listenToKeys } from './keys.ts';
import { followLinks } from './links.ts';
import { followSections } from './sections.ts';

/**
 * What the page does with scripts on: filter, search, keys, links that open what they point into, citations. Everything is
 * read from the page; nothing is fetched, and nothing is kept once the page is closed.
 */
const main = document.querySelector('main');
if (main) {
  const filter = buildFilter(main);
  const help = buildHelp();
  filter.bar.append(help.button);
  main.before(filter.bar);
  document.body.append(help.dialog);
  const citations = offerCitations(main);
  listenToKeys({ main, filter, help, citations });
  followLinks(filter);
  followSections();
}
