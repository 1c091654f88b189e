/** The codings of the open text as the reader paints them, and how they get into CodeMirror's state. */
import { Facet, StateEffect, StateField } from '@codemirror/state';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { CodingId, Direction } from '#shared/domain/coding/coding.ts';
import type { Extent } from '#shared/domain/coding/coding-edits.ts';
import { assignLanes } from '#renderer/features/coding/reader/assign-lanes.ts';

export type ReaderCoding = Extent & {
  readonly id: CodingId;
  readonly code: CodeId;
  readonly name: string;
  readonly direction: Direction;
  readonly hasMemo: boolean;
  readonly isStarred: boolean;
  /** '' while one person alone has coded the text. */
  readonly coderInitials: string;
};

/** A coding with the underline that it takes along all of its stretch. */
export type LanedCoding = ReaderCoding & { readonly lane: number };

export type Emphasis = { readonly selected: CodingId | null; readonly hovered: CodingId | null };

/** What the reader tells the desk. */
export type ReaderEvents = {
  /** A click on coded text or a bracket; null for a click on plain text. `withText` selects the exact stretch too. */
  readonly onPickCoding: (coding: CodingId | null, withText: boolean) => void;
  /** The pointer rests on codings (innermost first) at a place of the window, or has left them. */
  readonly onHover: (hover: { codings: readonly CodingId[]; x: number; y: number } | null) => void;
  /** The pointer is on a bracket or its name. */
  readonly onPointAt: (coding: CodingId | null) => void;
  readonly onResizeCoding: (coding: CodingId, extent: Extent) => void;
  readonly onSelectionChange: (hasSelection: boolean) => void;
  /** The person moved the caret or selected words: a coding that they do not touch is left. */
  readonly onMove: (extent: Extent) => void;
  /** The caret came by keyboard to other codings than before. */
  readonly onCaretCodings: (codings: readonly CodingId[]) => void;
};

export const setCodings = StateEffect.define<readonly ReaderCoding[]>();
export const setEmphasis = StateEffect.define<Emphasis>();

/** Codings in text order. */
export const codingsField = StateField.define<readonly LanedCoding[]>({
  create: () => [],
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setCodings)) return withLanes(effect.value);
    return value;
  },
});

export const emphasisField = StateField.define<Emphasis>({
  create: () => ({ selected: null, hovered: null }),
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setEmphasis)) return effect.value;
    return value;
  },
});

const noEvents: ReaderEvents = {
  onPickCoding: () => undefined,
  onHover: () => undefined,
  onPointAt: () => undefined,
  onResizeCoding: () => undefined,
  onSelectionChange: () => undefined,
  onMove: () => undefined,
  onCaretCodings: () => undefined,
};

/** Where the parts of the reader find the desk's ears. */
export const readerEvents = Facet.define<ReaderEvents, ReaderEvents>({ combine: (list) => list[0] ?? noEvents });

/** Codings that cover a position, innermost (shortest) first. */
export function codingsAt<Item extends Extent>(codings: readonly Item[], position: number): readonly Item[] {
  return codings
    .filter((coding) => coding.start <= position && coding.end > position)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
}

function withLanes(codings: readonly ReaderCoding[]): readonly LanedCoding[] {
  const lanes = assignLanes(codings);
  return codings.map((coding, index) => ({ ...coding, lane: lanes[index] ?? 0 }));
}
