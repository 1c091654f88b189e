/** Locks a sealed evaluation: on a word, after idle minutes, and when the machine sleeps or its screen is locked. */
import { useCallback, useEffect, useRef } from 'react';
import { hostBridge } from '#renderer/bridge/bridge.ts';
import type { ProjectSession } from '#renderer/data/session.ts';
import { useNavigation } from '#renderer/view-state/navigation.ts';
import { usePreferences } from '#renderer/view-state/preferences.ts';
import { showToast } from '#renderer/ui/Toast.tsx';
import { useWords } from '#renderer/ui/words.ts';

const LOOK_MILLISECONDS = 5000;
const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** The action that locks; while mounted it also runs by itself. */
export function useLock(session: ProjectSession): () => Promise<void> {
  const words = useWords();
  const isLocking = useRef(false);
  const lock = useCallback(async (): Promise<void> => {
    if (!session.isSealed || isLocking.current) return;
    isLocking.current = true;
    // A field hands its text on when it is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const state = await session.lockAway(JSON.stringify(useNavigation.getState().here));
    isLocking.current = false;
    if (state.kind === 'partly' && !state.inApp) showToast({ message: words('storage.lock.unsaved'), tone: 'danger' });
  }, [session, words]);

  useEffect(() => hostBridge().listen('system.locking', () => void lock()), [lock]);

  useEffect(() => {
    let lastSign = Date.now();
    const live = (): void => {
      lastSign = Date.now();
    };
    const timer = setInterval(() => {
      const minutes = usePreferences.getState().preferences.lockAfterMinutes;
      if (minutes > 0 && Date.now() - lastSign >= minutes * 60_000) void lock();
    }, LOOK_MILLISECONDS);
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, live, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, live, { capture: true });
    };
  }, [lock]);
  return lock;
}
