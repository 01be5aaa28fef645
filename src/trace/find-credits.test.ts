import { describe, expect, it } from 'vitest';
import { plainDocument } from '../../test/plain-document.ts';
import type { Document } from '../model/document.ts';
import { findCredits } from './find-credits.ts';

/** Credits as `role: name ← words`. */
function creditsOf(text: string, more: Partial<Document> = {}): string[] {
  const { document, language } = plainDocument('d', text, more);
  return findCredits(document, language).map(
    ({ name, role, evidence }) => `${role ?? 'unclear'}: ${name} ← ${evidence.text}`,
  );
}

describe('findCredits', () => {
  it('reads the agency in a dateline', () => {
    expect(creditsOf('Dam fails\n\nQUELL, March 3 (Reuters) - The dam at Quell failed.')).toEqual([
      'origin: Reuters ← Reuters',
    ]);
    expect(creditsOf('Dam fails\n\nQuell (AFP) – The dam at Quell failed.')).toEqual([
      'origin: Agence France-Presse ← AFP',
    ]);
    expect(creditsOf('Dam fails\n\nQUELL, March 3. /TASS/. The dam at Quell failed.')).toEqual([
      'origin: TASS ← TASS',
    ]);
    expect(creditsOf('Dam fails\n\nQUELL/OSTMARK, March 3 (Reuters) - The dam at Quell failed.')).toEqual([
      'origin: Reuters ← Reuters',
    ]);
  });

  it('takes an agency that it does not know from a dateline as it stands', () => {
    expect(creditsOf('Dam fails\n\nQUELL, March 3 (Nordwire) — The dam at Quell failed.')).toEqual([
      'origin: Nordwire ← Nordwire',
    ]);
  });

  it('reads two agencies in one dateline', () => {
    expect(creditsOf('Dam fails\n\nQUELL (AP/AFP) — The dam at Quell failed.')).toEqual([
      'origin: Associated Press ← AP',
      'origin: Agence France-Presse ← AFP',
    ]);
  });

  it('reads bylines, source lines and sign-offs', () => {
    expect(creditsOf('Dam fails\nBy Ida Quist, Associated Press\nThe dam at Quell failed.')).toEqual([
      'origin: Associated Press ← Associated Press',
    ]);
    expect(creditsOf('Dam fails\nXinhua | Updated: 3 March\nThe dam at Quell failed.')).toEqual([
      'origin: Xinhua ← Xinhua',
    ]);
    expect(creditsOf('The dam at Quell failed.\nSource: Anadolu Agency')).toEqual([
      'origin: Anadolu Agency ← Source: Anadolu Agency',
    ]);
    expect(creditsOf('The dam at Quell failed.\n(Source: Nordwire)')).toEqual([
      'origin: Nordwire ← Source: Nordwire',
    ]);
    expect(
      creditsOf('The dam at Quell failed.\n(Reporting by Ida Quist in Quell; Editing by Bo Lund)'),
    ).toEqual(['origin: Reuters ← (Reporting by Ida Quist in Quell; Editing by Bo Lund)']);
  });

  it('reads datelines without parentheses, where the lexicon knows the agency', () => {
    expect(creditsOf('Dam fails\nQuell, IRNA – The dam at Quell failed.')).toEqual(['origin: IRNA ← IRNA']);
    expect(creditsOf('Dam fails\nQUELL, March 3, Xinhua — The dam at Quell failed.')).toEqual([
      'origin: Xinhua ← Xinhua',
    ]);
    expect(creditsOf('Dam fails\nQuell, Ostmark – The dam at Quell failed.')).toEqual([]);
  });

  it('reads several agencies of one sign-off as parts of the copy', () => {
    expect(creditsOf('The dam at Quell failed.\nIts wall was old.\niq/bl (AFP, dpa and Reuters)')).toEqual([
      'contribution: Agence France-Presse ← AFP',
      'contribution: Deutsche Presse-Agentur ← dpa',
      'contribution: Reuters ← Reuters',
    ]);
    expect(creditsOf('The dam at Quell failed.\nIts wall was old.\n(Quell Gazette with AFP)')).toEqual([
      'contribution: Agence France-Presse ← AFP',
    ]);
  });

  it('tells what somebody contributed from what contributed to something', () => {
    expect(creditsOf('Title\nMud contributed to losses, Reuters said.')).toEqual([
      'cited: Reuters ← Reuters said',
    ]);
  });

  it('tells a part of the copy and a first publication from the whole', () => {
    expect(creditsOf('The dam at Quell failed.\nThe Associated Press contributed to this report.')).toEqual([
      'contribution: Associated Press ← The Associated Press',
    ]);
    expect(
      creditsOf('The dam at Quell failed.\nThis article was first published by The Quell Gazette.'),
    ).toEqual(['hat-tip: The Quell Gazette ← first published by The Quell Gazette']);
  });

  it('reads an agency’s byline with a town', () => {
    expect(creditsOf('Dam fails\nAgence France-Presse in Quell\nThe dam at Quell failed.')).toEqual([
      'origin: Agence France-Presse ← Agence France-Presse',
    ]);
  });

  it('takes no country for the name of its agency', () => {
    expect(creditsOf('Title\nThe dam was old, a Korvenian news agency reported.')).toEqual([]);
    expect(creditsOf('Title\nThe dam was old, the Korvenian news agency Nordwire reported.')).toEqual([
      'cited: Nordwire ← Nordwire',
    ]);
  });

  it('finds agencies that a sentence cites', () => {
    expect(creditsOf('Title\nThe dam was old, IRNA reported. “It held,” she told AFP.')).toEqual([
      'cited: IRNA ← IRNA reported',
      'cited: Agence France-Presse ← told AFP',
    ]);
    expect(
      creditsOf('Title\nAsked by Reuters, the mayor shrugged. To a question from AFP she said no.'),
    ).toEqual(['cited: Reuters ← Asked by Reuters', 'cited: Agence France-Presse ← question from AFP']);
    expect(creditsOf('Title\nThe dam was old, according to the state news agency, Nordwire.')).toEqual([
      'cited: Nordwire ← Nordwire',
    ]);
  });

  it('leaves picture credits, polls and names alone', () => {
    expect(
      creditsOf('Title\nThe dam at Quell. Ida Quist/Reuters\nA Reuters/Ipsos poll found no change.'),
    ).toEqual([]);
    expect(creditsOf('Title\nShe is a former AP Photo editor.')).toEqual([]);
    expect(creditsOf('Title\nThe AP classes begin in May.')).toEqual([]);
  });

  it('leaves copyright lines and appeals alone', () => {
    expect(creditsOf('The dam failed.\nCopyright 2031 The Associated Press. All rights reserved.')).toEqual(
      [],
    );
    const text = 'The dam failed.\nDear readers\nSource: Anadolu Agency';
    const start = text.indexOf('Dear');
    const omitted = [
      {
        evidence: { document: 'd', spans: [[start, text.length] as const], text: text.slice(start) },
        why: 'appeal' as const,
      },
    ];
    expect(creditsOf(text, { omitted })).toEqual([]);
  });
});
