import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FieldValues } from '#shared/domain/change/change.ts';
import { asId } from '#shared/basics/ids.ts';
import { fail, succeed } from '#shared/basics/result.ts';
import type { SourceContent } from '#shared/domain/source/source-content.ts';
import { decodeChanges, encodeChanges } from '#shared/formats/project-file/change-batch.ts';
import { loadDigest, type Digest } from '#shared/formats/project-file/digest.ts';
import { openChanges, openContent, sealChanges, sealContent } from '#shared/formats/project-file/project-blocks.ts';
import { newProjectHeader, readProjectFile, writeNewProjectFile } from '#shared/formats/project-file/project-file.ts';
import { unlock } from '#shared/formats/project-file/sealing.ts';
import { memoryAccess } from '#tests/support/memory-access.ts';
import { seededBytes } from '#tests/support/random.ts';
import { smallProject } from '#tests/support/small-project.ts';

const CHEAP = { memoryKibibytes: 64, iterations: 1 };
const random = seededBytes(42);
let digest: Digest;
beforeAll(async () => {
  digest = await loadDigest();
});

async function newFile(passphrase: string | null) {
  const { log } = smallProject();
  const made = await newProjectHeader({ projectId: 'p'.repeat(16), createdAt: '', passphrase, cost: CHEAP }, random);
  const memory = memoryAccess<'changed-outside'>();
  const file = await writeNewProjectFile(memory.access, digest, made.header, [
    await sealChanges(made.keyring, log, random),
  ]);
  if (!file.ok) throw new Error(file.failure);
  return { ...made, ...memory, file: file.value, log };
}

describe('a project file', () => {
  test.each([null, 'correct horse battery staple'])(
    'gives back what was appended (passphrase %s)',
    async (passphrase) => {
      const made = await newFile(passphrase);
      const content: SourceContent = {
        text: 'Ana: sí 😀\u2028\ud800',
        segments: [{ start: 0, end: 9, role: 'turn', speaker: 'Ana' }],
        table: null,
      };
      const { hash, block } = await sealContent(made.keyring, digest, content, random);
      expect(await made.file.append([block])).toEqual(succeed(null));

      const reopened = readProjectFile(made.access, digest, made.bytes());
      if (!reopened.ok) throw new Error(reopened.failure);
      const keyring = await unlock(reopened.value.header, passphrase);
      if (!keyring.ok) throw new Error(keyring.failure);
      expect(reopened.value.problems).toEqual([]);
      const [changes, text] = await reopened.value.list();
      const readChanges = await openChanges(keyring.value, (await reopened.value.read(changes!))!);
      expect(readChanges).toEqual(succeed(made.log));
      const readContent = await openContent(keyring.value, digest, (await reopened.value.read(text!))!, hash);
      expect(readContent).toEqual(succeed(content));
    },
  );

  test('a wrong passphrase is told from a right one and reveals nothing', async () => {
    const made = await newFile('right');
    expect(await unlock(made.header, 'wrong')).toEqual(fail('wrong-passphrase'));
    expect(await unlock(made.header, null)).toEqual(fail('passphrase-needed'));
    expect((await unlock(made.header, 'right')).ok).toBe(true);
  });

  test('sealed bytes hold none of the words', async () => {
    const made = await newFile('secret words');
    const { block } = await sealContent(
      made.keyring,
      digest,
      { text: 'Tapachula '.repeat(50), segments: [], table: null },
      random,
    );
    await made.file.append([block]);
    const readable = new TextDecoder('latin1').decode(made.bytes());
    for (const word of ['Tapachula', 'Prueba', 'E-01', 'Pertinencia', 'Ana']) expect(readable).not.toContain(word);
  });

  test('a block moved under another name is refused', async () => {
    const made = await newFile('secret');
    const [block] = await made.file.list();
    const moved = { ...(await made.file.read(block!))!, from: 2 };
    expect(await openChanges(made.keyring, moved)).toEqual(fail('damaged'));
  });

  test('every cut is seen, and what stands before it can be read', async () => {
    const made = await newFile(null);
    await made.file.append([await sealChanges(made.keyring, [{ ...made.log[0]!, seq: 9 }], random)]);
    const whole = made.bytes();
    for (let length = 0; length < whole.length; length += 7) {
      const cut = readProjectFile(made.access, digest, whole.slice(0, length));
      if (cut.ok) {
        const count = (await cut.value.list()).length;
        const isAtFrameEnd = cut.value.problems.length === 0;
        expect(isAtFrameEnd ? count < 2 : count <= 1).toBe(true);
      } else expect(['not-ours', 'damaged']).toContain(cut.failure);
    }
  });

  test('every flipped bit is reported', async () => {
    const made = await newFile(null);
    await made.file.append([await sealChanges(made.keyring, [{ ...made.log[0]!, seq: 9 }], random)]);
    const whole = made.bytes();
    fc.assert(
      fc.property(fc.nat(whole.length * 8 - 1), (bit) => {
        const flipped = Uint8Array.from(whole);
        flipped[bit >> 3]! ^= 1 << (bit & 7);
        const read = readProjectFile(made.access, digest, flipped);
        // The two bytes after the version are reserved; the header's checksum covers them too.
        return !read.ok || read.value.problems.length > 0;
      }),
      { numRuns: 400 },
    );
  });

  test('a newer format is refused as newer, another file as not ours', async () => {
    const made = await newFile(null);
    const newer = Uint8Array.from(made.bytes());
    newer[8] = 99;
    expect(readProjectFile(made.access, digest, newer)).toEqual(fail('too-new'));
    expect(readProjectFile(made.access, digest, new TextEncoder().encode('PK\u0003\u0004 some zip'))).toEqual(
      fail('not-ours'),
    );
    expect(readProjectFile(made.access, digest, new Uint8Array())).toEqual(fail('not-ours'));
  });

  test('dropping damage keeps the frames around it', async () => {
    const made = await newFile(null);
    for (const seq of [9, 10])
      await made.file.append([await sealChanges(made.keyring, [{ ...made.log[0]!, seq }], random)]);
    const broken = Uint8Array.from(made.bytes());
    broken[Math.floor(broken.length / 2)]! ^= 0xff;
    const read = readProjectFile(made.access, digest, broken);
    if (!read.ok) throw new Error(read.failure);
    expect(read.value.problems.length).toBeGreaterThan(0);
    const left = await read.value.list();
    await read.value.dropDamage();
    const mended = readProjectFile(made.access, digest, made.bytes());
    if (!mended.ok) throw new Error(mended.failure);
    expect(mended.value.problems).toEqual([]);
    expect(await mended.value.list()).toEqual(left);
  });
});

test('changes survive the way to bytes and back, whatever their values', () => {
  // Fields have names of ours; entries of maps always carry the map's name before theirs.
  const fieldName = fc.string().filter((name) => name !== '__proto__');
  const json = fc.jsonValue({ maxDepth: 2, noUnicodeString: false });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string(), fc.dictionary(fieldName, json, { noNullPrototype: true }))),
      (records) => {
        const { log } = smallProject();
        const change = {
          ...log[0]!,
          ops: records.map(([id, fields]) => ({
            op: 'set' as const,
            kind: 'code' as const,
            id,
            fields: JSON.parse(JSON.stringify(fields)) as FieldValues,
          })),
        };
        expect(decodeChanges(encodeChanges([change]))).toEqual(succeed([change]));
      },
    ),
    { numRuns: 200 },
  );
  expect(asId<'x'>('x')).toBe('x');
});
