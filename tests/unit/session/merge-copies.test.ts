/** Taking over copies in the app: looked at, merged into both copies, taken back, and again. */
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { openConflicts } from '#shared/domain/change/conflict.ts';
import { writeMemo } from '#shared/domain/coding/coding-edits.ts';
import { createStandIn, type StandInHost } from '#renderer/bridge/stand-in.ts';
import type { ProjectSession } from '#renderer/data/session.ts';
import { visibleState } from '#tests/support/small-project.ts';
import { codeSomething, make, mustOpen } from '#tests/unit/session/open-session.ts';

let machines = 0;

/** A colleague edits a copy of the file on another machine. */
async function editedElsewhere(bytes: Uint8Array, person: string, edit: (session: ProjectSession) => unknown) {
  const elsewhere = createStandIn();
  machines += 1;
  const name = `${person} ${machines}.triangula`;
  elsewhere.files.set(name, Uint8Array.from(bytes));
  const session = await mustOpen(elsewhere, name, { personName: person });
  await edit(session);
  await session.close();
  return { name, bytes: elsewhere.files.get(name)! };
}

async function merge(session: ProjectSession, files: readonly { name: string; bytes: Uint8Array }[]) {
  const preview = await session.lookAtCopies(files, []);
  if (!preview.ok) throw new Error(preview.failure.code);
  const merged = await session.mergeCopies(preview.value);
  if (!merged.ok) throw new Error(merged.failure.code);
  return { preview: preview.value, session: merged.value };
}

async function takeBack(session: ProjectSession): Promise<ProjectSession> {
  const taken = await session.takeMergeBack();
  if (!taken?.ok) throw new Error('The merge cannot be taken back.');
  return taken.value;
}

async function start(): Promise<{
  host: StandInHost;
  name: string;
  session: ProjectSession;
  coding: string;
  bytes: Uint8Array;
}> {
  const host = createStandIn();
  const { name, session } = await make(host);
  const { coding } = await codeSomething(session);
  await session.flush();
  return { host, name, session, coding, bytes: host.files.get(name)!.slice() };
}

describe('merging copies', () => {
  test('is looked at first, then in both copies, and the same for whoever opens the file', async () => {
    const { host, name, session, bytes } = await start();
    const luis = await editedElsewhere(bytes, 'Luis Cano', (theirs) => codeSomething(theirs, 'Lo que vio Luis allí.'));
    const eva = await editedElsewhere(bytes, 'Eva Mar', (theirs) => codeSomething(theirs, 'Lo que oyó Eva aquí.'));
    const before = visibleState(session.project);
    const fileBefore = host.files.get(name)!.slice();
    const look = await session.lookAtCopies([luis, eva], []);
    expect(look.ok && look.value.report.people).toHaveLength(2);
    expect(visibleState(session.project)).toEqual(before);
    expect(host.files.get(name)).toEqual(fileBefore);
    const { session: merged, preview } = await merge(session, [luis, eva]);
    expect(preview.report.records.filter(({ kind }) => kind === 'source')).toHaveLength(2);
    expect(merged.project.all('source')).toHaveLength(3);
    const [, , last] = merged.project.all('source');
    expect((await merged.contents.load(last!.revision))?.text).toMatch(/^Lo que/u);
    await merged.close();
    const other = await editedElsewhere(host.files.get(name)!, 'Ana Robles', () => undefined);
    const again = await mustOpen(host, name);
    expect(again.project.all('coding')).toHaveLength(3);
    expect((await again.lookAtCopies([luis, eva, other], [])).ok).toBe(true);
    const twice = await merge(again, [luis, eva]);
    expect(twice.preview.report.changes).toBe(0);
    await twice.session.close();
  });

  test('is one undo: all of it goes, and comes again when it is merged again', async () => {
    const { host, name, session, coding, bytes } = await start();
    const luis = await editedElsewhere(bytes, 'Luis Cano', async (theirs) => {
      await codeSomething(theirs, 'Lo que vio Luis allí.');
      theirs.commit(writeMemo(theirs.project.get('coding', coding as never)!, 'de Luis'));
    });
    const before = visibleState(session.project);
    const { session: merged } = await merge(session, [luis]);
    const after = visibleState(merged.project);
    expect(merged.mergeToTakeBack()?.changes).toBeGreaterThan(0);
    // It can be taken back after a restart, too, when batches have been joined.
    await merged.close();
    const reopened = await mustOpen(host, name);
    const back = await takeBack(reopened);
    expect(visibleState(back.project)).toEqual(before);
    expect(back.mergeToTakeBack()).toBeNull();
    expect(back.history().undoable.length).toBeGreaterThan(0);
    const { session: again } = await merge(back, [luis]);
    expect(visibleState(again.project)).toEqual(after);
    await again.close();
  });

  test('is not taken out from under what was written since', async () => {
    const { session, bytes } = await start();
    const luis = await editedElsewhere(bytes, 'Luis Cano', (theirs) => codeSomething(theirs, 'Lo que vio Luis allí.'));
    const { session: merged } = await merge(session, [luis]);
    await codeSomething(merged, 'Escrito después.');
    expect(merged.mergeToTakeBack()).toBeNull();
    expect(await merged.takeMergeBack()).toBeNull();
    expect(merged.undo()).not.toBeNull();
    await merged.close();
  });

  test('leaves both values of what two people wrote apart to be decided, also after a restart', async () => {
    const { host, name, session, coding, bytes } = await start();
    const memo = (text: string) => (one: ProjectSession) =>
      one.commit(writeMemo(one.project.get('coding', coding as never)!, text));
    const luis = await editedElsewhere(bytes, 'Luis Cano', memo('de Luis'));
    memo('de Ana')(session);
    const { session: merged, preview } = await merge(session, [luis]);
    expect(preview.report.conflicts).toHaveLength(1);
    await merged.close();
    const again = await mustOpen(host, name);
    const [conflict] = openConflicts(again.project.fold);
    expect([conflict?.kept, conflict?.overwritten].sort()).toEqual(['de Ana', 'de Luis']);
    await again.close();
  });

  test('refuses what is no sound copy of this evaluation, and takes the others', async () => {
    const { session, bytes } = await start();
    const luis = await editedElsewhere(bytes, 'Luis Cano', (theirs) => codeSomething(theirs, 'Lo que vio Luis allí.'));
    const other = createStandIn();
    const made = await make(other);
    await made.session.close();
    const cut = { name: 'cut', bytes: luis.bytes.slice(0, -7) };
    const foreign = { name: 'foreign', bytes: other.files.get(made.name)! };
    const looked = await session.lookAtCopies([cut, foreign, luis], []);
    expect(looked.ok && looked.value.copies).toEqual([
      { name: 'cut', refusal: 'damaged' },
      { name: 'foreign', refusal: 'another-evaluation' },
      { name: luis.name, refusal: null },
    ]);
    const { session: merged } = await merge(session, [cut, luis]);
    expect(merged.project.all('source')).toHaveLength(2);
    await merged.close();
  });

  test('does nothing when the file cannot be written', async () => {
    const { host, session, bytes } = await start();
    const luis = await editedElsewhere(bytes, 'Luis Cano', (theirs) => codeSomething(theirs, 'Lo que vio Luis allí.'));
    const before = visibleState(session.project);
    const looked = await session.lookAtCopies([luis], []);
    if (!looked.ok) throw new Error(looked.failure.code);
    host.refusals.set('project.append', 'disk-full');
    expect(await session.mergeCopies(looked.value)).toMatchObject({ ok: false, failure: { code: 'disk-full' } });
    host.refusals.clear();
    expect(visibleState(session.project)).toEqual(before);
    const { session: merged } = await merge(session, [luis]);
    expect(merged.project.all('source')).toHaveLength(2);
    await merged.close();
  });
});
