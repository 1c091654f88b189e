/** `triangula verify` in this process: every frame, every block, every coding against its text. */
import { randomFillSync } from 'node:crypto';
import { dirname } from 'node:path';
import { runCommandLine } from '#electron/headless/run.ts';

/** The problems that `verify` finds; none is an empty list. */
export async function verifyFile(path: string, passphrase = ''): Promise<readonly string[]> {
  const { stdout, stderr } = await runCommandLine(['verify', path, '--json'], {
    environment: passphrase === '' ? {} : { TRIANGULA_PASSPHRASE: passphrase },
    folder: dirname(path),
    userName: 'verify',
    clock: () => new Date(),
    randomBytes: (count) => randomFillSync(new Uint8Array(count)),
    remark: () => undefined,
    progress: () => undefined,
  });
  const answer = JSON.parse(stdout || '{}') as { ok?: boolean; problems?: readonly { message: string }[] };
  if (answer.ok === true) return [];
  return answer.problems?.map(({ message }) => message) ?? [stderr];
}
