/** Unpacks deflated bytes up to a limit: a few bytes can claim to be gigabytes. */
import { Inflate } from 'fflate';

/** Deflate makes at most about a thousand bytes of one, so each piece stays within some sixty megabytes. */
const PIECE_BYTES = 64 * 1024;

/** Throws when the bytes are not deflated or would unpack to more than the limit. */
export function inflateWithin(packed: Uint8Array, limitBytes: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let lengthBytes = 0;
  let isWhole = false;
  const unpacking = new Inflate((part, isLast) => {
    lengthBytes += part.length;
    if (lengthBytes > limitBytes) throw new Error('Unpacks to more than is allowed.');
    parts.push(part);
    isWhole = isLast;
  });
  for (let start = 0; start < packed.length; start += PIECE_BYTES) {
    unpacking.push(packed.subarray(start, start + PIECE_BYTES), start + PIECE_BYTES >= packed.length);
  }
  if (!isWhole) throw new Error('Ends too early.');
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const plain = new Uint8Array(lengthBytes);
  let offset = 0;
  for (const part of parts) {
    plain.set(part, offset);
    offset += part.length;
  }
  return plain;
}
