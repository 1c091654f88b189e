/** The command line in this process, for tests that only need what it does. */
import { randomFillSync } from 'node:crypto';
import { runCommandLine, type Output } from '#electron/headless/run.ts';

/** Runs a command in a folder. */
export function runCommand(folder: string, words: readonly string[], passphrase = ''): Promise<Output> {
  return runCommandLine(words, {
    environment: passphrase === '' ? {} : { TRIANGULA_PASSPHRASE: passphrase },
    folder,
    userName: 'Luis Cano',
    clock: () => new Date(),
    randomBytes: (count) => randomFillSync(new Uint8Array(count)),
    remark: () => undefined,
    progress: () => undefined,
  });
}
