import type { Content } from './content.ts';

/** Who does what a content without a subject speaks of: "denied *supplying*" the speaker, "told them *to leave*" whom he tells. */
export function silentAgent({ attribution }: Content): string | null {
  switch (attribution.act) {
    case 'demand':
    case 'ask':
    case 'advise':
    case 'warn':
      return attribution.addressee ?? null;
    case 'allege':
      return null;
    default:
      return attribution.speaker;
  }
}
