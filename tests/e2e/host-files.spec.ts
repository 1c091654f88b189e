/** The window and its files through the real bridge: pick, create, append, replace, lock, recent, power cut. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '#tests/e2e/support/app-fixture.ts';
import type { Bridge, RequestAnswers, RequestArguments, RequestName } from '#shared/bridge/requests.ts';

/** Asks the host as the page would. */
async function ask<Name extends RequestName>(page: Page, name: Name, args: RequestArguments<Name>) {
  const answer = await page.evaluate(
    ([asked, given]) =>
      (window as unknown as { triangula: Bridge }).triangula.ask(asked as 'app.info', given as Record<string, never>),
    [name, args] as const,
  );
  return answer as unknown as RequestAnswers[Name];
}

/** Appends text; bytes cannot cross from the test into the page as they are. */
async function append(page: Page, token: string, expectedLengthBytes: number, text: string) {
  return page.evaluate(
    ([to, length, words]) =>
      (window as unknown as { triangula: Bridge }).triangula.ask('project.append', {
        token: to,
        expectedLengthBytes: length,
        bytes: new TextEncoder().encode(words),
      }),
    [token, expectedLengthBytes, text] as const,
  );
}

async function create(page: Page): Promise<string> {
  const created = await ask(page, 'project.pickToCreate', { title: 'New', suggestedName: 'Norte' });
  if (!created?.ok) throw new Error(JSON.stringify(created));
  expect(created.value).toMatchObject({ sizeBytes: 0, lockedBy: null });
  return created.value.token;
}

test('makes a project file, adds to it, and finds it again after a power cut', async ({ app }) => {
  const path = join(app.workFolder, 'Norte.triangula');
  // Without the ending: the host adds it.
  await app.dialogs.pickToSave(join(app.workFolder, 'Norte'));
  const token = await create(app.page());
  expect(await append(app.page(), token, 0, 'one')).toEqual({ ok: true, value: { lengthBytes: 3 } });
  expect(await append(app.page(), token, 0, 'two')).toMatchObject({ ok: false, failure: { code: 'changed-outside' } });
  expect(existsSync(`${path}.lock`)).toBe(true);

  await app.restart('kill');
  expect(existsSync(`${path}.lock`)).toBe(true);
  const [recent] = await ask(app.page(), 'recent.list', {});
  expect(recent).toMatchObject({ name: 'Norte', folder: app.workFolder, exists: true });
  const opened = await ask(app.page(), 'recent.open', { id: recent?.id ?? '' });
  expect(opened).toMatchObject({ ok: true, value: { name: 'Norte.triangula', sizeBytes: 3, lockedBy: null } });
  expect(readFileSync(path, 'utf8')).toBe('one');

  await app.restart();
  expect(readdirSync(app.workFolder)).toEqual(['Norte.triangula']);
});

test('sets an existing file aside when a new one is made in its place', async ({ app }) => {
  const path = join(app.workFolder, 'Norte.triangula');
  writeFileSync(path, 'months of work');
  await app.dialogs.pickToSave(path);
  await create(app.page());
  const aside = readdirSync(app.workFolder).find((name) => /^Norte \(.*\)\.triangula$/.test(name));
  expect(readFileSync(join(app.workFolder, aside ?? ''), 'utf8')).toBe('months of work');
  // It is open now, so nothing may be made in its place.
  expect(await ask(app.page(), 'project.pickToCreate', { title: 'New', suggestedName: 'x' })).toMatchObject({
    ok: false,
    failure: { code: 'in-use' },
  });
});

test('opens what somebody else has open for reading only, and says who', async ({ app }) => {
  const path = join(app.workFolder, 'Norte.triangula');
  writeFileSync(path, 'theirs');
  const lock = { owner: 'Luis', pid: 1, host: `not-${hostname()}`, since: '2025-01-31T10:00:00.000Z' };
  writeFileSync(`${path}.lock`, JSON.stringify(lock));
  await app.dialogs.pickToOpen(path);
  const opened = await ask(app.page(), 'project.pickToOpen', { title: 'Open' });
  expect(opened).toMatchObject({ ok: true, value: { lockedBy: { owner: 'Luis', since: lock.since } } });
  const token = opened?.ok ? opened.value.token : '';
  expect(await append(app.page(), token, 6, 'x')).toMatchObject({ ok: false, failure: { code: 'in-use' } });
  expect(readFileSync(path, 'utf8')).toBe('theirs');
});

test('reads only what was picked, each with its own token, until the page goes', async ({ app }) => {
  const path = join(app.workFolder, 'one.txt');
  writeFileSync(path, 'words');
  await app.dialogs.pickToOpen(path, join(app.workFolder, 'gone.txt'));
  const request = { title: 'Import', filterName: 'Text', extensions: ['txt'] };
  const [one, gone] = await ask(app.page(), 'files.pickToImport', request);
  expect(one).toMatchObject({ name: 'one.txt', sizeBytes: 5 });
  const token = one?.token ?? '';
  expect(await app.page().evaluate(readText, token)).toBe('words');
  expect(await ask(app.page(), 'files.read', { token: gone?.token ?? '' })).toMatchObject({
    failure: { code: 'missing', name: 'gone.txt' },
  });
  await app.page().reload();
  expect(await ask(app.page(), 'files.read', { token })).toMatchObject({ failure: { code: 'unknown-token' } });
  await app.dialogs.pickToOpen();
  expect(await ask(app.page(), 'files.pickToImport', request)).toEqual([]);
});

async function readText(token: string): Promise<string> {
  const read = await (window as unknown as { triangula: Bridge }).triangula.ask('files.read', { token });
  return read.ok ? new TextDecoder().decode(read.value) : read.failure.code;
}

test('keeps preferences and the window’s place', async ({ app }) => {
  const preferences = {
    language: 'fr',
    theme: 'dark',
    personName: 'Ana',
    fontScale: 1.25,
    lockAfterMinutes: 10,
  } as const;
  expect(await ask(app.page(), 'preferences.write', preferences)).toEqual({ ok: true, value: null });
  const firstMenu = await app.electron().evaluate(({ Menu }) => Menu.getApplicationMenu()?.items[0]?.label);
  expect(firstMenu).toBe('&Fichier');
  await app.electron().evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 60, width: 1000, height: 700 });
  });
  await app.restart();
  expect(await ask(app.page(), 'preferences.read', {})).toEqual(preferences);
  const size = await app.electron().evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize());
  expect(size).toEqual([1000, 700]);
});
