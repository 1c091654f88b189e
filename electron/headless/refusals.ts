/** What the disk, the header and the seal can refuse, in words. */
import type { DiskFailure } from '#shared/bridge/requests.ts';
import type { HeaderFailure } from '#shared/formats/project-file/header.ts';
import { refuse, type CommandFailure } from '#electron/headless/failure.ts';

const diskWords: Readonly<Record<DiskFailure['code'], readonly [what: string, todo: string]>> = {
  missing: ['is not there', 'Check the name and the folder.'],
  'not-allowed': ['may not be used: the system does not allow it', 'Check who may read and write it.'],
  'disk-full': ['cannot be written: the disk is full', 'Free some space and try again.'],
  'read-only': ['lies on a disk that cannot be written', 'Copy it to a folder of your own.'],
  'changed-outside': ['was changed by another program in the meantime', 'Try again.'],
  'in-use': ['is held open by another program', 'Wait a moment and try again.'],
  'too-large': ['is too large', 'Split it.'],
  'name-too-long': ['has a name that is too long for this system', 'Give it a shorter name.'],
  exists: ['is there already', 'Choose another name.'],
  'unknown-token': ['is not known any more', 'Try again.'],
  'io-error': ['cannot be read or written: is it a file, and is the disk sound?', 'Check it, or copy it elsewhere.'],
};

/** A refusal of the disk. */
export function explainDisk(failure: DiskFailure): CommandFailure {
  const [what, todo] = diskWords[failure.code];
  return refuse(failure.code, `${failure.name} ${what}.`, todo);
}

/** Why a file is not opened as a project. */
export function explainHeader(failure: HeaderFailure, name: string): CommandFailure {
  switch (failure) {
    case 'not-ours':
      return refuse(
        'not-ours',
        `${name} is not a Triangula project.`,
        'Name a file made by `triangula new` or the app.',
      );
    case 'too-new':
      return refuse('too-new', `${name} was written by a newer Triangula; nothing was touched.`, 'Update this one.');
    case 'damaged':
      return refuse('damaged', `The beginning of ${name} is damaged; nothing was touched.`, 'Use a backup.');
  }
}

/** Why a project stays sealed. */
export function explainUnlock(failure: 'passphrase-needed' | 'wrong-passphrase', name: string): CommandFailure {
  return failure === 'wrong-passphrase'
    ? refuse('wrong-passphrase', `That is not the passphrase of ${name}.`, 'Mind capitals and blanks, and try again.')
    : refuse('passphrase-needed', `${name} is sealed.`, 'Set TRIANGULA_PASSPHRASE or give --passphrase-file F.');
}
