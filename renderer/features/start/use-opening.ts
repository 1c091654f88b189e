/** Opening a file step by step: read, ask for the passphrase when it is sealed, ask about damage, hand over. */
import { useCallback, useRef, useState } from 'react';
import type { Result } from '#shared/basics/result.ts';
import type { DiskFailure, ProjectFileHandle } from '#shared/bridge/requests.ts';
import { hostBridge } from '#renderer/bridge/bridge.ts';
import { openProject, rescueProject } from '#renderer/data/open-project.ts';
import type { OpenFailure, ProjectSession } from '#renderer/data/session.ts';
import { usePreferences } from '#renderer/view-state/preferences.ts';

export type Opening =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly name: string }
  | { readonly kind: 'passphrase'; readonly handle: ProjectFileHandle; readonly wasWrong: boolean }
  | { readonly kind: 'checking'; readonly handle: ProjectFileHandle }
  | { readonly kind: 'damaged'; readonly handle: ProjectFileHandle; readonly passphrase: string | null }
  | { readonly kind: 'lost'; readonly handle: ProjectFileHandle }
  | { readonly kind: 'failed'; readonly failure: OpenFailure };

export type OpeningControls = {
  readonly opening: Opening;
  /** Opens what the host answered; null (nothing chosen) does nothing. */
  readonly begin: (picked: Result<ProjectFileHandle, DiskFailure> | null) => Promise<void>;
  readonly tryPassphrase: (handle: ProjectFileHandle, passphrase: string) => Promise<void>;
  readonly acceptDamage: (handle: ProjectFileHandle, passphrase: string | null) => Promise<void>;
  /** Writes a lost file again from this machine's copy of it. */
  readonly rebuild: (handle: ProjectFileHandle) => Promise<void>;
  /** Saves everything readable of a damaged file to another one, which the user has picked, and opens that. */
  readonly rescue: (
    handle: ProjectFileHandle,
    passphrase: string | null,
    picked: Result<ProjectFileHandle, DiskFailure> | null,
  ) => Promise<void>;
  readonly fail: (failure: OpenFailure) => void;
  /** Back to the start screen; a file that was picked is given back. */
  readonly giveUp: () => void;
};

/** The steps of opening; `onOpened` gets the session. */
export function useOpening(onOpened: (session: ProjectSession) => void): OpeningControls {
  const [opening, setOpening] = useState<Opening>({ kind: 'idle' });
  // What was agreed to holds for all steps of one opening, the passphrase included.
  const acceptRebuild = useRef(false);

  const open = useCallback(
    async (handle: ProjectFileHandle, passphrase: string | null, acceptDamage: boolean): Promise<void> => {
      const { preferences, info } = usePreferences.getState();
      const personName = preferences.personName || info?.userName || 'Evaluator';
      const opened = await openProject(hostBridge(), handle, {
        passphrase,
        personName,
        acceptDamage,
        acceptRebuild: acceptRebuild.current,
      });
      if (opened.ok) return onOpened(opened.value);
      const { failure } = opened;
      if (failure.code === 'passphrase-needed') return setOpening({ kind: 'passphrase', handle, wasWrong: false });
      if (failure.code === 'wrong-passphrase') return setOpening({ kind: 'passphrase', handle, wasWrong: true });
      if (failure.code === 'damaged' && !acceptDamage) return setOpening({ kind: 'damaged', handle, passphrase });
      if (failure.code === 'file-lost') return setOpening({ kind: 'lost', handle });
      void hostBridge().ask('project.release', { token: handle.token });
      setOpening({ kind: 'failed', failure });
    },
    [onOpened],
  );

  const begin = useCallback(
    async (picked: Result<ProjectFileHandle, DiskFailure> | null) => {
      if (!picked) return;
      if (!picked.ok) return setOpening({ kind: 'failed', failure: picked.failure });
      acceptRebuild.current = false;
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

  const rebuild = useCallback(
    async (handle: ProjectFileHandle) => {
      acceptRebuild.current = true;
      setOpening({ kind: 'busy', name: handle.name });
      await open(handle, null, false);
    },
    [open],
  );

  const rescue = useCallback(
    async (
      handle: ProjectFileHandle,
      passphrase: string | null,
      picked: Result<ProjectFileHandle, DiskFailure> | null,
    ) => {
      if (!picked) return;
      const rescued = picked.ok ? await rescueProject(hostBridge(), handle, picked.value) : picked;
      void hostBridge().ask('project.release', { token: handle.token });
      if (!rescued.ok) return setOpening({ kind: 'failed', failure: rescued.failure });
      if (!picked.ok) return;
      setOpening({ kind: 'busy', name: picked.value.name });
      await open(picked.value, passphrase, false);
    },
    [open],
  );

  const giveUp = useCallback(() => {
    if ('handle' in opening) void hostBridge().ask('project.release', { token: opening.handle.token });
    setOpening({ kind: 'idle' });
  }, [opening]);

  const fail = useCallback((failure: OpenFailure) => setOpening({ kind: 'failed', failure }), []);
  return { opening, begin, tryPassphrase, acceptDamage, rebuild, rescue, fail, giveUp };
}
