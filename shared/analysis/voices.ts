/**
 * Who speaks in a coding. Independent voices are what triangulation counts: an interview, focus group, document or
 * observation is one; a questionnaire has one per respondent; sources of one dependency group are one together.
 */
import type { Coding } from '#shared/domain/coding/coding.ts';
import type { ParticipantId } from '#shared/domain/participant/participant.ts';
import type { ContentHash, QuestionnaireTable, Segment } from '#shared/domain/source/source-content.ts';
import type { Source } from '#shared/domain/source/source.ts';

/**
 * Where analysis gets the segments of a source's text: contents are kept apart from the log. `undefined` when they
 * are not at hand; then a questionnaire counts as one voice and speakers are unknown.
 */
export type SegmentsOf = (source: Source, revision: ContentHash) => readonly Segment[] | undefined;

/** Where analysis gets the answers of a questionnaire; nothing when they are not at hand. */
export type TableOf = (source: Source) => QuestionnaireTable | null | undefined;

/** Names a voice: equal keys are one voice. */
export type VoiceKey = string;

/** The voice of a source as a whole, or of one respondent of a questionnaire. */
export function voiceKey(source: Source, respondent: string | null): VoiceKey {
  if (source.dependencyGroup !== '') return `group:${source.dependencyGroup}`;
  return respondent === null ? `source:${source.id}` : `respondent:${source.id}:${respondent}`;
}

/** The independent voice that a coding counts for. */
export function voiceOfCoding(
  source: Source,
  coding: Pick<Coding, 'start'>,
  segments: readonly Segment[] | undefined,
): VoiceKey {
  if (source.method !== 'questionnaire' || !segments) return voiceKey(source, null);
  return voiceKey(source, segmentAt(indexSpeech(segments).answers, coding.start)?.respondent ?? null);
}

/**
 * The participant whose words a coding holds: the respondent of the answer, or the first speaker in it who is no
 * interviewer (people often mark the question together with the answer). Null when that is not known.
 */
export function participantOfCoding(
  source: Source,
  coding: Pick<Coding, 'start' | 'end'>,
  segments: readonly Segment[] | undefined,
): ParticipantId | null {
  if (!segments) return null;
  const { answers, turns } = indexSpeech(segments);
  const answer = segmentAt(answers, coding.start);
  if (answer?.respondent !== undefined) return participantOfLabel(source, answer.respondent);
  for (let place = Math.max(0, lastStartingBy(turns, coding.start)); place < turns.length; place += 1) {
    const turn = turns[place] as Segment;
    if (turn.start >= coding.end) return null;
    if (turn.end <= coding.start || turn.speaker === undefined) continue;
    const role = source.speakers[turn.speaker];
    if (role && 'participant' in role) return role.participant;
    if (!role) return null;
  }
  return null;
}

/** The respondents of a questionnaire: those with a participant, else those who answered in the text. */
export function respondentsOf(source: Source, segments: readonly Segment[] | undefined): readonly string[] {
  const labels = Object.keys(source.speakers);
  if (labels.length > 0 || !segments) return labels;
  return [...new Set(indexSpeech(segments).answers.flatMap((answer) => answer.respondent ?? []))];
}

function participantOfLabel(source: Source, label: string): ParticipantId | null {
  const role = source.speakers[label];
  return role && 'participant' in role ? role.participant : null;
}

type Speech = { readonly answers: readonly Segment[]; readonly turns: readonly Segment[] };
const speechBySegments = new WeakMap<readonly Segment[], Speech>();

/** Turns and answers apart from pages and headings, which may hold them: only then does a binary search find them. */
function indexSpeech(segments: readonly Segment[]): Speech {
  let speech = speechBySegments.get(segments);
  if (!speech) {
    speech = {
      answers: segments.filter((segment) => segment.role === 'answer'),
      turns: segments.filter((segment) => segment.role === 'turn'),
    };
    speechBySegments.set(segments, speech);
  }
  return speech;
}

function segmentAt(segments: readonly Segment[], position: number): Segment | undefined {
  const segment = segments[lastStartingBy(segments, position)];
  return segment && position < segment.end ? segment : undefined;
}

/** Place of the last segment that starts at or before `position`, -1 when all start later. */
function lastStartingBy(segments: readonly Segment[], position: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((segments[middle] as Segment).start <= position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
