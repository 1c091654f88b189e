/**
 * The one gate between window and host. A request passes when its name is known, it comes from the top frame of our
 * own page, and its argument fits the schema; all else fails before any handler runs.
 */
import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { REQUEST_CHANNEL_PREFIX, requestSchemas, type RequestName } from '#shared/bridge/requests.ts';
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

/** Checks the argument against the schema of its name and lets the handler answer. */
export function answer(handlers: Handlers, name: RequestName, args: unknown): unknown {
  const parsed = requestSchemas[name].safeParse(args);
  // The argument itself stays out of the message: it may hold somebody's words.
  if (!parsed.success) throw new Error(`${name}: refused, argument does not fit`);
  // The schema of this very name has just made these arguments; only the compiler cannot follow the pairing.
  const handler = handlers[name] as (args: unknown) => unknown;
  return handler(parsed.data);
}

function describeSender(event: IpcMainInvokeEvent, window: BrowserWindow | null) {
  const frame = event.senderFrame;
  return {
    address: frame?.url ?? '',
    isTopFrame: frame !== null && frame === event.sender.mainFrame,
    isOurWindow: window !== null && !window.isDestroyed() && event.sender === window.webContents,
  };
}
