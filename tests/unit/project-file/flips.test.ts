/** Flipped bits and cut ends: a slice as an ordinary test, thousands with `npm run campaign:flips`. */
import { readFileSync } from 'node:fs';
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { fail } from '#shared/basics/result.ts';
import { buildSample } from '#shared/formats/sample/build-sample.ts';
import { loadDigest } from '#shared/formats/project-file/digest.ts';
import { sealChanges, sealContent } from '#shared/formats/project-file/project-blocks.ts';
import { newProjectHeader, readProjectFile, writeNewProjectFile } from '#shared/formats/project-file/project-file.ts';
import { openBlock } from '#shared/formats/project-file/sealing.ts';
import { readBlocks } from '#shared/formats/project-file/unite-stores.ts';
import { createStandIn } from '#renderer/bridge/stand-in.ts';
import { chance } from '#tests/campaigns/chance.ts';
import { runFlipCampaign } from '#tests/campaigns/flip-campaign.ts';
import { memoryAccess } from '#tests/support/memory-access.ts';
import { seededBytes } from '#tests/support/random.ts';
import { readSampleFiles } from '#tests/support/sample-files.ts';
import { open } from '#tests/unit/session/open-session.ts';

const FLIPS = Number(process.env['TRIANGULA_FLIPS'] ?? 120);
const TIME = 30_000 + FLIPS * 1000;

/** The sample evaluation as a project file: some hundred kilobytes. */
async function sampleFile(passphrase: string | null) {
  const digest = await loadDigest();
  const random = seededBytes(11);
  const cost = { memoryKibibytes: 64, iterations: 1 };
  const input = { projectId: 'f'.repeat(16), createdAt: '', passphrase, cost };
  const { header, keyring } = await newProjectHeader(input, random);
  const seal = (content: Parameters<typeof sealContent>[2]) => sealContent(keyring, digest, content, random);
  const sample = await buildSample(readSampleFiles(), async (content) => (await seal(content)).hash, random, 0);
  const contents = await Promise.all([...sample.contents.values()].map(async (content) => (await seal(content)).block));
  const batches = await Promise.all(sample.changes.map((change) => sealChanges(keyring, [change], random)));
  const memory = memoryAccess<string>();
  await writeNewProjectFile(memory.access, digest, header, [...contents, ...batches]);
  return { whole: memory.bytes(), digest, keyring };
}

test.each([null, 'frase de paso'])(
  'every sampled flip and cut of the sample file is refused or reported (passphrase %s)',
  async (passphrase) => {
    const { whole, ...reading } = await sampleFile(passphrase);
    const counts = await runFlipCampaign(whole, reading, FLIPS, chance(passphrase === null ? 1 : 2));
    console.log(`${FLIPS} of ${whole.length} bytes: ${JSON.stringify(counts)}`);
    expect(counts.refused + counts.reported + counts.atFrameEnd).toBe(FLIPS);
    expect(counts.reported).toBeGreaterThan(FLIPS / 2);
  },
  TIME,
);

test(
  'every flip and cut of a small file, at every byte, opens in the app or is refused with a reason',
  async () => {
    const whole = new Uint8Array(readFileSync(new URL('../../migrations/version-1/open.triangula', import.meta.url)));
    const step = Math.max(1, Math.floor(whole.length / (FLIPS / 2)));
    const seen = new Map<string, number>();
    for (let place = 0; place < whole.length; place += step) {
      for (const isCut of [false, true]) {
        const host = createStandIn();
        const name = `${place} ${String(isCut)}.triangula`;
        host.files.set(
          name,
          isCut ? whole.slice(0, place) : whole.map((byte, at) => (at === place ? byte ^ 16 : byte)),
        );
        const opened = await open(host, name, { acceptDamage: true });
        const outcome = opened.ok ? (opened.value.openReport ? 'reported' : 'whole') : opened.failure.code;
        seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
        if (!isCut) expect(outcome, `byte ${place}`).not.toBe('whole');
        if (opened.ok) await opened.value.close();
      }
    }
    console.log(JSON.stringify(Object.fromEntries(seen)));
    expect(seen.get('reported')).toBeGreaterThan(0);
  },
  TIME,
);

test(
  'a flipped bit in a sealed block of the app’s own copy is refused, never shown',
  async () => {
    const { whole, digest, keyring } = await sampleFile('frase de paso');
    const read = readProjectFile(memoryAccess().access, digest, whole);
    if (!read.ok) throw new Error(read.failure);
    const blocks = await readBlocks(read.value, await read.value.list());
    const random = chance(3);
    for (let round = 0; round < FLIPS; round += 1) {
      const block = blocks[Math.floor(random() * blocks.length)]!;
      const payload = block.payload.slice();
      payload[Math.floor(random() * payload.length)]! ^= 1 << Math.floor(random() * 8);
      expect(await openBlock(keyring, { ...block, payload })).toEqual(fail('damaged'));
    }
  },
  TIME,
);
