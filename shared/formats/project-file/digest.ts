/** SHA-256, synchronous once loaded: a file has thousands of frames, and a promise for each would cost more than the hash. */
import { createSHA256 } from 'hash-wasm';

export type Digest = (...parts: readonly Uint8Array[]) => Uint8Array;

let loading: Promise<Digest> | null = null;

/** Loads the hash function, once. */
export function loadDigest(): Promise<Digest> {
  loading ??= createSHA256().then((hasher) => (...parts) => {
    hasher.init();
    for (const part of parts) hasher.update(part);
    return hasher.digest('binary');
  });
  return loading;
}
