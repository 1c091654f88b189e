/** What agreement is measured on, as plain data that a worker can be sent: numbers instead of records. */
import type { AgreementUnit } from '#shared/analysis/agreement/text-units.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import { directions, type Direction } from '#shared/domain/coding/coding.ts';
import type { SourceId } from '#shared/domain/source/source.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

/** More coders than this are not compared at once: who gave a code is kept in the bits of a number. */
export const MOST_CODERS = 20;

/** Numbers per coding in `AgreementText.codings`: coder, code, start, end, direction. */
export const CODING_WIDTH = 5;

export type AgreementText = {
  readonly source: SourceId;
  /** UTF-16 code units. */
  readonly length: number;
  /** Numbers of the coders who coded this source; the others count as missing here. */
  readonly raters: readonly number[];
  /** Start and end of each piece, in turn; empty when the unit is the character. */
  readonly pieces: Int32Array;
  /** Where blocks but the first begin: what resampling draws. */
  readonly cuts: Int32Array;
  readonly codings: Int32Array;
};

export type AgreementCode = {
  readonly id: CodeId;
  /** Its own number and those of the codes above it: all of which its codings count for. */
  readonly rows: readonly number[];
};

/** Sources that do not count, and why. */
export type LeftOut = {
  /** Only one of the coders coded them. */
  readonly oneCoder: readonly SourceId[];
  /** Their text is not at hand, or has no piece of the wanted unit. */
  readonly noPieces: readonly SourceId[];
  /** Codings that stand on an older text of their source. */
  readonly olderText: number;
};

export type AgreementData = {
  readonly unit: AgreementUnit;
  readonly coders: readonly PersonId[];
  readonly codes: readonly AgreementCode[];
  readonly texts: readonly AgreementText[];
  readonly leftOut: LeftOut;
};

export const directionNumber: Readonly<Record<Direction, number>> = {
  supports: directions.indexOf('supports'),
  contradicts: directions.indexOf('contradicts'),
  mixed: directions.indexOf('mixed'),
  neutral: directions.indexOf('neutral'),
};
