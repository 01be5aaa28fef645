/**
 * Noncharacters (Unicode 15, section 23.7) that stand for `<` and `&` in a cleaned page. A parser makes a text node of its own at each such
 * sign, escaped or not, so that a megabyte of them would take minutes; these are letters to it.
 */
const LESS_THAN = '\uFDD0';
const AMPERSAND = '\uFDD1';

/** Stands for a line break that is one whatever the elements around it say. */
export const LINE_BREAK = '\uFDD2';

/** A text that no HTML parser finds a tag or a character reference in. */
export function hideSigns(text: string): string {
  return text.replaceAll('<', LESS_THAN).replaceAll('&', AMPERSAND);
}

/** The signs of {@link hideSigns} as they were. */
export function showSigns(text: string): string {
  return text.replaceAll(LESS_THAN, '<').replaceAll(AMPERSAND, '&').replaceAll(LINE_BREAK, '\n');
}
