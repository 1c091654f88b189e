/**
 * `npm run campaign:kill`, `campaign:faults`, `campaign:flips`: the long versions of tests of which every run of the
 * tests does a slice. A number behind the name sets how many.
 */
import { root, run } from './setup/terminal.mjs';

const campaigns = {
  kill: { variable: 'TRIANGULA_KILLS', count: 200, words: ['e2e', 'tests/e2e/kill.spec.ts'] },
  faults: { variable: 'TRIANGULA_FILLS', count: 100, words: ['unit', 'tests/unit/session/real-disk'] },
  flips: { variable: 'TRIANGULA_FLIPS', count: 2500, words: ['unit', 'tests/unit/project-file/flips'] },
};

const [name = '', count] = process.argv.slice(2);
const campaign = Object.hasOwn(campaigns, name) ? campaigns[name] : null;
if (!campaign) {
  console.error(`triangula: campaigns are ${Object.keys(campaigns).join(', ')}`);
  process.exit(2);
}
const [part, ...words] = campaign.words;
process.exitCode = await run(process.execPath, ['config/test.mjs', '--only', part, ...words], {
  cwd: root,
  env: { ...process.env, [campaign.variable]: count ?? String(campaign.count) },
});
