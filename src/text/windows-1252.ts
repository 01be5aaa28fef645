/** What Windows-1252 has at 0x80–0x9F, where Latin-1 has control characters; NUL where it has nothing. */
const UPPER_CONTROLS = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';
const CONTROLS = /[\x80-\x9F]/g;

/** The character that a code from 0x80 to 0x9F stands for in Windows-1252; `null` for the five that it leaves open. */
export function characterOfWindows1252(code: number): string | null {
  const character = UPPER_CONTROLS.charAt(code - 0x80);
  return character === '' || character === '\0' ? null : character;
}

/** A text in which bytes of Windows-1252 were read as Latin-1, put right. */
export function windows1252FromLatin1(text: string): string {
  return text.replace(CONTROLS, (control) => characterOfWindows1252(control.charCodeAt(0)) ?? control);
}

/** From a character that Windows-1252 has above ASCII to its byte; what it leaves open keeps its number. */
export const WINDOWS_1252_BYTES: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 0x80 }, (_, at) => {
    const code = 0x80 + at;
    return [(code < 0xa0 ? characterOfWindows1252(code) : null) ?? String.fromCharCode(code), code] as const;
  }),
);
