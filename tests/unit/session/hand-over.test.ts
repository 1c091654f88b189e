/** Handing over: only what somebody has not seen, or a whole copy under another passphrase; taken over like any copy. */
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { PersonId } from '#shared/domain/team/person.ts';
import { createStandIn } from '#renderer/bridge/stand-in.ts';
import type { ProjectSession } from '#renderer/data/session.ts';
import { visibleState } from '#tests/support/small-project.ts';
import { codeSomething, make, mustOpen, open } from '#tests/unit/session/open-session.ts';

let machines = 0;

async function openElsewhere(bytes: Uint8Array, personName: string, passphrase: string | null = null) {
  const host = createStandIn();
  machines += 1;
  const name = `hand over ${machines}.triangula`;
  host.files.set(name, Uint8Array.from(bytes));
  return { host, name, session: await mustOpen(host, name, { personName, passphrase }) };
}

async function takeOver(session: ProjectSession, bytes: Uint8Array, passphrases: readonly string[] = []) {
  const preview = await session.lookAtCopies([{ name: 'sent', bytes }], passphrases);
  if (!preview.ok) throw new Error(preview.failure.code);
  const { refusal } = preview.value.copies[0]!;
  if (refusal) return { refusal, session, changes: 0 };
  const merged = await session.mergeCopies(preview.value);
  if (!merged.ok) throw new Error(merged.failure.code);
  return { refusal, session: merged.value, changes: preview.value.report.changes };
}

async function workFor(session: ProjectSession, name: string): Promise<Uint8Array> {
  const colleagues = await session.knownColleagues();
  const target = colleagues.find(({ person }) => session.project.get('person', person)?.name === name);
  const packed = await session.packWork(target!.seen);
  if (!packed.ok) throw new Error(packed.failure.code);
  return packed.value.bytes;
}

describe('sending work', () => {
  test('brings only what the other has not seen, texts included, and both are equal', async () => {
    const host = createStandIn();
    const { name, session } = await make(host);
    await codeSomething(session, 'Primera entrevista, larga. '.repeat(2000));
    await session.flush();
    const luis = await openElsewhere(host.files.get(name)!, 'Luis Cano');
    await codeSomething(luis.session, 'Lo que vio Luis.');
    await luis.session.flush();
    const whole = luis.host.files.get(luis.name)!;
    const ana = (await takeOver(session, whole)).session;
    await codeSomething(ana, 'Lo nuevo de Ana.');
    expect(
      (await ana.knownColleagues()).map(({ person }: { person: PersonId }) => ana.project.get('person', person)?.name),
    ).toEqual(['Luis Cano']);
    const sent = await workFor(ana, 'Luis Cano');
    expect(sent.length).toBeLessThan(host.files.get(name)!.length / 2);
    const taken = await takeOver(luis.session, sent);
    expect(taken.changes).toBe(2);
    expect(visibleState(taken.session.project)).toEqual(visibleState(ana.project));
    for (const source of taken.session.project.all('source')) {
      expect(await taken.session.contents.load(source.revision)).not.toBeNull();
    }
    expect((await takeOver(taken.session, sent)).changes).toBe(0);
    await ana.close();
  });

  test('is no evaluation to open, and refused where what came before is missing', async () => {
    const host = createStandIn();
    const { name, session } = await make(host);
    await session.flush();
    const early = host.files.get(name)!.slice();
    await codeSomething(session);
    await session.flush();
    const luis = await openElsewhere(host.files.get(name)!, 'Luis Cano');
    await codeSomething(luis.session, 'Lo que vio Luis.');
    await luis.session.flush();
    const ana = (await takeOver(session, luis.host.files.get(luis.name)!)).session;
    await codeSomething(ana, 'Lo nuevo de Ana.');
    const sent = await workFor(ana, 'Luis Cano');
    await ana.close();
    const eva = await openElsewhere(early, 'Eva Mar');
    const before = visibleState(eva.session.project);
    expect((await takeOver(eva.session, sent)).refusal).toBe('gap');
    expect(visibleState(eva.session.project)).toEqual(before);
    const elsewhere = createStandIn();
    elsewhere.files.set('sent.triangula', sent);
    expect(await open(elsewhere, 'sent.triangula')).toMatchObject({ ok: false, failure: { code: 'only-changes' } });
  });
});

test('a shared copy opens with its own passphrase alone, and work done in it is taken over with that', async () => {
  const host = createStandIn();
  const { name, session } = await make(host, 'la frase de ana');
  await codeSomething(session);
  const packed = await session.packCopy('la frase de la copia');
  if (!packed.ok) throw new Error(packed.failure.code);
  const elsewhere = createStandIn();
  elsewhere.files.set('shared.triangula', packed.value.bytes);
  expect(await open(elsewhere, 'shared.triangula', { passphrase: 'la frase de ana' })).toMatchObject({
    ok: false,
    failure: { code: 'wrong-passphrase' },
  });
  const luis = await openElsewhere(packed.value.bytes, 'Luis Cano', 'la frase de la copia');
  expect(visibleState(luis.session.project)).toEqual(visibleState(session.project));
  await codeSomething(luis.session, 'Lo que vio Luis.');
  await luis.session.close();
  const back = luis.host.files.get(luis.name)!;
  expect((await takeOver(session, back)).refusal).toBe('passphrase-needed');
  const taken = await takeOver(session, back, ['no es', 'la frase de la copia']);
  expect(visibleState(taken.session.project)).toMatchObject({ source: expect.anything() as unknown });
  expect(taken.session.project.all('source')).toHaveLength(2);
  await taken.session.close();
  const again = await mustOpen(host, name, { passphrase: 'la frase de ana' });
  expect(again.project.all('source')).toHaveLength(2);
  await again.close();
}, 60_000);
