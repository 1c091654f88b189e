/** The app: starts up, shows the start screen or an open evaluation, and leaves no change behind on the way out. */
import { useCallback, useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { leaveEvaluation } from '#renderer/app/leave-evaluation.ts';
import { Shell } from '#renderer/app/Shell.tsx';
import { UnsavedDialog } from '#renderer/app/UnsavedDialog.tsx';
import { useAppearance } from '#renderer/app/use-appearance.ts';
import { useHostNotices } from '#renderer/app/use-host-notices.ts';
import { hostBridge } from '#renderer/bridge/bridge.ts';
import { SessionContext } from '#renderer/data/hooks.ts';
import type { ProjectSession, SaveState } from '#renderer/data/session.ts';
import { BackupsDialog } from '#renderer/features/backups/BackupsDialog.tsx';
import { AboutDialog } from '#renderer/features/settings/AboutDialog.tsx';
import { LockedScreen } from '#renderer/features/storage/LockedScreen.tsx';
import { StorageWatch } from '#renderer/features/storage/StorageWatch.tsx';
import type { LockedAway } from '#shared/bridge/requests.ts';
import type { StartIntent } from '#renderer/features/start/start-intent.ts';
import { StartScreen } from '#renderer/features/start/StartScreen.tsx';
import { clearFindingRequest } from '#renderer/view-state/finding-request.ts';
import { resetAgreementView } from '#renderer/view-state/agreement-view.ts';
import { resetMatrixView } from '#renderer/view-state/matrix-view.ts';
import { resetNavigation } from '#renderer/view-state/navigation.ts';
import { NextSessionContext } from '#renderer/view-state/next-session.ts';
import { openOverlay, useOverlay } from '#renderer/view-state/overlays.ts';
import { loadPreferences } from '#renderer/view-state/preferences.ts';
import { LiveRegion } from '#renderer/ui/LiveRegion.tsx';
import { clearToasts, ToastRegion } from '#renderer/ui/Toast.tsx';
import { useLanguage } from '#renderer/ui/words.ts';

type Stage =
  | { readonly kind: 'starting' }
  | { readonly kind: 'start'; readonly intent: StartIntent }
  | { readonly kind: 'locked'; readonly locked: LockedAway }
  | { readonly kind: 'open'; readonly session: ProjectSession };

/** What is to happen once the evaluation is closed: the window goes, or another start. */
type Leaving = { readonly then: StartIntent | 'quit'; readonly state: Extract<SaveState, { kind: 'partly' }> };

/** The whole window. */
export function App() {
  const language = useLanguage();
  const [stage, setStage] = useState<Stage>({ kind: 'starting' });
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const overlay = useOverlay((state) => state.overlay);
  const session = stage.kind === 'open' ? stage.session : null;
  useAppearance();
  useEffect(() => {
    void loadPreferences(hostBridge()).finally(async () => {
      const locked = await hostBridge().ask('window.lockedAway', {});
      setStage((before) => {
        if (before.kind !== 'starting') return before;
        return locked ? { kind: 'locked', locked } : { kind: 'start', intent: null };
      });
    });
  }, []);

  const finish = useCallback((then: StartIntent | 'quit') => {
    setLeaving(null);
    openOverlay(null);
    clearToasts();
    if (then === 'quit') void hostBridge().ask('window.readyToClose', {});
    else {
      void hostBridge().ask('window.setTitle', { title: '', hasUnsaved: false });
      setStage({ kind: 'start', intent: then });
    }
  }, []);

  const leave = useCallback(
    async (then: StartIntent | 'quit') => {
      const state = session ? await leaveEvaluation(session) : null;
      if (state?.kind === 'partly') setLeaving({ then, state });
      else finish(then);
    },
    [finish, session],
  );
  const resume = useCallback((next: ProjectSession) => setStage({ kind: 'open', session: next }), []);
  const leaveFor = useCallback((intent: StartIntent) => void leave(intent), [leave]);

  useHostNotices({ isOpen: session !== null, onStart: leaveFor, onQuit: () => void leave('quit') });

  return (
    <I18nProvider locale={language}>
      {stage.kind === 'start' && (
        <StartScreen
          start={stage}
          onOpened={(opened) => {
            resetNavigation();
            resetMatrixView();
            resetAgreementView();
            clearFindingRequest();
            setStage({ kind: 'open', session: opened });
          }}
        />
      )}
      {stage.kind === 'locked' && (
        <LockedScreen
          locked={stage.locked}
          onOpened={resume}
          onLeave={() => setStage({ kind: 'start', intent: null })}
        />
      )}
      {session && (
        <SessionContext value={session}>
          <NextSessionContext value={resume}>
            <Shell onLeave={leaveFor} />
          </NextSessionContext>
          <StorageWatch key={session.replica} session={session} onSession={resume} />
        </SessionContext>
      )}
      {session && leaving && (
        <UnsavedDialog
          state={leaving.state}
          onTryAgain={() => {
            setLeaving(null);
            void leave(leaving.then);
          }}
          onStay={() => setLeaving(null)}
          onLeaveAnyway={() => void session.close().finally(() => finish(leaving.then))}
        />
      )}
      <BackupsDialog
        isOpen={overlay === 'backups'}
        onClose={() => openOverlay(null)}
        session={session}
        onOpenCopy={(requested) => leaveFor({ requested })}
      />
      <AboutDialog isOpen={overlay === 'about'} onClose={() => openOverlay(null)} />
      <ToastRegion />
      <LiveRegion />
    </I18nProvider>
  );
}
