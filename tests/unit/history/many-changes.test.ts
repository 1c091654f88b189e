/** Ten thousand changes, each in a sealed batch of its own: the screen has its first rows at once and all of them soon. */
import { expect, it } from 'vitest';
import { asId } from '#shared/basics/ids.ts';
import type { Change } from '#shared/domain/change/change.ts';
import { editEvaluation } from '#shared/domain/evaluation/evaluation-edits.ts';
import { openChanges, sealChanges } from '#shared/formats/project-file/project-blocks.ts';
import { createKeyring } from '#shared/formats/project-file/sealing.ts';
import { readNewestFirst } from '#renderer/data/log-reader.ts';
import { filterItems, rowsByDay, toItem } from '#renderer/features/history/history-items.ts';
import { seededBytes } from '#tests/support/random.ts';
import { smallProject } from '#tests/support/small-project.ts';

const MANY = 10_000;

it('is read, filtered and laid out in a few seconds', async () => {
  const { project, log, commit } = smallProject();
  for (let count = 0; count < MANY; count += 1) commit(editEvaluation({ title: `Title ${count}` }));
  const randomBytes = seededBytes(3);
  const cost = { memoryKibibytes: 64, iterations: 1 };
  const { keyring } = await createKeyring('k3j2h4g5d6f7s8a9', 'words', randomBytes, { cost });
  const blocks = await Promise.all(log.map((change) => sealChanges(keyring, [change], randomBytes)));
  const byNumber = new Map(blocks.map((block) => [block.from, block]));

  const begin = performance.now();
  let firstAfter = 0;
  const changes: Change[] = [];
  const read = async (key: { readonly from: number }) => {
    const opened = await openChanges(keyring, byNumber.get(key.from)!);
    return opened.ok ? opened.value : null;
  };
  for await (const portion of readNewestFirst({ atHand: [], keys: blocks, read })) {
    firstAfter ||= performance.now() - begin;
    changes.push(...portion);
  }
  expect(changes).toHaveLength(log.length);
  const readAfter = performance.now() - begin;

  const known = new Map<string, Change>();
  const items = changes.map((change) => toItem(project.fold, change, known));
  const filter = { person: asId<'person'>('ana'), kind: 'evaluation' as const, typed: 'title 99' };
  const found = filterItems(project.fold, items, filter, ({ change }) =>
    JSON.stringify(change.ops.map((operation) => (operation.op === 'set' ? operation.fields : null))),
  );
  expect(found).toHaveLength(281);
  expect(rowsByDay(items)).toHaveLength(log.length + 1);
  const allAfter = performance.now() - begin;
  // Generous: the machines that check are slow and busy.
  expect(firstAfter).toBeLessThan(2000);
  expect(readAfter).toBeLessThan(15_000);
  expect(allAfter - readAfter).toBeLessThan(2000);
}, 60_000);
