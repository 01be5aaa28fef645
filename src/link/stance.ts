import type { Act } from '../model/attribution.ts';
import type { Stance } from '../model/claim.ts';
import {
  isDesiringCue,
  isAllegingCue,
  isDenyingCue,
  isDenyingOfClaims,
  isNegatedCue,
  isNamingCue,
  saysFalse,
  isOpinionCue,
} from '../text/stance-cues.ts';
import type { Content } from './content.ts';
import type { Proposition } from './proposition.ts';

/** "Must be free by noon", "should refrain": what is to be, whatever the cue. */
const OBLIGED = /^(?:should|must|shall|ought)$/i;

/** Contents that begin with what somebody claims. */
const CLAIMS =
  /^(?:as\s+[“"„«]?[^“”"]{1,40}[”"»]?\s+)?[“"„«'‘]?(?:(?:the|these|those|such|all|any|his|her|its|their|this|that|recent|new|latest)\s+)*(?:\p{Lu}\p{L}+\s+)?(?:claims?|allegations?|accusations?|charges?|assertions?|reports?|suggestions?|reproach(?:es)?|insinuations?|news|rumou?rs?)(?=$|[^\p{L}])/u;
const QUESTION =
  /^[“"„«'‘]?(?:whether|if|why|how|what|when|where|who|which|did|does|do|is|are|was|were|has|have|can|could|will|would)\b/i;

/**
 * How a content stands to a proposition that it words, by what the speaker does and by negation, condition, modality and
 * embedding in the wording.
 *
 * "Denied supplying drones" denies; "we have not supplied drones" denies; "stop supplying drones" demands an end; "would act
 * if it became clear" is a condition and no admission; "its deliveries" are taken for granted.
 */
export function stanceOf(proposition: Omit<Proposition, 'denied'>): Stance {
  const { frame, attribution } = proposition;
  const cue = attribution.cue?.text ?? '';
  const act = actOf(proposition);
  const turned = (frame.negator !== null) !== frame.refuted;
  if (frame.presupposed) return turned ? 'denies' : frame.possible ? 'hedges' : 'asserts';
  if (frame.conditional) return 'conditional';
  if (act === 'deny') return turned ? 'asserts' : 'denies';
  if (isNegatedCue(cue) && isOpinionCue(cue)) return turned ? 'asserts' : 'denies';
  if (act === 'decline' || frame.question) return 'hedges';
  if (act === 'ask' && (QUESTION.test(proposition.fullText) || /[?][”"’']?$/.test(proposition.fullText)))
    return 'hedges';
  const unsaid = isNegatedCue(cue);
  if (act === 'demand' || act === 'ask' || act === 'advise') {
    return turned || frame.ended ? 'demands-end' : 'demands';
  }
  if (!unsaid && isDesiringCue(cue)) return turned || frame.ended ? 'demands-end' : 'demands';
  if (unsaid) return 'hedges';
  if (OBLIGED.test(frame.modal)) return turned || frame.ended ? 'demands-end' : 'demands';
  if (turned) return 'denies';
  return frame.possible ? 'hedges' : 'asserts';
}

/** What the speaker does, by the cue where it leaves no doubt: "claims that" never denies, "slammed the claims" does. */
export function actOf({ attribution, fullText }: Content): Act {
  const cue = attribution.cue?.text ?? '';
  if (isDenyingCue(cue)) return isNegatedCue(cue) ? 'decline' : 'deny';
  // "called such allegations unfounded"
  if (isNamingCue(cue) && CLAIMS.test(fullText) && saysFalse(fullText)) return 'deny';
  if (isDenyingOfClaims(cue) && CLAIMS.test(fullText)) return 'deny';
  if (attribution.act !== 'deny') return attribution.act;
  // "Said … had not" is a denial by its content, which speaks for itself.
  return isAllegingCue(cue) ? 'allege' : 'state';
}
