import type { Dossier } from '../model/dossier.ts';
import type { Evidence } from '../model/evidence.ts';
import { VERSION } from '../model/version.ts';
import { anchorId } from './anchors.ts';

/** UTF-16 units before and after the exact words, by which a quote is found again where positions have moved. */
const AFFIX = 32;

type Node = Readonly<Record<string, unknown>>;

/**
 * Renders attributions and discrepancies as W3C Web Annotations: where each stands in its document's text, by position and
 * by quote.
 *
 * An attribution gives up to three annotations, one for each role: its content (described in words), its source
 * (identifying the speaker) and its cue (tagged with the act). Positions count Unicode code points, as the
 * recommendation demands, and not the UTF-16 units of the dossier; docs/decisions/0050 says why.
 *
 * @see https://www.w3.org/TR/annotation-model/
 */
export function renderAnnotations(dossier: Dossier): string {
  const targets = new Map(
    dossier.documents.map((document) => [
      document.id,
      new Target(document.text, document.url ?? urn(document.id), document.provenance?.captured),
    ]),
  );
  const names = new Map(dossier.entities.map((entity) => [entity.id, entity.name]));
  const at = (evidence: Evidence): Node[] => targets.get(evidence.document)?.pieces(evidence) ?? [];
  const items: Node[] = [];
  const add = (id: string, motivation: string, body: Node, target: Node[]): void => {
    if (target.length > 0) items.push({ id: urn(id), type: 'Annotation', motivation, body, target });
  };
  for (const attribution of dossier.attributions) {
    const name = attribution.speaker === null ? null : (names.get(attribution.speaker) ?? null);
    add(
      attribution.id,
      'describing',
      text(`${name ?? 'speaker left open'}: ${attribution.act}, ${attribution.form}`),
      at(attribution.content),
    );
    if (attribution.source) {
      add(
        `${attribution.id}:source`,
        'identifying',
        text(name ?? attribution.source.text),
        at(attribution.source),
      );
    }
    if (attribution.cue) {
      add(`${attribution.id}:cue`, 'tagging', text(attribution.act), at(attribution.cue));
    }
  }
  for (const discrepancy of dossier.discrepancies) {
    add(
      discrepancy.id,
      'commenting',
      text(
        `Discrepancy (${discrepancy.kind}, ${discrepancy.importance}): ${discrepancy.about}: ` +
          discrepancy.readings.map((reading) => reading.value).join(' / '),
      ),
      discrepancy.readings.flatMap((reading) => at(reading.evidence)),
    );
  }
  return `${JSON.stringify(
    {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'urn:stemma:annotations',
      type: 'AnnotationCollection',
      label: dossier.title,
      generator: { type: 'Software', name: `stemma ${VERSION}` },
      total: items.length,
      first: { id: 'urn:stemma:annotations:1', type: 'AnnotationPage', startIndex: 0, items },
    },
    null,
    2,
  )}\n`;
}

function text(value: string): Node {
  return { type: 'TextualBody', value, format: 'text/plain' };
}

function urn(id: string): string {
  return `urn:stemma:${id.split(':').map(anchorId).join(':')}`;
}

/** A document's text, from UTF-16 units to code points. */
class Target {
  readonly #text: string;
  readonly #source: string;
  /** Of which moment's capture the positions are. */
  readonly #state: Node;
  /** Where the second half of each surrogate pair stands: as many as there are before a place, it is shifted back. */
  readonly #halves: number[] = [];

  constructor(text: string, source: string, captured: string | undefined) {
    this.#text = text;
    this.#source = source;
    this.#state = captured === undefined ? {} : { state: { type: 'TimeState', sourceDate: captured } };
    for (let at = 1; at < text.length; at++) {
      if (isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1))) this.#halves.push(at);
    }
  }

  /** One target for each piece, each with both selectors. */
  pieces(evidence: Evidence): Node[] {
    return evidence.spans.map(([start, end]) => ({
      source: this.#source,
      ...this.#state,
      selector: [
        { type: 'TextPositionSelector', start: this.#codePoints(start), end: this.#codePoints(end) },
        {
          type: 'TextQuoteSelector',
          exact: this.#text.slice(start, end),
          prefix: this.#text.slice(this.#whole(Math.max(0, start - AFFIX)), start),
          suffix: this.#text.slice(end, this.#whole(Math.min(this.#text.length, end + AFFIX))),
        },
      ],
    }));
  }

  #codePoints(at: number): number {
    let low = 0;
    let high = this.#halves.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#halves[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return at - low;
  }

  /** The same place, moved in front of a surrogate pair that it would cut. */
  #whole(at: number): number {
    return isLow(this.#text.charCodeAt(at)) && isHigh(this.#text.charCodeAt(at - 1)) ? at - 1 : at;
  }
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
