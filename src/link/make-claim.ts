import { deniesItself, denialOf } from './antecedent.ts';
import { claimText } from './claim-text.ts';
import type { Content, Contents } from './content.ts';
import { namedThing } from './named-antecedent.ts';
import type { Pointers } from './pointers.ts';
import type { Proposition } from './proposition.ts';
import type { Relays } from './relay.ts';
import { actOf, stanceOf } from './stance.ts';
import type { Claim, Position, Stance } from '../model/claim.ts';
import { contentId } from '../model/id.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import { overlaps } from '../model/span.ts';
import { bringsOthersClaims, isAllegingCue } from '../text/stance-cues.ts';

/** Of several stances that one content takes to a claim the first of these is its own: a denial is no assertion besides. */
const STRONGEST_FIRST: readonly Stance[] = [
  'denies',
  'demands-end',
  'demands',
  'conditional',
  'hedges',
  'asserts',
];

interface Held {
  readonly content: Content;
  readonly stance: Stance;
  readonly presupposed: boolean;
}

/** Makes claims of propositions that belong together: who holds what, and what the claim is called. */
export class ClaimMaker {
  readonly #story: LinkedStory;
  readonly #contents: Contents;
  readonly #pointers: Pointers;
  /** What the claims so far are called. */
  readonly #texts = new Set<string>();
  /** Ids of those that are called by a piece of a sentence. */
  readonly #pieces = new Set<string>();
  readonly #byId: ReadonlyMap<string, Content>;
  /** Inner id to the outer ones that take its positions. */
  readonly #outer = new Map<string, string[]>();

  constructor(story: LinkedStory, contents: Contents, relays: Relays, pointers: Pointers) {
    this.#story = story;
    this.#contents = contents;
    this.#pointers = pointers;
    this.#byId = new Map(contents.list.map((content) => [content.attribution.id, content]));
    for (const [outer, inners] of relays.own)
      for (const { id } of inners) this.#outer.set(id, [...(this.#outer.get(id) ?? []), outer]);
  }

  /** Whether a claim is called by a piece of a sentence only. */
  isPiece({ id }: Claim): boolean {
    return this.#pieces.has(id);
  }

  /** `null` when nobody says it or it says nothing that could be true or false. */
  make(members: readonly Proposition[]): Claim | null {
    if (!members.some(({ frame }) => frame.hasVerb)) return null;
    const opposed =
      members.some(
        (member) => actOf(member) === 'deny' || (member.frame.negator === null) !== member.frame.refuted,
      ) || members.some((member) => this.#saysNone(member));
    const negatives = opposed ? statedNegatives(members) : [];
    const inverted = negatives.length > 0;
    const free = members.some((member) => !member.frame.dependent && !member.frame.conditional);
    const held = new Map<string, Held>();
    const taken = new Map<string, Held>();
    const add = (content: Content, stance: Stance, presupposed: boolean): void => {
      const into = presupposed ? taken : held;
      const known = into.get(content.attribution.id);
      if (known && STRONGEST_FIRST.indexOf(known.stance) <= STRONGEST_FIRST.indexOf(stance)) return;
      into.set(content.attribution.id, { content, stance, presupposed });
    };
    // what goes on with a content has a stance of its own where it words the claim itself
    const further = new Map<string, Held>();
    const goOn = (content: Content, stance: Stance): void => {
      if (!further.has(content.attribution.id))
        further.set(content.attribution.id, { content, stance, presupposed: false });
    };
    for (const member of members) {
      const stance = settle(
        member,
        inverted ? contraryOf(stanceOf(member)) : stanceOf(member),
        opposed,
        free,
      );
      for (const content of this.#holders(member)) {
        add(content, stance, member.frame.presupposed);
        // who demands an end takes for granted that it is
        if (stance === 'demands-end' && member.frame.ended) add(content, 'asserts', true);
      }
      if (member.frame.presupposed) continue;
      for (const { content, by } of this.#pointers.get(member.attribution.id) ?? []) {
        const pointed = by === null ? stance : stanceByPointing(by, member, stance);
        if (pointed !== null) (by === content ? add : goOn)(content, pointed, false);
      }
    }
    for (const [id, one] of further) if (!held.has(id)) held.set(id, one);
    for (const [id, { stance }] of held) if (stance !== 'demands-end') taken.delete(id);
    const all = [...held.values(), ...taken.values()];
    if (all.length === 0) return null;
    const { text, whole } = inverted
      ? claimText(negatives, this.#contents, true, this.#texts)
      : claimText(members, this.#contents, !opposed, this.#texts);
    this.#texts.add(text);
    const id = contentId('c', ...members.map(placeOf));
    if (!whole) this.#pieces.add(id);
    const documents = new Set(all.map(({ content }) => content.attribution.document));
    return {
      id,
      text,
      positions: this.#positions(all),
      documents: documents.size,
      origins: this.#story.countOrigins(documents),
    };
  }

  /**
   * "No meeting took place": there is nothing to assert but that there was none, which is a denial; but "no paper will stop
   * us" says something of us.
   */
  #saysNone({ frame, roles, documentIndex }: Proposition): boolean {
    if (roles.includes('agent') && roles.includes('object')) return false;
    const words = this.#contents.indexes[documentIndex]?.annotated.language.tokens.word;
    if (frame.negator === null) return false;
    return frame.universal || /^no$/i.test(words?.[frame.negator] ?? '');
  }

  /** The content itself and what hands it on in the speaker's own name. */
  #holders(member: Proposition): Content[] {
    const outer = member.frame.conditional ? [] : (this.#outer.get(member.attribution.id) ?? []);
    const ids = [member.attribution.id, ...outer];
    return ids.flatMap((id) => this.#byId.get(id) ?? []);
  }

  #positions(all: readonly Held[]): Position[] {
    const positions = new Map<
      string,
      { actor: string | null; stance: Stance; attributions: string[]; presupposed: boolean }
    >();
    for (const { content, stance, presupposed } of all) {
      const actor = this.#actorOf(content);
      const key = `${actor ?? ''}/${stance}/${String(presupposed)}`;
      const position = positions.get(key);
      if (position) position.attributions.push(content.attribution.id);
      else positions.set(key, { actor, stance, attributions: [content.attribution.id], presupposed });
    }
    return [...positions.values()]
      .sort(
        (a, b) =>
          b.attributions.length - a.attributions.length ||
          compareText(a.actor ?? '', b.actor ?? '') ||
          compareText(a.stance, b.stance) ||
          Number(a.presupposed) - Number(b.presupposed),
      )
      .map(({ presupposed, ...position }) => (presupposed ? { ...position, presupposed } : position));
  }

  /**
   * Who holds what a content says. Whoever is asked to do something ("asked both sides to examine claims that …") does not
   * hold what he is asked about: those claims are nobody's who is named.
   */
  #actorOf({ attribution }: Content): string | null {
    if (bringsOthersClaims(attribution.cue?.text ?? '')) return null;
    const parent = this.#byId.get(attribution.parent ?? '');
    if (!parent || !attribution.source) return attribution.speaker;
    const { act, content, speaker } = parent.attribution;
    const asked = act === 'ask' || act === 'demand' || act === 'advise';
    const within = attribution.source.spans.every((span) =>
      content.spans.some((outer) => overlaps(outer, span)),
    );
    if (attribution.speaker === null && /^(?:I|we)$/i.test(attribution.source.text)) return speaker;
    return asked && within ? null : attribution.speaker;
  }
}

/** Where a proposition is read: one content says several things, and of "rifles or rafts" each by one word. */
function placeOf({ attribution, headSpan, conjunct, terms }: Proposition): string {
  const which = conjunct < 0 ? '' : terms.map(({ key }) => key).join(' ');
  return `${attribution.id}:${String(headSpan[0])}:${which}`;
}

/**
 * A stance in the company of the others: where nobody says the contrary, "did not give way" is asserted as it stands; and
 * where everybody names the same condition, the condition belongs to the claim.
 */
function settle({ frame }: Proposition, stance: Stance, opposed: boolean, free: boolean): Stance {
  if (frame.dependent && free && (stance === 'asserts' || stance === 'denies')) return 'conditional';
  if (opposed) return stance;
  return stance === 'denies' ? 'asserts' : stance === 'demands-end' ? 'demands' : stance;
}

/**
 * The wordings of a claim that says that something is not so: "sailed without lights" is stated, and "was lit" is the answer to
 * it. Empty unless more state it than state the contrary, and all of them do one or the other: who denies by his act ("denied
 * having lights") answers to what is affirmed.
 */
function statedNegatives(members: readonly Proposition[]): Proposition[] {
  const said = members.filter(({ frame }) => !frame.presupposed);
  const stances = said.map((member) => (actOf(member) === 'deny' ? null : stanceOf(member)));
  if (!stances.every((stance) => stance === 'asserts' || stance === 'denies')) return [];
  const negatives = said.filter((_, at) => stances[at] === 'denies');
  const affirmed = contentsOf(said.filter((_, at) => stances[at] === 'asserts'));
  return affirmed > 0 && contentsOf(negatives) > affirmed ? negatives : [];
}

function contentsOf(members: readonly Proposition[]): number {
  return new Set(members.map(({ attribution }) => attribution.id)).size;
}

function contraryOf(stance: Stance): Stance {
  return stance === 'asserts' ? 'denies' : stance === 'denies' ? 'asserts' : stance;
}

/** How a content stands to what it points at, `null` where it means something else there. */
function stanceByPointing(pointer: Content, member: Proposition, stance: Stance): Stance | null {
  // "no such meeting": the meeting is meant, whether it was told of or denied before
  if (namedThing(pointer)) return 'denies';
  if (actOf(pointer) !== 'deny' && !deniesItself(pointer)) return pointingStance(pointer, stance);
  // "the allegations" are what was alleged, not what the accuser says is not so
  if (member.frame.negator !== null && isAllegingCue(pointer.attribution.content.text)) return null;
  return denialOf(pointer, stance);
}

/** "Repeated this" stands as what it repeats. */
function pointingStance(pointer: Content, stance: Stance): Stance {
  return actOf(pointer) === 'decline' ? 'hedges' : stance;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
