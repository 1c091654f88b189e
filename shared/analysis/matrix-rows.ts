/** The rows of the triangulation matrix, and which codings belong to each. */
import type { CodingFacts, SourceFacts } from '#shared/analysis/coding-facts.ts';
import { buildCodebook } from '#shared/domain/codebook/codebook.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import { isCriterion } from '#shared/domain/evaluation/criterion-code.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';
import { buildQuestionTree } from '#shared/domain/evaluation/question-tree.ts';
import type { Question, QuestionId } from '#shared/domain/evaluation/question.ts';
import type { Finding, FindingId } from '#shared/domain/findings/finding.ts';
import type { Project } from '#shared/domain/project/project.ts';

export type MatrixRows = 'criterion' | 'question' | 'code' | 'finding';

export type RowHead = {
  readonly id: string;
  readonly label: string;
  /** Depth in the codebook, or among the questions; 0 for findings. */
  readonly depth: number;
  /** The code of the row; for a finding or a question its criterion. */
  readonly code: CodeId | null;
  readonly finding: FindingId | null;
  readonly question: QuestionId | null;
};

/** In which rows, by number, the coding at a place of a source counts. */
export type RowsOfCoding = (source: SourceFacts, place: number) => readonly number[];

/** The rows of a matrix in order. Hidden criteria and codes have no row of their own; their codings count above. */
export function listRows(project: Project, rows: MatrixRows): readonly RowHead[] {
  if (rows === 'finding') {
    return project.all('finding').map((finding) => ({
      id: finding.id,
      label: finding.title === '' ? finding.number : `${finding.number} ${finding.title}`,
      depth: 0,
      code: finding.criterion,
      finding: finding.id,
      question: null,
    }));
  }
  if (rows === 'question') return listQuestions(project);
  return buildCodebook(project.all('code'))
    .flat.filter(({ code }) => !code.hidden && (rows === 'code' || isCriterion(code)))
    .map(({ code, depth }) => ({ id: code.id, label: code.name, depth, code: code.id, finding: null, question: null }));
}

/** Questions in the order of their criteria, each followed by its sub-questions; those without a criterion last. */
function listQuestions(project: Project): readonly RowHead[] {
  const tree = buildQuestionTree(project.all('question'));
  const places = new Map(
    project.all('code').flatMap((code, place) => (isCriterion(code) ? [[code.id, place] as const] : [])),
  );
  const placeOf = ({ criterion }: Question): number => (criterion && places.get(criterion)) ?? Number.MAX_SAFE_INTEGER;
  const heads = (question: Question, depth: number): readonly RowHead[] => [
    {
      id: question.id,
      label: `${question.number} ${question.text}`.trim(),
      depth,
      code: tree.criterionOf(question),
      finding: null,
      question: question.id,
    },
    ...tree.childrenOf(question.id).flatMap((child) => heads(child, depth + 1)),
  ];
  return [...tree.roots].sort((a, b) => placeOf(a) - placeOf(b)).flatMap((question) => heads(question, 0));
}

/** What a row holds: the excerpts of codes (those below among them), and the evidence of findings. */
export type RowBasis = { readonly codes: readonly CodeId[]; readonly findings: readonly Finding[] };

/**
 * What each row holds. A question is answered by the excerpts of its codes, by the evidence of the findings that answer
 * it, and by what answers its sub-questions.
 */
export function rowBases(project: Project, heads: readonly RowHead[]): readonly RowBasis[] {
  const codebook = buildCodebook(project.all('code'));
  const tree = buildQuestionTree(project.all('question'));
  const answers = findingsByQuestion(project.all('finding'));
  return heads.map((head) => {
    if (head.finding !== null) {
      const finding = project.get('finding', head.finding);
      return { codes: [], findings: finding ? [finding] : [] };
    }
    if (head.question !== null) {
      const questions = tree.withDescendants(head.question);
      const codes = questions.flatMap(({ codes: own }) => Object.keys(own) as CodeId[]);
      return {
        codes: [...new Set(codes.flatMap((id) => (codebook.byId.has(id) ? codebook.withDescendants(id) : [])))],
        findings: [...new Set(questions.flatMap(({ id }) => answers.get(id) ?? []))],
      };
    }
    return { codes: head.code === null ? [] : codebook.withDescendants(head.code), findings: [] };
  });
}

/** How to find the rows of a coding. */
export function rowFinder(facts: CodingFacts, heads: readonly RowHead[]): RowsOfCoding {
  const ofCode: number[][] = [];
  const ofCoding = new Map<string, number[]>();
  rowBases(facts.project, heads).forEach(({ codes, findings }, place) => {
    for (const id of codes) (ofCode[facts.codeNumber(id)] ??= []).push(place);
    for (const id of new Set(findings.flatMap(({ evidence }) => Object.keys(evidence)))) append(ofCoding, id, place);
  });
  return (source, place) => {
    const byCode = ofCode[source.codes[place] as number] ?? NO_ROWS;
    const byFinding = ofCoding.size > 0 ? ofCoding.get((source.codings[place] as Coding).id) : undefined;
    return byFinding ? unite(byCode, byFinding) : byCode;
  };
}

/** The findings that answer each question. */
function findingsByQuestion(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const byQuestion = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const id of Object.keys(finding.questions ?? {})) append(byQuestion, id, finding);
  }
  return byQuestion;
}

/** Numbers that stand in any of two lists, each once. */
export function unite(one: readonly number[], other: readonly number[]): readonly number[] {
  if (one.length === 0) return other;
  return other.length === 0 ? one : [...new Set([...one, ...other])];
}

function append<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}

const NO_ROWS: readonly number[] = [];
