/** Saves everything into another file and goes on there. */
import { useCallback } from 'react';
import { hostBridge } from '#renderer/bridge/bridge.ts';
import type { ProjectSession } from '#renderer/data/session.ts';
import { showToast } from '#renderer/ui/Toast.tsx';
import { useWords } from '#renderer/ui/words.ts';

/** The action; it asks where to. */
export function useSaveCopy(session: ProjectSession, onSession: (session: ProjectSession) => void) {
  const words = useWords();
  return useCallback(async (): Promise<void> => {
    const picked = await hostBridge().ask('project.pickToCreate', {
      title: words('storage.copy.title'),
      suggestedName: session.fileName.replace(/\.triangula$/u, ''),
    });
    if (!picked) return;
    const saved = picked.ok ? await session.saveCopyAs(picked.value) : picked;
    if (saved.ok) {
      await session.close();
      onSession(saved.value);
      showToast({ message: words('storage.copy.done', { name: saved.value.fileName }), tone: 'good' });
      return;
    }
    if (picked.ok) void hostBridge().ask('project.release', { token: picked.value.token });
    showToast({ message: words('storage.copy.failed', { name: saved.failure.name }), tone: 'danger' });
  }, [onSession, session, words]);
}
