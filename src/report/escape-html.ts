/**
 * Escapes text for an HTML page, and makes what would deceive a reader's eye visible.
 *
 * Direction overrides, zero-width characters and control characters can show other words than a document holds. Each is
 * kept where it stands (so that copying gives the document's own text), shut in a `<bdi>` so that it governs nothing
 * around it, and shown by its code point, which page.css draws from `data-u`. Control characters that HTML forbids are
 * replaced by their pictures (U+2400 and after).
 */
const HIDDEN =
  // Joiners are left alone in the scripts and emoji that need them; between Latin letters they only hide.
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u200b\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff]|(?<=[\x20-\u024f])[\u200c\u200d](?=[\x20-\u024f])/;
const HIDDEN_ALL = new RegExp(HIDDEN, 'g');

const NAMES: Readonly<Record<string, string>> = {
  '200B': 'zero-width space',
  '200C': 'zero-width non-joiner',
  '200D': 'zero-width joiner',
  '2060': 'word joiner',
  '202A': 'left-to-right embedding',
  '202B': 'right-to-left embedding',
  '202C': 'end of direction',
  '202D': 'left-to-right override',
  '202E': 'right-to-left override',
  '2066': 'left-to-right isolate',
  '2067': 'right-to-left isolate',
  '2068': 'first-strong isolate',
  '2069': 'end of isolate',
  FEFF: 'byte-order mark',
};

const SPECIAL = /[&<>"']/g;
const SPECIAL_IN_CONTENT = /[&<>]/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes `text` for an element's content or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(SPECIAL, (character) => ENTITIES[character] ?? character);
}

/**
 * Escapes words of a document for an element's content, hidden characters made visible. Not for attributes: quotation marks, of
 * which news is full, stay as they are.
 */
export function wordsHtml(text: string): string {
  if (!HIDDEN.test(text)) return escapeContent(text);
  let html = '';
  let from = 0;
  for (const match of text.matchAll(HIDDEN_ALL)) {
    html += escapeContent(text.slice(from, match.index)) + hiddenCharacter(match[0]);
    from = match.index + match[0].length;
  }
  return html + escapeContent(text.slice(from));
}

function escapeContent(text: string): string {
  return text.replace(SPECIAL_IN_CONTENT, (character) => ENTITIES[character] ?? character);
}

/** The same for an attribute or a title, where no element can stand: hidden characters become their code points. */
export function plainWords(text: string): string {
  return text.replace(HIDDEN_ALL, (character) => `[U+${codePoint(character)}]`);
}

function hiddenCharacter(character: string): string {
  const code = codePoint(character);
  const name = NAMES[code] ?? 'control character';
  const unit = character.charCodeAt(0);
  const shown =
    unit < 0x20 ? String.fromCharCode(0x2400 + unit) : unit >= 0x7f && unit < 0xa0 ? '\u2421' : character;
  return `<bdi class="hidden" title="U+${code} ${name}" data-u="${code}">${shown}</bdi>`;
}

function codePoint(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}
