/** The host’s menu, settings, window place, preferences and recent list. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { menuTemplate } from '#electron/menu/menu-template.ts';
import { chooseLanguage, nativeWords } from '#electron/menu/native-words.ts';
import { projectAmong } from '#electron/open-arguments.ts';
import { openPreferences } from '#electron/preferences/preferences.ts';
import { openRecentProjects } from '#electron/preferences/recent-projects.ts';
import { readSettings } from '#electron/settings.ts';
import { fitToScreens } from '#electron/window/window-state.ts';
import { menuAccelerators } from '#shared/bridge/menu-accelerators.ts';
import { menuCommands, type MenuCommand } from '#shared/bridge/requests.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'host-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** All keys of a tree of words, in order. */
function keysOf(words: object, prefix = ''): readonly string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' ? keysOf(value as object, `${prefix}${key}.`) : [`${prefix}${key}`],
  );
}

describe('the menu', () => {
  const chosen: MenuCommand[] = [];
  const menu = menuTemplate({
    words: nativeWords('es'),
    allowsDeveloperTools: false,
    choose: (command) => chosen.push(command),
  });
  const items = menu.flatMap((section) => (Array.isArray(section.submenu) ? section.submenu : []));

  it('offers each command once, with its word and its key', () => {
    const offered = items.filter((item) => item.id !== undefined);
    expect(offered.map((item) => item.id).sort()).toEqual([...menuCommands].sort());
    for (const item of offered) {
      expect(item.label).toBe(nativeWords('es').command[item.id as MenuCommand]);
      expect(item.accelerator ?? null).toBe(menuAccelerators[item.id as MenuCommand]);
    }
  });
  it('tells the window which command was chosen', () => {
    items.find((item) => item.id === 'find')?.click?.({} as never, undefined, {});
    expect(chosen).toEqual(['find']);
  });
  it('has no key twice', () => {
    const keys = Object.values(menuAccelerators).filter((key) => key !== null);
    expect(new Set(keys).size).toBe(keys.length);
  });
  it('offers developer tools only where they are allowed', () => {
    const open = menuTemplate({ words: nativeWords('en'), allowsDeveloperTools: true, choose: () => undefined });
    expect(JSON.stringify(menu)).not.toContain('toggleDevTools');
    expect(JSON.stringify(open)).toContain('toggleDevTools');
  });
  it('has the same words in all languages', () => {
    expect(keysOf(nativeWords('es'))).toEqual(keysOf(nativeWords('en')));
    expect(keysOf(nativeWords('fr'))).toEqual(keysOf(nativeWords('en')));
  });
  it.each([
    ['fr', 'es-MX', 'fr'],
    [null, 'es-419', 'es'],
    [null, 'fr_CA', 'fr'],
    [null, 'pt-BR', 'en'],
    [null, '', 'en'],
  ] as const)('with %s chosen on a system in %s speaks %s', (preferred, system, language) => {
    expect(chooseLanguage(preferred, system)).toBe(language);
  });
});

describe('words at the start', () => {
  it('finds the project file among switches, wherever the app was started', () => {
    expect(projectAmong(['--no-sandbox', '.', 'a/Norte.triangula'], '/home/ana')).toBe('/home/ana/a/Norte.triangula');
    expect(projectAmong(['/data/NORTE.TRIANGULA'], '/home/ana')).toBe('/data/NORTE.TRIANGULA');
    expect(projectAmong(['--file=a.triangula', 'notes.txt'], '/home/ana')).toBeNull();
  });
});

describe('settings', () => {
  it('allow developer tools only in a build that is not packaged', () => {
    expect(readSettings({ TRIANGULA_DEVTOOLS: '1' }, false).allowsDeveloperTools).toBe(true);
    expect(readSettings({ TRIANGULA_DEVTOOLS: '1' }, true).allowsDeveloperTools).toBe(false);
    expect(readSettings({}, false)).toEqual({ dataFolder: null, allowsDeveloperTools: false });
    expect(readSettings({ TRIANGULA_DATA_FOLDER: '/d' }, true).dataFolder).toBe('/d');
  });
});

describe('the window’s place', () => {
  const screen = { x: 0, y: 25, width: 1920, height: 1055 };
  const saved = { x: 100, y: 100, width: 1000, height: 700, isMaximized: false };
  it('is where it was', () => {
    expect(fitToScreens(saved, [screen])).toEqual({ x: 100, y: 100, width: 1000, height: 700 });
  });
  it('is the middle of the first screen when it was never anywhere, or that screen is gone', () => {
    const middle = { x: 240, y: 103, width: 1440, height: 900 };
    expect(fitToScreens(null, [screen])).toEqual(middle);
    expect(fitToScreens({ ...saved, x: 5000 }, [screen])).toEqual(middle);
  });
  it('is never larger than the screen nor under its bar', () => {
    expect(fitToScreens({ ...saved, y: -300, width: 4000, height: 4000 }, [screen])).toEqual({
      x: 100,
      y: 25,
      width: 1920,
      height: 1055,
    });
    expect(fitToScreens(null, [{ x: 0, y: 0, width: 1024, height: 600 }])).toEqual({
      x: 0,
      y: 0,
      width: 1024,
      height: 600,
    });
  });
});

describe('preferences', () => {
  const changed = { language: 'es', theme: 'dark', personName: 'Ana', fontScale: 1.25, lockAfterMinutes: 10 } as const;
  it('are kept', async () => {
    await openPreferences(folder).write(changed);
    expect(openPreferences(folder).read()).toEqual(changed);
  });
  it('start again from the defaults when the file is broken, which is kept aside', () => {
    writeFileSync(join(folder, 'preferences.json'), '{"theme":');
    expect(openPreferences(folder).read().theme).toBe('system');
    expect(existsSync(join(folder, 'preferences.json.unreadable'))).toBe(true);
  });
  it('written at the same time end as the last', async () => {
    const preferences = openPreferences(folder);
    await Promise.all([
      preferences.write({ ...changed, fontScale: 1 }),
      preferences.write({ ...changed, fontScale: 2 }),
    ]);
    expect(JSON.parse(readFileSync(join(folder, 'preferences.json'), 'utf8'))).toMatchObject({ fontScale: 2 });
  });
});

describe('recent projects', () => {
  it('are listed last first, once each, and know which are gone', async () => {
    const recent = openRecentProjects(folder);
    writeFileSync(join(folder, 'Norte.triangula'), '');
    await recent.remember(join(folder, 'Norte.triangula'), new Date(1));
    await recent.remember(join(folder, 'Sur.triangula'), new Date(2));
    await recent.remember(join(folder, 'Norte.triangula'), new Date(3));
    const list = openRecentProjects(folder).list();
    expect(list.map(({ name, exists, openedAt }) => [name, exists, openedAt])).toEqual([
      ['Norte', true, '1970-01-01T00:00:00.003Z'],
      ['Sur', false, '1970-01-01T00:00:00.002Z'],
    ]);
    expect(recent.pathOf(list[1]?.id ?? '')).toBe(join(folder, 'Sur.triangula'));
    await recent.forget(list[1]?.id ?? '');
    expect(recent.list()).toHaveLength(1);
    expect(recent.pathOf('unknown')).toBeNull();
  });
});
