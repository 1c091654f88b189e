/** Answers the native dialogs in place of a person. An answer holds until the next one or a restart. */
import type { ElectronApplication } from '@playwright/test';

export type NativeDialogs = {
  /** Files that the next dialogs to open pick; none means that the user cancels. */
  readonly pickToOpen: (...paths: readonly string[]) => Promise<void>;
  /** Path that the next dialogs to save or create pick; null means that the user cancels. */
  readonly pickToSave: (path: string | null) => Promise<void>;
  /** Number of the button that the next message boxes are answered with. */
  readonly pressButton: (index: number) => Promise<void>;
  /** Addresses that went to the user's browser since `watchBrowser` was called. */
  readonly watchBrowser: () => Promise<() => Promise<readonly string[]>>;
};

/** `current` gives the app that runs now, which changes with a restart. */
export function createNativeDialogs(current: () => ElectronApplication): NativeDialogs {
  return {
    pickToOpen: (...paths) =>
      current().evaluate(({ dialog }, filePaths) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths: [...filePaths] });
      }, paths),
    pickToSave: (path) =>
      current().evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
      }, path),
    pressButton: (index) =>
      current().evaluate(({ dialog }, response) => {
        dialog.showMessageBox = () => Promise.resolve({ response, checkboxChecked: false });
      }, index),
    watchBrowser: async () => {
      const app = current();
      const seen = await app.evaluateHandle(({ shell }) => {
        const addresses: string[] = [];
        shell.openExternal = (address) => {
          addresses.push(address);
          return Promise.resolve();
        };
        return addresses;
      });
      return () => seen.jsonValue();
    },
  };
}
