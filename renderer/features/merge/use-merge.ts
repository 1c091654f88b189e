/** Choosing copies, looking at what they bring, and taking it over after a backup. */
import { useCallback, useState } from 'react';
import { succeed, type Result } from '#shared/basics/result.ts';
import type { DiskFailure, FileHandle } from '#shared/bridge/requests.ts';
import { hostBridge } from '#renderer/bridge/bridge.ts';
import { useSession } from '#renderer/data/hooks.ts';
import type { CopyFile, MergePreview } from '#renderer/data/merge-copies.ts';
import type { OpenFailure, ProjectSession } from '#renderer/data/session.ts';
import { useNextSession } from '#renderer/view-state/next-session.ts';
import { useWords, type Words } from '#renderer/ui/words.ts';

export type MergeStage =
  | { readonly kind: 'start' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'looked'; readonly files: readonly CopyFile[]; readonly preview: MergePreview }
  | { readonly kind: 'merging' }
  | { readonly kind: 'merged'; readonly preview: MergePreview };

export type MergeControls = {
  readonly stage: MergeStage;
  /** What went wrong, in words; '' when nothing did. */
  readonly mistake: string;
  readonly choose: () => Promise<void>;
  /** Tries the words on the copies that are still sealed. */
  readonly tryPassphrase: (passphrase: string) => Promise<void>;
  readonly merge: () => Promise<void>;
  readonly takeBack: () => Promise<void>;
  readonly leave: () => void;
};

export function useMerge(): MergeControls {
  const session = useSession();
  const goOn = useNextSession();
  const words = useWords();
  const [stage, setStage] = useState<MergeStage>({ kind: 'start' });
  const [mistake, setMistake] = useState('');
  const [passphrases, setPassphrases] = useState<readonly string[]>([]);

  const look = useCallback(
    async (files: readonly CopyFile[], given: readonly string[]): Promise<void> => {
      setMistake('');
      setStage({ kind: 'reading' });
      const looked = await session.lookAtCopies(files, given);
      if (looked.ok) return setStage({ kind: 'looked', files, preview: looked.value });
      setMistake(explain(words, looked.failure));
      setStage({ kind: 'start' });
    },
    [session, words],
  );

  const choose = useCallback(async (): Promise<void> => {
    const handles = await hostBridge().ask('files.pickToImport', {
      title: words('merge.chooseTitle'),
      filterName: words('merge.filter'),
      extensions: ['triangula'],
    });
    if (handles.length === 0) return;
    setStage({ kind: 'reading' });
    const read = await readFiles(handles);
    if (read.ok) return look(read.value, passphrases);
    setMistake(explain(words, read.failure));
    setStage({ kind: 'start' });
  }, [look, passphrases, words]);

  const goOnWith = (next: ProjectSession, then: MergeStage): void => {
    setStage(then);
    goOn(next);
  };

  const merge = async (): Promise<void> => {
    if (stage.kind !== 'looked') return;
    const { preview } = stage;
    setMistake('');
    setStage({ kind: 'merging' });
    const backup = await backUp(session);
    if (!backup.ok) {
      setMistake(words('merge.noBackup', { reason: explain(words, backup.failure) }));
      return setStage(stage);
    }
    const merged = await session.mergeCopies(preview);
    if (merged.ok) return goOnWith(merged.value, { kind: 'merged', preview });
    setMistake(explain(words, merged.failure));
    setStage(stage);
  };

  return {
    stage,
    mistake,
    choose,
    tryPassphrase: async (passphrase) => {
      if (stage.kind !== 'looked') return;
      const given = [...passphrases, passphrase];
      setPassphrases(given);
      await look(stage.files, given);
    },
    merge,
    takeBack: async () => {
      const taken = await session.takeMergeBack();
      if (!taken) return;
      if (taken.ok) goOnWith(taken.value, { kind: 'start' });
      else setMistake(explain(words, taken.failure));
    },
    leave: () => {
      setMistake('');
      setPassphrases([]);
      setStage({ kind: 'start' });
    },
  };
}

function explain(words: Words, failure: OpenFailure): string {
  const key = `disk.${failure.code}`;
  const said = words(key, { name: failure.name });
  return said === key ? words('merge.failed') : said;
}

async function readFiles(handles: readonly FileHandle[]): Promise<Result<readonly CopyFile[], DiskFailure>> {
  const files: CopyFile[] = [];
  for (const { token, name } of handles) {
    const read = await hostBridge().ask('files.read', { token });
    if (!read.ok) return read;
    files.push({ name, bytes: read.value });
  }
  return succeed(files);
}

async function backUp(session: ProjectSession): Promise<Result<unknown, DiskFailure>> {
  await session.flush();
  const project = { token: session.fileToken, projectId: session.projectId };
  return hostBridge().ask('backups.make', { project, occasion: 'asked' });
}
