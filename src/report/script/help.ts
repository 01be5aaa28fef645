import { make } from './rows.ts';

/** The list of keys, and the switch that turns single-letter keys off (WCAG 2.1.4). */
export interface Help {
  readonly button: HTMLButtonElement;
  readonly dialog: HTMLDialogElement;
  readonly keysOn: () => boolean;
}

const KEYS: readonly (readonly [keys: string, what: string])[] = [
  ['j', 'next row'],
  ['k', 'row before'],
  ['Enter', 'from a row to its words in the document'],
  ['c', 'copy a citation of the row (elsewhere: its address)'],
  ['/', 'search'],
  ['Esc', 'show everything again, or close this'],
  ['?', 'this list'],
];

/** Builds the list of keys, closed at first. */
export function buildHelp(): Help {
  const keys = make('input', { type: 'checkbox', checked: true, id: 'keys-on' });
  const close = make('button', { type: 'button', textContent: 'Close' });
  const dialog = make(
    'dialog',
    { id: 'help' },
    make('h2', { textContent: 'Keys', id: 'help-h' }),
    make(
      'dl',
      {},
      ...KEYS.flatMap(([key, what]) => [
        make('dt', {}, make('kbd', { textContent: key })),
        make('dd', { textContent: what }),
      ]),
    ),
    make('p', {}, keys, make('label', { htmlFor: 'keys-on', textContent: ' Single-letter keys are on' })),
    make('p', { textContent: 'Nothing of this is remembered when the page is closed.' }),
    close,
  );
  dialog.setAttribute('aria-labelledby', 'help-h');
  close.addEventListener('click', () => dialog.close());
  const button = make('button', { type: 'button', textContent: 'Keys' });
  button.addEventListener('click', () => dialog.showModal());
  return { button, dialog, keysOn: () => keys.checked };
}
