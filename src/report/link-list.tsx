import { Name } from './words.tsx';

/** Addresses that lead out of the page; numbered, so that print can list them at its end as a book lists its notes. */
export class LinkList {
  readonly addresses: string[] = [];
  readonly #numbers = new Map<string, number>();

  /** A link where the address is one that a browser may follow (`http`, `https`), else the address as words. */
  link(address: string) {
    if (!isWeb(address)) return <Name text={address} />;
    let number = this.#numbers.get(address);
    if (number === undefined) {
      number = this.addresses.push(address);
      this.#numbers.set(address, number);
    }
    return (
      <>
        <a href={address} rel="noreferrer noopener" class="out">
          <Name text={address} />
        </a>
        <sup class="print-only">{number}</sup>
      </>
    );
  }
}

/** The notes at the end of a printed page. */
export function PrintedLinks({ links }: { links: LinkList }) {
  if (links.addresses.length === 0) return null;
  return (
    <section class="print-only" aria-label="Addresses">
      <h2>Addresses</h2>
      <ol>
        {links.addresses.map((address) => (
          <li>
            <Name text={address} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function isWeb(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol } = new URL(address);
  return protocol === 'http:' || protocol === 'https:';
}
