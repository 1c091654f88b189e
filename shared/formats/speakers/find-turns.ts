/** Finds who speaks where in a text, and gives it as segments. */
import type { Segment } from '#shared/domain/source/source-content.ts';
import { chooseLabels } from '#shared/formats/speakers/choose-labels.ts';
import { filledLines, findCandidates } from '#shared/formats/speakers/find-candidates.ts';
import type { TextLine } from '#shared/formats/speakers/find-candidates.ts';
import type { LabelCandidate } from '#shared/formats/speakers/label-candidate.ts';
import type { ReadOptions } from '#shared/formats/read-options.ts';

export type TurnContext = {
  /** Stretches that no label stands in and that end a turn: front matter, headings, furniture; sorted. */
  readonly closed: readonly TextLine[];
  /** Labels that the format itself knows, such as the first cells of a table; then no others are looked for. */
  readonly known?: readonly LabelCandidate[];
  readonly speakers?: ReadOptions['speakers'];
};

/** Turns with speaker, time and where the words begin; what follows a turn without a label belongs to it. */
export function findTurns(text: string, context: TurnContext): readonly Segment[] {
  if (context.speakers === 'never') return [];
  if (context.known !== undefined && context.known.length > 0) return turnsOf(text, context.known, context.closed);
  const lines = filledLines(text);
  const candidates = findCandidates(text, lines, context.closed);
  const labels =
    context.speakers === 'always'
      ? candidates.filter((candidate) => candidate.shape !== 'heading')
      : chooseLabels(text, lines, candidates);
  return turnsOf(text, labels, context.closed);
}

/** One turn per label, up to the next label or closed stretch, without the blanks at its end. */
function turnsOf(text: string, labels: readonly LabelCandidate[], closed: readonly TextLine[]): readonly Segment[] {
  let nextClosed = 0;
  return labels.map((label, index): Segment => {
    while ((closed[nextClosed]?.start ?? Infinity) < label.bodyStart) nextClosed += 1;
    const limit = Math.min(labels[index + 1]?.start ?? text.length, closed[nextClosed]?.start ?? text.length);
    const end = trimmedEnd(text, label.bodyStart, limit);
    const turn = {
      start: label.start,
      end,
      role: 'turn',
      bodyStart: bodyStartOf(text, label.bodyStart, end),
      speaker: label.name,
    } as const;
    return label.timeMilliseconds === null ? turn : { ...turn, timeMilliseconds: label.timeMilliseconds };
  });
}

/** The words may begin lines below the label. */
function bodyStartOf(text: string, from: number, end: number): number {
  let index = from;
  while (index < end && /\s/.test(text[index] ?? '')) index += 1;
  return index;
}

function trimmedEnd(text: string, from: number, limit: number): number {
  let end = limit;
  while (end > from && /\s/.test(text[end - 1] ?? '')) end -= 1;
  return end;
}
