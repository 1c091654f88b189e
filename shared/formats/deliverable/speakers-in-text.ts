/** Who speaks in a stretch of a source: the participants whose turns or answers it touches, never the interviewer. */
import type { Participant, ParticipantId } from '#shared/domain/participant/participant.ts';
import type { SourceContent } from '#shared/domain/source/source-content.ts';
import type { Source } from '#shared/domain/source/source.ts';

/** Finds the participants of stretches of one source; built once per source, then a binary search per stretch. */
export type SpeakersInText = (start: number, end: number) => readonly Participant[];

/** Prepares a source. Where no known participant speaks, those stand in who stand for the source as a whole. */
export function findSpeakers(
  source: Source,
  content: SourceContent | undefined,
  participants: ReadonlyMap<ParticipantId, Participant>,
): SpeakersInText {
  // Turns do not nest in turns nor answers in answers, so that ends rise with starts.
  const spoken = (content?.segments ?? []).flatMap((segment) => {
    const label = segment.respondent ?? segment.speaker;
    return label === undefined ? [] : [{ start: segment.start, end: segment.end, label }];
  });
  const whole = wholeSource(source, participants);
  return (start, end) => {
    const found = new Set<Participant>();
    for (let index = firstEndingAfter(spoken, start); index < spoken.length; index += 1) {
      const turn = spoken[index];
      if (!turn || turn.start >= end) break;
      const role = source.speakers[turn.label];
      const participant = role && 'participant' in role ? participants.get(role.participant) : undefined;
      if (participant) found.add(participant);
    }
    return found.size > 0 ? [...found] : whole;
  };
}

/** The participants without a label, or the only participant there is. */
function wholeSource(source: Source, participants: ReadonlyMap<ParticipantId, Participant>): readonly Participant[] {
  const speaking = Object.entries(source.speakers).flatMap(([label, role]) => {
    const participant = 'participant' in role ? participants.get(role.participant) : undefined;
    return participant ? [{ label, participant }] : [];
  });
  const unlabelled = speaking.filter((entry) => entry.label === '');
  if (unlabelled.length > 0) return unlabelled.map((entry) => entry.participant);
  return speaking.length === 1 ? speaking.map((entry) => entry.participant) : [];
}

function firstEndingAfter(spoken: readonly { readonly end: number }[], position: number): number {
  let low = 0;
  let high = spoken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spoken[middle]?.end ?? 0) > position) high = middle;
    else low = middle + 1;
  }
  return low;
}
