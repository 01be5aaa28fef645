import { make } from './rows.ts';

/** Copying rows as citations. */
export interface Citations {
  /** Copies the citation of an attribution or a reading, of all readings of a row that has several, or a row's address. */
  copy(row: HTMLElement): void;
}

/** Puts one button into the row that a reader is at, and says when something was copied. */
export function offerCitations(main: HTMLElement): Citations {
  const button = make('button', { type: 'button', className: 'cite', textContent: 'Copy citation' });
  const said = make('p', { className: 'copied', role: 'status' });
  document.body.append(said);
  let fading = 0;
  const copy = (row: HTMLElement): void => {
    const text = citationsOf(row, main).join('\n') || addressOf(row);
    void copyText(text).then((done) => {
      said.textContent = done ? `Copied: ${text}` : 'This browser did not let the page copy.';
      clearTimeout(fading);
      fading = window.setTimeout(() => (said.textContent = ''), 4000);
    });
  };
  button.addEventListener('click', () => {
    const cited = button.closest<HTMLElement>(CITED);
    if (cited) copy(cited);
  });
  const offer = (event: Event): void => {
    const cited = event.target instanceof Element ? event.target.closest(CITED) : null;
    const line = cited?.querySelector('.about') ?? (cited?.matches('.witness') ? cited : null);
    if (line && button.parentElement !== line) line.append(' ', button);
  };
  main.addEventListener('pointerover', offer);
  main.addEventListener('focusin', offer);
  return { copy };
}

/** What the button is offered for: a row that quotes, a reading of a discrepancy, a witness of an utterance. */
const CITED = '.rows > .row, .reading li, .single-claims > .row, [id^="utterances"] .card .witness';

/** The citations of everything that `element` quotes: one for an attribution, one for each reading of a card. */
function citationsOf(element: HTMLElement, main: HTMLElement): string[] {
  if (element.matches('.rows > .row')) return one(citationOf(element, main));
  const readings = [...element.querySelectorAll<HTMLElement>('.reading li')];
  if (element.matches('.reading li')) readings.push(element);
  const cited =
    readings.length > 0
      ? readings.flatMap((reading) => one(ofReading(reading, main)))
      : [...element.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].flatMap((link) =>
          one(ofAttribution(link, main)),
        );
  return [...new Set(cited)];
}

function one(citation: string | null): string[] {
  return citation === null ? [] : [citation];
}

/** The citation of the attribution into whose words `link` leads; its row bears the same link. */
function ofAttribution(link: HTMLAnchorElement, main: HTMLElement): string | null {
  const ref = main.querySelector(
    `.rows > .row > .ref[href="${CSS.escape(link.getAttribute('href') ?? '')}"]`,
  );
  const row = ref?.closest<HTMLElement>('.row');
  return row ? citationOf(row, main) : null;
}

/** A reading's words with who holds them; what is an attribution's content is cited as one. */
function ofReading(reading: HTMLElement, main: HTMLElement): string | null {
  const link = reading.querySelector<HTMLAnchorElement>('a.to-text');
  const whole = link ? ofAttribution(link, main) : null;
  const source = sourceOf(reading, main);
  if (whole !== null || !source) return whole;
  const line = reading.querySelector('.words');
  const marked = line?.matches('p.words') ? [...line.querySelectorAll('mark')] : [];
  const words = marked.length > 0 ? marked.map((mark) => mark.textContent).join(' … ') : line?.textContent;
  const holder = reading.querySelector('.about > b')?.textContent;
  const per = perWords(source);
  return words ? `${holder ? `${holder}, in the words of ${per}` : per}: ${quoted(words.trim())}` : null;
}

function sourceOf(element: HTMLElement, main: HTMLElement): HTMLElement | null {
  return main.querySelector<HTMLElement>(`.document[data-d="${element.dataset['d']?.split(' ')[0] ?? ''}"]`);
}

/** `Vestbladet, “Title”, 14 March 2031`. */
function perWords(source: HTMLElement, through = ''): string {
  const title = `“${source.querySelector('h3')?.textContent ?? ''}”`;
  return [through, source.dataset['label'], title, source.dataset['date']].filter(Boolean).join(', ');
}

function quoted(words: string): string {
  return /^[“"«„‘]/.test(words) ? words : `“${words}”`;
}

/**
 * “…”, said X, per Y, document, date. Quotation marks are put round the document's words only; for words that the document
 * does not itself quote, it says whose wording they are.
 */
function citationOf(row: HTMLElement, main: HTMLElement): string | null {
  const words = row.querySelector('.said')?.textContent?.trim();
  const source = sourceOf(row, main);
  if (!words || !source) return null;
  const speaker = row.closest('.speaker')?.querySelector('h3')?.textContent ?? '';
  const through = row.querySelector('.through')?.textContent ?? '';
  const per = perWords(source, through);
  const reference = row.querySelector('.ref')?.textContent ?? '';
  return row.dataset['form'] === 'direct'
    ? `${quoted(words)}, said ${speaker}, per ${per} (${reference})`
    : `${speaker} (${row.dataset['k'] ?? ''}), in the words of ${per}: ${quoted(words)} (${reference})`;
}

function addressOf(row: HTMLElement): string {
  return `${location.href.split('#')[0] ?? ''}#${row.id}`;
}

/** A page opened from a disk may not use the clipboard's newer way everywhere; the old one stands in. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = make('textarea', { value: text, className: 'unseen' });
    const focused = document.activeElement;
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    return done;
  }
}
