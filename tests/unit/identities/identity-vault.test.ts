/** The vault of identities in an open evaluation: both copies, merging, locking, sharing, destroying. */
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createStandIn, type StandInHost } from '#renderer/bridge/stand-in.ts';
import { LOCK_AFTER_MILLISECONDS } from '#renderer/data/identity-vault.ts';
import type { ProjectSession } from '#renderer/data/session.ts';
import { codeSomething, make, mustOpen, pick } from '#tests/unit/session/open-session.ts';
import { writeEvaluationJson } from '#shared/formats/json-export/evaluation-json.ts';
import { gatherMaterial } from '#shared/formats/deliverable/material.ts';
import { noteDestruction } from '#shared/domain/participant/identity-destruction-edits.ts';
import { randomBytes } from '#renderer/data/random.ts';

// A second of stretching per unlocking is for people who attack, not for tests.
vi.mock('#renderer/workers/derive-key.ts', async () => {
  const { deriveInPlace } = await import('#shared/formats/project-file/sealing.ts');
  return {
    deriveKey: (passphrase: string, derivation: Parameters<typeof deriveInPlace>[1]) =>
      deriveInPlace(passphrase, { ...derivation, memoryKibibytes: 64, iterations: 1 }),
  };
});

const person = (codeName: string) => ({ codeName, name: `Persona ${codeName}`, contact: '55 1234', notes: '' });
const PASSPHRASE = 'solo para personas';

async function withPeople(host: StandInHost, ...names: readonly string[]) {
  const { name, session } = await make(host);
  await codeSomething(session);
  await session.identities.create(PASSPHRASE);
  for (const codeName of names) expect((await session.identities.set(null, person(codeName))).ok).toBe(true);
  return { name, session };
}

function peopleOf({ identities }: ProjectSession): readonly string[] {
  const state = identities.state();
  return state.kind === 'open' ? state.people.map((item) => item.person.codeName) : [state.kind];
}

async function opened(host: StandInHost, name: string, passphrase = PASSPHRASE): Promise<ProjectSession> {
  const session = await mustOpen(host, name);
  await session.identities.look();
  await session.identities.unlock(passphrase);
  return session;
}

/** A colleague opens a copy of the file on another machine, works in it, and gives it back. */
async function elsewhere(bytes: Uint8Array, work: (session: ProjectSession) => Promise<unknown>) {
  const host = createStandIn();
  host.files.set('copy.triangula', bytes.slice());
  const session = await mustOpen(host, 'copy.triangula', { personName: 'Luis Cano' });
  await work(session);
  await session.close();
  return host.files.get('copy.triangula')!;
}

afterEach(() => vi.useRealTimers());

describe('the vault', () => {
  test('is there after reopening, locked, and opens with its own passphrase only', async () => {
    const host = createStandIn();
    const { name, session } = await withPeople(host, 'KII-02', 'KII-01');
    expect(peopleOf(session)).toEqual(['KII-01', 'KII-02']);
    await session.close();
    expect(peopleOf(session)).toEqual(['locked']);
    const again = await mustOpen(host, name);
    await again.identities.look();
    expect(peopleOf(again)).toEqual(['locked']);
    expect(await again.identities.unlock('otra')).toEqual({ ok: false, failure: 'wrong-passphrase' });
    expect(peopleOf(again)).toEqual(['locked']);
    expect((await again.identities.unlock(PASSPHRASE)).ok).toBe(true);
    expect(peopleOf(again)).toEqual(['KII-01', 'KII-02']);
    await again.close();
  });

  test('shows no name in the file, the log or an export, and removing a person leaves nothing of them', async () => {
    const host = createStandIn();
    const { name, session } = await withPeople(host, 'KII-01');
    const state = session.identities.state();
    if (state.kind !== 'open') throw new Error('locked');
    await session.identities.set(state.people[0]!.id, null);
    await session.flush();
    expect(peopleOf(session)).toEqual([]);
    const inFile = new TextDecoder('latin1').decode(host.files.get(name));
    expect(inFile).not.toContain('Persona');
    const json = await writeEvaluationJson(gatherMaterial(session.project, new Map()), { exportedAt: '' });
    expect(json.ok && new TextDecoder().decode(json.value.bytes)).not.toContain('Persona');
    await session.close();
  });

  test('locks by itself after minutes without use', async () => {
    const { session } = await withPeople(createStandIn(), 'KII-01');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    session.identities.touch();
    vi.advanceTimersByTime(LOCK_AFTER_MILLISECONDS - 1);
    expect(peopleOf(session)).toEqual(['KII-01']);
    vi.advanceTimersByTime(1);
    expect(peopleOf(session)).toEqual(['locked']);
  });

  test('keeps the entries of two people who worked apart', async () => {
    const host = createStandIn();
    const { name, session } = await withPeople(host, 'KII-01');
    await session.close();
    const theirs = await elsewhere(host.files.get(name)!, async ({ identities }) => {
      await identities.unlock(PASSPHRASE);
      await identities.set(null, person('KII-03'));
    });
    const mine = await opened(host, name);
    await mine.identities.set(null, person('KII-02'));
    await mine.close();
    host.files.set(name, theirs);
    const merged = await opened(host, name);
    expect(peopleOf(merged)).toEqual(['KII-01', 'KII-02', 'KII-03']);
    await merged.close();
  });

  test('takes in a list that a colleague made apart, once its passphrase is known', async () => {
    const host = createStandIn();
    const { name, session } = await make(host);
    await session.close();
    const theirs = await elsewhere(host.files.get(name)!, async ({ identities }) => {
      await identities.create('la de luis');
      await identities.set(null, person('KII-09'));
    });
    const mine = await mustOpen(host, name);
    await mine.identities.create(PASSPHRASE);
    await mine.identities.set(null, person('KII-01'));
    await mine.close();
    host.files.set(name, theirs);
    const merged = await opened(host, name);
    expect(merged.identities.state()).toMatchObject({ stillLocked: 1 });
    await merged.identities.unlock('la de luis');
    expect(merged.identities.state()).toMatchObject({ stillLocked: 0 });
    await merged.identities.set(null, person('KII-05'));
    await merged.close();
    const after = await opened(host, name);
    expect(peopleOf(after)).toEqual(['KII-01', 'KII-05', 'KII-09']);
    expect(after.identities.state()).toMatchObject({ stillLocked: 0 });
    await after.close();
  });

  test('takes a new passphrase from who knows the old one, and the old one opens nothing then', async () => {
    const host = createStandIn();
    const { name, session } = await withPeople(host, 'KII-01');
    expect((await session.identities.changePassphrase('falsa', 'nueva')).ok).toBe(false);
    expect((await session.identities.changePassphrase(PASSPHRASE, 'nueva')).ok).toBe(true);
    await session.close();
    expect(peopleOf(await opened(host, name, PASSPHRASE))).toEqual(['locked']);
    expect(peopleOf(await opened(host, name, 'nueva'))).toEqual(['KII-01']);
  });

  test('stays out of a shared copy and in a copy of one’s own', async () => {
    const host = createStandIn();
    const { session } = await withPeople(host, 'KII-01');
    const shared = await session.writeSharedCopy(await pick(host, 'shared.triangula'));
    expect(shared.ok).toBe(true);
    const given = await mustOpen(host, 'shared.triangula');
    await given.identities.look();
    expect(peopleOf(given)).toEqual(['none']);
    expect(given.project.all('coding')).toHaveLength(1);
    await given.close();
    await session.close();
  });

  test('is destroyed in both copies, and no older copy brings it back', async () => {
    const host = createStandIn();
    const { name, session } = await withPeople(host, 'KII-01', 'KII-02');
    await session.flush();
    const before = host.files.get(name)!.slice();
    const destroyed = await session.identities.destroy();
    expect(destroyed).toEqual({ ok: true, value: { people: 2 } });
    session.commit(noteDestruction({ at: '2026-01-01', by: session.person, people: 2 }, randomBytes));
    expect(peopleOf(session)).toEqual(['none']);
    await session.close();
    host.files.set(name, before);
    const restored = await mustOpen(host, name);
    await restored.identities.look();
    expect(peopleOf(restored)).toEqual(['none']);
    expect(restored.project.all('identity-destruction')).toMatchObject([{ people: 2 }]);
    await restored.close();
    // The file has learnt it too: a machine that never saw the list does not get it.
    await elsewhere(host.files.get(name)!, async ({ identities }) => {
      await identities.look();
      expect(identities.state().kind).toBe('none');
    });
  });
});
