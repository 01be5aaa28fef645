import { contentId } from '../src/model/id.ts';
import { evidenceAt, type Evidence } from '../src/model/evidence.ts';
import type { Act, Attribution, Form } from '../src/model/attribution.ts';
import type { Claim, Position, Stance } from '../src/model/claim.ts';
import type { Discrepancy } from '../src/model/discrepancy.ts';
import type { Document, Provenance } from '../src/model/document.ts';
import type { Entity, EntityKind } from '../src/model/entity.ts';
import type { Moment } from '../src/model/moment.ts';
import type { Reading } from '../src/model/utterance.ts';
import { marked } from './marked.ts';

/** How a content is reported; keys name people, labels other contents of the account. */
interface Voice {
  readonly speaker: string | null;
  readonly act: Act;
  readonly form: Form;
  readonly confidence: number;
  readonly chain?: readonly string[];
  readonly channel?: string;
  readonly when?: readonly [text: string, value: string | null];
  readonly parent?: string;
}

/** Shorthand for a voice. */
export function voice(
  speaker: string | null,
  act: Act,
  form: Form,
  confidence: number,
  more: Pick<Voice, 'chain' | 'channel' | 'when' | 'parent'> = {},
): Voice {
  return { speaker, act, form, confidence, ...more };
}

/** Evidence for words that stand in one document, in their order; the first place of several. */
export type InDocument = (...words: readonly string[]) => Evidence;

/** A document in bracket notation (test/marked.ts) with the voices of its contents, `C1` by `C1`. */
export interface Account {
  readonly file: string;
  readonly notation: string;
  readonly voices: Readonly<Record<string, Voice>>;
  readonly document: Partial<Document>;
  readonly provenance?: Partial<Provenance>;
  /** What points at words of the document. */
  readonly pointing?: (at: InDocument, entity: (key: string) => string) => Partial<Document>;
}

export type Person = readonly [
  kind: EntityKind,
  name: string,
  aliases: readonly string[],
  roles: readonly string[],
  speaksFor?: string,
];

/** Makes the parts of a dossier from accounts; every id comes from content, all evidence is cut from the texts. */
export class DossierBuilder {
  readonly documents: readonly Document[];
  readonly attributions: readonly Attribution[];
  readonly #name: string;
  readonly #people: Readonly<Record<string, Person>>;

  /** @param name - goes into the ids of entities, so that two samples share none. */
  constructor(name: string, accounts: readonly Account[], people: Readonly<Record<string, Person>>) {
    this.#name = name;
    this.#people = people;
    const read = accounts.map((account) => ({ account, ...marked(account.notation) }));
    this.documents = read.map(({ account, text }) => this.#document(account, text));
    this.attributions = read.flatMap(({ account, spans }, i) => {
      const document = this.documents[i];
      return document ? this.#attributions(account, document, spans) : [];
    });
  }

  entity(key: string): string {
    return contentId('e', this.#name, key);
  }

  entities(): Entity[] {
    const holding = (words: string): readonly Document[] =>
      this.documents.filter(({ text }) => text.includes(words));
    return Object.entries(this.#people).map(([key, [kind, name, aliases, roles, speaksFor]]) => ({
      id: this.entity(key),
      kind,
      name,
      aliases,
      aliasCounts: aliases.map((alias) => holding(alias).length),
      roles,
      roleEvidence: roles.flatMap((role) =>
        holding(role).map((document) => ({ text: role, evidence: [pointInto(document)(role)] })),
      ),
      ...(speaksFor === undefined ? {} : { speaksFor: this.entity(speaksFor) }),
      mentions: aliases.flatMap((alias) => holding(alias).map((document) => pointInto(document)(alias))),
    }));
  }

  /** The document whose file name begins so. */
  document(file: string): Document {
    const found = this.documents.find((each) => each.file?.startsWith(file));
    if (!found) throw new RangeError(`No account ${file}`);
    return found;
  }

  at(file: string, ...words: readonly string[]): Evidence {
    return pointInto(this.document(file))(...words);
  }

  /** The attribution `file C1`. */
  said(place: string): Attribution {
    const [file = '', label = ''] = place.split(' ');
    const id = contentId('a', this.document(file).id, label);
    const found = this.attributions.find((each) => each.id === id);
    if (!found) throw new RangeError(`No ${label} in ${file}`);
    return found;
  }

  readings(...places: readonly string[]): Reading[] {
    return places.map((place) => ({ attribution: this.said(place).id, evidence: this.said(place).content }));
  }

  position(actor: string | null, stance: Stance, ...places: readonly string[]): Position {
    return {
      actor: actor === null ? null : this.entity(actor),
      stance,
      attributions: places.map((place) => this.said(place).id),
    };
  }

  claim(
    key: string,
    text: string,
    documents: number,
    origins: number,
    positions: readonly Position[],
  ): Claim {
    return { id: contentId('c', key), text, documents, origins, positions };
  }

  /** A reading of a discrepancy: a value, whose it is, and where it stands. */
  value(value: string, heldBy: string | null, evidence: Evidence): Discrepancy['readings'][number] {
    return { value, heldBy: heldBy === null ? null : this.entity(heldBy), evidence };
  }

  moment(
    key: string,
    kind: Moment['kind'],
    [when, value]: readonly [text: string, value: string],
    text: string,
    evidence: readonly Evidence[],
    inferred?: string,
  ): Moment {
    const moment = { id: contentId('m', key), when: { text: when, value }, kind, text, evidence };
    return inferred === undefined ? moment : { ...moment, inferred };
  }

  #document({ file, document, provenance, pointing }: Account, text: string): Document {
    const id = contentId('d', text);
    const at = pointInto({ id, text });
    const title = document.title ?? '';
    return {
      id,
      file,
      language: 'en',
      analysed: true,
      credits: [],
      omitted: [],
      oddities: [],
      ...document,
      ...(text.startsWith(title) ? { titleEvidence: at(title) } : {}),
      ...pointing?.(at, (key) => this.entity(key)),
      provenance: {
        sha256: contentId('s', text).slice(2).repeat(6).slice(0, 64),
        bytes: text.length,
        format: file.split('.').pop() ?? 'txt',
        encoding: 'utf-8',
        ...provenance,
      },
      text,
    };
  }

  #attributions(
    { file, voices }: Account,
    document: Document,
    spans: ReturnType<typeof marked>['spans'],
  ): Attribution[] {
    const idOf = (label: string): string => contentId('a', document.id, label);
    return Object.entries(voices).map(([label, { speaker, chain = [], channel, when, parent, ...rest }]) => {
      const pieces = (role: string): Evidence | null => {
        const found = spans[role + label.slice(1)];
        return found ? evidenceAt(document, found) : null;
      };
      const content = pieces('C');
      if (!content) throw new RangeError(`${file} has no ${label}`);
      return {
        id: idOf(label),
        document: document.id,
        ...(parent === undefined ? {} : { parent: idOf(parent) }),
        source: pieces('S'),
        cue: pieces('Q'),
        content,
        speaker: speaker === null ? null : this.entity(speaker),
        chain: chain.map((key) => this.entity(key)),
        ...(channel === undefined ? {} : { channel }),
        ...(when === undefined ? {} : { when: { text: when[0], value: when[1] } }),
        ...rest,
      };
    });
  }
}

function pointInto(document: { readonly id: string; readonly text: string }): InDocument {
  return (...words) => {
    let from = 0;
    const spans = words.map((each) => {
      const start = document.text.indexOf(each, from);
      if (start < 0) throw new RangeError(`${document.id} has no ${JSON.stringify(each)}`);
      from = start + each.length;
      return [start, from] as const;
    });
    return evidenceAt(document, spans);
  };
}
