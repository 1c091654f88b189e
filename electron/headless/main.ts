/** The command line's entry: what Node offers, handed to `runCommandLine`. */
import { randomFillSync } from 'node:crypto';
import { userInfo } from 'node:os';
import type { Surroundings } from '#electron/headless/command.ts';
import { runCommandLine } from '#electron/headless/run.ts';

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

const isTerminal = process.stderr.isTTY === true;
const surroundings: Surroundings = {
  environment: process.env,
  folder: process.cwd(),
  userName: userName(),
  clock: () => new Date(),
  randomBytes: (count) => randomFillSync(new Uint8Array(count)),
  remark: (line) => process.stderr.write(`${line}\n`),
  progress: (line) => {
    if (isTerminal) process.stderr.write(`\r\u001B[K${line}`);
  },
};

// A reader that stops early (`… | head`) is no failure of ours.
process.stdout.on('error', () => process.exit(0));

const { stdout, stderr, exitCode } = await runCommandLine(process.argv.slice(2), surroundings);
surroundings.progress('');
process.stderr.write(stderr);
process.stdout.write(stdout);
process.exitCode = exitCode;
