/** Power cuts while somebody codes: five as an ordinary test, hundreds with `npm run campaign:kill`. */
import { mkdirSync } from 'node:fs';
import { test } from '@playwright/test';
import { chance } from '#tests/campaigns/chance.ts';
import { harms, runKillCampaign } from '#tests/campaigns/kill-campaign.ts';

const kills = Number(process.env['TRIANGULA_KILLS'] ?? harms.length);
/** A new evaluation after so many, so that its texts are not coded to the end. */
const PER_EVALUATION = 25;
const seed = Number(process.env['TRIANGULA_SEED'] ?? 20_260_115);

for (let first = 0; first < kills; first += PER_EVALUATION) {
  const count = Math.min(PER_EVALUATION, kills - first);
  test(`${count} power cuts from ${first + 1} on lose nothing that was called saved`, async ({}, testInfo) => {
    test.setTimeout(60_000 + count * 30_000);
    const folders = { data: testInfo.outputPath('data'), work: testInfo.outputPath('work') };
    for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
    const outcomes = await runKillCampaign(folders, count, chance(seed + first), ({ harm, saved, found }, place) => {
      console.log(`kill ${first + place + 1}: ${harm}, ${saved} called saved, ${found} found`);
    });
    testInfo.annotations.push({ type: 'kills', description: String(outcomes.length) });
  });
}
