/** The project file as a block store, over whatever gives access to its bytes (the host's bridge, Node's file system). */
import { succeed, fail, type Result } from '#shared/basics/result.ts';
import type { RandomBytes } from '#shared/basics/ids.ts';
import type { Block, BlockKey } from '#shared/formats/project-file/block.ts';
import { keyText, type BlockStore } from '#shared/formats/project-file/block-store.ts';
import type { Digest } from '#shared/formats/project-file/digest.ts';
import { erasedBy, withoutErased } from '#shared/formats/project-file/erasure.ts';
import { encodeFrame, scanFrames, startChain, type FrameProblem } from '#shared/formats/project-file/frame.ts';
import {
  decodeHeader,
  encodeHeader,
  type HeaderFailure,
  type ProjectHeader,
} from '#shared/formats/project-file/header.ts';
import {
  createKeyring,
  type DeriveKey,
  type DerivationCost,
  type Keyring,
} from '#shared/formats/project-file/sealing.ts';

/** How bytes of a project file are read and written. Each write is on the disk when it resolves. */
export type ProjectFileAccess<Failure> = {
  readonly read: () => Promise<Result<Uint8Array, Failure>>;
  /** Refused when the file is not `expectedLengthBytes` long. */
  readonly append: (expectedLengthBytes: number, bytes: Uint8Array<ArrayBuffer>) => Promise<Result<unknown, Failure>>;
  /** Writes beside, reads back, renames. */
  readonly replace: (bytes: Uint8Array<ArrayBuffer>) => Promise<Result<unknown, Failure>>;
};

type WriteWhole<Failure> = ProjectFileAccess<Failure>['replace'];
export type FileChanges = { readonly header?: ProjectHeader; readonly blocks?: readonly Block[] };

export type ProjectFile<Failure> = BlockStore<Failure> & {
  readonly header: ProjectHeader;
  /** What could not be read when the file was opened. */
  readonly problems: readonly FrameProblem[];
  readonly frames: number;
  /** Puts the good frames into a new file without the damaged stretches. Only for who has been told. */
  readonly dropDamage: () => Promise<Result<null, Failure>>;
  /** Writes the whole file anew, with another head, with other blocks, or as it is where it has vanished. */
  readonly rewrite: (next: FileChanges, write?: WriteWhole<Failure>) => Promise<Result<null, Failure>>;
};

/** Draws the id and keys of a new project; the file itself is written by `writeNewProjectFile`. */
export async function newProjectHeader(
  input: {
    readonly projectId: string;
    readonly createdAt: string;
    readonly passphrase: string | null;
    readonly cost?: DerivationCost;
    readonly derive?: DeriveKey;
  },
  randomBytes: RandomBytes,
): Promise<{ readonly header: ProjectHeader; readonly keyring: Keyring }> {
  const { keyring, key } = await createKeyring(input.projectId, input.passphrase, randomBytes, input);
  return { header: { projectId: input.projectId, createdAt: input.createdAt, key }, keyring };
}

/** Writes a new project file with its first blocks in one go, so that there is never half a project. */
export async function writeNewProjectFile<Failure>(
  access: ProjectFileAccess<Failure>,
  digest: Digest,
  header: ProjectHeader,
  blocks: readonly Block[],
): Promise<Result<ProjectFile<Failure>, Failure | HeaderFailure>> {
  const { bytes } = encodeFile(digest, header, blocks);
  const written = await access.replace(bytes);
  if (!written.ok) return written;
  return readProjectFile(access, digest, bytes);
}

/** Opens a project file from its bytes. Damaged frames are reported in `problems`; the good ones can be read. */
export function readProjectFile<Failure>(
  access: ProjectFileAccess<Failure>,
  digest: Digest,
  bytes: Uint8Array,
): Result<ProjectFile<Failure>, HeaderFailure> {
  const head = decodeHeader(digest, bytes);
  if (!head.ok) return head;
  let { header } = head.value;
  const scanned = scanFrames(digest, bytes, head.value.lengthBytes, startChain(digest, header.projectId));
  let blocks = new Map(scanned.blocks.map((block) => [keyText(block), block]));
  let lengthBytes = bytes.length;
  let chain = scanned.chain;
  let hasBadEnd = scanned.goodLengthBytes < bytes.length;

  const append = async (added: readonly Block[]): Promise<Result<null, Failure>> => {
    const fresh = withoutErased([...blocks.values()], added).filter((block) => !blocks.has(keyText(block)));
    if (fresh.length === 0) return succeed(null);
    // Behind a torn end new frames would look like part of the damage.
    const isErased = erasedBy(fresh);
    const left = [...blocks.values()].filter((block) => !isErased(block));
    if (hasBadEnd || left.length < blocks.size) return rewrite({ blocks: [...left, ...fresh] });
    const encoded = encodeFrames(digest, fresh, chain);
    const written = await access.append(lengthBytes, encoded.bytes);
    if (!written.ok) return fail(written.failure);
    for (const block of fresh) blocks.set(keyText(block), block);
    lengthBytes += encoded.bytes.length;
    chain = encoded.chain;
    return succeed(null);
  };

  const rewrite = async (
    next: FileChanges,
    write: WriteWhole<Failure> = access.replace,
  ): Promise<Result<null, Failure>> => {
    const nextHeader = next.header ?? header;
    const nextBlocks = next.blocks ?? [...blocks.values()];
    const encoded = encodeFile(digest, nextHeader, nextBlocks);
    const written = await write(encoded.bytes);
    if (!written.ok) return fail(written.failure);
    header = nextHeader;
    blocks = new Map(nextBlocks.map((block) => [keyText(block), block]));
    lengthBytes = encoded.bytes.length;
    chain = encoded.chain;
    hasBadEnd = false;
    return succeed(null);
  };

  return succeed({
    get header() {
      return header;
    },
    problems: scanned.problems,
    frames: scanned.frames,
    list: () => Promise.resolve([...blocks.values()]),
    read: (key: BlockKey) => Promise.resolve(blocks.get(keyText(key)) ?? null),
    append,
    erase: (keys) => {
      const gone = new Set(keys.map(keyText));
      const left = [...blocks.values()].filter((block) => !gone.has(keyText(block)));
      // Writing the whole file anew: a frame taken out of the middle would break the chain.
      return left.length === blocks.size ? Promise.resolve(succeed(null)) : rewrite({ blocks: left });
    },
    dropDamage: () => rewrite({}),
    rewrite,
  });
}

/** A whole file as bytes, for giving it away. */
export function encodeProjectFile(
  digest: Digest,
  header: ProjectHeader,
  blocks: readonly Block[],
): Uint8Array<ArrayBuffer> {
  return encodeFile(digest, header, blocks).bytes;
}

function encodeFile(
  digest: Digest,
  header: ProjectHeader,
  blocks: readonly Block[],
): { bytes: Uint8Array<ArrayBuffer>; chain: Uint8Array } {
  const head = encodeHeader(digest, header);
  const frames = encodeFrames(digest, blocks, startChain(digest, header.projectId));
  return { bytes: joinBytes([head, frames.bytes]), chain: frames.chain };
}

function encodeFrames(
  digest: Digest,
  blocks: readonly Block[],
  firstChain: Uint8Array,
): { bytes: Uint8Array<ArrayBuffer>; chain: Uint8Array } {
  let chain = firstChain;
  const parts = blocks.map((block) => {
    const frame = encodeFrame(digest, block, chain);
    chain = frame.chain;
    return frame.bytes;
  });
  return { bytes: joinBytes(parts), chain };
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}
