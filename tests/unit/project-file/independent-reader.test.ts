import { beforeAll, expect, test } from 'vitest';
import { loadDigest, type Digest } from '#shared/formats/project-file/digest.ts';
import { sealChanges, sealContent } from '#shared/formats/project-file/project-blocks.ts';
import { newProjectHeader, writeNewProjectFile } from '#shared/formats/project-file/project-file.ts';
import { readIndependently } from '#tests/support/independent-reader.ts';
import { memoryAccess } from '#tests/support/memory-access.ts';
import { seededBytes } from '#tests/support/random.ts';
import { smallProject } from '#tests/support/small-project.ts';

const random = seededBytes(3);
let digest: Digest;
beforeAll(async () => {
  digest = await loadDigest();
});

test.each([null, 'contraseña con ñ'])(
  'a reader made from the page alone reads the file (passphrase %s)',
  async (passphrase) => {
    const { log } = smallProject();
    const cost = { memoryKibibytes: 64, iterations: 1 };
    const { header, keyring } = await newProjectHeader(
      { projectId: 'r'.repeat(16), createdAt: '', passphrase, cost },
      random,
    );
    const { access, bytes } = memoryAccess<string>();
    const content = { text: 'Palabras dichas. '.repeat(40), segments: [], table: null };
    const sealed = await sealContent(keyring, digest, content, random);
    const blocks = [
      sealed.block,
      await sealChanges(keyring, log.slice(0, 1), random),
      await sealChanges(keyring, log.slice(1), random),
    ];
    await writeNewProjectFile(access, digest, header, blocks);

    const read = await readIndependently(Buffer.from(bytes()), passphrase);
    expect(read.changes).toEqual(log);
    expect(read.contents.get(sealed.hash)?.text).toBe(content.text);
    if (passphrase !== null) await expect(readIndependently(Buffer.from(bytes()), 'otra')).rejects.toThrow();
  },
);
