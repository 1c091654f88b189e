/** `rescue`: saves everything of a damaged file that can be read into a new one, and says what could not be. */
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Command } from '#electron/headless/command.ts';
import { refuse, stop } from '#electron/headless/failure.ts';
import { accessToFile, pathOf } from '#electron/headless/project-path.ts';
import { openFile } from '#electron/headless/project-session.ts';
import { explainDisk } from '#electron/headless/refusals.ts';
import { readProjectFile, writeNewProjectFile } from '#shared/formats/project-file/project-file.ts';
import { openBlock } from '#shared/formats/project-file/sealing.ts';
import { readBlocks } from '#shared/formats/project-file/unite-stores.ts';

export const rescueCommand: Command = {
  name: 'rescue',
  summary: 'saves everything readable of a damaged file into a new one',
  operands: ['FILE'],
  options: { out: { value: 'NEW', about: 'the file to write; it must not be there yet' } },
  details: ['FILE is left as it is. NEW keeps its passphrase. See what is missing then with: triangula verify NEW'],
  run: async (call) => {
    const out = call.value('out') ?? call.misuse('--out NEW says where to write what can be read.');
    const target = resolve(call.surroundings.folder, out);
    if (await isThere(target)) {
      stop(
        refuse('exists', `${basename(target)} is already there; nothing was written.`, 'Give another name to --out.'),
      );
    }
    const { file, keyring, digest } = await openFile(call, pathOf(call));
    const blocks = await readBlocks(file, await file.list());
    const opened = await Promise.all(blocks.map(async (block) => (await openBlock(keyring, block)).ok));
    const readable = blocks.filter((_, place) => opened[place]);
    if (readable.length === 0) {
      stop(refuse('nothing-readable', `Nothing in ${call.operand(0)} can be read.`, 'Use a backup or another copy.'));
    }
    const access = accessToFile(target);
    const written = await writeNewProjectFile(access, digest, file.header, readable);
    if (!written.ok) {
      stop(
        typeof written.failure === 'string'
          ? refuse('damaged', 'What was written cannot be read.', 'Check the disk.')
          : explainDisk(written.failure),
      );
    }
    const bytes = await access.read();
    const check = bytes.ok ? readProjectFile(access, digest, bytes.value) : null;
    const isSound = check?.ok === true && check.value.problems.length === 0;
    const lost = file.problems.map(({ frame, offsetBytes, lengthBytes, kind }) => ({
      frame,
      offsetBytes,
      lengthBytes,
      kind,
    }));
    const unreadable = blocks.length - readable.length;
    const lines = [
      `${readable.length} frames saved to ${basename(target)}.`,
      ...lost.map(
        (item) => `frame ${item.frame}: ${item.lengthBytes} bytes from byte ${item.offsetBytes} on could not be read.`,
      ),
      ...(unreadable > 0 ? [`${unreadable} frames are sound but do not open with this passphrase.`] : []),
    ];
    return {
      json: { ok: isSound, frames: readable.length, lost, unreadable, out: target },
      text: lines.join('\n'),
      isBad: !isSound,
    };
  },
};

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
