/**
 * A statistic: a result of a closed question that is used as evidence. Only what is counted is kept; the figure is
 * worked out anew from the answers whenever it is shown.
 */
import * as z from 'zod';
import type { Id } from '#shared/basics/ids.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import { directions, type Direction } from '#shared/domain/coding/coding.ts';
import type { SourceId } from '#shared/domain/source/source.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

export type StatisticId = Id<'statistic'>;

/** How many gave one of some answers, or the average of a number. */
export const statisticResults = ['share', 'mean'] as const;
export type StatisticResult = (typeof statisticResults)[number];

/** Only respondents with this answer to that question. */
export type StatisticFilter = { readonly question: string; readonly answer: string };

export type Statistic = {
  readonly id: StatisticId;
  /** The questionnaire. */
  readonly source: SourceId;
  /** Column name of the question; of a question spread over several columns that of the first. */
  readonly question: string;
  readonly result: StatisticResult;
  /** The answers that a share counts, as they stand in the cells; a mean has none. */
  readonly answers: readonly string[];
  /** Several answers to one question are alternatives, different questions hold together. */
  readonly filter: readonly StatisticFilter[];
  /** The criterion or code on which it is evidence. */
  readonly code: CodeId;
  /** What the counted answers say of the code; of a mean, what it says on the whole. */
  readonly direction: Direction;
  /** What it is called in lists. */
  readonly label: string;
  readonly by: PersonId;
  readonly order: number;
};

export const statisticSchema = z.object({
  source: z.string(),
  question: z.string(),
  result: z.enum(statisticResults),
  answers: z.array(z.string()),
  filter: z.array(z.object({ question: z.string(), answer: z.string() })),
  code: z.string(),
  direction: z.enum(directions),
  label: z.string().max(1000),
  by: z.string(),
  order: z.number(),
});

/** What a statistic said at the moment when a finding took it as evidence, so that later changes show. */
export type StatisticLink = {
  /** Respondents who answered, and those whose answer was counted. */
  readonly answered: number;
  readonly counted: number;
  /** Rounded to four digits; null for a share. */
  readonly mean: number | null;
  readonly direction: string;
};

export const statisticLinkSchema = z.object({
  answered: z.number(),
  counted: z.number(),
  mean: z.number().nullable(),
  direction: z.string(),
});
