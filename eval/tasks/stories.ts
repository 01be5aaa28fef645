import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readDocuments } from '../../src/ingest/read-documents.ts';
import { analyseStory } from '../../src/pipeline/analyse-story.ts';
import type { Dossier } from '../../src/model/dossier.ts';
import { readStoryGold } from '../story/gold.ts';
import { scoreStory } from '../story/score-story.ts';
import type { EvalContext, EvalResult, EvalTask } from '../task.ts';

/**
 * Whole stories against a careful reader's gold: our own in `examples/`, and those beside the public data where there are
 * any. Figures are named `<story>.<figure>`.
 */
export const task: EvalTask = {
  name: 'stories',
  title: 'Whole stories against a careful reader',
  needs: [],
  // figures that say how much is wrong, in any story
  lowerIsBetter: ['wrongEvidence', 'falseMerges', 'trapsSprung', 'claimsWronglyJoined'],
  // shares of the attributions found; `actOfAll` and its like are gated, which ask for all that the reader marked. Likewise the
  // lines set side by side: what they find counts in `discrepancyRecall`, and the more the firm lines tell the less is left to them
  parts: [
    'act',
    'form',
    'speaker',
    'claimsTogether',
    'sideBySideLines',
    'sideBySideRight',
    'sideBySideTouching',
  ],
  run,
};

/** What the neutral scorer prints, as far as it is compared with ours. */
interface NeutralScores {
  evidence: { wrong: number };
  outer: { f1: number };
  nestedRecall: { r: number };
  act: { accuracy: number };
  form: { accuracy: number };
  speaker: { accuracy: number };
  aliases: { together: number; falseMerges: number };
  utterances: { r: number };
  discrepancies: { highRecall: number; recall: number; precision: number; trapsSprung: number };
  claims: { together: number; wronglyJoined: number; positions: number };
  lineage: { f1: number };
  credits: { r: number };
  omitted: { r: number };
}

/** Which of our figures is which of the neutral scorer's. */
const NEUTRAL: Readonly<Record<string, (scores: NeutralScores) => number>> = {
  wrongEvidence: (s) => s.evidence.wrong,
  outerF1: (s) => s.outer.f1,
  nestedRecall: (s) => s.nestedRecall.r,
  act: (s) => s.act.accuracy,
  form: (s) => s.form.accuracy,
  speaker: (s) => s.speaker.accuracy,
  aliases: (s) => s.aliases.together,
  falseMerges: (s) => s.aliases.falseMerges,
  utteranceRecall: (s) => s.utterances.r,
  highDiscrepancyRecall: (s) => s.discrepancies.highRecall,
  discrepancyRecall: (s) => s.discrepancies.recall,
  discrepancyPrecision: (s) => s.discrepancies.precision,
  trapsSprung: (s) => s.discrepancies.trapsSprung,
  claimsTogether: (s) => s.claims.together,
  claimsWronglyJoined: (s) => s.claims.wronglyJoined,
  positions: (s) => s.claims.positions,
  lineageF1: (s) => s.lineage.f1,
  credits: (s) => s.credits.r,
  omitted: (s) => s.omitted.r,
};

async function run(context: EvalContext): Promise<EvalResult> {
  const folders = [context.examples, context.stories]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((folder) => existsSync(join(folder, 'expected.json')));
  const figures: Record<string, number> = {};
  let documents = 0;
  let attributions = 0;
  for (const folder of folders) {
    const gold = readStoryGold(folder);
    const files = gold.documents.map((document) => join(folder, document.file));
    const dossier = analyseStory((await readDocuments(files)).documents);
    const scores = scoreStory(dossier, gold);
    compareWithNeutral(context, folder, dossier, scores);
    for (const [name, value] of Object.entries(scores)) figures[`${basename(folder)}.${name}`] = value;
    documents += gold.documents.length;
    attributions += gold.attributions.length;
  }
  return { figures, counts: { stories: folders.length, documents, attributions } };
}

/** Where the neutral scorer lies beside the stories, both must say the same. */
function compareWithNeutral(
  context: EvalContext,
  folder: string,
  dossier: Dossier,
  scores: Record<string, number>,
): void {
  const scorer = join(context.stories ?? folder, '..', 'score', 'score-story.mjs');
  if (!existsSync(scorer)) return;
  const place = mkdtempSync(join(tmpdir(), 'stemma-eval-'));
  try {
    const file = join(place, 'dossier.json');
    writeFileSync(file, JSON.stringify(dossier));
    const neutral = JSON.parse(
      execFileSync(process.execPath, [scorer, file, folder, '--json'], { encoding: 'utf8' }),
    ) as NeutralScores;
    for (const [name, figure] of Object.entries(NEUTRAL)) {
      const theirs = figure(neutral);
      const ours = scores[name] ?? Number.NaN;
      if (!(Math.abs(ours - theirs) < 1e-9)) {
        throw new Error(`${folder}: our ${name} is ${ours}, the neutral scorer’s ${theirs}`);
      }
    }
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
