import { describe, expect, test } from 'vitest';
import { attributionsIn } from '../../test/attribution-notation.ts';

const acts = (rows: [string, string][]): void =>
  test.each(rows)('%s', (text, act) => expect(attributionsIn(text)[0]?.act).toBe(act));

describe('plain words that blame', () =>
  acts([
    ['The border service of Quell said drones launched from Brenn struck the village on Monday.', 'allege'],
    ['The observers said the plane was hit by a missile fired from Brenn.', 'allege'],
    ['“They came without a single light,” Ada Lunde said.', 'allege'],
    ['Ada Lunde said he was being held there against his will.', 'allege'],
    ['Quell said it was the guards of Brenn who opened the gate.', 'allege'],
  ]));

describe('plain words that blame nobody', () =>
  acts([
    ['The police said a tram hit a bus in the fog.', 'state'],
    ['A minister of Quell said Quellian crews had fired a signal.', 'state'],
    ['“We cannot exclude that the missile was fired from Brenn,” Ada Lunde said.', 'state'],
  ]));

describe('denials without a word for them', () =>
  acts([
    ['The ministry said no such conversation had taken place.', 'deny'],
    ['People in Quell said there had been no soldiers there for years.', 'deny'],
    ['“Nothing has been suspended,” the spokeswoman said.', 'deny'],
    ['Ada Lunde said that she never met the man.', 'deny'],
    ['The company said that it had paid Lunde nothing.', 'deny'],
  ]));

describe('promises, refusals and demands', () =>
  acts([
    ['The foreign minister said Quell would stop deliveries if the report was true.', 'pledge'],
    ['“We will not pay,” Ada Lunde said.', 'decline'],
    ['The police said they could not confirm the message.', 'decline'],
    ['“A bank that loses its books must say so at once,” Ada Lunde said.', 'demand'],
    ['“A letter is no answer. We expect the company to repair the valve,” Ada Lunde said.', 'demand'],
    ['“I cannot say what made the hole,” Ada Lunde said.', 'state'],
    ['The ministry expressed its readiness to hold talks.', 'pledge'],
  ]));
