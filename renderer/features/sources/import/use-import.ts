/** Runs a batch: reads one file after the other in the worker, and adds what is wanted as one change. */
import { useCallback, useEffect, useReducer, useRef, useState, type Dispatch } from 'react';
import { addSources } from '#shared/domain/source/source-edits.ts';
import { useSession } from '#renderer/data/hooks.ts';
import { randomBytes } from '#renderer/data/random.ts';
import type { ProjectSession } from '#renderer/data/session.ts';
import { decidedSource } from '#renderer/features/sources/import/draft-decision.ts';
import { addForeign } from '#renderer/features/sources/import/add-foreign.ts';
import {
  changeBatch,
  contentOf,
  type Batch,
  type BatchAction,
  type BatchFile,
  type ForeignReport,
} from '#renderer/features/sources/import/import-batch.ts';
import { addWaves, findKnownQuestionnaire } from '#renderer/features/sources/import/known-wave.ts';
import { createImportReader, type ImportReader } from '#renderer/workers/import-reader.ts';
import type { ReadChoices } from '#renderer/workers/import-messages.ts';
import type { Change } from '#shared/domain/change/change.ts';
import type { WaitingFile } from '#renderer/view-state/import-queue.ts';

export type ImportControls = {
  readonly batch: Batch;
  readonly dispatch: Dispatch<BatchAction>;
  readonly isReading: boolean;
  readonly isAdding: boolean;
  /** Stops reading; what was read so far can still be imported. */
  readonly stop: () => void;
  /** Reads one file again with another encoding or another eye for speakers. */
  readonly readAgain: (entry: BatchFile, choices: ReadChoices) => Promise<void>;
  /** Adds the sources wanted as one change, and each project or codebook as one. */
  readonly commit: () => Promise<Committed>;
};

/** What was added: nothing where all was there already, or where the evaluation can only be read. */
export type Committed = {
  readonly change: Change | null;
  readonly isDone: boolean;
  /** A project or codebook came in: what was lost is there to be read. */
  readonly hasReport: boolean;
};

/** A batch of files, read as soon as it is there. */
export function useImport(files: readonly WaitingFile[]): ImportControls {
  const session = useSession();
  const [batch, dispatch] = useReducer(changeBatch, []);
  const [isReading, setReading] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const reader = useRef<ImportReader | null>(null);
  const run = useRef(0);

  const readOne = useCallback(
    async (key: string, file: WaitingFile, choices: ReadChoices, mine: number) => {
      const bytes = await file.read();
      if (run.current !== mine) return;
      if (!bytes.ok) {
        const failure = { code: 'unreadable', values: {} } as const;
        return dispatch({ type: 'state', key, state: { kind: 'failed', failure } });
      }
      reader.current ??= createImportReader();
      const asked = { ...choices, language: session.project.evaluation.language };
      const answer = await reader.current.read({ name: file.name, bytes: bytes.value }, asked, (share) => {
        if (run.current === mine) dispatch({ type: 'state', key, state: { kind: 'reading', share } });
      });
      const columns = answer.result.ok ? answer.result.value.content.table?.columns : undefined;
      const waveOf = columns ? await findKnownQuestionnaire(session, columns) : null;
      if (run.current === mine) dispatch({ type: 'read', key, answer, choices, known: knownFiles(session), waveOf });
    },
    [session],
  );

  useEffect(() => {
    if (files.length === 0) return;
    run.current += 1;
    const mine = run.current;
    dispatch({ type: 'start', files });
    setReading(true);
    const readAll = async (): Promise<void> => {
      for (const [index, file] of formsFirst(files)) {
        if (run.current !== mine) return;
        dispatch({ type: 'state', key: String(index), state: { kind: 'reading', share: 0 } });
        await readOne(String(index), file, {}, mine);
      }
      if (run.current === mine) setReading(false);
    };
    void readAll();
    return () => {
      run.current += 1;
      reader.current?.close();
      reader.current = null;
    };
  }, [files, readOne]);

  const stop = (): void => {
    run.current += 1;
    reader.current?.cancel();
    setReading(false);
    dispatch({ type: 'stop' });
  };
  const readAgain = (entry: BatchFile, choices: ReadChoices): Promise<void> =>
    readOne(entry.key, entry.file, choices, run.current);
  const commit = async (): Promise<Committed> => {
    setAdding(true);
    const reports = new Map<string, ForeignReport>();
    const foreign = batch.flatMap(({ key, file, state }) =>
      state.kind === 'foreign' && state.isWanted ? [{ key, file, foreign: state.foreign }] : [],
    );
    const added = await addBatch(session, batch);
    let last = added;
    for (const one of foreign) {
      const { change, report } = await addForeign(session, one.file.name, one.foreign);
      reports.set(one.key, report);
      last = change ?? last;
    }
    setAdding(false);
    const keys = [...(added ? wantedOf(batch).map(({ key }) => key) : []), ...foreign.map(({ key }) => key)];
    const isReadOnly = last === null && wantedOf(batch).length > 0;
    if (!isReadOnly && keys.length > 0) dispatch({ type: 'imported', keys, reports });
    return { change: last, isDone: !isReadOnly && keys.length > 0, hasReport: foreign.length > 0 };
  };
  return { batch, dispatch, isReading, isAdding, stop, readAgain, commit };
}

/** The form of a survey is a small spreadsheet. Read before the data of its batch, it explains their columns. */
function formsFirst(files: readonly WaitingFile[]): readonly (readonly [number, WaitingFile])[] {
  const rank = ({ name, sizeBytes }: WaitingFile): number => (/\.xlsx$/i.test(name) ? sizeBytes : Infinity);
  return [...files.entries()].sort(([, one], [, other]) => (rank(one) === rank(other) ? 0 : rank(one) - rank(other)));
}

function knownFiles(session: ProjectSession): ReadonlyMap<string, string> {
  return new Map(session.project.all('source').map((source) => [source.fileHash, source.name]));
}

function wantedOf(batch: Batch) {
  return batch.flatMap(({ key, file, state }) =>
    state.kind === 'ready' && state.isWanted ? [{ key, file, state }] : [],
  );
}

/** Texts first, then one change that names them all: nothing can be half there. */
async function addBatch(session: ProjectSession, batch: Batch): Promise<Change | null> {
  const wanted = wantedOf(batch);
  const waves = wanted.flatMap(({ file, state }) =>
    state.known && state.isIntoKnown
      ? [
          {
            source: state.known.source,
            file: { fileName: file.name, fileHash: state.fileHash, content: contentOf(state) },
          },
        ]
      : [],
  );
  const inputs = await Promise.all(
    wanted
      .filter(({ state }) => !(state.known && state.isIntoKnown))
      .map(async ({ file, state }) => {
        const content = contentOf(state);
        const revision = await session.contents.add(content);
        const stored = { fileName: file.name, fileHash: state.fileHash, content, revision };
        return decidedSource(state.imported, state.decision, stored);
      }),
  );
  const added = inputs.length === 0 ? null : addSources(session.project, inputs, randomBytes).draft;
  const joined = await addWaves(session, waves);
  const label = added?.label ?? joined?.label;
  return label ? session.commit({ label, ops: [...(added?.ops ?? []), ...(joined?.ops ?? [])] }) : null;
}
