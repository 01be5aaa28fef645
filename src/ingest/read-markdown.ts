/**
 * Takes the marks of Markdown off a text, so that what is left is what a reader sees: headings, emphasis, links,
 * images, lists, quotes and code fences lose their signs; words and quotation marks stay.
 *
 * Works line by line with expressions that cannot backtrack far; what is not clearly a mark stays as it is.
 */
export function plainFromMarkdown(markdown: string): string {
  const lines: string[] = [];
  let inFence = false;
  let inComment = false;
  for (const line of markdown.split('\n')) {
    if (/^\s{0,3}(?:```|~~~)/.test(line)) {
      inFence = !inFence;
      continue;
    }
    if (inFence) {
      lines.push(line);
      continue;
    }
    const { text, open } = withoutComments(line, inComment);
    inComment = open;
    if (/^\s{0,3}(?:[-*_]\s*){3,}$|^\s{0,3}=+\s*$/.test(text)) {
      lines.push('');
      continue;
    }
    lines.push(withoutInlineMarks(withoutBlockMarks(text)));
  }
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function withoutComments(line: string, inComment: boolean): { text: string; open: boolean } {
  let text = '';
  let at = 0;
  let open = inComment;
  while (at < line.length) {
    const mark = open ? '-->' : '<!--';
    const next = line.indexOf(mark, at);
    if (!open) text += line.slice(at, next < 0 ? line.length : next);
    if (next < 0) break;
    at = next + mark.length;
    open = !open;
  }
  return { text, open };
}

function withoutBlockMarks(line: string): string {
  const heading = /^\s{0,3}#{1,6}\s+/.exec(line);
  // A heading is a block of its own, whether or not an empty line follows.
  if (heading !== null) return `${line.slice(heading[0].length).replace(/\s+#+\s*$/, '')}\n`;
  return line.replace(/^\s{0,3}(?:>\s?){1,20}/, '').replace(/^\s{0,8}[-*+]\s+(?=\S)/, '');
}

/** A longer line is no Markdown that a person wrote; its marks stay, and so does a bound on the time. */
const LONGEST_LINE = 20_000;

function withoutInlineMarks(line: string): string {
  if (line.length > LONGEST_LINE) return line;
  return line
    .replace(/!\[[^\]\n]{0,500}\]\((?:[^()\n]|\([^()\n]{0,500}\)){0,2000}\)/g, '')
    .replace(/\[([^\][\n]{1,1000})\]\((?:[^()\n]|\([^()\n]{0,500}\)){0,2000}\)/g, '$1')
    .replace(/\[([^\][\n]{1,1000})\]\[[^\]\n]{0,200}\]/g, '$1')
    .replace(/<(https?:\/\/[^\s<>]{1,2000})>/g, '$1')
    .replace(/(\*\*\*|\*\*|\*)(?=\S)([^*\n]{0,2000}[^\s*])\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}_])(___|__|_)(?=\S)([^_\n]{0,2000}[^\s_])\1(?![\p{L}\p{N}_])/gu, '$2')
    .replace(/`([^`\n]{1,500})`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!>-])/g, '$1')
    .replace(/[ \t]+$/, '');
}
