/**
 * What the coding desk remembers while the window lives: filters, folds, recent codes, places in texts. Which source,
 * coding and code are in hand is the navigation's.
 */
import { create } from 'zustand';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { CodingId } from '#shared/domain/coding/coding.ts';
import type { SourceId } from '#shared/domain/source/source.ts';
import type { SourceProgress } from '#shared/domain/source/source-progress.ts';
import type { PersonId } from '#shared/domain/team/person.ts';
import { selectSource, useNavigation } from '#renderer/view-state/navigation.ts';

/** Where somebody was in a text when they left it. */
export type ReadingPosition = { readonly anchor: number; readonly head: number; readonly topPosition: number };

export type CodingDesk = {
  /** The open evaluation that all of this is about. */
  readonly owner: object | null;
  /** The coding made last: what a direction key means when nothing is selected. */
  readonly lastCoding: CodingId | null;
  readonly hoveredCoding: CodingId | null;
  readonly collapsedCodes: ReadonlySet<CodeId>;
  /** Codes used lately, newest first. */
  readonly recentCodes: readonly CodeId[];
  /** A code that was just made: the tree shows where it stands. */
  readonly revealedCode: CodeId | null;
  readonly hasTextSelection: boolean;
  readonly sourceFilter: string;
  /** How far sources must be to be listed; none lists all. */
  readonly progressFilter: ReadonlySet<SourceProgress>;
  readonly codeFilter: string;
  readonly showsUnusedOnly: boolean;
  /** Counts of a code take in those below it. */
  readonly countsBelow: boolean;
  /** Codes whose codings show in the text, with those below them; null shows all. */
  readonly shownCodes: ReadonlySet<CodeId> | null;
  /** People whose codings show in the text; null shows all. */
  readonly shownCoders: ReadonlySet<PersonId> | null;
  /** A second source that is open beside the one in hand, and on which side. */
  readonly beside: { readonly source: SourceId; readonly side: 'left' | 'right' } | null;
  readonly showsHiddenCodes: boolean;
  readonly positions: ReadonlyMap<SourceId, ReadingPosition>;
  /** Whether the picker is open, and what the picked code is for. */
  readonly picker: 'code' | 'recode' | null;
  /** Rises when the memo of the selected coding is to get the keyboard. */
  readonly memoRequest: number;
};

const MAXIMUM_RECENT = 8;

const EMPTY: CodingDesk = {
  owner: null,
  lastCoding: null,
  hoveredCoding: null,
  collapsedCodes: new Set(),
  recentCodes: [],
  revealedCode: null,
  hasTextSelection: false,
  sourceFilter: '',
  progressFilter: new Set(),
  codeFilter: '',
  showsUnusedOnly: false,
  countsBelow: true,
  shownCodes: null,
  shownCoders: null,
  beside: null,
  showsHiddenCodes: false,
  positions: new Map(),
  picker: null,
  memoRequest: 0,
};

export const useCodingDesk = create<CodingDesk>(() => EMPTY);

/** Clears the desk when another evaluation than before stands on it; says whether it did. */
export function clearDeskFor(owner: object): boolean {
  if (useCodingDesk.getState().owner === owner) return false;
  useCodingDesk.setState({ ...EMPTY, owner }, true);
  return true;
}

/** Marks the coding under the pointer. */
export function hoverCoding(coding: CodingId | null): void {
  if (useCodingDesk.getState().hoveredCoding !== coding) useCodingDesk.setState({ hoveredCoding: coding });
}

/** Takes down that a code was used: it moves to the top of the recent ones. */
export function rememberCode(code: CodeId): void {
  const others = useCodingDesk.getState().recentCodes.filter((other) => other !== code);
  useCodingDesk.setState({ recentCodes: [code, ...others].slice(0, MAXIMUM_RECENT) });
}

/** Folds a branch of the code tree, or unfolds it. */
export function foldCode(code: CodeId, isFolded: boolean): void {
  const collapsed = new Set(useCodingDesk.getState().collapsedCodes);
  if (isFolded) collapsed.add(code);
  else collapsed.delete(code);
  useCodingDesk.setState({ collapsedCodes: collapsed });
}

/** Remembers where somebody was in a text. */
export function rememberPosition(source: SourceId, position: ReadingPosition): void {
  const positions = new Map(useCodingDesk.getState().positions);
  useCodingDesk.setState({ positions: positions.set(source, position) });
}

/** Opens the picker, or closes it. */
export function openPicker(picker: CodingDesk['picker']): void {
  useCodingDesk.setState({ picker });
}

/** Takes the keyboard to the memo of the selected coding. */
export function requestMemo(): void {
  useCodingDesk.setState(({ memoRequest }) => ({ memoRequest: memoRequest + 1 }));
}

/** Shows the codings of these codes (with those below) and people only; null shows all. */
export function showCodings(shown: Partial<Pick<CodingDesk, 'shownCodes' | 'shownCoders'>>): void {
  useCodingDesk.setState(shown);
}

/** Opens a source beside the one in hand; the one in hand keeps its place. */
export function openBeside(source: SourceId): void {
  const { here } = useNavigation.getState();
  if (here.source === source) return;
  const side = useCodingDesk.getState().beside?.side ?? 'right';
  useCodingDesk.setState({ beside: { source, side } });
}

/** Takes the source beside into hand: keys and menus mean it from now on. */
export function swapBeside(): void {
  const { beside } = useCodingDesk.getState();
  const { source } = useNavigation.getState().here;
  if (!beside || source === null) return;
  useCodingDesk.setState({ beside: { source, side: beside.side === 'left' ? 'right' : 'left' } });
  selectSource(beside.source);
}

/** Closes the source beside. */
export function closeBeside(): void {
  useCodingDesk.setState({ beside: null });
}
