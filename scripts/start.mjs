// `npm start [-- paths and options]`: sets up what is missing, then runs the command; without paths, on the example story.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, requireNode, root } from './setup.mjs';

requireNode();
ensureInstalled();
ensureBuilt();

const args = process.argv.slice(2);
const example = join(root, 'examples', 'ferry-collision');
const { status, signal } = spawnSync(
  process.execPath,
  [
    join(root, 'dist', 'cli', 'stemma.mjs'),
    ...(args.length > 0 ? args : ['report', example, '--documents', `${example}.csv`]),
  ],
  // npm changes into the project's folder; the user's paths count from where npm was called
  { stdio: 'inherit', cwd: process.env.INIT_CWD ?? process.cwd() },
);
process.exitCode = status ?? (signal ? 1 : 0);
