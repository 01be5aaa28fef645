import { Antecedents, type Antecedent, type MentionAt } from './antecedents.ts';
import type { DraftEntity } from './entity-table.ts';
import type { Nominal } from './find-nominals.ts';
import { FirstPersons, isFirstPerson, isFirstPlural } from './first-persons.ts';
import type { Gender } from './lexicon/roles.ts';
import type { SourceTokens } from './source-head.ts';
import { tokenAt } from './source-head.ts';
import type { AttributionSpans } from '../model/attribution.ts';
import type { LanguageLayer } from '../model/language-layer.ts';
import { UPOS } from '../model/language-layer.ts';
import { nameKey } from '../text/person-name.ts';

const VERB = UPOS.indexOf('VERB');

const PERSONAL: Readonly<Record<string, Gender>> = {
  he: 'male',
  him: 'male',
  his: 'male',
  himself: 'male',
  she: 'female',
  her: 'female',
  hers: 'female',
  herself: 'female',
};
const PLURAL = new Set(['they', 'them', 'their', 'theirs', 'themselves']);
const NEUTER = new Set(['it', 'its', 'itself']);
const RELATIVE = new Set(['who', 'which', 'whom', 'whose', 'that']);

/** Verbs by which somebody goes on speaking. */
const CONTINUING = /^(?:also )?(?:added|adds|adding|continued|continues|went on|concluded|repeated)\b/i;
/** Sentences between two attributions of one series. */
const SERIES_WINDOW = 2;
/** Sentences that a pronoun may look back over. */
const SENTENCE_WINDOW = 4;

/**
 * Weights of what makes an antecedent likely, after Lappin and Leass 1994 (https://aclanthology.org/J94-4002): a subject
 * outweighs an object, the sentence before outweighs an earlier one, and whoever is quoted goes on to be "he".
 *
 * Chosen by coordinate ascent on 861 pronouns of GUM train without its news (73 % right before, 77 % after); the eval task
 * coreference measures them on GUM dev and on the news. Those of paragraphs and topics were chosen so that they cost nothing on
 * train; they raised dev and news from 75 % to 78 %.
 */
const WEIGHT = {
  /** For each sentence between. */
  sentence: -1.35,
  subject: 0.5,
  source: 0.9,
  /** Mentioned in another paragraph: a paragraph keeps to whom it began with. */
  paragraph: -1,
  /** What the sentence before, in the same paragraph, was about (Grosz, Joshi and Weinstein 1995, J95-2003). */
  topic: 1,
  /** A source, where the pronoun is one too or stands in the same sentence. */
  speaking: 1.4,
  /** Mentioned in a quotation that the pronoun stands outside of. */
  intoQuotation: -0.8,
  /** Times the logarithm of how often it was mentioned. */
  often: 1,
  /** A possessive takes up what stands right before it: divided by the distance in tokens. */
  possessive: 1,
  /** For each token between: of two that weigh the same the later one is meant. */
  token: -0.001,
};

/** Keeps the last mentions of a document and chooses among them what a pronoun stands for. */
export class PronounResolver {
  readonly #layer: LanguageLayer;
  readonly #attributions: readonly AttributionSpans[];
  readonly #sources: readonly (SourceTokens | null)[];
  /** Attributions by the token that heads their source. */
  readonly #bySource = new Map<number, number>();
  readonly #antecedents: Antecedents;
  readonly firstPersons: FirstPersons;
  /** 1 + attribution whose quoted words a token is among, the innermost one. */
  readonly #quotedBy: Int32Array;
  /** The entity that stands at the head of a source, once it was read. */
  readonly #speakerAt = new Map<number, DraftEntity>();

  constructor(
    layer: LanguageLayer,
    attributions: readonly AttributionSpans[],
    sources: readonly (SourceTokens | null)[],
  ) {
    this.#layer = layer;
    this.#attributions = attributions;
    this.#sources = sources;
    this.#antecedents = new Antecedents(layer);
    this.firstPersons = new FirstPersons(layer, attributions, sources);
    sources.forEach((source, index) => {
      if (source) this.#bySource.set(source.head, index);
    });
    this.#quotedBy = new Int32Array(layer.tokens.count);
    const size = (attribution: AttributionSpans) =>
      attribution.content.reduce((sum, [from, to]) => sum + to - from, 0);
    const order = attributions
      .map((_, index) => index)
      .sort((a, b) => size(attributions[b] as AttributionSpans) - size(attributions[a] as AttributionSpans));
    for (const index of order)
      for (const [from, to] of attributions[index]?.content ?? [])
        for (
          let token = tokenAt(layer, from);
          token < layer.tokens.count && (layer.tokens.start[token] ?? 0) < to;
          token++
        )
          if ((layer.tokens.quoted[token] ?? 0) > 0) this.#quotedBy[token] = index + 1;
  }

  /** Takes note of a mention that pronouns after it can mean. */
  note(entity: DraftEntity, at: MentionAt): void {
    if (at.isSource) for (let token = at.first; token < at.end; token++) this.#speakerAt.set(token, entity);
    this.#antecedents.note(entity, at);
  }

  /**
   * Who "he" is in "he added": the speaker of the attribution before, whose series goes on.
   *
   * @returns `null` where that attribution names no speaker, so that nobody can be sure; `undefined` where no series goes on.
   */
  #speakerBefore(token: number): DraftEntity | null | undefined {
    const index = this.#bySource.get(token) ?? -1;
    const attribution = this.#attributions[index];
    const [cue] = attribution?.cue ?? [];
    if (!attribution || !cue || !CONTINUING.test(this.#layer.text.slice(...cue))) return undefined;
    let before = index - 1;
    while (before >= 0 && this.#attributions[before]?.parent !== undefined) before--;
    const previous = this.#attributions[before];
    if (!previous || attribution.parent !== undefined) return undefined;
    const { sentence } = this.#layer.tokens;
    const last = tokenAt(this.#layer, previous.content.at(-1)?.[0] ?? 0);
    if ((sentence[token] ?? 0) - (sentence[last] ?? 0) > SERIES_WINDOW) return undefined;
    const source = this.#sources[before];
    if (!source) return previous.form === 'direct' ? null : undefined;
    if (isFirstPlural((this.#layer.tokens.word[source.head] ?? '').toLowerCase())) return null;
    const speaker = this.#speakerAt.get(source.head);
    return speaker?.kind === 'person' && !speaker.plural ? speaker : undefined;
  }

  /** Who spoke last, named and of no office that is known: whom a new description of a speaker can mean. */
  lastSpeaker(nominal: Nominal): DraftEntity | undefined {
    const sentence = this.#layer.tokens.sentence[nominal.head] ?? 0;
    const last = this.#antecedents.persons.findLast((candidate) => candidate.isSource);
    return last &&
      sentence - last.sentence <= 2 &&
      last.entity.named &&
      last.entity.offices.length === 0 &&
      (nominal.gender === undefined ||
        last.entity.gender === undefined ||
        nominal.gender === last.entity.gender)
      ? last.entity
      : undefined;
  }

  /** The person last mentioned before a description whom `fits` accepts. */
  lastPerson(fits: (entity: DraftEntity) => boolean, nominal: Nominal): DraftEntity | undefined {
    return this.#antecedents.persons.findLast(
      ({ entity, head }) =>
        head < nominal.first &&
        (nominal.gender === undefined || entity.gender === undefined || nominal.gender === entity.gender) &&
        fits(entity),
    )?.entity;
  }

  /** The one person who was mentioned in the last sentences, when there is only one and that one is named. */
  onlyPerson(nominal: Nominal): DraftEntity | undefined {
    const sentence = this.#layer.tokens.sentence[nominal.head] ?? 0;
    let only: DraftEntity | undefined;
    for (let at = this.#antecedents.persons.length - 1; at >= 0; at--) {
      const candidate = this.#antecedents.persons[at];
      if (!candidate || sentence - candidate.sentence > SENTENCE_WINDOW) break;
      if (only !== undefined && candidate.entity !== only) return undefined;
      only = candidate.entity;
    }
    if (only === undefined || !only.named) return undefined;
    return only.gender === undefined || nominal.gender === undefined || only.gender === nominal.gender
      ? only
      : undefined;
  }

  /** The last subject among the people of the last sentences whom `fits` accepts. */
  lastSubject(fits: (entity: DraftEntity) => boolean): DraftEntity | undefined {
    return this.#antecedents.persons.findLast((candidate) => candidate.isSubject && fits(candidate.entity))
      ?.entity;
  }

  /** The body or country of the last sentences that a description such as "the company" takes up. */
  body(token: number, isSource: boolean, fits: (entity: DraftEntity) => boolean): DraftEntity | undefined {
    return this.#best(token, this.#antecedents.others, isSource, fits);
  }

  /** What a possessive that opens a description stands for: "its spokesman", "his statement". */
  antecedent(token: number): DraftEntity | undefined {
    return this.resolve(token, (this.#layer.tokens.word[token] ?? '').toLowerCase(), false);
  }

  /** What the pronoun at `token` stands for; `undefined` when nothing fits or the word is no pronoun that is resolved here. */
  resolve(token: number, word: string, isSource: boolean): DraftEntity | undefined {
    const gender = PERSONAL[word];
    if (gender !== undefined) {
      const series = isSource ? this.#speakerBefore(token) : undefined;
      if (series === null) return undefined;
      if (series && (series.gender === undefined || series.gender === gender)) {
        series.gender ??= gender;
        return series;
      }
      const found = this.#best(
        token,
        this.#antecedents.persons,
        isSource,
        (entity) => !entity.plural && (entity.gender === undefined || entity.gender === gender),
      );
      if (found) found.gender ??= gender;
      return found;
    }
    if (PLURAL.has(word))
      return (
        this.#best(
          token,
          this.#antecedents.others,
          isSource,
          (entity) => entity.plural || entity.kind === 'group',
        ) ??
        this.#best(
          token,
          this.#antecedents.others,
          isSource,
          (entity) => entity.kind !== 'place' && entity.kind !== 'product',
        )
      );
    if (NEUTER.has(word) && (isSource || word === 'its'))
      return this.#best(
        token,
        this.#antecedents.others,
        isSource,
        (entity) => !entity.plural && entity.kind !== 'product',
      );
    if (RELATIVE.has(word) && (isSource || word !== 'that')) return this.#antecedentOfRelative(token);
    if (isFirstPerson(word)) this.firstPersons.note(token);
    return undefined;
  }

  /** Whether a token stands in what somebody is said to say. */
  #stands(token: number, { content }: AttributionSpans): boolean {
    const start = this.#layer.tokens.start[token] ?? 0;
    return content.some(([from, to]) => from <= start && start < to);
  }

  /** Whether a sentence comes next, what is quoted between them aside. */
  #follows(before: number, sentence: number): boolean {
    const { sentences, tokens } = this.#layer;
    if (sentence <= before) return false;
    for (let at = before + 1; at < sentence; at++)
      if ((tokens.quoted[sentences[at]?.firstToken ?? 0] ?? 0) === 0) return false;
    return true;
  }

  #paragraph(sentence: number): number | undefined {
    return this.#layer.sentences[sentence]?.paragraph;
  }

  #best(
    token: number,
    candidates: readonly Antecedent[],
    isSource: boolean,
    fits: (entity: DraftEntity) => boolean,
  ): DraftEntity | undefined {
    const { tokens } = this.#layer;
    const sentence = tokens.sentence[token] ?? 0;
    const quoted = tokens.quoted[token] ?? 0;
    const speaker = this.#speakerOfQuotation(token);
    const own = this.#attributions[this.#bySource.get(token) ?? -1];
    const named = new Set<DraftEntity>();
    const possessive = /^(?:his|her|its|their)$/i.test(tokens.word[token] ?? '');
    const isObject = /^(?:him|her|them)$/i.test(tokens.word[token] ?? '') && tokens.penn[token] === 'PRP';
    let best: DraftEntity | undefined;
    let bestScore = -Infinity;
    for (let at = candidates.length - 1; at >= 0; at--) {
      const candidate = candidates[at];
      if (!candidate || candidate.head >= token) continue;
      const distance = sentence - candidate.sentence;
      if (distance > SENTENCE_WINDOW) break;
      // "“Lunde is too hard,” he said": who is named in the words is not who says them, though bodies name themselves.
      if (
        own &&
        candidate.entity.kind === 'person' &&
        candidate.quoted > quoted &&
        this.#stands(candidate.head, own)
      )
        named.add(candidate.entity);
      if (!fits(candidate.entity) || speaker?.(candidate.entity) || named.has(candidate.entity)) continue;
      if (isObject && distance === 0 && candidate.isSubject && this.#isCoArgument(candidate.end, token))
        continue;
      let score = WEIGHT.sentence * distance + WEIGHT.often * Math.log(candidate.entity.mentions);
      if (candidate.isSubject) score += WEIGHT.subject;
      if (candidate.isSource) score += WEIGHT.source;
      if (candidate.isSource && (isSource || distance === 0)) score += WEIGHT.speaking;
      if (this.#paragraph(candidate.sentence) !== this.#paragraph(sentence)) score += WEIGHT.paragraph;
      else if (candidate.isTopic && this.#follows(candidate.sentence, sentence)) score += WEIGHT.topic;
      if (candidate.quoted > quoted) score += WEIGHT.intoQuotation;
      if (possessive && distance === 0) score += WEIGHT.possessive / (1 + token - candidate.head);
      score += (token - candidate.head) * WEIGHT.token;
      if (score > bestScore) {
        bestScore = score;
        best = candidate.entity;
      }
    }
    return best;
  }

  /**
   * A test for the one whose quoted words a token is among: in them "he" is somebody else. The speaker may be named after the
   * words, and is then known by the name alone.
   */
  #speakerOfQuotation(token: number): ((entity: DraftEntity) => boolean) | undefined {
    const index = (this.#quotedBy[token] ?? 0) - 1;
    const source = this.#sources[index];
    if (!source || (token >= source.first && token < source.end)) return undefined;
    const known = this.#speakerAt.get(source.head);
    if (known) return (entity) => entity === known;
    const family = nameKey(this.#layer.tokens.word[source.head] ?? '').replaceAll(' ', '');
    return (entity) => entity.words.at(-1) === family;
  }

  /** "Lunde praised her": subject and object of one verb are two, unless a reflexive says otherwise (Chomsky 1981). */
  #isCoArgument(from: number, to: number): boolean {
    const { tokens } = this.#layer;
    let verbs = 0;
    for (let token = from; token < to; token++) {
      if (tokens.upos[token] === VERB) verbs++;
      else if (
        /^(?:[,;:–—("“”]|that|who|which|if|when|because|and|but|as|while)$/.test(tokens.word[token] ?? '')
      )
        return false;
    }
    return verbs === 1;
  }

  /** "Kyiv, which says": the mention that ends right before. */
  #antecedentOfRelative(token: number): DraftEntity | undefined {
    const before = this.#layer.tokens.word[token - 1] === ',' ? token - 1 : token;
    // "A worker at the plant, who": the person, where the words end together.
    const who = /^(?:who|whom)$/i.test(this.#layer.tokens.word[token] ?? '');
    const person = who
      ? this.#antecedents.persons.findLast((candidate) => candidate.end === before)
      : undefined;
    if (person) return person.entity;
    let best: Antecedent | undefined;
    for (const list of [this.#antecedents.persons, this.#antecedents.others]) {
      const last = list.findLast((candidate) => candidate.end <= before);
      if (last && last.sentence === this.#layer.tokens.sentence[token] && (!best || last.head > best.head))
        best = last;
    }
    return best?.entity;
  }
}
