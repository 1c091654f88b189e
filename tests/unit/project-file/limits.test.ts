/** Files made to hurt: small ones that unpack to gigabytes, heads that ask for hours, markers that make looking slow. */
import { deflateSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { fail } from '#shared/basics/result.ts';
import { DEFLATED, type Block } from '#shared/formats/project-file/block.ts';
import { loadDigest, type Digest } from '#shared/formats/project-file/digest.ts';
import { decodeHeader, encodeHeader, type ProjectHeader } from '#shared/formats/project-file/header.ts';
import { inflateWithin } from '#shared/formats/project-file/inflate-within.ts';
import { openChanges, sealChanges } from '#shared/formats/project-file/project-blocks.ts';
import { readProjectFile, writeNewProjectFile } from '#shared/formats/project-file/project-file.ts';
import { createKeyring, openKeyring } from '#shared/formats/project-file/sealing.ts';
import { missingKeys } from '#shared/formats/project-file/unite-stores.ts';
import { memoryAccess } from '#tests/support/memory-access.ts';
import { seededBytes } from '#tests/support/random.ts';
import { smallProject } from '#tests/support/small-project.ts';

const random = seededBytes(5);
const CHEAP = { memoryKibibytes: 64, iterations: 1 };
let digest: Digest;
beforeAll(async () => {
  digest = await loadDigest();
});

describe('unpacking', () => {
  test('gives back what was packed, whatever its length', () => {
    for (const length of [0, 1, 199, 65_535, 200_000, 3_000_000]) {
      const plain = random(length);
      expect(Buffer.compare(inflateWithin(deflateSync(plain), length), plain)).toBe(0);
    }
  });

  test('stops at the limit, and at an end that comes too early', () => {
    const zeros = deflateSync(new Uint8Array(50_000_000));
    expect(zeros.length).toBeLessThan(60_000);
    expect(() => inflateWithin(zeros, 49_999_999)).toThrow(/more than/u);
    expect(() => inflateWithin(new Uint8Array(), 10)).toThrow(/too early/u);
    expect(() => inflateWithin(deflateSync(random(5000)).slice(0, 3000), 10_000)).toThrow();
  });

  test('a block of a megabyte that unpacks to a gigabyte is refused before it fills the memory', async () => {
    const gigabyte = deflateSync(new Uint8Array(16 * 1024 * 1024), { level: 9 });
    // A deflated stream is blocks one after another: the same one, not marked as the last, sixty-four times.
    const open = gigabyte.slice();
    open[0]! &= 0xfe;
    const before = process.memoryUsage().arrayBuffers;
    const payload = new Uint8Array(open.length * 64);
    for (let index = 0; index < 64; index += 1) payload.set(open, index * open.length);
    const block: Block = { kind: 'changes', name: '61'.repeat(16), from: 1, to: 1, flags: DEFLATED, payload };
    expect(await openChanges(openKeyring('p'.repeat(16)), block)).toEqual(fail('damaged'));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(700 * 1024 * 1024);
  }, 30_000);
});

test('a batch that holds other changes than its name says is refused', async () => {
  const { log } = smallProject();
  const keyring = openKeyring('p'.repeat(16));
  const block = await sealChanges(keyring, log.slice(0, 2), random);
  expect((await openChanges(keyring, block)).ok).toBe(true);
  expect(await openChanges(keyring, { ...block, to: 4_294_967_295 })).toEqual(fail('damaged'));
  expect(await openChanges(keyring, { ...block, from: 2, to: 3 })).toEqual(fail('damaged'));
  expect(await openChanges(keyring, { ...block, name: '62'.repeat(16) })).toEqual(fail('damaged'));
});

test('numbers up to four thousand million cost no time to compare', () => {
  const key = (from: number, to: number) => ({ kind: 'changes' as const, name: 'a', from, to });
  expect(missingKeys([key(1, 4_294_967_295)], [key(7, 4_000_000_000)])).toEqual([]);
  expect(missingKeys([key(1, 9)], [key(9, 4_294_967_295)])).toHaveLength(1);
  expect(missingKeys([key(9, 2)], [key(3, 4)])).toHaveLength(1);
});

describe('a head', () => {
  const sealed = async (): Promise<ProjectHeader & { key: NonNullable<ProjectHeader['key']> }> => {
    const { key } = await createKeyring('p'.repeat(16), 'x', random, { cost: CHEAP });
    return { projectId: 'p'.repeat(16), createdAt: '2026-01-01T00:00:00Z', key: key! };
  };

  test('that asks for more memory or time than is decent, or is not as specified, is damaged', async () => {
    const header = await sealed();
    const { key } = header;
    const { derivation } = key;
    const spoiled: unknown[] = [
      { ...header, projectId: '../../../etc' },
      { ...header, createdAt: 'x'.repeat(41) },
      { ...header, key: { ...key, wrapped: 'zz' } },
      { ...header, key: { ...key, wrapped: `${key.wrapped}00` } },
      { ...header, key: { ...key, derivation: { ...derivation, memoryKibibytes: 4_000_000 } } },
      { ...header, key: { ...key, derivation: { ...derivation, memoryKibibytes: 1_000_000, iterations: 100 } } },
      { ...header, key: { ...key, derivation: { ...derivation, iterations: 1e9 } } },
      { ...header, key: { ...key, derivation: { ...derivation, parallelism: 99 } } },
      { ...header, key: { ...key, derivation: { ...derivation, salt: 'q' } } },
      { ...header, key: { ...key, derivation: { ...derivation, name: 'none' } } },
    ];
    expect(decodeHeader(digest, encodeHeader(digest, header)).ok).toBe(true);
    for (const wrong of spoiled) {
      expect(decodeHeader(digest, encodeHeader(digest, wrong as ProjectHeader))).toEqual(fail('damaged'));
    }
  });

  test('that claims to be longer than the file, or than any of ours, is damaged', async () => {
    const bytes = encodeHeader(digest, await sealed());
    for (const length of [bytes.length, 70_000, 0xffffffff]) {
      const longer = bytes.slice();
      new DataView(longer.buffer).setUint32(12, length, true);
      expect(decodeHeader(digest, longer)).toEqual(fail('damaged'));
    }
  });
});

describe('frames', () => {
  test('a megabyte of markers that each claim the rest of the file is looked through in seconds', async () => {
    const { access, bytes } = memoryAccess();
    await writeNewProjectFile(access, digest, { projectId: 'p'.repeat(16), createdAt: '', key: null }, []);
    const head = bytes();
    const slow = new Uint8Array(head.length + 4_000_000);
    slow.set(head);
    for (let offset = head.length; offset + 8 < slow.length; offset += 8) {
      slow.set([0x54, 0x52, 0x46, 0x1e], offset);
      new DataView(slow.buffer).setUint32(offset + 4, (slow.length - offset) >> 1, true);
    }
    const begin = performance.now();
    const read = readProjectFile(access, digest, slow);
    expect(read.ok && read.value.problems.length).toBe(1);
    expect(performance.now() - begin).toBeLessThan(5000);
  });

  test('a cut end is torn, a changed one is damaged, an end of zeros is torn', async () => {
    const { access, bytes } = memoryAccess();
    const header = { projectId: 'p'.repeat(16), createdAt: '', key: null };
    const { log } = smallProject();
    const keyring = openKeyring(header.projectId);
    const blocks = [
      await sealChanges(keyring, log.slice(0, 1), random),
      await sealChanges(keyring, log.slice(1), random),
    ];
    await writeNewProjectFile(access, digest, header, blocks);
    const whole = bytes();
    const kindsOf = (spoiled: Uint8Array): readonly string[] => {
      const read = readProjectFile(access, digest, spoiled);
      return read.ok ? read.value.problems.map(({ kind }) => kind) : [read.failure];
    };
    expect(kindsOf(whole)).toEqual([]);
    expect(kindsOf(whole.slice(0, -1))).toEqual(['torn']);
    expect(kindsOf(whole.slice(0, whole.length - blocks[1]!.payload.length - 60))).toEqual(['torn']);
    expect(kindsOf(whole.map((byte, index) => (index === whole.length - 9 ? byte ^ 4 : byte)))).toEqual(['damaged']);
    expect(kindsOf(whole.map((byte, index) => (index > whole.length - 40 ? 0 : byte)))).toEqual(['torn']);
  });

  test('what is appended behind a torn end is not behind it any more', async () => {
    const memory = memoryAccess();
    const header = { projectId: 'p'.repeat(16), createdAt: '', key: null };
    const { log } = smallProject();
    const keyring = openKeyring(header.projectId);
    const [first, second] = [
      await sealChanges(keyring, log.slice(0, 1), random),
      await sealChanges(keyring, log.slice(1), random),
    ];
    await writeNewProjectFile(memory.access, digest, header, [first, second]);
    await memory.access.replace(memory.bytes().slice(0, -5));
    const torn = readProjectFile(memory.access, digest, memory.bytes());
    if (!torn.ok) throw new Error(torn.failure);
    expect(await torn.value.append([second])).toMatchObject({ ok: true });
    const mended = readProjectFile(memory.access, digest, memory.bytes());
    if (!mended.ok) throw new Error(mended.failure);
    expect(mended.value.problems).toEqual([]);
    expect(await mended.value.list()).toHaveLength(2);
  });
});
