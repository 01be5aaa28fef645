import type { Citations } from './citation.ts';
import type { Filter } from './filter.ts';
import type { Help } from './help.ts';
import { isShown } from './rows.ts';

interface Parts {
  readonly main: HTMLElement;
  readonly filter: Filter;
  readonly help: Help;
  readonly citations: Citations;
}

/** Moves through rows and opens tools by single keys. */
export function listenToKeys({ main, filter, help, citations }: Parts): void {
  const rows = [...main.querySelectorAll<HTMLElement>('.row, .document')];
  let current = -1;

  const go = (step: 1 | -1): void => {
    const focused = document.activeElement?.closest<HTMLElement>('.row, .document');
    if (focused && main.contains(focused)) current = rows.indexOf(focused);
    for (let at = current + step; at >= 0 && at < rows.length; at += step) {
      const row = rows[at];
      if (
        !row ||
        !isShown(row.classList.contains('document') ? (row.parentElement ?? row) : row) ||
        row.hidden
      )
        continue;
      current = at;
      const target = row.querySelector<HTMLElement>(':scope > summary') ?? row;
      if (target === row) row.tabIndex = -1;
      target.focus({ preventScroll: true });
      row.scrollIntoView({ block: row.clientHeight > innerHeight * 0.8 ? 'start' : 'center' });
      return;
    }
  };

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    if (event.key === 'Escape') {
      if (help.dialog.open) return;
      if (filter.clear() || target === filter.search) target.blur();
      return;
    }
    if (help.dialog.open || !help.keysOn() || target.closest('input, select, textarea')) return;
    const row = target.closest<HTMLElement>('.row');
    switch (event.key) {
      case 'j':
        go(1);
        break;
      case 'k':
        go(-1);
        break;
      case '/':
        filter.search.focus();
        filter.search.select();
        break;
      case '?':
        help.dialog.showModal();
        break;
      case 'c':
        if (row) citations.copy(row);
        break;
      case 'Enter': {
        // On a link or a button Enter is theirs.
        const link = target === row ? row.querySelector<HTMLAnchorElement>('a.ref, a.to-text') : null;
        if (!link) return;
        link.click();
        break;
      }
      default:
        return;
    }
    event.preventDefault();
  });
}
