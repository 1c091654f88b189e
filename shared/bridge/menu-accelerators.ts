/** The key of each menu command: the host's menu and the window's keyboard map both take it from here. */
import type { MenuCommand } from '#shared/bridge/requests.ts';

/** In Electron's notation; `CmdOrCtrl` is Command on macOS and Control elsewhere. Null: reached by menu only. */
export const menuAccelerators: Readonly<Record<MenuCommand, string | null>> = {
  new: 'CmdOrCtrl+N',
  open: 'CmdOrCtrl+O',
  sample: null,
  import: 'CmdOrCtrl+I',
  export: 'CmdOrCtrl+E',
  backups: null,
  'close-project': 'CmdOrCtrl+W',
  undo: 'CmdOrCtrl+Z',
  redo: 'CmdOrCtrl+Shift+Z',
  find: 'CmdOrCtrl+F',
  palette: 'CmdOrCtrl+K',
  'place-sources': 'CmdOrCtrl+1',
  'place-coding': 'CmdOrCtrl+2',
  'place-matrix': 'CmdOrCtrl+3',
  'place-findings': 'CmdOrCtrl+4',
  'place-history': 'CmdOrCtrl+5',
  'place-settings': 'CmdOrCtrl+,',
  theme: 'CmdOrCtrl+Shift+L',
  keys: 'F1',
  about: null,
};
