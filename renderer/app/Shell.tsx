/** The window around an open evaluation: rail, bars, the place in the middle, and the boxes over it. */
import { useEffect } from 'react';
import { CommandPalette } from '#renderer/app/CommandPalette.tsx';
import { useKeyboardMap } from '#renderer/app/keyboard-map.ts';
import { KeySheet } from '#renderer/app/KeySheet.tsx';
import { NavRail } from '#renderer/app/NavRail.tsx';
import { places } from '#renderer/app/places.tsx';
import { PlaceViews } from '#renderer/app/PlaceViews.tsx';
import { StatusBar } from '#renderer/app/StatusBar.tsx';
import { TopBar } from '#renderer/app/TopBar.tsx';
import { useAppCommands } from '#renderer/app/use-app-commands.ts';
import { useWindowTitle } from '#renderer/app/use-window-title.ts';
import { WindowDrop } from '#renderer/app/WindowDrop.tsx';
import { useBackupRounds } from '#renderer/features/backups/use-backup-rounds.ts';
import { ExportDialog } from '#renderer/features/export/ExportDialog.tsx';
import { AddToFindingHost } from '#renderer/features/findings/AddToFindingHost.tsx';
import { RecoveryDialog } from '#renderer/features/recovery/RecoveryDialog.tsx';
import { ImportDialog } from '#renderer/features/sources/ImportDialog.tsx';
import { TextEditHost } from '#renderer/features/text-editing/TextEditHost.tsx';
import type { StartIntent } from '#renderer/features/start/start-intent.ts';
import { useNavigation } from '#renderer/view-state/navigation.ts';
import { openOverlay, useOverlay } from '#renderer/view-state/overlays.ts';
import { announce } from '#renderer/ui/LiveRegion.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './Shell.css';

export type ShellProps = {
  /** Closes the evaluation and does what was asked for next. */
  readonly onLeave: (intent: StartIntent) => void;
};

/** The app with an evaluation open. */
export function Shell({ onLeave }: ShellProps) {
  const words = useWords();
  const current = useNavigation(({ here }) => here.place);
  const overlay = useOverlay((state) => state.overlay);
  const place = places.find(({ id }) => id === current);
  useKeyboardMap();
  useAppCommands(onLeave);
  useWindowTitle();
  useBackupRounds();
  const title = place ? words(place.titleKey) : '';
  useEffect(() => announce(title), [title]);
  const close = (): void => openOverlay(null);
  return (
    <div className="app-shell">
      <TopBar />
      <div className="app-shell__middle">
        <NavRail />
        <main className="app-shell__place" aria-label={title} tabIndex={-1}>
          {place && <PlaceViews key={place.id} place={place} />}
        </main>
      </div>
      <StatusBar />
      <WindowDrop />
      <ImportDialog />
      <AddToFindingHost />
      <TextEditHost />
      <CommandPalette isOpen={overlay === 'palette'} onClose={close} />
      <KeySheet isOpen={overlay === 'keys'} onClose={close} />
      <RecoveryDialog />
      <ExportDialog isOpen={overlay === 'export'} onClose={close} />
    </div>
  );
}
