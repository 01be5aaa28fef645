/** Makes an element with its properties and children. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** Whether a row is one that a reader can see now: not filtered out, not in something closed. */
export function isShown(row: HTMLElement): boolean {
  return row.closest('[hidden]') === null && row.closest('details:not([open])') === null;
}

/** Opens everything that `element` lies in. */
export function reveal(element: Element): void {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement) at.open = true;
  }
}
