import { setTimeout as wait } from 'node:timers/promises';

interface Host {
  /** Settles when whoever came last is done. */
  last: Promise<unknown>;
  /** By the clock that never runs back: before this nobody takes a turn. */
  restsUntil: number;
}

/** Lets one at a time ask a host, with a pause between one page and the next. */
export class HostTurns {
  readonly #hosts = new Map<string, Host>();

  /**
   * Does `work` when all who came before are done.
   *
   * @param pause - Milliseconds for which the host rests afterwards.
   * @param waits - Whether to wait for the end of a rest: a redirect goes on at once, as it does in a browser.
   */
  take<T>(
    hostname: string,
    { pause, waits }: { readonly pause: number; readonly waits: boolean },
    work: () => Promise<T>,
  ): Promise<T> {
    const host = this.#host(hostname);
    const turn = host.last.then(async () => {
      const rest = host.restsUntil - performance.now();
      if (waits && rest > 0) await wait(rest);
      try {
        return await work();
      } finally {
        this.rest(hostname, pause);
      }
    });
    host.last = turn.catch(() => undefined);
    return turn;
  }

  /** The host rests for at least so many milliseconds from now. */
  rest(hostname: string, ms: number): void {
    const host = this.#host(hostname);
    host.restsUntil = Math.max(host.restsUntil, performance.now() + ms);
  }

  #host(hostname: string): Host {
    let host = this.#hosts.get(hostname);
    if (host === undefined) {
      host = { last: Promise.resolve(), restsUntil: 0 };
      this.#hosts.set(hostname, host);
    }
    return host;
  }
}
