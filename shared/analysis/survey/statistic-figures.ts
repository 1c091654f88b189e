/** What a statistic says now, worked out from the answers, and whether that is what it said when it was linked. */
import { readNumber } from '#shared/analysis/survey/answer-order.ts';
import { meanInterval, meanOf, wilsonInterval, type Interval } from '#shared/analysis/survey/intervals.ts';
import { filterRows } from '#shared/analysis/survey/survey-results.ts';
import { findQuestion } from '#shared/analysis/survey/survey-questions.ts';
import type { Statistic, StatisticLink } from '#shared/domain/evidence/statistic.ts';
import type { QuestionnaireTable } from '#shared/domain/source/source-content.ts';

export type StatisticFigure = {
  /** Respondents in the filter who answered: the n. */
  readonly answered: number;
  /** Those whose answer is counted; for a mean all who gave a number. */
  readonly counted: number;
  /** A share from 0 to 1, or the mean; null when nobody answered. */
  readonly value: number | null;
  readonly interval: Interval | null;
};

/** Respondents, by row, who answered and whose answer is counted. */
export type StatisticRows = { readonly answered: readonly number[]; readonly counted: readonly number[] };

const NOBODY: StatisticRows = { answered: [], counted: [] };
const rowsByTable = new WeakMap<QuestionnaireTable, WeakMap<Statistic, StatisticRows>>();

/** Finds the respondents of a statistic; remembered, as records and tables never change. */
export function rowsOfStatistic(table: QuestionnaireTable, statistic: Statistic): StatisticRows {
  let byStatistic = rowsByTable.get(table);
  if (!byStatistic) rowsByTable.set(table, (byStatistic = new WeakMap<Statistic, StatisticRows>()));
  let rows = byStatistic.get(statistic);
  if (!rows) byStatistic.set(statistic, (rows = findRows(table, statistic)));
  return rows;
}

/** The figure of a statistic. */
export function figureOf(table: QuestionnaireTable, statistic: Statistic): StatisticFigure {
  const rows = rowsOfStatistic(table, statistic);
  return figureOfRows(table, statistic, rows.answered.length, rows.counted);
}

/** The figure of some of a statistic's respondents. */
export function figureOfRows(
  table: QuestionnaireTable,
  statistic: Statistic,
  answered: number,
  counted: readonly number[],
): StatisticFigure {
  if (statistic.result === 'share') {
    const value = answered === 0 ? null : counted.length / answered;
    return { answered, counted: counted.length, value, interval: wilsonInterval(counted.length, answered) };
  }
  const question = findQuestion(table, statistic.question);
  const numbers = counted.flatMap((row) => readNumber(question?.answersOf(row)?.[0] ?? '') ?? []);
  return {
    answered,
    counted: numbers.length,
    value: numbers.length === 0 ? null : meanOf(numbers),
    interval: meanInterval(numbers),
  };
}

/** Takes down what a statistic says now, for a finding that rests on it. */
export function linkOfFigure(statistic: Statistic, figure: StatisticFigure): StatisticLink {
  const mean = statistic.result === 'mean' && figure.value !== null ? round(figure.value) : null;
  return { answered: figure.answered, counted: figure.counted, mean, direction: statistic.direction };
}

/** Why a linked statistic needs another look. */
export type StatisticFlag = 'removed' | 'source-removed' | 'result-changed' | 'direction-changed';

/** Compares a link with what the statistic says now; `figure` is null when its answers are gone. */
export function flagStatistic(
  link: StatisticLink,
  statistic: Statistic | undefined,
  figure: StatisticFigure | null,
): readonly StatisticFlag[] {
  if (!statistic) return ['removed'];
  if (!figure) return ['source-removed'];
  const now = linkOfFigure(statistic, figure);
  const flags: StatisticFlag[] = [];
  if (now.answered !== link.answered || now.counted !== link.counted || now.mean !== link.mean) {
    flags.push('result-changed');
  }
  if (now.direction !== link.direction) flags.push('direction-changed');
  return flags;
}

function findRows(table: QuestionnaireTable, statistic: Statistic): StatisticRows {
  const question = findQuestion(table, statistic.question);
  if (!question) return NOBODY;
  const wanted = new Set(statistic.answers);
  const answered: number[] = [];
  const counted: number[] = [];
  for (const row of filterRows(table, statistic.filter)) {
    const answers = question.answersOf(row);
    if (answers === null) continue;
    answered.push(row);
    const isCounted =
      statistic.result === 'mean'
        ? readNumber(answers[0] ?? '') !== null
        : answers.some((answer) => wanted.has(answer));
    if (isCounted) counted.push(row);
  }
  return { answered, counted };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
