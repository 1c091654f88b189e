/** Opens an address in the user's browser, https only and only after asking; the app itself never goes there. */
import { dialog, shell, type BrowserWindow } from 'electron';
import type { NativeWords } from '#electron/menu/native-words.ts';
import { externalAddress } from '#electron/security/link-policy.ts';
import type { TopicHandlers } from '#electron/requests/handlers.ts';

export function createLinkRequests(
  window: () => BrowserWindow | null,
  words: () => NativeWords,
): TopicHandlers<'links'> {
  return {
    'links.open': async ({ url }) => {
      const address = externalAddress(url);
      const parent = window();
      if (address === null || !parent) return null;
      const { linkQuestion, linkDetail, linkOpen, cancel } = words().dialog;
      const { response } = await dialog.showMessageBox(parent, {
        type: 'question',
        message: linkQuestion,
        detail: linkDetail.replace('{address}', () => address),
        buttons: [cancel, linkOpen],
        defaultId: 0,
        cancelId: 0,
      });
      if (response === 1) await shell.openExternal(address);
      return null;
    },
  };
}
