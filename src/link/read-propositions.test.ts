import { expect, test } from 'vitest';
import { propositions } from '../../test/said.ts';

/** What a content says, as `head(agents' and objects' words)`, outright only. */
function said(text: string, cue = 'said'): string[] {
  return propositions(`[S:Ann Reed] [Q:${cue}] [C:${text}].`)
    .filter(({ frame }) => !frame.presupposed)
    .map(({ headKey, terms, roles }) => {
      const words = (role: string): string =>
        terms
          .filter((_, at) => roles[at] === role)
          .map(({ key }) => key)
          .join(' ');
      return `${headKey}(${words('agent')}; ${words('object')})`;
    });
}

/** The same with "not" before what is denied. */
function signed(text: string): string[] {
  const heads = said(text);
  return propositions(`[S:Ann Reed] [Q:said] [C:${text}].`)
    .filter(({ frame }) => !frame.presupposed)
    .map(({ frame }, at) => (frame.negator === null ? '' : 'not ') + (heads[at] ?? ''));
}

test.each<[string, string[]]>([
  ['the guards beat two workers', ['beat(guard; 2 worker)']],
  ['two workers were beaten by the guards', ['beat(guard; 2 worker)']],
  ['the mill has made a delivery of boats', ['deliveri(mill; boat)']],
  ['the mill has begun to sell boats', ['sell(mill; boat)']],
  ['the mill sells boats or rafts', ['sell(mill; boat)', 'sell(mill; raft)']],
  ['the boat turned and hit the pier', ['turn(boat; )', 'hit(boat; pier)']],
  ['the police opened fire without warning', ['warn(polic; )', 'fire(polic; )']],
])('%s', (text, expected) => {
  expect(said(text)).toEqual(expected);
});

test.each<[string, string[]]>([
  ['the police carried out a search of the mill', ['search(polic; mill)']],
  ['a search of the mill was carried out by the police', ['search(polic; mill)']],
  ['the mayor received a warning', ['warn(; mayor)']],
  ['no warning had been received', ['not warn(; )']],
  ['the meeting of the mayors took place in May', ['meet(; mayor)']],
  ['there is nobody to whom the firm should apologise', ['not apologis(firm; )']],
  ['the firm knows of nobody who has fallen ill', ['not fall(; ill)']],
  ['neither the firm nor the mine knew of the leak', ['not know(firm mine; leak)']],
  ['there was “never any danger to miners”', ['not danger(; )']],
  ['the firm paid the miners nothing, neither in May nor in June', ['not pay(firm; miner)']],
])('a light verb, and who is not: %s', (text, expected) => {
  expect(signed(text)).toEqual(expected);
});

test.each<[string, string[]]>([
  [
    'it was the miners, not the owners, who flooded the shaft',
    ['flood(miner; shaft)', 'not flood(owner; shaft)'],
  ],
  ['the miners, not the owners, flooded the shaft', ['flood(miner; shaft)', 'not flood(owner; shaft)']],
  ['the boat is a wreck, not a ship', ['wreck(boat; )', 'not ship(boat; )']],
  ['the boat was hit by a ship, not by a mine', ['hit(ship; boat)', 'not hit(mine; boat)']],
  ['there were not pills on board but rifles', ['rifl(; )', 'not pill(; )']],
  ['the harbour fired nothing but flares', ['fire(harbor; flar)', 'not fire(harbor; )']],
  ['it was not the miners who flooded the shaft', ['not flood(miner; shaft)']],
])('what is set against something: %s', (text, expected) => {
  expect(signed(text)).toEqual(expected);
});

test.each<[string, string, string[]]>([
  ['that the court the house of the mayor searched', 'claims', ['search(court; hous mayor)']],
  ['the dead at 17', 'put', ['dead(; )']],
  ['no lamp', 'saw', ['lamp(; )']],
  ['taken money', 'denied having', ['take(; monei)']],
])('%s', (text, cue, expected) => {
  expect(said(text, cue)).toEqual(expected);
});

test('what somebody calls a thing is said of it, and so is that there was none', () => {
  const [named] = propositions('[S:Ann Reed] [Q:called] [C:the order “a ban by letter”].');
  const [none] = propositions('[S:Ann Reed] [Q:said]: [C:No danger from lamps].');
  expect(named?.frame.hasVerb).toBe(true);
  expect(named?.attribution.content.text).toBe('“a ban by letter”');
  expect(none?.frame.hasVerb).toBe(true);
});

test('what is done to one state is not done to another, and a capital is its state', () => {
  const [first] = propositions('[S:Ann Reed] [Q:said] [C:Moscow sold boats to France].');
  const [second] = propositions('[S:Ann Reed] [Q:said] [C:Russia sold boats to France].');
  expect(first?.agents).toHaveLength(1);
  expect(second?.agents).toEqual(first?.agents);
  expect(first?.patients).not.toEqual(first?.agents);
});

test('a content of ten thousand words is read in part and not for ever', () => {
  const text = 'the mill that sold boats that '.repeat(2000);
  expect(propositions(`[S:Ann Reed] [Q:said] [C:${text}sank].`).length).toBeLessThan(400);
});
