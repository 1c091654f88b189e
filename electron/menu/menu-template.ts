/** The menu as data: which command stands where, with its words and its key. */
import type { MenuItemConstructorOptions } from 'electron';
import { menuAccelerators } from '#shared/bridge/menu-accelerators.ts';
import type { MenuCommand } from '#shared/bridge/requests.ts';
import type { NativeWords } from '#electron/menu/native-words.ts';

type Role = keyof NativeWords['role'];
type Entry = MenuCommand | { readonly role: Role } | 'separator-line';

type Section = { readonly label: 'file' | 'edit' | 'go' | 'view' | 'help'; readonly entries: readonly Entry[] };

const line = 'separator-line';

const sections: readonly Section[] = [
  {
    label: 'file',
    entries: [
      'new',
      'open',
      'sample',
      line,
      'import',
      'export',
      line,
      'backups',
      line,
      'close-project',
      { role: 'quit' },
    ],
  },
  {
    label: 'edit',
    entries: [
      'undo',
      'redo',
      line,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
      line,
      'find',
      'palette',
    ],
  },
  {
    label: 'go',
    entries: [
      'place-sources',
      'place-coding',
      'place-matrix',
      'place-findings',
      line,
      'place-history',
      'place-settings',
    ],
  },
  { label: 'view', entries: ['theme', { role: 'togglefullscreen' }, { role: 'minimize' }] },
  { label: 'help', entries: ['keys', 'about'] },
];

export type MenuOptions = {
  readonly words: NativeWords;
  readonly allowsDeveloperTools: boolean;
  readonly choose: (command: MenuCommand) => void;
};

export function menuTemplate({ words, allowsDeveloperTools, choose }: MenuOptions): MenuItemConstructorOptions[] {
  function item(entry: Entry): MenuItemConstructorOptions {
    if (entry === line) return { type: 'separator' };
    if (typeof entry === 'object') return { role: entry.role, label: words.role[entry.role] };
    const accelerator = menuAccelerators[entry];
    return {
      id: entry,
      label: words.command[entry],
      click: () => choose(entry),
      ...(accelerator !== null && { accelerator }),
    };
  }
  const menu = sections.map(({ label, entries }) => ({ label: words[label], submenu: entries.map(item) }));
  if (allowsDeveloperTools) menu.at(-1)?.submenu.push(item({ role: 'toggleDevTools' }));
  return menu;
}
