/** A line of type on a page, in points from the lower left corner. */
export interface TypedLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** 10 when absent. */
  readonly size?: number;
}

export interface PdfSource {
  readonly pages: readonly (readonly TypedLine[])[];
  readonly info?: Readonly<Record<string, string>>;
  /** More entries of the trailer: `/Encrypt << … >>`. */
  readonly trailer?: string;
  /** Instead of the first page's content: a stream with its dictionary's entries. */
  readonly content?: { readonly dictionary: string; readonly bytes: Uint8Array };
  /** More objects, from number 100 on. */
  readonly objects?: readonly string[];
  /** More entries of every page's resources. */
  readonly resources?: string;
  /** More entries of the catalog: `/OpenAction 100 0 R`. */
  readonly catalog?: string;
}

/** Letters of the standard encoding of Windows that are not Latin-1. */
const CODES: Readonly<Record<string, number>> = {
  '“': 0x93,
  '”': 0x94,
  '’': 0x92,
  '–': 0x96,
  '—': 0x97,
  '•': 0x95,
};

/** Width of a letter, in thousandths of the type's height: all the same, so that tests can count. */
export const LETTER = 500;

/** A PDF with the lines where they are wanted, in type of one width, for tests. */
export function pdfOf({
  pages,
  info,
  trailer = '',
  content,
  objects = [],
  resources = '',
  catalog = '',
}: PdfSource): Uint8Array {
  const parts: Buffer[] = [];
  const places = new Map<number, number>();
  let size = 0;
  const put = (bytes: Uint8Array | string): void => {
    const buffer = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : Buffer.from(bytes);
    parts.push(buffer);
    size += buffer.length;
  };
  const object = (number: number, body: string, stream?: Uint8Array): void => {
    places.set(number, size);
    put(`${number} 0 obj\n${body}\n`);
    if (stream !== undefined) {
      put('stream\n');
      put(stream);
      put('\nendstream\n');
    }
    put('endobj\n');
  };
  put('%PDF-1.4\n');
  const first = 10;
  object(1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`);
  const kids = pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ');
  object(2, `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  const widths = Array.from({ length: 224 }, () => LETTER).join(' ');
  object(
    3,
    `<< /Type /Font /Subtype /TrueType /BaseFont /Courier /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 255 /Widths [${widths}] >>`,
  );
  object(
    4,
    `<< ${Object.entries(info ?? {})
      .map(([name, value]) => `/${name} (${value})`)
      .join(' ')} >>`,
  );
  pages.forEach((lines, i) => {
    object(
      first + 2 * i,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> ${resources} >> /Contents ${first + 2 * i + 1} 0 R >>`,
    );
    const typed = lines.map(
      ({ text, x, y, size: height = 10 }) => `BT /F ${height} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`,
    );
    const own = Buffer.from(typed.join('\n'), 'latin1');
    const { dictionary, bytes } = (i === 0 ? content : undefined) ?? { dictionary: '', bytes: own };
    object(first + 2 * i + 1, `<< /Length ${bytes.length} ${dictionary} >>`, bytes);
  });
  objects.forEach((body, i) => object(100 + i, body));
  const start = size;
  const last = Math.max(...places.keys());
  put(`xref\n0 ${last + 1}\n0000000000 65535 f \n`);
  for (let number = 1; number <= last; number++) {
    const place = places.get(number);
    put(place === undefined ? '0000000000 00000 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`);
  }
  put(`trailer\n<< /Size ${last + 1} /Root 1 0 R /Info 4 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`);
  return Uint8Array.from(Buffer.concat(parts));
}

function escaped(text: string): string {
  return [...text]
    .map((letter) => String.fromCharCode(CODES[letter] ?? letter.charCodeAt(0)))
    .join('')
    .replace(/[\\()]/g, '\\$&');
}

/** Lines one under the other, 12 points apart, from `y` on downwards. */
export function column(lines: readonly string[], x: number, y: number, size = 10): TypedLine[] {
  return lines.map((text, i) => ({ text, x, y: y - 1.2 * size * i, size }));
}
