/** A recovery sheet opens the same project, survives a new passphrase, and old files read as before. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadDigest } from '#shared/formats/project-file/digest.ts';
import { decodeHeader, encodeHeader } from '#shared/formats/project-file/header.ts';
import { newProjectHeader } from '#shared/formats/project-file/project-file.ts';
import { drawRecoveryCode, readRecoveryCode } from '#shared/formats/project-file/recovery-code.ts';
import { addRecovery, changePassphrase, openBlock, sealBlock, unlock } from '#shared/formats/project-file/sealing.ts';
import { seededBytes } from '#tests/support/random.ts';

const cost = { memoryKibibytes: 64, iterations: 1 };
const randomBytes = seededBytes(11);
const KEY = { kind: 'changes', name: '0'.repeat(32), from: 1, to: 1 } as const;

async function sealedProject() {
  const input = { projectId: 'k3j2h4g5d6f7s8a9', createdAt: '2025-01-31T10:00:00Z', passphrase: 'palabras', cost };
  const { header, keyring } = await newProjectHeader(input, randomBytes);
  const block = await sealBlock(keyring, KEY, new TextEncoder().encode('testimony'), randomBytes);
  const code = drawRecoveryCode(randomBytes);
  const added = await addRecovery(header, { passphrase: 'palabras', code }, randomBytes, { cost });
  if (!added.ok) throw new Error(added.failure);
  return { header, block, code, withSheet: added.value };
}

describe('the code', () => {
  it('is six groups of five and reads back however it is typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 30, maxLength: 30 }), (bytes) => {
        const code = drawRecoveryCode(() => bytes);
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{5}$/u);
        const meant = code.replaceAll('-', '');
        expect(readRecoveryCode(code)).toBe(meant);
        expect(readRecoveryCode(` ${code.toLowerCase().replaceAll('-', ' – ')} `)).toBe(meant);
        expect(readRecoveryCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(meant);
      }),
    );
  });

  it('is not any passphrase', () => {
    for (const typed of ['', 'cuatro palabras tranquilas aquí', 'A'.repeat(29), 'U'.repeat(30), 'é'.repeat(30)]) {
      expect(readRecoveryCode(typed)).toBeNull();
    }
  });
});

describe('a project with a recovery sheet', () => {
  it('opens with the passphrase and with the code, and with nothing else', async () => {
    const { withSheet, block, code } = await sealedProject();
    for (const words of ['palabras', code, code.toLowerCase().replaceAll('-', ' ')]) {
      const keyring = await unlock(withSheet, words);
      const opened = keyring.ok && (await openBlock(keyring.value, block));
      expect(opened && opened.ok && new TextDecoder().decode(opened.value)).toBe('testimony');
    }
    for (const words of ['palabra', drawRecoveryCode(randomBytes)]) {
      expect(await unlock(withSheet, words)).toEqual({ ok: false, failure: 'wrong-passphrase' });
    }
  });

  it('keeps its sheet with a new passphrase, which the code itself may set', async () => {
    const { withSheet, code } = await sealedProject();
    const changed = await changePassphrase(withSheet, { present: code, next: 'otras' }, randomBytes, { cost });
    if (!changed.ok) throw new Error(changed.failure);
    expect((await unlock(changed.value, 'otras')).ok).toBe(true);
    expect((await unlock(changed.value, code)).ok).toBe(true);
    expect((await unlock(changed.value, 'palabras')).ok).toBe(false);
  });

  it('makes an earlier sheet worthless with a new one, and none without the passphrase', async () => {
    const { withSheet, code } = await sealedProject();
    const next = drawRecoveryCode(randomBytes);
    const again = await addRecovery(withSheet, { passphrase: 'palabras', code: next }, randomBytes, { cost });
    if (!again.ok) throw new Error(again.failure);
    expect((await unlock(again.value, code)).ok).toBe(false);
    expect((await unlock(again.value, next)).ok).toBe(true);
    const refused = await addRecovery(withSheet, { passphrase: 'falsa', code: next }, randomBytes, { cost });
    expect(refused).toEqual({ ok: false, failure: 'wrong-passphrase' });
  });

  it('cannot have its two wrappings exchanged', async () => {
    const { withSheet, code } = await sealedProject();
    const swapped = { ...withSheet, key: withSheet.recovery!, recovery: withSheet.key! };
    expect((await unlock(swapped, 'palabras')).ok).toBe(false);
    expect((await unlock(swapped, code)).ok).toBe(false);
  });

  it('is written and read, and a head without a sheet reads as before', async () => {
    const { header, withSheet } = await sealedProject();
    const digest = await loadDigest();
    for (const head of [header, withSheet]) {
      const read = decodeHeader(digest, encodeHeader(digest, head));
      expect(read.ok && read.value.header).toEqual(head);
    }
  });
});
