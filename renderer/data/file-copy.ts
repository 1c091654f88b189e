/**
 * The project file of an open session. Behind it the file can vanish and come back, or be another version of itself:
 * whoever writes need not know.
 */
import { fail } from '#shared/basics/result.ts';
import type { DiskFailure } from '#shared/bridge/requests.ts';
import type { BlockStore } from '#shared/formats/project-file/block-store.ts';
import type { ProjectFile, ProjectFileAccess } from '#shared/formats/project-file/project-file.ts';
import { readBlocks } from '#shared/formats/project-file/unite-stores.ts';

export type SessionFileAccess = ProjectFileAccess<DiskFailure> & {
  /** Writes the file where nothing stands; refused as `changed-outside` where something does. */
  readonly recreate: ProjectFileAccess<DiskFailure>['replace'];
};

export type FileCopy = BlockStore<DiskFailure> & {
  readonly current: () => ProjectFile<DiskFailure>;
  /** Goes on with another version of the file. */
  readonly adopt: (file: ProjectFile<DiskFailure>) => void;
  /** Writes nothing until another version is adopted: what stands there is not known to be ours. */
  readonly hold: () => void;
};

/** Wraps the file as it was opened. */
export function createFileCopy(
  opened: ProjectFile<DiskFailure>,
  access: SessionFileAccess,
  fileName: string,
): FileCopy {
  let file = opened;
  let isHeld = false;
  return {
    current: () => file,
    adopt: (other) => {
      file = other;
      isHeld = false;
    },
    hold: () => {
      isHeld = true;
    },
    list: () => file.list(),
    read: (key) => file.read(key),
    erase: (keys) => file.erase(keys),
    append: async (blocks) => {
      if (isHeld) return fail({ code: 'changed-outside', name: fileName });
      const written = await file.append(blocks);
      if (written.ok || written.failure.code !== 'missing') return written;
      // Gone: pulled out with its stick, or deleted. Where its folder is there, it is written again, whole.
      const before = await readBlocks(file, await file.list());
      return file.rewrite({ blocks: [...before, ...blocks] }, access.recreate);
    },
  };
}
