import { agencyNamed } from '../text/name-agency.ts';

/** What spellings of one outlet's name share: no article, no end of a host name; an agency goes by its canonical name. */
export function outletKey(name: string): string {
  return (agencyNamed(name) ?? name)
    .toLowerCase()
    .trim()
    .replace(/^(?:the\s+|www\.)/, '')
    .replace(/\.(?:com|org|net|news|info|co\.[a-z]{2}|[a-z]{2})$/, '')
    .replace(/[\s-]+/g, '');
}
