import { array, assert, constantFrom, integer, property, string, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { windows1252FromLatin1 } from './windows-1252.ts';
import { findMojibake, repairMojibake, repairTogether } from './repair-mojibake.ts';

/** What a program makes of a text that reads its UTF-8 in another encoding. */
function misread(text: string, encoding: string): string {
  const bytes = new TextEncoder().encode(text);
  const latin1 = Buffer.from(bytes).toString('latin1');
  if (encoding === 'latin1') return latin1;
  // Node reads Windows-1252 as Latin-1 in several releases of version 20.
  return encoding === 'windows-1252'
    ? windows1252FromLatin1(latin1)
    : new TextDecoder(encoding).decode(bytes);
}

/** Sound texts in many languages, with the typography of newspapers. */
const SOUND = [
  'The harbour master said: “It wasn’t us – nobody was there…” and left for São Tomé.',
  '„Das macht Spaß“, sagte er, „und der Fuß“ – heiß… »Straße«, »Gruß«: 20 °C, ½ Liter, § 5.',
  '« L’ÉTÉ », dit-il : « À Évian, l’Âme, le CAFÉ… » — ça va “PRÉCISÉ” — déjà vu à 5 £.',
  '“AMANHÔ e “MAÇÔ: «AMANHû, «MAÇû, “IRMÔ — o título em maiúsculas de “São João”.',
  'The film “Pelé” and “Beyoncé”—her fiancé…” said “Renée’s” agent; the résumé™ of Zoë®.',
  '“fiancé…” “café”… “Qué…” “así”… “sí”… “también”…',
  'El “Ñ” de “ESPAÑ… ¿Qué? ¡Así! «PERÚ» “PERÚ”… “CANADÁ”.',
  'Zażółć gęślą jaźń. „KRAKÓW”, „WROCŁAW” – „ŻÓŁĆ”…',
  'Příliš žluťoučký kůň úpěl „ďábelské ódy“.',
  'Đường phố Hà Nội: “Ã”, “Â”, “Ê” và “Ô”… Nguyễn Phú Trọng.',
  'Årets ål: “Å” er 5 Å… 3 Å–4 Å, 5 Å², 6 Å², »blå«, “FØ”, Ærø – smørrebrød.',
  'Ένας λιμενικός είπε: «Δεν ήμασταν εμείς».',
  'Капитан порта сказал: «Это были не мы» – и ушёл… “Вљ” и Љубав, Ђорђе.',
  'קברניט הנמל אמר: ״לא אנחנו״ – והלך.',
  'قال ربان الميناء: «لم نكن نحن» – ثم غادر…',
  '港の責任者は「私たちではない」と述べた…',
  '항만 책임자는 “우리가 아니다”라고 말했다.',
  'बंदरगाह के प्रमुख ने कहा: “यह हम नहीं थे”।',
  'İstanbul’da “ŞİŞLİ” – ÇAĞ… “Ağrı”, Iğdır, ÖÇ”…',
  'The letters Â, Ã, Ä and Å; “Â”, “Ã” and “Ä”: Â° is a sign. √© ¬ ‚ „ ™ ⅞ × 3½, 2×½.',
  'Crème brûlée costs £5 (€6), 30°C, 5µm ± 0·1; 😀 👍🏽 and ﬁ ligatures.',
];

/** Sentences that a newspaper in English prints. */
const PRINTED = [
  'The café said: “It wasn’t us” – and left.',
  'Łukasz Żółć and Émile Zola met in Århus… at 30 °C for £5.',
  'Ünal’s “non-stop” ferry — the Ærøskøbing — costs €40, says Zoë Müller.',
  'It’s',
  'Naïve 😀 façade ½',
  'Владимир said: «Нет» – “no”.',
  'Τσίπρας ’',
  'Président à Évian',
  'She said that she’d leave…',
];

describe('repairMojibake', () => {
  it('turns UTF-8 that was read as Windows-1252 back, and says what stood there', () => {
    const damaged = 'The cafÃ© said: â€œIt wasnâ€™t usâ€\u009D â€“ and Ğ kept its Łódź ðŸ˜€.';
    const { text, repairs } = repairMojibake(damaged);
    expect(text).toBe('The café said: “It wasn’t us” – and Ğ kept its Łódź 😀.');
    expect(repairs.map(({ start, end, was }) => [text.slice(start, end), was])).toEqual([
      ['é', 'Ã©'],
      ['“', 'â€œ'],
      ['’', 'â€™'],
      ['”', 'â€\u009D'],
      ['–', 'â€“'],
      ['😀', 'ðŸ˜€'],
    ]);
  });

  it('turns back a single accent or apostrophe', () => {
    expect(repairMojibake('The cafÃ© was shut.').text).toBe('The café was shut.');
    expect(repairMojibake('It wasnâ€™t us.').text).toBe('It wasn’t us.');
    expect(repairMojibake('He saidÂ\u00A0that 10Â°C is cold.').text).toBe('He said\u00A0that 10°C is cold.');
  });

  it.each(SOUND)('leaves a sound text as it is: %s', (text) => {
    expect(findMojibake(text)).toEqual([]);
    expect(repairMojibake(text)).toEqual({ text, repairs: [] });
  });

  it('leaves any sound texts side by side as they are', () => {
    assert(
      property(array(constantFrom(...SOUND), { minLength: 1, maxLength: 8 }), (texts) => {
        expect(repairMojibake(texts.join('\n')).repairs).toEqual([]);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it.each(
    PRINTED.flatMap((text) => ['windows-1252', 'latin1', 'macintosh'].map((encoding) => [encoding, text])),
  )('undoes a reading as %s: %s', (encoding, text) => {
    // on a Mac, too, the typography shows it; Greek and Cyrillic would be known by whole texts only
    if (
      encoding === 'macintosh' &&
      (!/[‘’“”–…—😀]/u.test(text) || /[\p{sc=Greek}\p{sc=Cyrillic}]/u.test(text))
    )
      return;
    expect(repairMojibake(misread(text, encoding)).text).toBe(text);
  });

  it('undoes it as often as it was done, and in parts', () => {
    const encodings = constantFrom('windows-1252', 'latin1');
    assert(
      property(
        array(tuple(constantFrom(...PRINTED), integer({ min: 0, max: 2 }), encodings), {
          minLength: 1,
          maxLength: 6,
        }),
        (lines) => {
          const sound = lines.map(([line]) => line).join('\n');
          const damaged = lines
            .map(([line, times, encoding]) => {
              let text = line;
              for (let time = 0; time < times; time++) text = misread(text, encoding);
              return text;
            })
            .join('\n');
          const { text, repairs } = repairMojibake(damaged);
          expect(text).toBe(sound);
          // put back, the repairs give what came
          let back = '';
          let at = 0;
          for (const { start, end, was } of repairs) {
            back += text.slice(at, start) + was;
            at = end;
          }
          expect(back + text.slice(at)).toBe(damaged);
        },
      ),
      { seed: 11, numRuns: 500 },
    );
  });

  it('reads English typography that a server set to Russian damaged', () => {
    expect(repairMojibake('вЂњIt wasnвЂ™t us,вЂќ he said.').text).toBe('“It wasn’t us,” he said.');
  });

  it('survives any text', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { repairs } = repairMojibake(text);
        for (const { start, end } of repairs) expect(end).toBeGreaterThan(start);
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});

describe('repairTogether', () => {
  it('believes of a headline what its text shows', () => {
    const [title, text] = repairTogether(['RÃ‰UNION Ã€ Ã‰VIAN', 'Itâ€™s the cafÃ©, she said.']);
    expect(title?.text).toBe('RÉUNION À ÉVIAN');
    expect(text?.repairs.map(({ start }) => start)).toEqual([2, 12]);
  });
});
