import { make } from './rows.ts';

/** The bar with the filters. */
export interface Filter {
  readonly bar: HTMLElement;
  readonly search: HTMLInputElement;
  /** Shows everything again; says whether anything had been filtered. */
  clear(): boolean;
}

/** How long a reader's typing rests before the page is filtered: a word at an ordinary speed is one filtering. */
const REST_MS = 120;

/** Matches that are painted; more than this costs time and helps nobody. */
const MOST_PAINTED = 2000;

/** What says that nothing in it fits: sections, stories, and the parts of a story. */
const SECTIONS = ':scope > section, .story, .part';

interface Item {
  readonly element: HTMLElement;
  readonly speakers: readonly string[];
  readonly documents: readonly string[];
  readonly kinds: readonly string[];
  /** Lower case, read when somebody first searches. */
  text: string | undefined;
}

/** Builds the filter bar above the sections. */
export function buildFilter(main: HTMLElement): Filter {
  const items = [...main.querySelectorAll<HTMLElement>('.row, .document')].map((element): Item => ({
    element,
    // A row within a speaker's own list need not say whose it is.
    speakers: (element.closest<HTMLElement>('[data-s]')?.dataset['s'] ?? '').split(' '),
    documents: (element.dataset['d'] ?? '').split(' '),
    kinds: element.classList.contains('document') ? [] : (element.dataset['k'] ?? '').split(' '),
    text: undefined,
  }));
  // A line of the matrix goes with the claim that it leads to.
  const lines = [...main.querySelectorAll<HTMLElement>('.matrix tbody tr')].map((line) => ({
    line,
    claim: document.getElementById(line.querySelector('a')?.getAttribute('href')?.slice(1) ?? ''),
  }));
  const search = make('input', { type: 'search', placeholder: 'Search (press /)', autocomplete: 'off' });
  search.setAttribute('aria-label', 'Search in rows and documents');
  const speaker = select('Speaker', 'All speakers', speakerOptions(main));
  const witness = select('Document', 'All documents', documentOptions(main));
  const kind = select('Kind', 'All kinds', kindOptions(main));
  const found = make('output', { className: 'found' });
  const reset = make('button', { type: 'button', textContent: 'Show all', hidden: true });
  const bar = make('div', { className: 'tools' }, search, speaker, witness, kind, reset, found);
  bar.setAttribute('role', 'search');

  const apply = (): void => {
    const words = search.value.trim().toLowerCase();
    const active = words !== '' || speaker.value !== '' || witness.value !== '' || kind.value !== '';
    let shown = 0;
    for (const item of items) {
      const fits =
        (speaker.value === '' || item.speakers.includes(speaker.value)) &&
        (witness.value === '' || item.documents.includes(witness.value)) &&
        (kind.value === '' || item.kinds.includes(kind.value)) &&
        (words === '' || textOf(item).includes(words));
      // A document is there to be read in full, so a filter by speaker or kind does not hide it.
      const isDocument = item.element.classList.contains('document');
      const show =
        fits ||
        (isDocument &&
          (witness.value === '' || item.documents.includes(witness.value)) &&
          (words === '' || textOf(item).includes(words)));
      item.element.hidden = !show;
      if (show && !isDocument) shown++;
    }
    for (const { line, claim } of lines) line.hidden = claim?.hidden ?? false;
    for (const group of main.querySelectorAll<HTMLElement>('.speaker')) {
      group.hidden = active && group.querySelector('.row:not([hidden])') === null;
    }
    for (const section of main.querySelectorAll<HTMLElement>(SECTIONS)) {
      const rows = section.querySelector('.row, .document');
      const none =
        rows !== null && section.querySelector('.row:not([hidden]), .document:not([hidden])') === null;
      section.classList.toggle('nothing', none);
    }
    const rows = items.filter((item) => !item.element.classList.contains('document')).length;
    found.textContent = active ? `${shown} of ${rows} rows; drawings show all` : '';
    reset.hidden = !active;
    paint(main, words);
  };

  let waiting = 0;
  search.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(apply, REST_MS);
  });
  for (const each of [speaker, witness, kind]) each.addEventListener('change', apply);
  const clear = (): boolean => {
    const active = !reset.hidden || search.value !== '';
    search.value = '';
    for (const each of [speaker, witness, kind]) each.value = '';
    apply();
    return active;
  };
  reset.addEventListener('click', () => {
    clear();
    search.focus();
  });
  return { bar, search, clear };
}

function textOf(item: Item): string {
  return (item.text ??= (item.element.textContent ?? '').toLowerCase());
}

type Options = readonly (readonly [value: string, label: string])[];

function select(label: string, all: string, groups: readonly (readonly [group: string, options: Options])[]) {
  const element = make('select', {}, make('option', { value: '', textContent: all }));
  element.setAttribute('aria-label', label);
  // A page that lists stories has nobody who speaks.
  element.hidden = groups.every(([, options]) => options.length === 0);
  for (const [group, options] of groups) {
    const made = options.map(([value, text]) => make('option', { value, textContent: text }));
    if (group === '') element.append(...made);
    else element.append(make('optgroup', { label: group }, ...made));
  }
  return element;
}

/** Everybody once, though several stories of a page may have the same speaker. */
function speakerOptions(main: HTMLElement): [string, Options][] {
  const names = new Map(
    [...main.querySelectorAll<HTMLElement>('.speaker')].map((group) => [
      group.dataset['s'] ?? '',
      group.querySelector('h3, h4')?.textContent ?? '',
    ]),
  );
  return [['', [...names]]];
}

function documentOptions(main: HTMLElement): [string, Options][] {
  return [
    [
      '',
      [...main.querySelectorAll<HTMLElement>('.document')].map((each) => [
        each.dataset['d'] ?? '',
        `${each.querySelector('.siglum')?.textContent ?? ''} ${each.dataset['label'] ?? ''}`,
      ]),
    ],
  ];
}

/** The kinds of each section's rows under the section's name; the sections of all stories together. */
function kindOptions(main: HTMLElement): [string, Options][] {
  const sections = new Map<string, Set<string>>();
  for (const section of main.querySelectorAll<HTMLElement>(':scope > section, .part')) {
    const title = section.querySelector('h2, h3')?.textContent ?? '';
    const kinds = sections.get(title) ?? new Set();
    sections.set(title, kinds);
    for (const row of section.querySelectorAll<HTMLElement>('.row[data-k]'))
      for (const kind of (row.dataset['k'] ?? '').split(' ')) if (kind !== '') kinds.add(kind);
  }
  return [...sections]
    .filter(([, kinds]) => kinds.size > 0)
    .map(([title, kinds]) => [title, [...kinds].sort().map((kind): [string, string] => [kind, kind])]);
}

/** Paints what was searched for without touching the page's elements, where the browser can. */
function paint(main: HTMLElement, words: string): void {
  if (!('highlights' in CSS)) return;
  CSS.highlights.delete('found');
  if (words.length < 2) return;
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node && ranges.length < MOST_PAINTED; node = walker.nextNode()) {
    const text = (node.nodeValue ?? '').toLowerCase();
    // Lower case can be longer than the text it came from; then places would not fit.
    if (text.length !== node.nodeValue?.length) continue;
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      ranges.push(range);
    }
  }
  CSS.highlights.set('found', new Highlight(...ranges));
}
