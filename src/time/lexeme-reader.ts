import type { Lexemes } from '../text/scan-lexemes.ts';
import type { TimeReading, ValueForm } from './time-form.ts';

/** Penn tag of the token at a lexeme; the empty string where nothing tagged the text. */
export type TagAt = (lexeme: number) => string;

/** What every part of the time grammar reads: lexemes, the text they are cut from, the tags beside them. */
export class LexemeReader {
  protected readonly lexemes: Lexemes;
  protected readonly text: string;
  protected readonly tagAt: TagAt;

  constructor(lexemes: Lexemes, text: string, tagAt: TagAt) {
    this.lexemes = lexemes;
    this.text = text;
    this.tagAt = tagAt;
  }

  protected form(at: number): string {
    return this.lexemes.form[at] ?? '';
  }

  protected reading(start: number, end: number, type: TimeReading['type'], form: ValueForm): TimeReading {
    return { start, end, type, form };
  }

  protected fixed(
    start: number,
    end: number,
    type: TimeReading['type'],
    value: string | null,
    mod?: string,
  ): TimeReading {
    const reading = { start, end, type, form: { is: 'fixed', value } as const };
    return mod ? { ...reading, mod } : reading;
  }
}
