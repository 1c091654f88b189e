/**
 * Frames: how blocks stand in the project file, each with its own checksum and one that binds it to the frame before.
 * The layout is specified in docs/project-file.md; numbers are little-endian.
 */
import { blockKinds, fromHex, toHex, type Block, type BlockKind } from '#shared/formats/project-file/block.ts';
import type { Digest } from '#shared/formats/project-file/digest.ts';

/** `TRF` and a record separator: what a reader looks for after damage. */
const MARKER = [0x54, 0x52, 0x46, 0x1e] as const;
const FRAME_HEAD_BYTES = 68;
const CHECKSUM_BYTES = 16;
const kindNames = Object.fromEntries(Object.entries(blockKinds).map(([name, number]) => [number, name])) as Record<
  number,
  BlockKind | undefined
>;

/** A stretch of the file that could not be read as a frame. Offsets and lengths are bytes. */
export type FrameProblem = {
  readonly frame: number;
  readonly offsetBytes: number;
  readonly lengthBytes: number;
  readonly kind: 'torn' | 'damaged' | 'chain-broken' | 'unknown-kind';
};

export type ScannedFrames = {
  readonly blocks: readonly Block[];
  readonly problems: readonly FrameProblem[];
  /** Where the last good frame ends. */
  readonly goodLengthBytes: number;
  readonly frames: number;
  /** Chain value of the last good frame: what the next one is bound to. */
  readonly chain: Uint8Array;
};

/** The chain before the first frame. It depends on the project only, so that a new passphrase rewrites no frame. */
export function startChain(digest: Digest, projectId: string): Uint8Array {
  return digest(new TextEncoder().encode(`triangula/1/${projectId}`)).slice(0, CHECKSUM_BYTES);
}

/** Writes a block as a frame bound to `chain`; returns the chain for the next. */
export function encodeFrame(
  digest: Digest,
  block: Block,
  chain: Uint8Array,
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly chain: Uint8Array } {
  const bytes = new Uint8Array(FRAME_HEAD_BYTES + block.payload.length);
  const view = new DataView(bytes.buffer);
  bytes.set(MARKER, 0);
  view.setUint32(4, block.payload.length, true);
  bytes[8] = blockKinds[block.kind];
  bytes[9] = block.flags;
  view.setUint32(12, block.from, true);
  view.setUint32(16, block.to, true);
  bytes.set(fromHex(block.name), 20);
  bytes.set(block.payload, FRAME_HEAD_BYTES);
  const own = digest(bytes.subarray(4, 36), block.payload).slice(0, CHECKSUM_BYTES);
  const next = digest(chain, own).slice(0, CHECKSUM_BYTES);
  bytes.set(own, 36);
  bytes.set(next, 52);
  return { bytes, chain: next };
}

/** Reads all frames from `start` on. Damage is reported and stepped over: the next frame is found by its marker. */
export function scanFrames(digest: Digest, bytes: Uint8Array, start: number, firstChain: Uint8Array): ScannedFrames {
  // A file made to be slow could hold millions of markers that each claim half of it: looking has an end.
  const patience = { bytesLeft: bytes.length * 8 + 16 * 1024 * 1024 };
  const blocks: Block[] = [];
  const problems: FrameProblem[] = [];
  let chain = firstChain;
  let offset = start;
  let frames = 0;
  let goodLengthBytes = start;
  while (offset < bytes.length) {
    const frame = readFrame(digest, bytes, offset);
    frames += 1;
    if (frame === null) {
      const next = findMarker(digest, bytes, offset + 1, patience);
      const end = next ?? bytes.length;
      problems.push({
        frame: frames,
        offsetBytes: offset,
        lengthBytes: end - offset,
        kind: next === null && isTorn(bytes, offset) ? 'torn' : 'damaged',
      });
      offset = end;
      continue;
    }
    const isBound = isEqual(digest(chain, frame.own).subarray(0, CHECKSUM_BYTES), frame.chain);
    // After a damaged stretch the binding cannot hold; it is the damage that is reported, not its echo.
    if (!isBound && problems.at(-1)?.frame !== frames - 1) {
      problems.push({ frame: frames, offsetBytes: offset, lengthBytes: frame.lengthBytes, kind: 'chain-broken' });
    }
    if (frame.block) blocks.push(frame.block);
    else problems.push({ frame: frames, offsetBytes: offset, lengthBytes: frame.lengthBytes, kind: 'unknown-kind' });
    chain = frame.chain;
    offset += frame.lengthBytes;
    goodLengthBytes = offset;
  }
  return { blocks, problems, goodLengthBytes, frames, chain };
}

type ReadFrame = {
  readonly block: Block | null;
  readonly own: Uint8Array;
  readonly chain: Uint8Array;
  readonly lengthBytes: number;
};

function readFrame(digest: Digest, bytes: Uint8Array, offset: number): ReadFrame | null {
  if (offset + FRAME_HEAD_BYTES > bytes.length || !isMarker(bytes, offset)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, FRAME_HEAD_BYTES);
  const lengthBytes = FRAME_HEAD_BYTES + view.getUint32(4, true);
  if (offset + lengthBytes > bytes.length) return null;
  const head = bytes.subarray(offset, offset + FRAME_HEAD_BYTES);
  const payload = bytes.subarray(offset + FRAME_HEAD_BYTES, offset + lengthBytes);
  const own = head.subarray(36, 52);
  if (!isEqual(digest(head.subarray(4, 36), payload).subarray(0, CHECKSUM_BYTES), own)) return null;
  const kind = kindNames[head[8] ?? 0];
  const block: Block | null = kind
    ? {
        kind,
        flags: head[9] ?? 0,
        from: view.getUint32(12, true),
        to: view.getUint32(16, true),
        name: toHex(head.subarray(20, 36)),
        payload,
      }
    : null;
  return { block, own, chain: head.subarray(52, 68), lengthBytes };
}

type Patience = { bytesLeft: number };

function findMarker(digest: Digest, bytes: Uint8Array, from: number, patience: Patience): number | null {
  for (let offset = bytes.indexOf(MARKER[0], from); offset >= 0; offset = bytes.indexOf(MARKER[0], offset + 1)) {
    // Four bytes can stand anywhere by chance; only a frame that verifies is a frame.
    if (!isMarker(bytes, offset)) continue;
    patience.bytesLeft -= Math.min(claimedLength(bytes, offset), bytes.length - offset);
    if (patience.bytesLeft < 0) return null;
    if (readFrame(digest, bytes, offset)) return offset;
  }
  return null;
}

/**
 * Whether the last stretch is the beginning of a frame whose end is missing: cut off, or never written, which some
 * file systems show as zeros. Anything else was written and has changed since.
 */
function isTorn(bytes: Uint8Array, offset: number): boolean {
  const begins = MARKER.every((byte, index) => offset + index >= bytes.length || bytes[offset + index] === byte);
  if (begins && offset + claimedLength(bytes, offset) > bytes.length) return true;
  return bytes.subarray(-CHECKSUM_BYTES).every((byte) => byte === 0);
}

/** Length of the frame by its own word, at least that of a head. */
function claimedLength(bytes: Uint8Array, offset: number): number {
  if (offset + FRAME_HEAD_BYTES > bytes.length) return FRAME_HEAD_BYTES;
  return FRAME_HEAD_BYTES + new DataView(bytes.buffer, bytes.byteOffset + offset).getUint32(4, true);
}

function isMarker(bytes: Uint8Array, offset: number): boolean {
  return MARKER.every((byte, index) => bytes[offset + index] === byte);
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
