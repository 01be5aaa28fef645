import { make } from './rows.ts';

export interface Citations {
  /** Copies a citation of an attribution's row, or the address of any other row. */
  copy(row: HTMLElement): void;
}

/** Puts one button into the row that a reader is at, and says when something was copied. */
export function offerCitations(main: HTMLElement): Citations {
  const button = make('button', { type: 'button', className: 'cite', textContent: 'Copy citation' });
  const said = make('p', { className: 'copied', role: 'status' });
  document.body.append(said);
  let fading = 0;
  const copy = (row: HTMLElement): void => {
    const text = citationOf(row, main) ?? addressOf(row);
    void copyText(text).then((done) => {
      said.textContent = done ? `Copied: ${text}` : 'This browser did not let the page copy.';
      clearTimeout(fading);
      fading = window.setTimeout(() => (said.textContent = ''), 4000);
    });
  };
  button.addEventListener('click', () => {
    const row = button.closest<HTMLElement>('.row');
    if (row) copy(row);
  });
  const offer = (event: Event): void => {
    const row = event.target instanceof Element ? event.target.closest('.rows > .row') : null;
    const line = row?.querySelector('.about');
    if (line && button.parentElement !== line) line.append(' ', button);
  };
  main.addEventListener('pointerover', offer);
  main.addEventListener('focusin', offer);
  return { copy };
}

/**
 * “…”, said X, per Y, document, date. Quotation marks are put round the document's words only; for words that the document
 * does not itself quote, it says whose wording they are.
 */
function citationOf(row: HTMLElement, main: HTMLElement): string | null {
  const words = row.querySelector('.said')?.textContent?.trim();
  const source = main.querySelector<HTMLElement>(`.document[data-d="${row.dataset['d'] ?? ''}"]`);
  if (!words || !source) return null;
  const speaker = row.closest('.speaker')?.querySelector('h3')?.textContent ?? '';
  const through = row.querySelector('.through')?.textContent ?? '';
  const per = [
    through,
    source.dataset['label'],
    `“${source.querySelector('h3')?.textContent ?? ''}”`,
    source.dataset['date'],
  ]
    .filter(Boolean)
    .join(', ');
  const reference = row.querySelector('.ref')?.textContent ?? '';
  const quoted = /^[“"«„‘]/.test(words) ? words : `“${words}”`;
  return row.dataset['form'] === 'direct'
    ? `${quoted}, said ${speaker}, per ${per} (${reference})`
    : `${speaker} (${row.dataset['k'] ?? ''}), in the words of ${per}: ${quoted} (${reference})`;
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
