/** Runs a batch: reads one file after the other in the worker, and adds what is wanted as one change. */
import { useCallback, useEffect, useReducer, useRef, useState, type Dispatch } from 'react';
import { addSources } from '#shared/domain/source/source-edits.ts';
import { useSession } from '#renderer/data/hooks.ts';
import { randomBytes } from '#renderer/data/random.ts';
import type { ProjectSession } from '#renderer/data/session.ts';
import { decidedSource } from '#renderer/features/sources/import/draft-decision.ts';
import {
  changeBatch,
  contentOf,
  type Batch,
  type BatchAction,
  type BatchFile,
} from '#renderer/features/sources/import/import-batch.ts';
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
  /** Adds everything wanted as one change; null when the evaluation cannot be changed. */
  readonly commit: () => Promise<Change | null>;
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
      const answer = await reader.current.read({ name: file.name, bytes: bytes.value }, choices, (share) => {
        if (run.current === mine) dispatch({ type: 'state', key, state: { kind: 'reading', share } });
      });
      if (run.current === mine) dispatch({ type: 'read', key, answer, choices, known: knownFiles(session) });
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
  const commit = async (): Promise<Change | null> => {
    setAdding(true);
    const change = await addBatch(session, batch);
    setAdding(false);
    if (change) dispatch({ type: 'imported', keys: wantedOf(batch).map(({ key }) => key) });
    return change;
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
  const inputs = await Promise.all(
    wantedOf(batch).map(async ({ file, state }) => {
      const content = contentOf(state);
      const revision = await session.contents.add(content);
      const stored = { fileName: file.name, fileHash: state.fileHash, content, revision };
      return decidedSource(state.imported, state.decision, stored);
    }),
  );
  return inputs.length === 0 ? null : session.commit(addSources(session.project, inputs, randomBytes).draft);
}
