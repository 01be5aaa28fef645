import { describe, expect, it } from 'vitest';

import { detectLanguage, isEnglish } from './detect-language.ts';

describe('isEnglish', () => {
  it.each([
    ['The ferry left the port at six, and the coast guard had called it in vain since seven.', true],
    ['Die Fähre verließ den Hafen um sechs, und die Küstenwache rief sie seit sieben vergeblich.', false],
    ['Le ferry a quitté le port à six heures, et les garde-côtes l’avaient appelé en vain.', false],
    ['Паром вышел из порта в шесть часов вечера, сообщила служба порта.', false],
    ['Нет комментариев', false],
    ['No comment.', null],
    ['Merrin, Vetter, Tadas, Oster, Halmar, Lantern, Herald, Kestrel, coast, port, and ferry', null],
  ])('%s', (text, expected) => {
    expect(isEnglish(text)).toBe(expected);
  });

  it('does not count addresses as words', () => {
    expect(isEnglish(`${'https://lantern.example/the-of-and '.repeat(20)} ja`)).toBeNull();
  });
});

describe('detectLanguage', () => {
  it.each([
    ['El transbordador salió del puerto a las seis de la tarde, según la oficina.', 'es'],
    ['De veerboot verliet de haven om zes uur, zei het havenkantoor vrijdag.', 'nl'],
    ['غادرت العبارة الميناء في الساعة السادسة مساء، حسبما ذكر مكتب الميناء', 'ar'],
    ['The ferry left the port at six, the harbour office said.', 'en'],
    ['Oster', 'und'],
  ])('%s', async (text, language) => {
    expect(await detectLanguage(text)).toBe(language);
  });
});
