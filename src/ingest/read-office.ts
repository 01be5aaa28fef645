import { Parser } from 'htmlparser2';

import { decodeBytes } from './decode-bytes.ts';
import type { DocumentParts } from './document-from-text.ts';
import { openZip, type ArchiveLimits } from './read-archive.ts';

/** How the two office formats name what is read of them. */
interface OfficeFormat {
  readonly content: string;
  readonly metadata: string;
  readonly paragraphs: ReadonlySet<string>;
  /** Elements whose text counts; `null` where all text within a paragraph does. */
  readonly text: ReadonlySet<string> | null;
  readonly tabs: ReadonlySet<string>;
  readonly breaks: ReadonlySet<string>;
  /** Never read: deleted text, text at the place it was moved from, comments, field codes, copies for old programs. */
  readonly silent: ReadonlySet<string>;
}

const DOCX: OfficeFormat = {
  content: 'word/document.xml',
  metadata: 'docProps/core.xml',
  paragraphs: new Set(['w:p']),
  text: new Set(['w:t']),
  tabs: new Set(['w:tab']),
  breaks: new Set(['w:br', 'w:cr']),
  silent: new Set(['w:del', 'w:movefrom', 'w:instrtext', 'mc:fallback', 'w:ppr', 'w:rpr']),
};
const ODT: OfficeFormat = {
  content: 'content.xml',
  metadata: 'meta.xml',
  paragraphs: new Set(['text:p', 'text:h']),
  text: null,
  tabs: new Set(['text:tab', 'text:s']),
  breaks: new Set(['text:line-break']),
  silent: new Set([
    'text:tracked-changes',
    'office:annotation',
    'text:note',
    'office:meta',
    'office:font-face-decls',
  ]),
};

const CHUNK = 64 * 1024;
/** Elements open at once; a text has a few dozen. The parser's time grows with them. */
const DEEPEST = 5000;

/** Paragraphs of a text document by Word (.docx) or LibreOffice (.odt); or why it could not be read. */
export function readOffice(
  bytes: Uint8Array,
  kind: 'docx' | 'odt',
  limits: ArchiveLimits,
): DocumentParts | string {
  const format = kind === 'docx' ? DOCX : ODT;
  const entries = openZip(bytes, limits);
  if (entries === null) return 'it is damaged, or no such document';
  let content: string | null = null;
  let metadata: string | null = null;
  for (const entry of entries) {
    if (entry.name !== format.content && entry.name !== format.metadata) continue;
    if (!entry.ok) return entry.problem;
    const { text } = decodeBytes(entry.bytes);
    if (entry.name === format.content) content = text;
    else metadata = text;
    if (content !== null && metadata !== null) break;
  }
  if (content === null) return 'it is damaged, or no such document';
  const paragraphs = paragraphsOf(content, format);
  if (paragraphs.length === 0) return 'it holds no text';
  return { text: paragraphs.join('\n\n'), title: metadata === null ? undefined : titleOf(metadata) };
}

/**
 * Reads the XML as a stream. The parser knows no entities but XML's own and never looks at a document type: external entities and entity bombs
 * are text without meaning.
 */
function paragraphsOf(xml: string, format: OfficeFormat): string[] {
  const paragraphs: string[] = [];
  let pieces: string[] = [];
  let silent = 0;
  let inText = 0;
  let inParagraph = 0;
  const open = { depth: 0 };
  const finish = (): void => {
    const text = pieces
      .join('')
      .replace(/[ \t]+\n/g, '\n')
      .trim();
    if (text !== '') paragraphs.push(text);
    pieces = [];
  };
  const parser = new Parser(
    {
      onopentagname(tag) {
        const name = tag.toLowerCase();
        open.depth++;
        if (format.silent.has(name)) silent++;
        if (format.paragraphs.has(name)) {
          finish();
          inParagraph++;
        }
        if (format.text?.has(name)) inText++;
        if (silent > 0) return;
        if (format.tabs.has(name)) pieces.push(name === 'text:s' ? ' ' : '\t');
        if (format.breaks.has(name)) pieces.push('\n');
      },
      ontext(text) {
        if (silent === 0 && inParagraph > 0 && (format.text === null || inText > 0)) pieces.push(text);
      },
      onclosetag(tag) {
        const name = tag.toLowerCase();
        open.depth--;
        if (format.silent.has(name)) silent--;
        if (format.text?.has(name)) inText--;
        if (format.paragraphs.has(name)) {
          finish();
          inParagraph--;
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  for (let at = 0; at < xml.length && open.depth <= DEEPEST; at += CHUNK)
    parser.write(xml.slice(at, at + CHUNK));
  if (open.depth <= DEEPEST) parser.end();
  finish();
  return paragraphs;
}

function titleOf(metadata: string): string | undefined {
  const match = /<dc:title>([^<]{1,400})<\/dc:title>/.exec(metadata)?.[1];
  return match
    ?.replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}
