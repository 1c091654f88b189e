/** A place in a text that may be a speaker's label, before it is decided whether it is one. */
import { shapeOf } from '#shared/formats/speakers/name-shape.ts';
import type { NameShape } from '#shared/formats/speakers/name-shape.ts';

/** How the label is written: `P1: yes`, `[P1] yes`, `Ana  0:42` above its text, `**Ana**` above it, a cell of a table. */
export type LabelStyle = 'colon' | 'bracket' | 'header' | 'emphasis' | 'dash' | 'cue' | 'cell';

export type LabelCandidate = {
  /** Where the label begins, its time included; UTF-16 code units. */
  readonly start: number;
  /** Where the words begin that follow the label on its line; the end of that line when there are none. */
  readonly bodyStart: number;
  /** End of the line. */
  readonly lineEnd: number;
  readonly name: string;
  readonly shape: NameShape;
  readonly style: LabelStyle;
  /** A time or a date stands with the label. */
  readonly timed: boolean;
  readonly timeMilliseconds: number | null;
  readonly emphasised: boolean;
  /** No blank stands behind the colon. */
  readonly tight: boolean;
};

/** Candidates that are written the same way have the same signature. */
export function signatureOf(candidate: LabelCandidate): string {
  return `${candidate.style}${candidate.timed ? ' timed' : ''}${candidate.emphasised ? ' emphasised' : ''}`;
}

/** Fills in what follows from the name. */
export function candidateOf(parts: Omit<LabelCandidate, 'shape'>): LabelCandidate {
  return { ...parts, shape: shapeOf(parts.name) };
}
