/** Branded identifiers and how they are made. Randomness is passed in, so that tests and scripts can repeat. */
declare const brand: unique symbol;

/** A string that only counts as an id of `Name`, so that a source id is never taken for a code id. */
export type Id<Name extends string> = string & { readonly [brand]: Name };

/** Returns `byteCount` random bytes; WebCrypto in the app, a seeded generator in tests. */
export type RandomBytes = (byteCount: number) => Uint8Array;

const ALPHABET = '0123456789abcdefghijkmnpqrstuvwxyz';

/**
 * Draws an id of 16 characters (about 81 bits) from an alphabet without look-alikes.
 * Bytes that would make some characters likelier are thrown away.
 */
export function drawId<Name extends string>(randomBytes: RandomBytes): Id<Name> {
  const limit = 256 - (256 % ALPHABET.length);
  let id = '';
  while (id.length < 16) {
    for (const byte of randomBytes(24)) {
      if (byte < limit && id.length < 16) id += ALPHABET[byte % ALPHABET.length];
    }
  }
  return id as Id<Name>;
}

/** Takes a string from outside as an id of `Name`; the caller has checked where it comes from. */
export function asId<Name extends string>(text: string): Id<Name> {
  return text as Id<Name>;
}
