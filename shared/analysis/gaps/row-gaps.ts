/** Gaps in what stands behind criteria, questions and findings: nothing, one source only, one method only, silence. */
import type { GapDraft, GapSubject } from '#shared/analysis/gaps/gap.ts';
import type { Matrix, MatrixRow } from '#shared/analysis/matrix.ts';
import { foldName } from '#shared/domain/codebook/codebook.ts';
import { crossCuttingSlugs } from '#shared/domain/evaluation/criterion.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { SourceMethod } from '#shared/domain/source/source.ts';

export type GapMatrices = {
  readonly criteria: Matrix;
  readonly questions: Matrix;
  readonly questionsByGroup: Matrix | null;
  readonly findings: Matrix;
};

/** Gaps of criteria. */
export function criterionGaps(project: Project, { criteria }: GapMatrices): readonly GapDraft[] {
  const withFinding = new Set<string>(project.all('finding').map(({ criterion }) => criterion));
  return criteria.rows.flatMap((row): readonly GapDraft[] => {
    const code = row.code && project.get('code', row.code);
    // Codes below criteria have rows of their own in the matrix, but no duty to hold anything.
    if (!code || row.depth > 0) return [];
    const subject: GapSubject = { kind: 'code', id: row.id, name: row.label };
    if (isEmpty(row)) {
      const isCrossCutting = crossCuttingSlugs.some((slug) => slug === code.criterion);
      return [plain(isCrossCutting ? 'cross-cutting-empty' : 'criterion-without-evidence', subject)];
    }
    return [
      ...supportGaps(row, subject),
      ...(withFinding.has(row.id) ? [] : [plain('criterion-without-finding', subject)]),
    ];
  });
}

/** Gaps of evaluation questions, with who was planned to be asked and says nothing. */
export function questionGaps(project: Project, matrices: GapMatrices): readonly GapDraft[] {
  const answered = new Set(project.all('finding').flatMap((finding) => Object.keys(finding.questions ?? {})));
  return matrices.questions.rows.flatMap((row): readonly GapDraft[] => {
    const question = row.question && project.get('question', row.question);
    if (!question) return [];
    const subject: GapSubject = { kind: 'question', id: row.id, name: row.label };
    if (isEmpty(row)) return [plain('question-without-evidence', subject)];
    return [
      ...supportGaps(row, subject),
      ...(answered.has(row.id) || row.depth > 0 ? [] : [plain('question-without-finding', subject)]),
      ...silentMethods(row, Object.keys(question.methods) as SourceMethod[], subject),
      ...silentGroups(matrices.questionsByGroup, row, Object.keys(question.groups), subject),
    ];
  });
}

/** Gaps in the evidence of findings. */
export function findingGaps(project: Project, { findings }: GapMatrices): readonly GapDraft[] {
  return findings.rows.flatMap((row): readonly GapDraft[] => {
    const finding = row.finding && project.get('finding', row.finding);
    if (!finding) return [];
    const subject: GapSubject = { kind: 'finding', id: row.id, name: finding.number };
    if (isEmpty(row)) return [plain('finding-without-evidence', subject)];
    const { contrary, mixed } = row.strength.facts;
    const isUnanswered = contrary + mixed > 0 && finding.contested.trim() === '';
    return [
      ...(isUnanswered ? [{ ...plain('contrary-unanswered', subject), values: { count: contrary + mixed } }] : []),
      ...supportGaps(row, subject),
    ];
  });
}

/** One independent source is one voice; several by one method are seen from one side only. */
function supportGaps(row: MatrixRow, subject: GapSubject): readonly GapDraft[] {
  if (row.independentSources === 1) return [plain('single-source', subject)];
  if (row.methods.length > 1) return [];
  return [{ ...plain('single-method', subject), values: { count: row.independentSources }, methods: row.methods }];
}

function silentMethods(row: MatrixRow, planned: readonly SourceMethod[], subject: GapSubject): readonly GapDraft[] {
  return planned.flatMap((method) =>
    row.methods.includes(method)
      ? []
      : [{ kind: 'planned-but-silent' as const, subject, detail: method, values: { who: '' }, methods: [method] }],
  );
}

function silentGroups(
  byGroup: Matrix | null,
  { id }: MatrixRow,
  planned: readonly string[],
  subject: GapSubject,
): readonly GapDraft[] {
  const cells = byGroup?.rows.find((row) => row.id === id)?.cells ?? [];
  const heard = new Set(cells.flatMap((cell) => (cell.independentSources > 0 ? foldName(cell.column) : [])));
  return planned.flatMap((group) =>
    heard.has(foldName(group))
      ? []
      : [{ kind: 'planned-but-silent' as const, subject, detail: `group ${group}`, values: { who: group } }],
  );
}

function isEmpty(row: MatrixRow): boolean {
  return row.independentSources === 0 && row.codings === 0;
}

function plain(kind: GapDraft['kind'], subject: GapSubject): GapDraft {
  return { kind, subject, detail: '', values: {} };
}
