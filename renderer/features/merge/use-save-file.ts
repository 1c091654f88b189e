/** Writes what was packed where the user says, under a name that says whose it is and of when. */
import { useCallback } from 'react';
import type { Result } from '#shared/basics/result.ts';
import { hostBridge } from '#renderer/bridge/bridge.ts';
import { useSession } from '#renderer/data/hooks.ts';
import type { HandOver } from '#renderer/data/hand-over.ts';
import type { OpenFailure } from '#renderer/data/session.ts';
import { showToast } from '#renderer/ui/Toast.tsx';
import { useWords } from '#renderer/ui/words.ts';

/** Answers whether it was written. */
export function useSaveFile(): (
  title: string,
  what: string,
  pack: () => Promise<Result<HandOver, OpenFailure>>,
) => Promise<boolean> {
  const session = useSession();
  const words = useWords();
  return useCallback(
    async (title, what, pack) => {
      const me = session.project.get('person', session.person)?.name ?? '';
      const day = new Date().toISOString().slice(0, 10);
      const suggestedName = [session.project.evaluation.title, what, me, day].filter(Boolean).join(' - ').slice(0, 200);
      const picked = await hostBridge().ask('files.pickToSave', { title, suggestedName, extension: 'triangula' });
      if (!picked) return false;
      const packed = await pack();
      const written = packed.ok
        ? await hostBridge().ask('files.write', { token: picked.token, bytes: packed.value.bytes })
        : packed;
      if (written.ok) showToast({ message: words('merge.handOver.done', { name: picked.name }), tone: 'good' });
      else showToast({ message: words('merge.handOver.failed', { name: picked.name }), tone: 'danger' });
      return written.ok;
    },
    [session, words],
  );
}
