import type { DraftEntity } from './entity-table.ts';
import { bodyKey, officeKey, openBodyKey } from './lexicon/offices.ts';
import type { ReadingState } from './reading-state.ts';
import { tokenAt } from './source-head.ts';
import type { Coreference, LocalEntity } from '../model/mention.ts';

/** Longest mention in tokens; longer ones are garbled text. */
const MENTION_LENGTH = 40;

/** Leaves out what nobody names and nobody quotes, numbers the rest anew, and puts mentions in the order of the text. */
export function finishCoreference(state: ReadingState): Coreference {
  const drafts = state.table.entities;
  const keep = new Uint8Array(drafts.length);
  for (const draft of drafts)
    if (draft.mentions > 0 && (draft.named || draft.roles.length > 0)) keep[draft.index] = 1;
  for (const { span, entity } of state.mentions) {
    const first = tokenAt(state.layer, span[0]);
    const end = Math.min(tokenAt(state.layer, span[1] - 1) + 1, first + MENTION_LENGTH);
    if (keep[entity] === 0 && state.isSource(first, end)) keep[entity] = 1;
  }
  for (const draft of drafts)
    if (keep[draft.index] && draft.speaksFor !== undefined && (drafts[draft.speaksFor]?.mentions ?? 0) > 0)
      keep[draft.speaksFor] = 1;
  const indexOf = new Map<number, number>();
  for (const draft of drafts) if (keep[draft.index]) indexOf.set(draft.index, indexOf.size);
  const entities = drafts
    .filter((draft) => indexOf.has(draft.index))
    .map((draft): LocalEntity => {
      const speaksFor = draft.speaksFor === undefined ? undefined : indexOf.get(draft.speaksFor);
      return {
        kind: draft.kind,
        name: draft.name,
        named: draft.named,
        roles: draft.roles,
        ...(speaksFor === undefined || speaksFor === indexOf.get(draft.index) ? {} : { speaksFor }),
        ...comparable(draft),
      };
    });
  const mentions = state.mentions
    .filter((mention) => indexOf.has(mention.entity))
    .map((mention) => ({ ...mention, entity: indexOf.get(mention.entity) ?? 0 }))
    .sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
  return { entities, mentions };
}

/** What other documents can compare: the identity that general knowledge settles, and offices of one holder. */
function comparable(draft: DraftEntity): Pick<LocalEntity, 'key' | 'offices'> {
  if (draft.kind !== 'person') {
    const body = draft.offices.map(bodyKey).find((found) => found !== null);
    const key = draft.key ?? (draft.named ? body : undefined);
    if (key !== undefined && key !== null) return { key };
    // An unnamed "Korvenia's coastguard" is Korvenia's, and no other country's.
    const [office] = draft.kind === 'organisation' ? draft.offices : [];
    const open = office && (bodyKey(office) ?? openBodyKey(office));
    return open ? { offices: [open] } : {};
  }
  const offices = [...new Set(draft.offices.map(officeKey).filter((office) => office !== null))].sort();
  return offices.length > 0 ? { offices } : {};
}
