import { kinship } from '../learn/align-terms.ts';
import type { Term } from '../learn/term.ts';
import { foldWord } from '../text/fold-word.ts';
import type { Telling } from '../model/telling.ts';

const folded = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(foldWord));

/** Verbs that only say that there was what their subject or object names: "no meeting took place", "received no warning". */
const EXISTING = folded(
  'be hold take place such occur happen have receive give make carry get exist conduct there',
);
/** What is denied so often, of so many things, that two of them have nothing to do with each other. */
const SAID_OF_ALL = folded(`
  comment respond response reply say know think want believe expect need seem appear matter mean care mind remember understand
  clear sure certain doubt way reason idea plan evidence sign question choice chance problem time people thing right able
  possible available enough true good bad easy new only word detail information intention interest use help work case point
  end look go come let like call ask tell speak show become feel change move stop continue keep stay live run turn set put
  part role matter fact kind sort lot bit place rule exclude confirm deny claim`);

/** Whether a word says no more than that something was: "took place", "received". */
export function saysOnlyThatItWas({ key }: Term): boolean {
  return EXISTING.has(key);
}

/** The word for what is denied to have happened or to be there; `null` where it says too little to be held against anything. */
export function deniedEvent(telling: Telling): Term | null {
  const { terms, roles, head, headKey } = telling;
  const event = recorded(telling);
  if (event) return event;
  const main = terms[head];
  if (main && !EXISTING.has(headKey)) return usable(main);
  const nouns = terms.filter(
    ({ kind }, at) =>
      kind === 'noun' &&
      (roles[at] === 'object' || roles[at] === 'agent' || at === head) &&
      !EXISTING.has(terms[at]?.key ?? ''),
  );
  const [noun] = nouns.toSorted((a, b) => b.weight - a.weight);
  return noun ? usable(noun) : null;
}

/** "Has no record of such a call": what is denied, as far as anybody can, is the call. */
function recorded({ terms, head, headKey }: Telling): Term | null {
  const at = terms.findIndex(
    ({ key }, place) => RECORDS.has(key) && (place === head || EXISTING.has(headKey)),
  );
  return at < 0
    ? null
    : (terms.slice(at + 1).find(({ kind, key }) => kind === 'noun' && key.length > 2) ?? null);
}

const RECORDS = folded('record trace knowledge recollection memory');

function usable(term: Term): Term | null {
  return (term.kind === 'verb' || term.kind === 'noun') && !SAID_OF_ALL.has(term.key) && term.key.length > 2
    ? term
    : null;
}

/** Two words of one event, whatever part of speech they are: "met" and "meeting". */
export const ONE_EVENT = 0.9;

/** The term of a telling that names the same event; `null` where none does. */
export function eventIn({ terms, roles }: Telling, event: Term): Term | null {
  return (
    terms.find(
      (term, at) =>
        roles[at] !== 'beside' &&
        term.kind !== 'entity' &&
        term.kind !== 'quantity' &&
        kinship(term, event) >= ONE_EVENT,
    ) ?? null
  );
}
