/** What the host tells the window: a menu entry was chosen, a file was opened from outside, the window is to close. */
import { useEffect, useRef } from 'react';
import { switchTheme } from '#renderer/app/use-app-commands.ts';
import { hostBridge } from '#renderer/bridge/bridge.ts';
import type { MenuCommand } from '#shared/bridge/requests.ts';
import type { StartIntent } from '#renderer/features/start/start-intent.ts';
import { runCommand } from '#renderer/view-state/commands.ts';
import { openOverlay } from '#renderer/view-state/overlays.ts';

export type NoticeHandlers = {
  readonly isOpen: boolean;
  /** Leaves the open evaluation, if any, and starts with an intent. */
  readonly onStart: (intent: StartIntent) => void;
  readonly onQuit: () => void;
};

/** Listens to the host for as long as the app runs. */
export function useHostNotices(handlers: NoticeHandlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const bridge = hostBridge();
    const stops = [
      bridge.listen('menu.command', ({ command }) => chooseFromMenu(command, latest.current)),
      bridge.listen('project.openRequested', (requested) => latest.current.onStart({ requested })),
      bridge.listen('window.closing', () => latest.current.onQuit()),
    ];
    return () => stops.forEach((stop) => stop());
  }, []);
}

/** Undo and redo act in the text field that has the focus; everything else is a command of the same name. */
function chooseFromMenu(command: MenuCommand, { isOpen, onStart }: NoticeHandlers): void {
  const field = document.activeElement;
  const isTyping = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement;
  if (command === 'about' || (command === 'backups' && !isOpen)) openOverlay(command);
  else if (command === 'theme') switchTheme();
  else if (!isOpen && (command === 'new' || command === 'open' || command === 'sample')) onStart(command);
  else if (isTyping && (command === 'undo' || command === 'redo')) document.execCommand(command);
  else runCommand(command);
}
