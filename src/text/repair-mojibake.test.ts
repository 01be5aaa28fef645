import { describe, expect, it } from 'vitest';

import { findMojibake, repairMojibake } from './repair-mojibake.ts';

describe('repairMojibake', () => {
  it('turns UTF-8 that was read as Windows-1252 back', () => {
    const damaged = 'The cafÃ© said: â€œIt wasnâ€™t usâ€\u009D â€“ and Ğ kept its Łódź ðŸ˜€.';
    expect(repairMojibake(damaged)).toEqual({
      text: 'The café said: “It wasn’t us” – and Ğ kept its Łódź 😀.',
      repaired: 6,
    });
  });

  it('leaves letters that stand there by right', () => {
    for (const text of ['São Tomé', 'Â°', 'L’Âme d’Évian', 'ÄÖÜ äöü', '“Ça va”, «oui»', 'naïve façade'])
      expect(findMojibake(text)).toEqual([]);
  });
});
