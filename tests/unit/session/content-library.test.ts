/** The texts of an open evaluation come from whichever copy can give them. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { loadDigest } from '#shared/formats/project-file/digest.ts';
import { openKeyring } from '#shared/formats/project-file/sealing.ts';
import { createContentLibrary } from '#renderer/data/content-library.ts';
import { openProjectDatabase, type ProjectDatabase } from '#renderer/data/project-database.ts';
import { randomBytes } from '#renderer/data/random.ts';

const PROJECT = 'p'.repeat(16);
const content = { text: 'La gente llegó tarde.', segments: [], table: null };

async function openStore(copyKey: string): Promise<ProjectDatabase> {
  return openProjectDatabase({ projectId: PROJECT, copyKey, sealTag: 'open' });
}

async function storeText(store: ProjectDatabase) {
  const keyring = openKeyring(PROJECT);
  const library = createContentLibrary([], keyring, await loadDigest(), randomBytes);
  const hash = await library.add(content);
  await store.append(library.takeUnwritten());
  return hash;
}

test('a text comes from the other copy when one cannot be read', async () => {
  const [closed, good] = [await openStore('library-closed'), await openStore('library-good')];
  const hash = await storeText(good);
  closed.close();
  const library = createContentLibrary([closed, good], openKeyring(PROJECT), await loadDigest(), randomBytes);
  expect(await library.load(hash)).toEqual(content);
});

test('when both are closed, because somebody leaves, it is told as missing and not thrown', async () => {
  const store = await openStore('library-left');
  const hash = await storeText(store);
  store.close();
  const library = createContentLibrary([store], openKeyring(PROJECT), await loadDigest(), randomBytes);
  expect(await library.load(hash)).toBeNull();
});
