import { describe, expect, it } from 'vitest';
import { plainDocument } from '../../test/plain-document.ts';
import type { AnnotatedDocument } from '../model/annotated-document.ts';
import type { Quantity } from '../model/quantity.ts';
import { traceLineage } from './trace-lineage.ts';

/** Two copies of one text and three accounts of the same night, with `shared` and `others` as the number of people. */
function tell(shared: string, others: readonly string[], verb = 'took'): AnnotatedDocument[] {
  const copy = (id: string, lead: string): AnnotatedDocument =>
    counting(
      id,
      `${lead}
The old dam above Quell gave way before dawn on Tuesday and sent a wall of mud through the lower town.
Rescuers in rubber boats took ${shared} people off the roofs of the tannery and the grain store by noon.
The council cancelled the harvest fair and opened the school gymnasium to families who had lost their houses.`,
    );
  return [
    copy('d-a', 'Quell woke up to mud.'),
    copy('d-b', 'At least two are missing in the hills.'),
    ...others.map((number, i) =>
      counting(
        `d-${i}`,
        `By nightfall boats ${verb} ${number} people off roofs in Quell, said witness ${i}.`,
      ),
    ),
  ];
}

function counting(id: string, text: string): AnnotatedDocument {
  const quantities = [...text.matchAll(/(more than )?(\d+) (people)/g)].map((match): Quantity => {
    const end = match.index + match[0].length;
    const value = Number(match[2]);
    return {
      span: [match.index, end],
      low: value,
      high: match[1] ? Infinity : value,
      value,
      approximator: match[1] ? 'more-than' : 'exact',
      unit: 'person',
      counted: [end - 'people'.length, end],
    };
  });
  return { ...plainDocument(id, text), quantities };
}

const reasonOf = (documents: readonly AnnotatedDocument[]): string | undefined =>
  traceLineage(documents).edges.find(({ from, to }) => from === 'd-a' && to === 'd-b')?.reason;

describe('a number that two documents share', () => {
  it('is named where the others agree on another', () => {
    expect(reasonOf(tell('49', ['94', '94', '94']))).toContain(
      'both have “49 people” where others have “94 people”',
    );
  });

  it.each([
    ['the others have it too', '94', ['94', '94', '94']],
    ['just one other differs', '49', ['94']],
    ['the others disagree among themselves', '49', ['94', '90', '92']],
    ['most others have it', '49', ['49', '49', '49', '94', '94']],
    ['the others leave room for it', '49', ['more than 40', 'more than 40', 'more than 40']],
  ])('is left alone where %s', (_, shared, others) => {
    expect(reasonOf(tell(shared, others))).not.toContain('both have');
  });

  it('is left alone where the others count something else', () => {
    expect(reasonOf(tell('49', ['94', '94', '94'], 'missed'))).not.toContain('both have');
  });
});
