/** Real files of every format version that was ever published: each opens to what was put into it. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { fail, succeed } from '#shared/basics/result.ts';
import { Project } from '#shared/domain/project/project.ts';
import { loadDigest, type Digest } from '#shared/formats/project-file/digest.ts';
import { buildStaircase, climb, FORMAT_VERSION, STAIRCASE } from '#shared/formats/project-file/format-versions.ts';
import { decodeHeader, encodeHeader } from '#shared/formats/project-file/header.ts';
import { keyOfContent, openChanges, openContent } from '#shared/formats/project-file/project-blocks.ts';
import { readProjectFile } from '#shared/formats/project-file/project-file.ts';
import { unlock } from '#shared/formats/project-file/sealing.ts';
import { readBlocks } from '#shared/formats/project-file/unite-stores.ts';
import { memoryAccess } from '#tests/support/memory-access.ts';

let digest: Digest;
beforeAll(async () => {
  digest = await loadDigest();
});

describe.each([
  [1, 'open', null],
  [1, 'sealed', 'frase de prueba'],
] as const)('a file of version %i, %s', (version, name, passphrase) => {
  test('opens to what was put into it', async () => {
    const bytes = readFileSync(new URL(`version-${version}/${name}.triangula`, import.meta.url));
    const file = readProjectFile(memoryAccess().access, digest, new Uint8Array(bytes));
    if (!file.ok) throw new Error(file.failure);
    expect(file.value.problems).toEqual([]);
    const keyring = await unlock(file.value.header, passphrase);
    if (!keyring.ok) throw new Error(keyring.failure);
    const project = new Project();
    for (const block of await readBlocks(file.value, await file.value.list())) {
      if (block.kind !== 'changes') continue;
      const changes = await openChanges(keyring.value, block);
      if (!changes.ok) throw new Error(changes.failure);
      for (const change of changes.value) project.apply(change);
    }
    expect(project.evaluation.title).toBe('Prueba');
    const [coding] = project.all('coding');
    const source = project.get('source', coding!.source)!;
    const block = await file.value.read(keyOfContent(keyring.value, digest, source.revision));
    const content = await openContent(keyring.value, digest, block!, source.revision);
    if (!content.ok) throw new Error(content.failure);
    expect(content.value.text.slice(coding!.start, coding!.end)).toBe('El agua llegó tarde, pero llegó');
    expect(content.value.text).toHaveLength(source.characters);
  });
});

describe('the staircase', () => {
  const step = (from: number) => ({ from, raise: (document: unknown) => [...(document as number[]), from] });

  test('has every step from the first version to this one', () => {
    expect(STAIRCASE.newest).toBe(FORMAT_VERSION);
    expect(STAIRCASE.steps.map(({ from }) => from)).toEqual(
      Array.from({ length: FORMAT_VERSION - 1 }, (_, index) => index + 1),
    );
    expect(Object.isFrozen(STAIRCASE) && Object.isFrozen(STAIRCASE.steps)).toBe(true);
  });

  test('refuses a missing, doubled or misplaced step when it is built', () => {
    for (const froms of [[1], [1, 3], [1, 1], [2, 1], [1, 2, 3]]) {
      expect(() => buildStaircase(1, 3, froms.map(step))).toThrow(/one by one/u);
    }
  });

  test('takes a document up from where it stands, in order', () => {
    const stairs = buildStaircase(1, 4, [1, 2, 3].map(step));
    expect(climb(stairs, 1, [])).toEqual(succeed([1, 2, 3]));
    expect(climb(stairs, 3, [])).toEqual(succeed([3]));
    expect(climb(stairs, 4, [])).toEqual(succeed([]));
    expect(climb(stairs, 5, [])).toEqual(fail('too-new'));
    expect(climb(stairs, 0, [])).toEqual(fail('damaged'));
    // Not even a document of its own version.
    expect(climb(stairs, 1, null)).toEqual(fail('damaged'));
  });

  test('checks only what has been brought up', () => {
    const bytes = encodeHeader(digest, { projectId: 'p'.repeat(16), createdAt: '', key: null });
    const stairs = buildStaircase(0, 1, [
      { from: 0, raise: (document) => ({ ...(document as object), createdAt: 'raised' }) },
    ]);
    const old = bytes.slice();
    old[8] = 0;
    old.set(digest(old.subarray(0, old.length - 32)), old.length - 32);
    expect(decodeHeader(digest, old, stairs)).toMatchObject({ ok: true, value: { header: { createdAt: 'raised' } } });
    expect(decodeHeader(digest, old)).toEqual(fail('damaged'));
  });
});
