/**
 * Who the code names stand for: kept beside the evaluation under a passphrase of its own, in memory only while it is
 * unlocked. It locks by itself after some minutes without use, and with the evaluation.
 */
import { drawId, type RandomBytes } from '#shared/basics/ids.ts';
import { fail, succeed, type Result } from '#shared/basics/result.ts';
import type { DiskFailure } from '#shared/bridge/requests.ts';
import { advanceClock, compareClocks, CLOCK_START } from '#shared/domain/change/clock.ts';
import {
  livingIdentities,
  mergeIdentities,
  setIdentity,
  type IdentityId,
  type IdentityList,
  type IdentityWords,
} from '#shared/domain/participant/identity.ts';
import type { Block, BlockKey } from '#shared/formats/project-file/block.ts';
import { keyText, type BlockStore } from '#shared/formats/project-file/block-store.ts';
import { erasureOf } from '#shared/formats/project-file/erasure.ts';
import {
  createVaultKey,
  openIdentities,
  openVault,
  rewrapVault,
  sealIdentities,
  unlockVault,
  type LockedVault,
  type VaultKey,
} from '#shared/formats/project-file/identity-block.ts';
import { sealBlock, type Keyring } from '#shared/formats/project-file/sealing.ts';
import { readBlocks } from '#shared/formats/project-file/unite-stores.ts';
import type { ChangeWriter } from '#renderer/data/change-writer.ts';
import type { ProjectDatabase } from '#renderer/data/project-database.ts';
import { deriveKey } from '#renderer/workers/derive-key.ts';

export const LOCK_AFTER_MILLISECONDS = 3 * 60_000;

export type VaultState =
  /** Not looked at yet. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'none' }
  | { readonly kind: 'locked' }
  | {
      readonly kind: 'open';
      readonly people: readonly { readonly id: IdentityId; readonly person: IdentityWords }[];
      /** Lists from other copies that are sealed with other passphrases. */
      readonly stillLocked: number;
    };

export type VaultFailure = 'wrong-passphrase' | 'not-saved' | 'damaged';
type Answer = Promise<Result<null, VaultFailure>>;

export type VaultParts = {
  readonly database: BlockStore<DiskFailure> & Pick<ProjectDatabase, 'renew'>;
  readonly file: BlockStore<DiskFailure>;
  readonly writer: ChangeWriter;
  readonly keyring: Keyring;
  readonly randomBytes: RandomBytes;
};

export class IdentityVault {
  private readonly parts: VaultParts;
  private readonly listeners = new Set<() => void>();
  private current: VaultState = { kind: 'unknown' };
  /** All versions of all lists that either copy holds. */
  private versions: readonly LockedVault[] = [];
  /** Keys of the lists that are unlocked; new versions are of the first. */
  private keys: readonly VaultKey[] = [];
  private list: IdentityList = [];
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(parts: VaultParts) {
    this.parts = parts;
  }

  readonly state = (): VaultState => this.current;

  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Looks which lists there are. */
  async look(): Promise<void> {
    const { database, file, keyring } = this.parts;
    const versions = new Map<string, LockedVault>();
    for (const store of [database, file]) {
      for (const key of (await store.list()).filter(({ kind }) => kind === 'identities')) {
        const block = versions.has(keyText(key)) ? null : await store.read(key);
        const opened = block && (await openVault(keyring, block));
        if (opened?.ok) versions.set(keyText(key), opened.value);
      }
    }
    this.versions = [...versions.values()].sort((a, b) => compareClocks(b.clock, a.clock));
    this.publish();
  }

  /** Starts a list. */
  async create(passphrase: string): Answer {
    const { keyring, randomBytes } = this.parts;
    this.keys = [await createVaultKey(keyring.projectId, passphrase, randomBytes, { derive: deriveKey })];
    return this.write([]);
  }

  /** Unlocks every list that this passphrase opens; what they hold becomes one. */
  async unlock(passphrase: string): Answer {
    await this.look();
    const { projectId } = this.parts.keyring;
    const found: VaultKey[] = [];
    for (const latest of latestOfEach(this.versions)) {
      if (this.keys.some(({ vault }) => vault === latest.vault)) continue;
      const key = await unlockVault(projectId, latest, passphrase, deriveKey);
      if (key.ok) found.push(key.value);
    }
    if (found.length === 0) return fail('wrong-passphrase');
    this.keys = [...this.keys, ...found];
    const read = await this.readAll();
    this.publish();
    this.touch();
    return read;
  }

  /** Forgets everything that was unlocked. */
  lock(): void {
    this.keys = [];
    this.list = [];
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (this.current.kind !== 'unknown') this.publish();
  }

  /** Somebody is at work: it stays open for some more minutes. */
  touch(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = this.keys.length === 0 ? null : setTimeout(() => this.lock(), LOCK_AFTER_MILLISECONDS);
  }

  /** Adds (`id` null), changes or removes (`person` null) an entry. */
  set(id: IdentityId | null, person: IdentityWords | null): Answer {
    const own = id ?? drawId<'identity'>(this.parts.randomBytes);
    return this.write(setIdentity(this.list, own, person, Date.now()));
  }

  /** The same list under another passphrase; older versions go, so that the old one opens nothing any more. */
  async changePassphrase(present: string, next: string): Answer {
    const { keyring, randomBytes } = this.parts;
    const [first] = this.keys;
    const latest = this.versions.find(({ vault }) => vault === first?.vault);
    if (!first || !latest) return fail('wrong-passphrase');
    const known = await unlockVault(keyring.projectId, latest, present, deriveKey);
    if (!known.ok) return known;
    this.keys = [
      await rewrapVault(keyring.projectId, first, next, randomBytes, { derive: deriveKey }),
      ...this.keys.slice(1),
    ];
    const written = await this.write(this.list);
    return written.ok ? this.wipe() : written;
  }

  /** Erases all lists from both copies, whoever can open them, and remembers that they are not to come back. */
  async destroy(): Promise<Result<{ readonly people: number | null }, VaultFailure>> {
    await this.look();
    const { keyring, randomBytes } = this.parts;
    const people = this.current.kind === 'open' ? this.current.people.length : null;
    const gone = this.versions.map(({ key }) => key);
    const erasures = await Promise.all(
      latestOfEach(this.versions).map(({ key }) => sealBlock(keyring, erasureOf(key), new Uint8Array(), randomBytes)),
    );
    this.lock();
    const written = await this.exchange(erasures, gone);
    const wiped = written.ok ? await this.wipe() : written;
    await this.look();
    return wiped.ok ? succeed({ people }) : wiped;
  }

  private async write(list: IdentityList): Answer {
    const { keyring, randomBytes } = this.parts;
    const [key] = this.keys;
    if (!key) return fail('wrong-passphrase');
    const latest = this.versions[0]?.clock ?? CLOCK_START;
    const block = await sealIdentities(keyring, key, { list, clock: advanceClock(latest, Date.now()) }, randomBytes);
    // What this version holds is in it: the versions that it was made from go.
    const merged = this.versions.filter(({ vault }) => this.keys.some((one) => one.vault === vault));
    const written = await this.exchange(
      [block],
      merged.map((version) => version.key),
    );
    this.keys = [key];
    this.list = list;
    await this.look();
    this.touch();
    return written;
  }

  private async exchange(added: readonly Block[], gone: readonly BlockKey[]): Answer {
    const { writer, database, file } = this.parts;
    writer.give('app', added);
    writer.give('file', added);
    const state = await writer.flush();
    if (state.kind === 'partly') return fail('not-saved');
    if (gone.length === 0) return succeed(null);
    const [inApp, inFile] = await writer.whileStill(() => Promise.all([database.erase(gone), file.erase(gone)]));
    return inApp.ok && inFile.ok ? succeed(null) : fail('not-saved');
  }

  /** Rows that were deleted stay on the disk for a while; after this they are not to be found there either. */
  private async wipe(): Answer {
    const { writer, database } = this.parts;
    const renewed = await writer.whileStill(async () =>
      database.renew(await readBlocks(database, await database.list())),
    );
    return renewed.ok ? succeed(null) : fail('not-saved');
  }

  private async readAll(): Answer {
    const lists: IdentityList[] = [];
    let isWhole = true;
    for (const version of this.versions) {
      const key = this.keys.find(({ vault }) => vault === version.vault);
      const opened = key && (await openIdentities(this.parts.keyring.projectId, key, version));
      if (opened?.ok) lists.push(opened.value);
      else if (opened) isWhole = false;
    }
    this.list = mergeIdentities(...lists);
    return isWhole ? succeed(null) : fail('damaged');
  }

  private publish(): void {
    const lists = latestOfEach(this.versions);
    const stillLocked = lists.filter(({ vault }) => !this.keys.some((key) => key.vault === vault)).length;
    if (this.keys.length > 0) this.current = { kind: 'open', people: livingIdentities(this.list), stillLocked };
    else this.current = { kind: lists.length > 0 ? 'locked' : 'none' };
    for (const listener of this.listeners) listener();
  }
}

/** The latest version of each list. */
function latestOfEach(versions: readonly LockedVault[]): readonly LockedVault[] {
  return versions.filter(({ vault }, place) => versions.findIndex((other) => other.vault === vault) === place);
}
