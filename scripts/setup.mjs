// Makes a checkout ready to run: installs and builds what is missing, and nothing that is not. Plain Node, no dependencies.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const OLDEST_NODE = [20, 19];
/** Written after an install that this script saw through: the digest of the lock file that it followed. */
const installStamp = join(root, 'node_modules', '.stemma-install');
/** Written after a build: the digest of the names, sizes and times of all that went into it. */
const buildStamp = join(root, 'dist', '.stemma-build');
const BUILT_FROM = ['src', 'models', 'package.json', 'tsconfig.json', 'tsconfig.build.json', 'scripts'];

/** Stops with a sentence when this Node is too old to run what follows. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  console.error(`Stemma needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** `npm ci` when node_modules is absent or does not follow the lock file. */
export function ensureInstalled() {
  const lock = join(root, 'package-lock.json');
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex');
  if (existsSync(installStamp) && readFileSync(installStamp, 'utf8') === wanted) return;
  // npm's own record of what it installed: newer than the lock file when somebody ran `npm ci` by hand
  const installed = join(root, 'node_modules', '.package-lock.json');
  const byHand =
    existsSync(installed) &&
    !existsSync(installStamp) &&
    statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
  if (!byHand) {
    console.error('Installing what Stemma needs (npm ci) …');
    run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      shell: process.platform === 'win32',
    });
  }
  writeFileSync(installStamp, wanted);
}

/** Builds dist/ when something that it is made from has changed since. */
export function ensureBuilt() {
  const wanted = fingerprint();
  if (existsSync(buildStamp) && readFileSync(buildStamp, 'utf8') === wanted) return;
  console.error('Building …');
  run(process.execPath, [join(root, 'scripts', 'build.mjs')]);
  mkdirSync(dirname(buildStamp), { recursive: true });
  writeFileSync(buildStamp, wanted);
}

/** Runs a command to its end, its output on our stderr (stdout is for results); ends this process when it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  if (error) console.error(`${command}: ${error.message}`);
  if (status !== 0) process.exit(1);
}

function fingerprint() {
  const hash = createHash('sha256');
  const visit = (path) => {
    if (!existsSync(path)) return;
    const stat = statSync(path);
    if (stat.isDirectory()) {
      for (const name of readdirSync(path).sort()) visit(join(path, name));
    } else {
      hash.update(`${relative(root, path)}\n${stat.size}\n${stat.mtimeMs}\n`);
    }
  };
  for (const name of BUILT_FROM) visit(join(root, name));
  return hash.digest('hex');
}
