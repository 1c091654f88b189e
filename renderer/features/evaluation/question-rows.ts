/** The evaluation matrix as a list: criteria as heads, under each its questions and sub-questions. Pure. */
import type { Code } from '#shared/domain/codebook/code.ts';
import { foldName } from '#shared/domain/codebook/codebook.ts';
import { isCriterion } from '#shared/domain/evaluation/criterion-code.ts';
import { buildQuestionTree } from '#shared/domain/evaluation/question-tree.ts';
import type { Question } from '#shared/domain/evaluation/question.ts';

export type QuestionRow =
  | { readonly key: string; readonly criterion: Code | null; readonly questions: number }
  | { readonly key: string; readonly question: Question; readonly depth: number };

/** The rows that fit what is searched for; a criterion without questions shows too, so that one can be added. */
export function questionRows(
  questions: readonly Question[],
  codes: readonly Code[],
  search: string,
): readonly QuestionRow[] {
  const tree = buildQuestionTree(questions);
  const wanted = foldName(search);
  const fits = ({ number, text, indicators }: Question): boolean =>
    foldName(`${number} ${text} ${indicators}`).includes(wanted);
  const criteria = codes.filter((code) => isCriterion(code) && !code.hidden);
  const known = new Set<string>(criteria.map(({ id }) => id));
  const under = (criterion: Code | null): readonly QuestionRow[] => {
    const roots = tree.roots.filter((question) =>
      criterion ? question.criterion === criterion.id : !known.has(question.criterion ?? ''),
    );
    const list = (questionsHere: readonly Question[], depth: number): readonly QuestionRow[] =>
      questionsHere.flatMap((question) => [
        ...(fits(question) ? [{ key: question.id, question, depth }] : []),
        ...list(tree.childrenOf(question.id), depth + 1),
      ]);
    const rows = list(roots, 0);
    if (rows.length === 0 && (criterion === null || wanted !== '')) return [];
    return [{ key: `criterion ${criterion?.id ?? ''}`, criterion, questions: rows.length }, ...rows];
  };
  return [...criteria.flatMap(under), ...under(null)];
}
