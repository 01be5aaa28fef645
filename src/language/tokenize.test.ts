import { describe, expect, it } from 'vitest';
import { TokenBuffer } from './token-buffer.ts';
import { tokenize } from './tokenize.ts';

function words(text: string): string {
  const buffer = new TokenBuffer(1);
  tokenize(text, 0, text.length, buffer);
  const found: string[] = [];
  for (let i = 0; i < buffer.count; i++) found.push(text.slice(buffer.start[i], buffer.end[i]));
  return found.join('|');
}

describe('tokenize', () => {
  it.each([
    ["Orlan doesn't know it's Veska's.", "Orlan|does|n't|know|it|'s|Veska|'s|."],
    ['They wouldn’t’ve come; we cannot.', 'They|would|n’t|’ve|come|;|we|can|not|.'],
    ["Reza Dal'emi's aide met Sa‘adi", "Reza|Dal'emi|'s|aide|met|Sa‘adi"],
    ["the ministers' claims", "the|ministers|'|claims"],
    ["'em and the '90s", "'em|and|the|'90s"],
  ])('cuts clitics, not names: %s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it.each([
    ['a 14-year-old', 'a|14|-|year|-|old'],
    ['U.S.-led and Tarsia-backed', 'U.S.|-|led|and|Tarsia|-|backed'],
    ['Mirza-Tahmasb, al-Hadi, Jong-il', 'Mirza-Tahmasb|,|al-Hadi|,|Jong-il'],
    ['an F-16, Covid-19, non-profit', 'an|F-16|,|Covid-19|,|non-profit'],
    ['on 2031-04-05, 2-1', 'on|2031-04-05|,|2|-|1'],
  ])('cuts compounds, not names: %s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it.each([
    ['50,000-60,000 at 10:30', '50,000|-|60,000|at|10:30'],
    ['$1.2bn, 3.5%, 1/2, 9/11', '$|1.2bn|,|3.5|%|,|1/2|,|9/11'],
    ['the 1990s and .265', 'the|1990s|and|.265'],
  ])('keeps numbers whole: %s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it.each([
    ['Mr. Aldo met M. Brin on Sept. 16.', 'Mr.|Aldo|met|M.|Brin|on|Sept.|16|.'],
    ['in the U.S. and the U.N., i.e. both', 'in|the|U.S.|and|the|U.N.|,|i.e.|both'],
    ['He said no. No. 3 left plan B. The rest', 'He|said|no|.|No.|3|left|plan|B|.|The|rest'],
    ['Dr. Orla, Ph.D., of Tarn Inc. said', 'Dr.|Orla|,|Ph.D.|,|of|Tarn|Inc.|said'],
    ['J.K. Aldo and J.Brin', 'J.K.|Aldo|and|J.|Brin'],
  ])('keeps the stop of abbreviations and initials: %s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it.each([
    ['see https://example.org/a?b=c. Then', 'see|https://example.org/a?b=c|.|Then'],
    ['(www.example.org) or example.com/x,', '(|www.example.org|)|or|example.com/x|,'],
    ['write to press.office@tarn.example.org.', 'write|to|press.office@tarn.example.org|.'],
    ['#ferry @harbour_desk', '#ferry|@harbour_desk'],
    ['the end.The next', 'the|end|.|The|next'],
  ])('keeps addresses whole: %s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it('cuts marks apart and keeps repeated ones together', () => {
    expect(words('“We ... wait”—he said -- really?!')).toBe('“|We|...|wait|”|—|he|said|--|really|?|!');
    expect(words("``so''")).toBe("``|so|''");
  });

  it('survives what is no text', () => {
    expect(words('a\u0000b \ud83d\ude00\ud800 \u202eабв 𝔘𝔫𝔦')).toBe('a|b|😀|\ud800|абв|𝔘𝔫𝔦');
  });
});
