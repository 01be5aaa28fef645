import type { Warning } from '../model/errors.ts';
import { showAddress } from './capture.ts';
import type { PageRole } from './page-role.ts';

/** Why a record that is in order gives no document. */
type Reason = PageRole | 'unchanged' | 'error' | 'unlisted' | 'no-text';

const WORDS: readonly (readonly [reasons: readonly Reason[], words: string])[] = [
  [['unchanged'], 'say only that a page was found unchanged'],
  [['error'], 'are pages that the server did not give'],
  [['unlisted', 'embedded'], 'were loaded by pages and are none themselves'],
  [['notice'], 'are notices (of an error, a login, a consent)'],
  [['front'], 'are front pages'],
  [['scant'], 'hold hardly any text and nothing that marks an article'],
  [['no-text'], 'hold no text'],
];

/** Addresses that are named for one reason; the rest is counted. */
const MOST_NAMED = 3;

/** Counts the records of a web archive that give no document, by reason, and names some of those that might have been one. */
export class PassedOver {
  readonly #found = new Map<Reason, { count: number; addresses: string[] }>();

  add(reason: Reason, address?: string): void {
    const known = this.#found.get(reason) ?? { count: 0, addresses: [] };
    known.count++;
    if (address !== undefined && known.addresses.length < MOST_NAMED)
      known.addresses.push(showAddress(address));
    this.#found.set(reason, known);
  }

  /** One warning with all reasons; none when nothing was passed over. */
  warnings(file: string): Warning[] {
    const list = WORDS.flatMap(([reasons, words]) => {
      const found = reasons.flatMap((reason) => this.#found.get(reason) ?? []);
      const count = found.reduce((sum, each) => sum + each.count, 0);
      if (count === 0) return [];
      const named = found.flatMap(({ addresses }) => addresses).slice(0, MOST_NAMED);
      const more = named.length < count && named.length > 0 ? [`and ${count - named.length} more`] : [];
      return [`${count} ${words}${named.length === 0 ? '' : ` (${[...named, ...more].join(', ')})`}`];
    });
    return list.length === 0
      ? []
      : [
          {
            code: 'skipped-records',
            message: `Records of ${file} that were passed over: ${list.join(', ')}.`,
            file,
          },
        ];
  }
}
