import type { Filter } from './filter.ts';
import { reveal } from './rows.ts';

/** Follows links within the page into what is closed or filtered out, and opens everything for print. */
export function followLinks(filter: Filter): void {
  const follow = (): void => {
    const id = decoded(location.hash.slice(1));
    const target = id === '' ? null : document.getElementById(id);
    if (!target) return;
    if (target.closest('[hidden]')) filter.clear();
    reveal(target);
    // A row that folds its passages away is followed to see them.
    const folded = target.matches('.row')
      ? target.querySelector<HTMLDetailsElement>(':scope > details')
      : null;
    if (folded) folded.open = true;
    bringToSight(target, AWAKENINGS);
    const focusable = target.closest<HTMLElement>('.row, .document, section') ?? target;
    if (!focusable.hasAttribute('tabindex')) focusable.tabIndex = -1;
    focusable.focus({ preventScroll: true });
  };
  addEventListener('hashchange', follow);
  // The same link a second time changes no address, but must lead there again.
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link && link.getAttribute('href') === location.hash) follow();
  });
  if (location.hash !== '') follow();

  let closed: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    closed = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const each of closed) each.open = true;
  });
  addEventListener('afterprint', () => {
    for (const each of closed) each.open = false;
  });
}

/** What lies on the way and around the target gets its real size frame by frame. */
const AWAKENINGS = 6;

/** Scrolls again in the next frames, so that it lands where the first call aimed at. */
function bringToSight(target: HTMLElement, frames: number): void {
  const long = target.localName === 'section' || target.clientHeight > innerHeight * 0.8;
  target.scrollIntoView({ behavior: 'instant', block: long ? 'start' : 'center' });
  if (frames > 1) requestAnimationFrame(() => bringToSight(target, frames - 1));
}

function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
