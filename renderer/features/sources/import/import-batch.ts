/** A batch of files on their way in: the state of each, and how it changes. Nothing is in the evaluation yet. */
import type { ImportedSource, ImportFailure } from '#shared/formats/imported-source.ts';
import { applyPlan } from '#shared/formats/questionnaire/column-plan.ts';
import type { ColumnFacts } from '#shared/formats/questionnaire/column-profile.ts';
import { keepRoles } from '#shared/domain/source/questionnaire-wave.ts';
import type { ColumnRole, QuestionnaireColumn, SourceContent } from '#shared/domain/source/source-content.ts';
import type { ExchangeLoss } from '#shared/formats/refi/losses.ts';
import type { ForeignFile } from '#renderer/workers/read-foreign.ts';
import type { ReadAnswer, ReadChoices } from '#renderer/workers/import-messages.ts';
import type { WaitingFile } from '#renderer/view-state/import-queue.ts';
import type { KnownQuestionnaire } from '#renderer/features/sources/import/known-wave.ts';
import { draftDecision, guessSpeakers, type ImportDecision } from '#renderer/features/sources/import/draft-decision.ts';

/** A file that was read: what was found, and what the person makes of it. */
export type ReadyFile = {
  readonly kind: 'ready';
  readonly imported: ImportedSource;
  readonly fileHash: string;
  readonly facts: readonly ColumnFacts[];
  readonly decision: ImportDecision;
  readonly columns: readonly QuestionnaireColumn[];
  readonly choices: ReadChoices;
  readonly isWanted: boolean;
  /** The questionnaire in the evaluation that this is a further wave of. */
  readonly known: KnownQuestionnaire | null;
  /** Whether new respondents join that one; else it becomes a source of its own. */
  readonly isIntoKnown: boolean;
};

/** A project of another program, or a codebook: it comes in as a whole. */
export type ForeignState = { readonly kind: 'foreign'; readonly foreign: ForeignFile; readonly isWanted: boolean };

/** What came in, and what of it is not as it was there. */
export type ForeignReport = {
  readonly codes: number;
  readonly codings: number;
  readonly sources: number;
  readonly losses: readonly ExchangeLoss[];
};

export type FileState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'reading'; readonly share: number }
  | ReadyFile
  | ForeignState
  | { readonly kind: 'duplicate'; readonly of: string }
  | { readonly kind: 'failed'; readonly failure: ImportFailure }
  | { readonly kind: 'imported'; readonly as?: ReadyFile; readonly report?: ForeignReport };

export type BatchFile = { readonly key: string; readonly file: WaitingFile; readonly state: FileState };
export type Batch = readonly BatchFile[];

export type BatchAction =
  | { readonly type: 'start'; readonly files: readonly WaitingFile[] }
  | { readonly type: 'state'; readonly key: string; readonly state: FileState }
  /** `known`: names of the sources in the evaluation by the hash of their file. */
  | {
      readonly type: 'read';
      readonly key: string;
      readonly answer: ReadAnswer;
      readonly choices: ReadChoices;
      readonly known: ReadonlyMap<string, string>;
      readonly waveOf: KnownQuestionnaire | null;
    }
  | { readonly type: 'decide'; readonly key: string; readonly values: Partial<ImportDecision> }
  | { readonly type: 'decide-all'; readonly values: Partial<ImportDecision> }
  | { readonly type: 'want'; readonly key: string; readonly isWanted: boolean }
  | { readonly type: 'into-known'; readonly key: string; readonly isInto: boolean }
  | { readonly type: 'role'; readonly key: string; readonly column: string; readonly role: ColumnRole }
  | { readonly type: 'stop' }
  | {
      readonly type: 'imported';
      readonly keys: readonly string[];
      readonly reports: ReadonlyMap<string, ForeignReport>;
    };

/** The batch after an action. */
export function changeBatch(batch: Batch, action: BatchAction): Batch {
  switch (action.type) {
    case 'start':
      return action.files.map((file, index) => ({ key: String(index), file, state: { kind: 'waiting' } }));
    case 'state':
      return withState(batch, action.key, () => action.state);
    case 'read':
      return withState(batch, action.key, (state, file) => stateOf(batch, file, state, action));
    case 'decide':
      return batch.map((entry) => (entry.key === action.key ? decide(entry, action.values) : entry));
    case 'decide-all':
      return batch.map((entry) => decide(entry, action.values));
    case 'want':
      return withState(batch, action.key, (state) =>
        state.kind === 'ready' || state.kind === 'foreign' ? { ...state, isWanted: action.isWanted } : state,
      );
    case 'into-known':
      return withReady(batch, action.key, (ready) => ({ ...ready, isIntoKnown: action.isInto }));
    case 'role':
      return withReady(batch, action.key, (ready) => ({
        ...ready,
        columns: ready.columns.map((column) =>
          column.name === action.column ? { ...column, role: action.role } : column,
        ),
      }));
    case 'stop':
      return batch.map((entry) =>
        entry.state.kind === 'waiting' || entry.state.kind === 'reading'
          ? { ...entry, state: { kind: 'failed', failure: { code: 'cancelled', values: {} } } }
          : entry,
      );
    case 'imported':
      return batch.map((entry) =>
        action.keys.includes(entry.key)
          ? { ...entry, state: importedState(entry.state, action.reports.get(entry.key)) }
          : entry,
      );
  }
}

function withState(batch: Batch, key: string, change: (state: FileState, entry: BatchFile) => FileState): Batch {
  return batch.map((entry) => (entry.key === key ? { ...entry, state: change(entry.state, entry) } : entry));
}

function withReady(batch: Batch, key: string, change: (ready: ReadyFile) => ReadyFile): Batch {
  return withState(batch, key, (state) => (state.kind === 'ready' ? change(state) : state));
}

/** Lays what was decided over what was there; another method means other guesses about who speaks. */
function decide(entry: BatchFile, values: Partial<ImportDecision>): BatchFile {
  const { file, state } = entry;
  if (state.kind !== 'ready') return entry;
  const isOtherMethod = values.method !== undefined && values.method !== state.decision.method;
  const guessed = isOtherMethod ? { speakers: guessSpeakers(file.name, state.imported, values.method) } : {};
  return { ...entry, state: { ...state, decision: { ...state.decision, ...guessed, ...values } } };
}

function importedState(before: FileState, report: ForeignReport | undefined): FileState {
  return {
    kind: 'imported',
    ...(before.kind === 'ready' && { as: before }),
    ...(report !== undefined && { report }),
  };
}

/** What a file is after it was read: failed, known already, or ready with a first guess. */
function stateOf(
  batch: Batch,
  entry: BatchFile,
  before: FileState,
  { answer, choices, known, waveOf }: Extract<BatchAction, { type: 'read' }>,
): FileState {
  const { result, fileHash, facts, foreign } = answer;
  if (foreign) return { kind: 'foreign', foreign, isWanted: true };
  if (!result.ok) return { kind: 'failed', failure: result.failure };
  const twin = batch.find(
    (other) => other.key !== entry.key && other.state.kind === 'ready' && other.state.fileHash === fileHash,
  );
  const duplicateOf = known.get(fileHash) ?? twin?.file.name;
  if (duplicateOf !== undefined) return { kind: 'duplicate', of: duplicateOf };
  const guessed = draftDecision(entry.file.name, result.value);
  // Read anew with other choices: what was decided about the source stays, who speaks is found anew.
  const kept = before.kind === 'ready' ? before.decision : guessed;
  const speakers = guessSpeakers(entry.file.name, result.value, kept.method);
  return {
    kind: 'ready',
    imported: result.value,
    fileHash,
    facts,
    decision: { ...kept, speakers },
    columns: keepRoles(
      before.kind === 'ready' ? before.columns : (waveOf?.content.table?.columns ?? []),
      result.value.content.table?.columns ?? [],
    ),
    choices,
    isWanted: true,
    known: waveOf,
    isIntoKnown: waveOf !== null && (before.kind !== 'ready' || before.isIntoKnown),
  };
}

/** The content with the roles that the person gave the columns. */
export function contentOf({ imported, columns }: Pick<ReadyFile, 'imported' | 'columns'>): SourceContent {
  const { table } = imported.content;
  return table ? applyPlan(table, { columns }) : imported.content;
}

/** How the batch stands. */
export function countBatch(
  batch: Batch,
): Readonly<Record<'read' | 'wanted' | 'failed' | 'duplicate' | 'imported' | 'waves', number>> {
  const counts = { read: 0, wanted: 0, failed: 0, duplicate: 0, imported: 0, waves: 0 };
  for (const { state } of batch) {
    if (state.kind !== 'waiting' && state.kind !== 'reading') counts.read += 1;
    if ((state.kind === 'ready' || state.kind === 'foreign') && state.isWanted) counts.wanted += 1;
    if (state.kind === 'ready' && state.isWanted && state.isIntoKnown) counts.waves += 1;
    if (state.kind === 'failed') counts.failed += 1;
    if (state.kind === 'duplicate') counts.duplicate += 1;
    if (state.kind === 'imported') counts.imported += 1;
  }
  return counts;
}
