/** Lists of identities merge entry by entry, the same in every order, and nobody reads one without its passphrase. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId } from '#shared/basics/ids.ts';
import {
  livingIdentities,
  mergeIdentities,
  setIdentity,
  type IdentityEntry,
  type IdentityId,
} from '#shared/domain/participant/identity.ts';
import { openBlock, openKeyring } from '#shared/formats/project-file/sealing.ts';
import {
  createVaultKey,
  openIdentities,
  openVault,
  rewrapVault,
  sealIdentities,
  unlockVault,
} from '#shared/formats/project-file/identity-block.ts';
import { seededBytes } from '#tests/support/random.ts';

const PROJECT = 'p'.repeat(16);
const cost = { memoryKibibytes: 64, iterations: 1 };
const maria = { codeName: 'KII-07', name: 'María Hernández', contact: '55 1234 5678', notes: 'calls only by day' };
const id = (name: string): IdentityId => asId<'identity'>(name);

describe('merging', () => {
  const entry = fc.record<IdentityEntry>({
    id: fc.constantFrom(id('a'), id('b'), id('c')),
    clock: fc.record({ milliseconds: fc.nat(3), count: fc.nat(1) }),
    person: fc.option(fc.constantFrom(maria, { ...maria, name: 'Otra' })),
  });
  const list = fc.array(entry, { maxLength: 5 });

  test('gives the same in every order, however often', () => {
    fc.assert(
      fc.property(list, list, list, (one, two, three) => {
        const merged = mergeIdentities(one, two, three);
        expect(mergeIdentities(three, mergeIdentities(two, one))).toEqual(merged);
        expect(mergeIdentities(merged, two)).toEqual(merged);
      }),
    );
  });

  test('keeps the entries of both, the later word on each, and what was removed stays removed', () => {
    const start = setIdentity([], id('a'), maria, 1000);
    const mine = setIdentity(start, id('b'), { ...maria, codeName: 'KII-08' }, 2000);
    const theirs = setIdentity(setIdentity(start, id('c'), { ...maria, codeName: 'KII-09' }, 1500), id('a'), null, 1);
    const names = livingIdentities(mergeIdentities(mine, theirs, start)).map(({ person }) => person.codeName);
    expect(names).toEqual(['KII-08', 'KII-09']);
  });
});

describe('sealing', () => {
  const keyring = openKeyring(PROJECT);
  const list = setIdentity([], id('a'), maria, 1000);
  const clock = { milliseconds: 1000, count: 0 };

  test('shows no word of it, not even in a project without passphrase', async () => {
    const key = await createVaultKey(PROJECT, 'otra frase', seededBytes(1), { cost });
    const block = await sealIdentities(keyring, key, { list, clock }, seededBytes(2));
    const plain = await openBlock(keyring, block);
    if (!plain.ok) throw new Error('not opened');
    const text = new TextDecoder().decode(plain.value);
    for (const word of Object.values(maria)) expect(text).not.toContain(word);
  });

  test('opens with its passphrase only, and in its project only', async () => {
    const key = await createVaultKey(PROJECT, 'otra frase', seededBytes(1), { cost });
    const block = await sealIdentities(keyring, key, { list, clock }, seededBytes(2));
    const vault = await openVault(keyring, block);
    if (!vault.ok) throw new Error('not opened');
    expect(await unlockVault(PROJECT, vault.value, 'otra')).toEqual({ ok: false, failure: 'wrong-passphrase' });
    expect((await unlockVault('q'.repeat(16), vault.value, 'otra frase')).ok).toBe(false);
    const opened = await unlockVault(PROJECT, vault.value, 'otra frase');
    if (!opened.ok) throw new Error('not unlocked');
    expect(await openIdentities(PROJECT, opened.value, vault.value)).toEqual({ ok: true, value: list });
  });

  test('under a new passphrase opens older versions of the same list too', async () => {
    const before = await createVaultKey(PROJECT, 'vieja', seededBytes(1), { cost });
    const after = await rewrapVault(PROJECT, before, 'nueva', seededBytes(3), { cost });
    const old = await openVault(keyring, await sealIdentities(keyring, before, { list, clock }, seededBytes(2)));
    const fresh = await openVault(keyring, await sealIdentities(keyring, after, { list, clock }, seededBytes(4)));
    if (!old.ok || !fresh.ok) throw new Error('not opened');
    const opened = await unlockVault(PROJECT, fresh.value, 'nueva');
    if (!opened.ok) throw new Error('not unlocked');
    expect((await unlockVault(PROJECT, fresh.value, 'vieja')).ok).toBe(false);
    expect((await openIdentities(PROJECT, opened.value, old.value)).ok).toBe(true);
  });
});
