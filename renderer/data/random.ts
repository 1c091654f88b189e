/** The window's source of randomness. */
import type { RandomBytes } from '#shared/basics/ids.ts';

export const randomBytes: RandomBytes = (byteCount) => crypto.getRandomValues(new Uint8Array(byteCount));
