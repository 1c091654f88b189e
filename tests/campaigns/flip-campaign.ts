/**
 * The flip campaign: one bit flipped, or the end cut off, at a sampled place of a project file. Each must end in a
 * refusal or a reported problem, and everything that is still read must be what was written.
 */
import { readProjectFile } from '#shared/formats/project-file/project-file.ts';
import type { Digest } from '#shared/formats/project-file/digest.ts';
import { openBlock, type Keyring } from '#shared/formats/project-file/sealing.ts';
import { keyText } from '#shared/formats/project-file/block-store.ts';
import { readBlocks } from '#shared/formats/project-file/unite-stores.ts';
import { memoryAccess } from '#tests/support/memory-access.ts';

export type FlipCounts = { refused: number; reported: number; atFrameEnd: number };

const LONGEST_MILLISECONDS = 10_000;

/** Spoils the file `count` times; throws at the first silent acceptance, crash or hang. */
export async function runFlipCampaign(
  whole: Uint8Array,
  { digest, keyring }: { readonly digest: Digest; readonly keyring: Keyring },
  count: number,
  random: () => number,
): Promise<FlipCounts> {
  const { access } = memoryAccess();
  const sound = readProjectFile(access, digest, whole);
  if (!sound.ok || sound.value.problems.length > 0) throw new Error('The sample itself is not sound.');
  const texts = new Map<string, string>();
  for (const block of await readBlocks(sound.value, await sound.value.list())) {
    const plain = await openBlock(keyring, block);
    if (!plain.ok) throw new Error('The sample itself does not open.');
    texts.set(keyText(block), Buffer.from(plain.value).toString('latin1'));
  }
  const counts: FlipCounts = { refused: 0, reported: 0, atFrameEnd: 0 };
  for (let round = 0; round < count; round += 1) {
    const place = Math.floor(random() * whole.length);
    const isCut = round % 4 === 0;
    const bit = 1 << Math.floor(random() * 8);
    const spoiled = isCut ? whole.slice(0, place) : whole.slice();
    if (!isCut) spoiled[place]! ^= bit;
    const what = isCut ? `cut at ${place}` : `bit ${bit} of byte ${place}`;
    const begin = performance.now();
    const read = readProjectFile(access, digest, spoiled);
    if (!read.ok) {
      counts.refused += 1;
      continue;
    }
    const blocks = await readBlocks(read.value, await read.value.list());
    for (const block of blocks) {
      const plain = await openBlock(keyring, block);
      const isAsWritten = plain.ok && Buffer.from(plain.value).toString('latin1') === texts.get(keyText(block));
      if (!isAsWritten) throw new Error(`${what}: a block is read that was not written.`);
    }
    if (performance.now() - begin > LONGEST_MILLISECONDS) throw new Error(`${what}: took too long.`);
    if (read.value.problems.length > 0) counts.reported += 1;
    // A cut exactly between two frames leaves a file that is whole and shorter; the app's own copy knows better.
    else if (isCut) counts.atFrameEnd += 1;
    else throw new Error(`${what}: accepted in silence.`);
  }
  return counts;
}
