/**
 * The one gate between window and host. A request passes when its name is known, it comes from the top frame of our
 * own page, and its argument fits the schema; all else fails before any handler runs.
 */
import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { REQUEST_CHANNEL_PREFIX, requestSchemas, type RequestName } from '#shared/bridge/requests.ts';
import { answer } from '#electron/requests/answer.ts';
import type { Handlers } from '#electron/requests/handlers.ts';
import { isTrustedSender } from '#electron/requests/trusted-sender.ts';

/** Opens the gate for `ourWindow()`; a name without a handler does not compile. */
export function openGate(handlers: Handlers, ourWindow: () => BrowserWindow | null): void {
  for (const name of Object.keys(requestSchemas) as RequestName[]) {
    ipcMain.handle(REQUEST_CHANNEL_PREFIX + name, (event, args: unknown) => {
      if (!isTrustedSender(describeSender(event, ourWindow()))) throw new Error(`${name}: refused, unknown sender`);
      return answer(handlers, name, args);
    });
  }
}

function describeSender(event: IpcMainInvokeEvent, window: BrowserWindow | null) {
  const frame = event.senderFrame;
  return {
    address: frame?.url ?? '',
    isTopFrame: frame !== null && frame === event.sender.mainFrame,
    isOurWindow: window !== null && !window.isDestroyed() && event.sender === window.webContents,
  };
}
