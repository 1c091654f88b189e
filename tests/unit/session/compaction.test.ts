/** Compaction on closing: fewer blocks, not one change less, in either copy. */
import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeMemo } from '#shared/domain/coding/coding-edits.ts';
import type { Change } from '#shared/domain/change/change.ts';
import type { Block } from '#shared/formats/project-file/block.ts';
import { keyText } from '#shared/formats/project-file/block-store.ts';
import { compactBlocks } from '#shared/formats/project-file/compact.ts';
import { loadDigest, type Digest } from '#shared/formats/project-file/digest.ts';
import { openChanges, sealChanges, sealContent } from '#shared/formats/project-file/project-blocks.ts';
import { readProjectFile } from '#shared/formats/project-file/project-file.ts';
import { createKeyring } from '#shared/formats/project-file/sealing.ts';
import { missingKeys } from '#shared/formats/project-file/unite-stores.ts';
import { createStandIn } from '#renderer/bridge/stand-in.ts';
import { randomBytes } from '#renderer/data/random.ts';
import { codeSomething, make, mustOpen } from '#tests/unit/session/open-session.ts';
import { memoryAccess } from '#tests/support/memory-access.ts';
import { authorOf, smallProject, visibleState } from '#tests/support/small-project.ts';

let digest: Digest;
beforeAll(async () => {
  digest = await loadDigest();
});

describe('closing a session with many small batches', () => {
  test('joins them in both copies and loses nothing, and undo still works', async () => {
    const host = createStandIn();
    const { name, session } = await make(host);
    const { coding } = await codeSomething(session);
    for (let step = 1; step <= 80; step += 1) {
      session.commit(writeMemo(session.project.get('coding', coding)!, `paso ${step}`));
      await session.flush();
    }
    const framesOf = (): number => {
      const read = readProjectFile(memoryAccess().access, digest, host.files.get(name)!);
      if (!read.ok || read.value.problems.length > 0) throw new Error('The file is not sound.');
      return read.value.frames;
    };
    expect(framesOf()).toBeGreaterThan(80);
    await session.close();
    expect(framesOf()).toBeLessThan(6);
    const again = await mustOpen(host, name);
    expect(visibleState(again.project)).toEqual(visibleState(session.project));
    again.undo();
    expect(again.project.get('coding', coding)?.memo).toBe('paso 79');
    await again.close();
    const elsewhere = createStandIn();
    elsewhere.files.set('copy.triangula', host.files.get(name)!);
    expect(visibleState((await mustOpen(elsewhere, 'copy.triangula')).project)).toEqual(visibleState(again.project));
  });
});

test('whatever the batches, the union after joining is the union before', async () => {
  const { keyring } = await createKeyring('p'.repeat(16), 'secreto', randomBytes, {
    cost: { memoryKibibytes: 64, iterations: 1 },
  });
  const [model] = smallProject().log;
  const change = (replica: string, seq: number): Change => ({
    ...model!,
    replica: authorOf(replica).replica,
    seq,
    ops: [{ op: 'set', kind: 'code', id: `c${seq % 7}`, fields: { memo: `${replica} ${seq}` } }],
  });
  const batch = fc.record({
    replica: fc.constantFrom('ana', 'luis', 'eva'),
    from: fc.integer({ min: 1, max: 60 }),
    length: fc.integer({ min: 1, max: 9 }),
    isBad: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(batch, { maxLength: 25 }), async (batches) => {
      const blocks = new Map<string, Block>();
      for (const { replica, from, length, isBad } of batches) {
        const changes = Array.from({ length }, (_, index) => change(replica, from + index));
        const block = await sealChanges(keyring, changes, randomBytes);
        // A batch that does not open must survive as it is.
        const spoiled = { ...block, payload: block.payload.map((byte, index) => (index === 20 ? byte ^ 1 : byte)) };
        blocks.set(keyText(block), isBad && length === 3 ? spoiled : block);
      }
      const text = await sealContent(keyring, digest, { text: 'Una.', segments: [], table: null }, randomBytes);
      const before = [...blocks.values(), text.block];
      const compaction = await compactBlocks(keyring, before, randomBytes);
      if (!compaction) return false;
      const gone = new Set(compaction.removed.map(keyText));
      const after = [...before.filter((block) => !gone.has(keyText(block))), ...compaction.added];
      expect(missingKeys(after, before)).toEqual([]);
      expect(missingKeys(before, after)).toEqual([]);
      expect(new Set(after.map(keyText)).size).toBe(after.length);
      expect(after.length).toBeLessThanOrEqual(before.length);
      expect(await changesIn(after)).toEqual(await changesIn(before));
      return true;
    }),
    { numRuns: 60 },
  );

  async function changesIn(blocks: readonly Block[]): Promise<readonly string[]> {
    const opened = await Promise.all(
      blocks.filter((block) => block.kind === 'changes').map((block) => openChanges(keyring, block)),
    );
    const texts = opened.flatMap((batch) => (batch.ok ? batch.value.map((item) => JSON.stringify(item)) : []));
    return [...new Set(texts)].sort();
  }
}, 60_000);
