/** The questions as a tree: sub-questions, the criterion above a question, everything below it. */
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { Question, QuestionId } from '#shared/domain/evaluation/question.ts';

export type QuestionTree = {
  readonly byId: ReadonlyMap<QuestionId, Question>;
  /** Questions that are part of no other, in order. */
  readonly roots: readonly Question[];
  childrenOf(id: QuestionId): readonly Question[];
  /** The question and all below it, top down. */
  withDescendants(id: QuestionId): readonly Question[];
  /** The questions above, nearest first. */
  ancestorsOf(question: Question): readonly Question[];
  /** Those that stand beside it, itself among them: under one question, or under one criterion. */
  siblingsOf(question: Question): readonly Question[];
  /** The criterion that the topmost question stands under. */
  criterionOf(question: Question): CodeId | null;
  /** Top down, each with its depth. */
  readonly flat: readonly { readonly question: Question; readonly depth: number }[];
};

/** Builds the tree. A question whose parent is missing, or in a loop made by a merge, stands at the top. */
export function buildQuestionTree(questions: readonly Question[]): QuestionTree {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const parentOf = (question: Question): Question | null => {
    if (question.parent === null || isInLoop(question, byId)) return null;
    return byId.get(question.parent) ?? null;
  };
  const children = new Map<QuestionId | null, Question[]>();
  for (const question of questions) {
    const parent = parentOf(question)?.id ?? null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(question);
    else children.set(parent, [question]);
  }
  const roots = children.get(null) ?? [];
  const childrenOf = (id: QuestionId): readonly Question[] => children.get(id) ?? [];
  const ancestorsOf = (question: Question): readonly Question[] => {
    const line: Question[] = [];
    for (let parent = parentOf(question); parent; parent = parentOf(parent)) line.push(parent);
    return line;
  };
  const withDescendants = (id: QuestionId): readonly Question[] => {
    const own = byId.get(id);
    return own ? [own, ...childrenOf(id).flatMap((child) => withDescendants(child.id))] : [];
  };
  const criterionOf = (question: Question): CodeId | null => (ancestorsOf(question).at(-1) ?? question).criterion;
  const flatten = (list: readonly Question[], depth: number): { question: Question; depth: number }[] =>
    list.flatMap((question) => [{ question, depth }, ...flatten(childrenOf(question.id), depth + 1)]);
  return {
    byId,
    roots,
    childrenOf,
    withDescendants,
    ancestorsOf,
    siblingsOf: (question) => {
      const parent = parentOf(question);
      return parent ? childrenOf(parent.id) : roots.filter(({ criterion }) => criterion === question.criterion);
    },
    criterionOf,
    flat: flatten(roots, 0),
  };
}

function isInLoop(question: Question, byId: ReadonlyMap<QuestionId, Question>): boolean {
  const visited = new Set<QuestionId>([question.id]);
  for (let parent = question.parent; parent !== null;) {
    if (visited.has(parent)) return true;
    visited.add(parent);
    parent = byId.get(parent)?.parent ?? null;
  }
  return false;
}

/** What a question's own code is called: its number and the beginning of its words. */
export function codeNameOf(question: Pick<Question, 'number' | 'text'>): string {
  const text = question.text.trim().replace(/\s+/gu, ' ');
  return `${question.number} ${shorten(text)}`.trim();
}

const CODE_NAME_LENGTH = 60;

function shorten(text: string): string {
  if (text.length <= CODE_NAME_LENGTH) return text;
  const blank = text.lastIndexOf(' ', CODE_NAME_LENGTH);
  return `${[...text.slice(0, blank > 0 ? blank : CODE_NAME_LENGTH)].join('').trimEnd()}…`;
}
