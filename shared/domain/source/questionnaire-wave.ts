/**
 * A further wave of a questionnaire that is in the evaluation: the same questions with more respondents. New respondents
 * are added behind the others; of those already there nothing is touched, and what they answer otherwise now is listed.
 * Pure.
 */
import type { Sections } from '#shared/domain/revision/text-revision.ts';
import type {
  QuestionnaireColumn,
  QuestionnaireTable,
  Segment,
  SourceContent,
} from '#shared/domain/source/source-content.ts';

/** An answer that stands otherwise in the new file; in the evaluation it stays as it was. */
export type ChangedAnswer = {
  readonly respondent: string;
  /** Name of the column. */
  readonly column: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
};

export type QuestionnaireWave = {
  /** The questionnaire with the new respondents. */
  readonly content: SourceContent;
  readonly sections: Sections;
  readonly added: readonly string[];
  readonly changed: readonly ChangedAnswer[];
  /** Respondents that the new file does not have; they stay. */
  readonly missing: readonly string[];
  /** Names of columns that only the new file has; they are added. */
  readonly newColumns: readonly string[];
};

const BETWEEN_ANSWERS = '\n\n';
/** So much of the known columns a file has to have to be a wave of the same questionnaire. */
const SHARED_COLUMNS = 0.8;

/**
 * Whether a table asks the same questions: most columns are the same, and both tell respondents apart by the same
 * column. Without such an id nobody can say who is new.
 */
export function isWaveOf(known: QuestionnaireTable, columns: readonly QuestionnaireColumn[]): boolean {
  const id = known.columns.find(({ role }) => role === 'id');
  if (!id || columns.find(({ role }) => role === 'id')?.name !== id.name) return false;
  const names = new Set(columns.map(({ name }) => name));
  const shared = known.columns.filter(({ name }) => names.has(name)).length;
  return shared >= known.columns.length * SHARED_COLUMNS;
}

/** Columns with the roles that those of the same name had before: read another way, or in a further wave. */
export function keepRoles(
  before: readonly QuestionnaireColumn[],
  columns: readonly QuestionnaireColumn[],
): readonly QuestionnaireColumn[] {
  const roles = new Map(before.map(({ name, role }) => [name, role]));
  return columns.map((column) => ({ ...column, role: roles.get(column.name) ?? column.role }));
}

/** Lays a wave beside what is known. Both contents are questionnaires; the wave's columns have their roles already. */
export function planWave(known: SourceContent, wave: SourceContent): QuestionnaireWave | null {
  if (!known.table || !wave.table) return null;
  const rowOf = new Map(wave.table.respondents.map((respondent, row) => [respondent, row]));
  const knownRespondents = new Set(known.table.respondents);
  const names = new Set(known.table.columns.map(({ name }) => name));
  const fresh = wave.table.columns.filter(({ name }) => !names.has(name));
  const added = wave.table.respondents.filter((respondent) => !knownRespondents.has(respondent));
  const content = append(known.text, known.segments, wave, new Set(added), new Set(fresh.map(({ name }) => name)));
  const inserted = content.text.length - known.text.length;
  return {
    content: { ...content, table: joinTables(known.table, wave.table, fresh, added, rowOf) },
    sections: [...(known.text === '' ? [] : [known.text.length, -1]), ...(inserted === 0 ? [] : [0, inserted])],
    added,
    changed: changedAnswers(known.table, wave.table, rowOf),
    missing: known.table.respondents.filter((respondent) => !rowOf.has(respondent)),
    newColumns: fresh.map(({ name }) => name),
  };
}

/** All answers of new respondents, and those of known ones to new questions, behind what is there. */
function append(
  before: string,
  known: readonly Segment[],
  wave: SourceContent,
  added: ReadonlySet<string>,
  newColumns: ReadonlySet<string>,
): { readonly text: string; readonly segments: readonly Segment[] } {
  const pieces: string[] = [];
  const segments: Segment[] = [...known];
  let place = before.length;
  for (const segment of wave.segments) {
    if (segment.role !== 'answer' || segment.respondent === undefined) continue;
    if (!added.has(segment.respondent) && !newColumns.has(segment.question ?? '')) continue;
    if (place > 0) {
      pieces.push(BETWEEN_ANSWERS);
      place += BETWEEN_ANSWERS.length;
    }
    const answer = wave.text.slice(segment.start, segment.end);
    segments.push({ ...segment, start: place, end: place + answer.length });
    pieces.push(answer);
    place += answer.length;
  }
  return { text: before + pieces.join(''), segments };
}

function joinTables(
  known: QuestionnaireTable,
  wave: QuestionnaireTable,
  fresh: readonly QuestionnaireColumn[],
  added: readonly string[],
  rowOf: ReadonlyMap<string, number>,
): QuestionnaireTable {
  const columns = [...known.columns, ...fresh];
  const placeOf = new Map(wave.columns.map(({ name }, place) => [name, place]));
  const cellsOf = (respondent: string, wanted: readonly QuestionnaireColumn[]): readonly string[] => {
    const row = wave.rows[rowOf.get(respondent) ?? -1];
    return wanted.map(({ name }) => row?.[placeOf.get(name) ?? -1] ?? '');
  };
  return {
    columns,
    respondents: [...known.respondents, ...added],
    rows: [
      ...known.rows.map((cells, row) =>
        fresh.length === 0 ? cells : [...cells, ...cellsOf(known.respondents[row] as string, fresh)],
      ),
      ...added.map((respondent) => cellsOf(respondent, columns)),
    ],
  };
}

function changedAnswers(
  known: QuestionnaireTable,
  wave: QuestionnaireTable,
  rowOf: ReadonlyMap<string, number>,
): readonly ChangedAnswer[] {
  const placeOf = new Map(wave.columns.map(({ name }, place) => [name, place]));
  const shared = known.columns.flatMap((column, place) => {
    const inWave = placeOf.get(column.name);
    return inWave === undefined || column.role === 'ignore' ? [] : [{ ...column, place, inWave }];
  });
  return known.respondents.flatMap((respondent, row) => {
    const cells = wave.rows[rowOf.get(respondent) ?? -1];
    if (!cells) return [];
    return shared.flatMap(({ name, label, place, inWave }): readonly ChangedAnswer[] => {
      const [before, after] = [known.rows[row]?.[place] ?? '', cells[inWave] ?? ''];
      return before === after ? [] : [{ respondent, column: name, label, before, after }];
    });
  });
}
