/** Where the passphrase comes from: a file or the environment, never the command line, which other users can see. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CommandCall } from '#electron/headless/command.ts';
import { refuse, stop } from '#electron/headless/failure.ts';

/** What other copies may be sealed with: each line of the files given, and what the environment says. */
export async function readOtherPassphrases(call: CommandCall): Promise<readonly string[]> {
  const { environment, folder } = call.surroundings;
  const given = [environment['TRIANGULA_OTHER_PASSPHRASE'] ?? '', environment['TRIANGULA_PASSPHRASE'] ?? ''];
  for (const file of [...call.values('other-passphrase-file'), ...call.values('passphrase-file')]) {
    try {
      const text = await readFile(resolve(folder, file), 'utf8');
      given.push(...text.replace(/^\uFEFF/u, '').split(/\r?\n/u));
    } catch {
      stop(refuse('missing', `The passphrase file ${file} cannot be read.`, 'Check its name and who may read it.'));
    }
  }
  return [...new Set(given.filter((line) => line !== ''))];
}

/** The passphrase, null when none was given. */
export async function readPassphrase(call: CommandCall): Promise<string | null> {
  const file = call.value('passphrase-file');
  if (file === undefined) return call.surroundings.environment['TRIANGULA_PASSPHRASE'] || null;
  try {
    const text = await readFile(resolve(call.surroundings.folder, file), 'utf8');
    const [line = ''] = text.replace(/^\uFEFF/u, '').split(/\r?\n/u);
    if (line !== '') return line;
  } catch {
    stop(refuse('missing', `The passphrase file ${file} cannot be read.`, 'Check its name and who may read it.'));
  }
  return stop(
    refuse('passphrase-needed', `The passphrase file ${file} is empty.`, 'Write the passphrase on its first line.'),
  );
}
