/** Results of one question of a questionnaire: how many gave which answer, with 95 % intervals, and the average of numbers. */
import { orderAnswers, readNumber, type CountedAnswer } from '#shared/analysis/survey/answer-order.ts';
import { meanInterval, meanOf, wilsonInterval, type Interval } from '#shared/analysis/survey/intervals.ts';
import { findQuestion, type SurveyQuestion } from '#shared/analysis/survey/survey-questions.ts';
import type { StatisticFilter } from '#shared/domain/evidence/statistic.ts';
import type { QuestionnaireTable } from '#shared/domain/source/source-content.ts';

export type AnswerResult = CountedAnswer & {
  /** Of those who answered the question, from 0 to 1. */
  readonly share: number;
  readonly interval: Interval | null;
};

export type QuestionResult = {
  readonly answers: readonly AnswerResult[];
  /** Respondents that the filter lets through. */
  readonly asked: number;
  /** Those of them who answered. */
  readonly answered: number;
  /** Of numeric questions. */
  readonly mean: { readonly value: number; readonly interval: Interval | null } | null;
};

/** Rows of the respondents that a filter lets through: alternatives within a question, all questions together. */
export function filterRows(table: QuestionnaireTable, filter: readonly StatisticFilter[]): readonly number[] {
  const rows = table.rows.map((_, row) => row);
  const wanted = new Map<string, Set<string>>();
  for (const { question, answer } of filter) {
    const answers = wanted.get(question);
    if (answers) answers.add(answer);
    else wanted.set(question, new Set([answer]));
  }
  let kept = rows;
  for (const [key, answers] of wanted) {
    const question = findQuestion(table, key);
    kept = question ? kept.filter((row) => question.answersOf(row)?.some((answer) => answers.has(answer))) : [];
  }
  return kept;
}

/** Counts the answers of some respondents to a question. */
export function countAnswers(question: SurveyQuestion, rows: readonly number[]): QuestionResult {
  const counts = new Map<string, number>(question.choices.map((choice) => [choice, 0]));
  const numbers: number[] = [];
  let answered = 0;
  for (const row of rows) {
    const answers = question.answersOf(row);
    if (answers === null) continue;
    answered += 1;
    for (const answer of answers) counts.set(answer, (counts.get(answer) ?? 0) + 1);
    const number = question.isNumeric ? readNumber(answers[0] ?? '') : null;
    if (number !== null) numbers.push(number);
  }
  const counted = [...counts].map(([answer, count]) => ({ answer, label: question.labelOf(answer), count }));
  const answers = orderAnswers(counted, question.choices).map((one) => ({
    ...one,
    share: answered === 0 ? 0 : one.count / answered,
    interval: wilsonInterval(one.count, answered),
  }));
  const mean = numbers.length === 0 ? null : { value: meanOf(numbers), interval: meanInterval(numbers) };
  return { answers, asked: rows.length, answered, mean };
}
