import robotsParser from 'robots-parser';

/** The package declares its function as if it were an ES module, which it is not. */
const parseRobots = robotsParser as unknown as (address: string, rules: string) => ParsedRobots;

interface ParsedRobots {
  isAllowed(address: string, agent: string): boolean | undefined;
  getCrawlDelay(agent: string): number | undefined;
}

/** What a host lets programs fetch. */
export interface RobotRules {
  allows(address: string): boolean;
  /** Seconds between two requests that the host asks for, where it does. */
  readonly crawlDelay: number | undefined;
}

export const ALLOW_ALL: RobotRules = { allows: () => true, crawlDelay: undefined };

/** The name by which rules are meant for us (RFC 9309, 2.2.1). */
export const PRODUCT = 'stemma';

/** Rules are read to this length, which the standard sets as the least (RFC 9309, 2.5). */
export const MOST_ROBOTS_BYTES = 500 * 1024;

/** Rules for an address are looked for in this much of it: matching costs the product of both lengths. */
const LONGEST_MATCHED = 2000;

/** Reads a `robots.txt` that was found at `address`. */
export function readRobots(address: string, bytes: Uint8Array): RobotRules {
  const text = new TextDecoder().decode(bytes.subarray(0, MOST_ROBOTS_BYTES));
  const robots = parseRobots(address, groupsForUs(text));
  return {
    allows: (asked) => robots.isAllowed(asked.slice(0, LONGEST_MATCHED), PRODUCT) !== false,
    crawlDelay: robots.getCrawlDelay(PRODUCT),
  };
}

/**
 * The rules with the names of other programs made one: the parser keeps every rule once for each name above it, so that ten thousand names over as
 * many rules would fill the memory.
 */
function groupsForUs(text: string): string {
  const named = new Set<string>();
  const lines: string[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const agent = /^\s*user-agent\s*:\s*([^\s/#]*)/i.exec(line);
    if (agent === null) {
      if (/^\s*[a-z-]+\s*:/i.test(line)) named.clear();
      lines.push(line);
      continue;
    }
    const name = (agent[1] ?? '').toLowerCase();
    const kept = name === PRODUCT || name === '*' ? name : 'another';
    if (!named.has(kept)) lines.push(`user-agent: ${kept}`);
    named.add(kept);
  }
  return lines.join('\n');
}
