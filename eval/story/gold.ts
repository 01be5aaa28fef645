import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../../src/model/span.ts';

/** A reader's gold for one story: the scheme that `docs/stories.md` describes. Only what the scorer reads is typed. */
export interface StoryGold {
  readonly documents: readonly GoldDocument[];
  readonly attributions: readonly GoldAttribution[];
  readonly entities: readonly {
    readonly id: string;
    readonly name: string;
    readonly aliases_in_text?: readonly string[];
  }[];
  readonly claims: readonly {
    readonly id: string;
    readonly positions: readonly {
      readonly actor: string;
      readonly stance: string;
      readonly attributions: readonly string[];
    }[];
  }[];
  readonly quotations: readonly GoldItem[];
  readonly discrepancies: readonly (GoldItem & { readonly importance: 'high' | 'medium' | 'low' })[];
  readonly not_discrepancies?: readonly GoldItem[];
  readonly lineage: readonly {
    readonly from: string;
    readonly to: string;
    readonly kind: string;
    readonly certainty?: string;
  }[];
}

export interface GoldPlace {
  readonly text?: string;
  readonly spans?: readonly Span[];
  readonly span?: Span;
}

interface GoldDocument {
  readonly id: string;
  readonly file: string;
  readonly credits?: readonly GoldPlace[];
  readonly not_article?: readonly GoldPlace[];
}

export interface GoldAttribution {
  readonly id: string;
  readonly document: string;
  readonly source: GoldPlace | null;
  readonly cue: GoldPlace | null;
  readonly content: GoldPlace;
  readonly form: string;
  readonly act: string;
  readonly speaker: string | null;
  readonly parent?: string | null;
  /** A reader may mark it or leave it: it counts neither way. */
  readonly optional?: boolean;
}

interface GoldItem {
  readonly id?: string;
  readonly readings?: readonly (GoldPlace & { readonly document: string })[];
}

export function readStoryGold(folder: string): StoryGold {
  return JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as StoryGold;
}

/** The spans of a place in the gold, whichever way it gives them; empty when there is none. */
export function spansOf(place: GoldPlace | null | undefined): readonly Span[] {
  if (!place) return [];
  return place.spans ?? (place.span ? [place.span] : []);
}
