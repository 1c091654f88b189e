/** Opening a file step by step: read, ask for the passphrase when it is sealed, ask about damage, hand over. */
import { useCallback, useState } from 'react';
import type { Result } from '#shared/basics/result.ts';
import type { DiskFailure, ProjectFileHandle } from '#shared/bridge/requests.ts';
import { hostBridge } from '#renderer/bridge/bridge.ts';
import { openProject } from '#renderer/data/open-project.ts';
import type { OpenFailure, ProjectSession } from '#renderer/data/session.ts';
import { usePreferences } from '#renderer/view-state/preferences.ts';

export type Opening =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly name: string }
  | { readonly kind: 'passphrase'; readonly handle: ProjectFileHandle; readonly wasWrong: boolean }
  | { readonly kind: 'checking'; readonly handle: ProjectFileHandle }
  | { readonly kind: 'damaged'; readonly handle: ProjectFileHandle; readonly passphrase: string | null }
  | { readonly kind: 'failed'; readonly failure: OpenFailure };

export type OpeningControls = {
  readonly opening: Opening;
  /** Opens what the host answered; null (nothing chosen) does nothing. */
  readonly begin: (picked: Result<ProjectFileHandle, DiskFailure> | null) => Promise<void>;
  readonly tryPassphrase: (handle: ProjectFileHandle, passphrase: string) => Promise<void>;
  readonly acceptDamage: (handle: ProjectFileHandle, passphrase: string | null) => Promise<void>;
  readonly fail: (failure: OpenFailure) => void;
  /** Back to the start screen; a file that was picked is given back. */
  readonly giveUp: () => void;
};

/** The steps of opening; `onOpened` gets the session. */
export function useOpening(onOpened: (session: ProjectSession) => void): OpeningControls {
  const [opening, setOpening] = useState<Opening>({ kind: 'idle' });

  const open = useCallback(
    async (handle: ProjectFileHandle, passphrase: string | null, acceptDamage: boolean): Promise<void> => {
      const { preferences, info } = usePreferences.getState();
      const personName = preferences.personName || info?.userName || 'Evaluator';
      const opened = await openProject(hostBridge(), handle, { passphrase, personName, acceptDamage });
      if (opened.ok) return onOpened(opened.value);
      const { failure } = opened;
      if (failure.code === 'passphrase-needed') return setOpening({ kind: 'passphrase', handle, wasWrong: false });
      if (failure.code === 'wrong-passphrase') return setOpening({ kind: 'passphrase', handle, wasWrong: true });
      if (failure.code === 'damaged' && !acceptDamage) return setOpening({ kind: 'damaged', handle, passphrase });
      void hostBridge().ask('project.release', { token: handle.token });
      setOpening({ kind: 'failed', failure });
    },
    [onOpened],
  );

  const begin = useCallback(
    async (picked: Result<ProjectFileHandle, DiskFailure> | null) => {
      if (!picked) return;
      if (!picked.ok) return setOpening({ kind: 'failed', failure: picked.failure });
      setOpening({ kind: 'busy', name: picked.value.name });
      await open(picked.value, null, false);
    },
    [open],
  );

  const tryPassphrase = useCallback(
    async (handle: ProjectFileHandle, passphrase: string) => {
      setOpening({ kind: 'checking', handle });
      await open(handle, passphrase, false);
    },
    [open],
  );

  const acceptDamage = useCallback(
    async (handle: ProjectFileHandle, passphrase: string | null) => {
      setOpening({ kind: 'busy', name: handle.name });
      await open(handle, passphrase, true);
    },
    [open],
  );

  const giveUp = useCallback(() => {
    if ('handle' in opening) void hostBridge().ask('project.release', { token: opening.handle.token });
    setOpening({ kind: 'idle' });
  }, [opening]);

  const fail = useCallback((failure: OpenFailure) => setOpening({ kind: 'failed', failure }), []);
  return { opening, begin, tryPassphrase, acceptDamage, fail, giveUp };
}
