import { expect, test } from 'vitest';
import { propositions } from '../../test/said.ts';

/** What a content says, as `head(agents' and objects' words)`, outright only. */
function said(text: string): string[] {
  return propositions(`[S:Ann Reed] [Q:said] [C:${text}].`)
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
