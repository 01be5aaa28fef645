import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const loaded = new Map<string, string>();

/**
 * Reads a file that the page carries inside it: `page.css`, `page-script.js`.
 *
 * Walks up from this module and takes the first `report/<name>` or `dist/report/<name>`, so it works from `src/` (where the
 * style sheet lies and the built script does not), from `dist/report/` and from the one-file bundle in `dist/cli/`.
 *
 * @returns `null` when there is none: from source without a build there is no script, and the page reads well without.
 */
export function loadAsset(name: string): string | null {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    for (const path of [join(folder, 'report', name), join(folder, 'dist', 'report', name)]) {
      if (!existsSync(path)) continue;
      const text = readFileSync(path, 'utf8');
      loaded.set(name, text);
      return text;
    }
    if (dirname(folder) === folder) return null;
  }
}
