/**
 * Reads a project file by docs/project-file.md alone: nothing of the app is imported, only Node's own modules and
 * a library for Argon2id. If this and the app disagree, the page or the app is wrong.
 */
import { createDecipheriv, createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { argon2id } from 'hash-wasm';

type Frame = {
  readonly kind: number;
  readonly from: number;
  readonly to: number;
  readonly name: Buffer;
  readonly plain: Buffer;
};
type Keys = { readonly data: Buffer; readonly name: Buffer } | null;
export type IndependentlyRead = {
  readonly changes: readonly Record<string, unknown>[];
  readonly contents: ReadonlyMap<string, { text: string }>;
};

const MAGIC = Buffer.from('89545249410d0a1a', 'hex');
const MARKER = Buffer.from('5452461e', 'hex');
const sha256 = (...parts: readonly Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();

/** Reads everything, and throws when anything is not as the page says. */
export async function readIndependently(file: Buffer, passphrase: string | null): Promise<IndependentlyRead> {
  const { head, end } = readHead(file);
  const keys = head.key ? await unwrap(head, passphrase ?? '') : null;
  const frames = readFrames(file, end, head.projectId, keys);
  const changes = frames.filter((frame) => frame.kind === 1).flatMap(readBatch);
  const contents = new Map(
    frames
      .filter((frame) => frame.kind === 3)
      .map((frame) => {
        const hash = sha256(frame.plain).toString('hex');
        const name = sha256(keys ? keys.name : Buffer.from(head.projectId), Buffer.from(hash)).subarray(0, 16);
        check(name.equals(frame.name), 'the name of a content');
        return [hash, JSON.parse(frame.plain.toString()) as { text: string }];
      }),
  );
  return { changes, contents };
}

type Head = {
  readonly projectId: string;
  readonly key: {
    readonly derivation: { salt: string; memoryKibibytes: number; iterations: number; parallelism: number };
    readonly wrapped: string;
  } | null;
};

function readHead(file: Buffer): { head: Head; end: number } {
  check(file.subarray(0, 8).equals(MAGIC), 'the magic');
  check(file.readUInt16LE(8) === 1, 'the version');
  const jsonEnd = 16 + file.readUInt32LE(12);
  check(sha256(file.subarray(0, jsonEnd)).equals(file.subarray(jsonEnd, jsonEnd + 32)), 'the checksum of the head');
  return { head: JSON.parse(file.subarray(16, jsonEnd).toString()) as Head, end: jsonEnd + 32 };
}

async function unwrap(head: Head, passphrase: string): Promise<Keys> {
  if (!head.key) return null;
  const { derivation, wrapped } = head.key;
  const key = await argon2id({
    password: passphrase.normalize('NFKC'),
    salt: Buffer.from(derivation.salt, 'hex'),
    iterations: derivation.iterations,
    parallelism: derivation.parallelism,
    memorySize: derivation.memoryKibibytes,
    hashLength: 32,
    outputType: 'binary',
  });
  const secret = unseal(Buffer.from(key), Buffer.from(wrapped, 'hex'), `triangula/1/key/${head.projectId}`);
  return { data: secret.subarray(0, 32), name: secret.subarray(32, 64) };
}

function unseal(key: Buffer, sealed: Buffer, context: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
}

function readFrames(file: Buffer, start: number, projectId: string, keys: Keys): readonly Frame[] {
  const frames: Frame[] = [];
  let chain = sha256(Buffer.from(`triangula/1/${projectId}`)).subarray(0, 16);
  for (let offset = start; offset < file.length;) {
    const frame = file.subarray(offset);
    check(frame.subarray(0, 4).equals(MARKER), 'the marker of a frame');
    const payload = frame.subarray(68, 68 + frame.readUInt32LE(4));
    const own = sha256(frame.subarray(4, 36), payload).subarray(0, 16);
    check(own.equals(frame.subarray(36, 52)), 'the checksum of a frame');
    chain = sha256(chain, own).subarray(0, 16);
    check(chain.equals(frame.subarray(52, 68)), 'the chain');
    const kind = frame.readUInt8(8);
    const flags = frame.readUInt8(9);
    const from = frame.readUInt32LE(12);
    const to = frame.readUInt32LE(16);
    const name = frame.subarray(20, 36);
    check(((flags & 2) !== 0) === (keys !== null), 'the seal of a frame');
    const context = `triangula/1/${projectId}/${kind}/${flags}/${name.toString('hex')}/${from}/${to}`;
    const packed = keys ? unseal(keys.data, payload, context) : payload;
    frames.push({ kind, from, to, name, plain: (flags & 1) === 0 ? packed : inflateRawSync(packed) });
    offset += 68 + payload.length;
  }
  return frames;
}

function readBatch(frame: Frame): readonly Record<string, unknown>[] {
  const changes = JSON.parse(frame.plain.toString()) as {
    replica: string;
    seq: number;
    ops: readonly PackedOperation[];
  }[];
  check(changes[0]?.seq === frame.from && changes.at(-1)?.seq === frame.to, 'the numbers of a batch');
  check(
    changes.every((change) => change.replica === frame.name.toString('ascii')),
    'the replica of a batch',
  );
  return changes.map((change) => ({ ...change, ops: change.ops.flatMap(unpack) }));
}

type PackedOperation = {
  readonly op: string;
  readonly kind: string;
  readonly names?: readonly string[];
  readonly rows?: readonly (readonly unknown[])[];
};

function unpack(operation: PackedOperation): readonly unknown[] {
  if (operation.op !== 'rows') return [operation];
  const { kind, names = [], rows = [] } = operation;
  return rows.map(([id, ...values]) => ({
    op: 'set',
    kind,
    id,
    fields: Object.fromEntries(names.map((name, index) => [name, values[index]])),
  }));
}

function check(isRight: boolean, what: string): void {
  if (!isRight) throw new Error(`${what} is not as docs/project-file.md says.`);
}
