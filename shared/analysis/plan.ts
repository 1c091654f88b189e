/**
 * What the plan asked of whom: from the evaluation matrix which columns of the triangulation matrix a row was asked
 * of, and from the sampling plan how many voices were to be heard in a column.
 */
import type { MatrixColumns } from '#shared/analysis/matrix-scope.ts';
import type { RowHead } from '#shared/analysis/matrix-rows.ts';
import { asId } from '#shared/basics/ids.ts';
import { buildCodebook, foldName, type Codebook } from '#shared/domain/codebook/codebook.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { PlannedSample } from '#shared/domain/evaluation/planned-sample.ts';
import { buildQuestionTree, type QuestionTree } from '#shared/domain/evaluation/question-tree.ts';
import type { Question } from '#shared/domain/evaluation/question.ts';
import type { Project } from '#shared/domain/project/project.ts';

/** Whether a row was to be asked of a column; null where the plan says nothing. */
export type WasAsked = (row: RowHead, column: string) => boolean | null;

type PlannedMap = 'methods' | 'groups' | 'interventions';

/** Reads the evaluation matrix for one way of telling columns apart. */
export function readPlan(project: Project, columns: MatrixColumns): WasAsked {
  const map = plannedMap(columns);
  const questions = project.all('question');
  if (map === null || questions.length === 0) return () => null;
  const tree = buildQuestionTree(questions);
  const plan = new PlanOfRows(project, tree);
  const asked = new Map<string, ReadonlySet<string> | 'everyone' | null>();
  return (row, column) => {
    let entries = asked.get(row.id);
    if (entries === undefined) asked.set(row.id, (entries = uniteEntries(plan.questionsOf(row), tree, map)));
    if (entries === null) return null;
    return entries === 'everyone' || entries.has(map === 'groups' ? foldName(column) : column);
  };
}

function plannedMap(columns: MatrixColumns): PlannedMap | null {
  if (columns === 'method') return 'methods';
  if (columns === 'group') return 'groups';
  return columns === 'intervention' ? 'interventions' : null;
}

/** Everything that any of the questions plans; null when none of them plans anything. */
function uniteEntries(
  questions: readonly Question[],
  tree: QuestionTree,
  map: PlannedMap,
): ReadonlySet<string> | 'everyone' | null {
  const united = new Set<string>();
  for (const question of questions) {
    const entries = plannedEntries(question, tree, map);
    // A question that names no intervention is asked of all of them.
    if (map === 'interventions' && entries.length === 0) return 'everyone';
    for (const entry of entries) united.add(map === 'groups' ? foldName(entry) : entry);
  }
  return united.size > 0 ? united : null;
}

/** What a question plans itself, else what the nearest question above it does. */
function plannedEntries(question: Question, tree: QuestionTree, map: PlannedMap): readonly string[] {
  const own = Object.keys(question[map]);
  if (own.length > 0) return own;
  for (const above of tree.ancestorsOf(question)) {
    const entries = Object.keys(above[map]);
    if (entries.length > 0) return entries;
  }
  return [];
}

/** Which questions stand behind a row of the matrix. */
class PlanOfRows {
  private readonly project: Project;
  private readonly tree: QuestionTree;
  private readonly codebook: Codebook;
  private readonly byCriterion = new Map<string, Question[]>();
  private readonly byCode = new Map<string, Question[]>();

  constructor(project: Project, tree: QuestionTree) {
    this.project = project;
    this.tree = tree;
    this.codebook = buildCodebook(project.all('code'));
    for (const { question } of tree.flat) {
      const criteria = new Set([tree.criterionOf(question), ...Object.keys(question.criteria)]);
      for (const criterion of criteria) if (criterion !== null) append(this.byCriterion, criterion, question);
      for (const code of Object.keys(question.codes)) append(this.byCode, code, question);
    }
  }

  questionsOf(row: RowHead): readonly Question[] {
    if (row.question !== null) return this.tree.withDescendants(row.question);
    if (row.finding !== null) {
      const ids = Object.keys(this.project.get('finding', row.finding)?.questions ?? {});
      const own = ids.flatMap((id) => this.tree.withDescendants(asId(id)));
      return own.length > 0 ? own : this.ofCriterion(row.code);
    }
    return row.code === null ? [] : this.ofCode(row.code);
  }

  /** The questions that a code answers, alone, with those above or below it; else those of its criterion. */
  private ofCode(code: CodeId): readonly Question[] {
    const root = this.codebook.rootOf(code)?.id;
    if (root === code) return this.ofCriterion(code);
    const related: CodeId[] = [...this.codebook.withDescendants(code)];
    for (let above = this.codebook.byId.get(code)?.parent ?? null; above !== null && above !== root;) {
      if (related.includes(above)) break;
      related.push(above);
      above = this.codebook.byId.get(above)?.parent ?? null;
    }
    const own = [...new Set(related.flatMap((id) => this.byCode.get(id) ?? []))];
    return own.length > 0 ? own : this.ofCriterion(root ?? null);
  }

  private ofCriterion(code: CodeId | null): readonly Question[] {
    return code === null ? [] : (this.byCriterion.get(code) ?? []);
  }
}

function append<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}

/** Voices that the sampling plan wants in each column, by the column's folded value; empty without a plan. */
export function plannedVoices(
  project: Project,
  columns: MatrixColumns,
): ReadonlyMap<string, { readonly value: string; readonly voices: number }> {
  const planned = new Map<string, { value: string; voices: number }>();
  for (const line of project.all('planned-sample')) {
    const value = valueOfLine(line, columns);
    if (value === '' || (columns === 'intervention' && !project.get('intervention', asId(value)))) continue;
    const key = foldColumn(columns, value);
    planned.set(key, {
      value: planned.get(key)?.value ?? value,
      voices: (planned.get(key)?.voices ?? 0) + line.planned,
    });
  }
  return planned;
}

/** Columns are the same when their names differ only in case, accents or blanks; ids are ids. */
export function foldColumn(columns: MatrixColumns, value: string): string {
  return columns === 'method' || columns === 'intervention' ? value : foldName(value);
}

function valueOfLine(line: PlannedSample, columns: MatrixColumns): string {
  switch (columns) {
    case 'method':
      return line.method;
    case 'group':
      return line.group.trim();
    case 'gender':
      return line.gender.trim();
    case 'intervention':
      return line.intervention ?? '';
    default:
      return '';
  }
}
