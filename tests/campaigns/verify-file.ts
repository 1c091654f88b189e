/** `triangula verify` in this process: every frame, every block, every coding against its text. */
import { dirname } from 'node:path';
import { runCommand } from '#tests/campaigns/run-command.ts';

/** The problems that `verify` finds; none is an empty list. */
export async function verifyFile(path: string, passphrase = ''): Promise<readonly string[]> {
  const { stdout, stderr } = await runCommand(dirname(path), ['verify', path, '--json'], passphrase);
  const answer = JSON.parse(stdout || '{}') as { ok?: boolean; problems?: readonly { message: string }[] };
  if (answer.ok === true) return [];
  return answer.problems?.map(({ message }) => message) ?? [stderr];
}
