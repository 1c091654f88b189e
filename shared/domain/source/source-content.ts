/**
 * What a source says: one text plus segments, and for a questionnaire the table of its answers.
 * Contents are immutable revisions, kept apart from the log and addressed by a hash of what they hold.
 */
import type { Id } from '#shared/basics/ids.ts';

export type ContentHash = Id<'content'>;

/** What a stretch of the text is. Segments of different roles may nest (a page holds turns). */
export type SegmentRole = 'turn' | 'answer' | 'heading' | 'page' | 'furniture' | 'note';

/**
 * A stretch of the text with structure. `start` and `end` are UTF-16 code units, end exclusive.
 * A turn starts at its label when the label stands in the text; `bodyStart` is where the spoken words begin.
 */
export type Segment = {
  readonly start: number;
  readonly end: number;
  readonly role: SegmentRole;
  readonly bodyStart?: number;
  /** Label of the speaker of a turn, as it stands in the source. */
  readonly speaker?: string;
  /** Where a turn begins in the recording. */
  readonly timeMilliseconds?: number;
  /** Column name of the question that an answer belongs to. */
  readonly question?: string;
  /** Respondent id that an answer belongs to. */
  readonly respondent?: string;
  /** Page number, from 1. */
  readonly page?: number;
  /** Level of a heading, from 1. */
  readonly level?: number;
};

/** The role of a questionnaire's column; the user can correct what was guessed. */
export const columnRoles = ['id', 'attribute', 'closed', 'multiple', 'open', 'date', 'ignore'] as const;
export type ColumnRole = (typeof columnRoles)[number];

export type QuestionnaireColumn = {
  /** Unique in its table: the header as it stands in the file, a number added to repeated ones. */
  readonly name: string;
  /** The question in words; the same as `name` when the file knows no other. */
  readonly label: string;
  readonly role: ColumnRole;
  /** Words for the codes that stand in the cells (`yes_alot`: `Yes, a lot`), where the form of the survey is known. */
  readonly choices?: Readonly<Record<string, string>>;
};

/** Closed answers and all else in cells; `rows[r][c]` is verbatim, '' where nothing was answered. */
export type QuestionnaireTable = {
  readonly columns: readonly QuestionnaireColumn[];
  /** One id per row, unique in the table. */
  readonly respondents: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

export type SourceContent = {
  readonly text: string;
  /** Sorted by start, longer first. */
  readonly segments: readonly Segment[];
  readonly table: QuestionnaireTable | null;
};
