// Builds what the page carries inside it: the page script as one file, and the style sheet without its comments.
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Bundles src/report/script/page-script.ts for browsers and src/report/page.css, both made small.
 *
 * @param {{ write?: boolean, outdir?: string }} [options] write: whether to write the files into `outdir`
 *   (`dist/report/`, where src/report/load-asset.ts looks), true by default.
 * @returns {Promise<{ script: string, css: string }>} both as text.
 */
export async function buildPageScript({ write = true, outdir = join(root, 'dist', 'report') } = {}) {
  if (write) await mkdir(outdir, { recursive: true });
  const shared = {
    bundle: true,
    minify: true,
    write,
    outdir,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  };
  const { outputFiles: scripts } = await build({
    ...shared,
    write: false,
    entryPoints: [join(root, 'src', 'report', 'script', 'page-script.ts')],
    target: ['chrome109', 'firefox115', 'safari16'],
    format: 'iife',
    tsconfig: join(root, 'src', 'report', 'script', 'tsconfig.json'),
  });
  const { outputFiles: sheets } = await build({
    ...shared,
    write: false,
    entryPoints: [join(root, 'src', 'report', 'page.css')],
    target: ['chrome109', 'firefox115', 'safari16'],
  });
  const script = scripts[0]?.text.trim() ?? '';
  const css = sheets[0]?.text.trim() ?? '';
  if (write) {
    const { writeFile } = await import('node:fs/promises');
    await writeFile(join(outdir, 'page-script.js'), script);
    await writeFile(join(outdir, 'page.css'), css);
  }
  return { script, css };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { script, css } = await buildPageScript();
  console.log(`page script ${script.length} bytes, style ${css.length} bytes`);
}
