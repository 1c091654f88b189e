/** The checksum of zip archives. */

const table = new Uint32Array(256).map((_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 as an unsigned number; `before` is the checksum of the bytes that stand in front of these. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let checksum = ~before;
  for (let index = 0; index < bytes.length; index += 1) {
    checksum = (table[(checksum ^ (bytes[index] ?? 0)) & 0xff] ?? 0) ^ (checksum >>> 8);
  }
  return ~checksum >>> 0;
}
