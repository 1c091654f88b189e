/** Puts the bridge on the window: two functions that know the names in the contract and refuse all others. */
import { contextBridge, ipcRenderer, webFrame, type IpcRendererEvent } from 'electron';
import {
  BRIDGE_KEY,
  NOTICE_CHANNEL_PREFIX,
  REQUEST_CHANNEL_PREFIX,
  requestSchemas,
  type Bridge,
  type NoticeName,
  type Notices,
} from '#shared/bridge/requests.ts';

type Handler = (notice: unknown) => void;

// Merely making one opens sockets towards the world to learn which network cards there are; no policy forbids that.
void webFrame.executeJavaScript('delete window.RTCPeerConnection; delete window.webkitRTCPeerConnection;');

const requestNames = new Set(Object.keys(requestSchemas));
const noticeNames = {
  'menu.command': true,
  'project.openRequested': true,
  'system.locking': true,
  'window.closing': true,
} satisfies Record<NoticeName, true>;

const listeners = new Map<string, Set<Handler>>();
/** A file that was opened from outside before the page was ready to hear of it. */
let unheardOpening: Notices['project.openRequested'] | null = null;

function hear(name: NoticeName, notice: unknown): void {
  const handlers = listeners.get(name);
  if (handlers && handlers.size > 0) {
    for (const handler of handlers) handler(notice);
  } else if (name === 'window.closing') {
    // Nobody in the page has anything to write.
    void ipcRenderer.invoke(`${REQUEST_CHANNEL_PREFIX}window.readyToClose`, {});
  } else if (name === 'project.openRequested') {
    unheardOpening = notice as Notices['project.openRequested'];
  }
}

for (const name of Object.keys(noticeNames) as NoticeName[]) {
  ipcRenderer.on(NOTICE_CHANNEL_PREFIX + name, (_event: IpcRendererEvent, notice: unknown) => hear(name, notice));
}

function listen(name: string, handler: Handler): () => void {
  if (!Object.hasOwn(noticeNames, name)) throw new Error('Unknown notice');
  const handlers = listeners.get(name) ?? new Set();
  listeners.set(name, handlers.add(handler));
  if (name === 'project.openRequested' && unheardOpening) {
    const notice = unheardOpening;
    unheardOpening = null;
    queueMicrotask(() => handler(notice));
  }
  return () => {
    handlers.delete(handler);
  };
}

function ask(name: string, args: unknown): Promise<unknown> {
  if (!requestNames.has(name)) return Promise.reject(new Error('Unknown request'));
  return ipcRenderer.invoke(REQUEST_CHANNEL_PREFIX + name, args);
}

contextBridge.exposeInMainWorld(BRIDGE_KEY, { ask, listen } satisfies Record<keyof Bridge, unknown>);
