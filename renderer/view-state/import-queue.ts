/** Files that somebody dropped or picked and that wait to be imported, from whatever place. */
import { create } from 'zustand';
import type { Result } from '#shared/basics/result.ts';

export type WaitingFile = {
  readonly name: string;
  readonly sizeBytes: number;
  /** The bytes; fails when the disk does not give them. */
  readonly read: () => Promise<Result<Uint8Array, 'unreadable'>>;
};

type ImportQueue = { readonly files: readonly WaitingFile[] };
export const useImportQueue = create<ImportQueue>(() => ({ files: [] }));

/** Asks for files to be imported; the import dialog opens with them. */
export function requestImport(files: readonly WaitingFile[]): void {
  if (files.length > 0) useImportQueue.setState({ files });
}

/** The files were taken up, or are not wanted. */
export function clearImportQueue(): void {
  useImportQueue.setState({ files: [] });
}

/** Files of a drop or paste as waiting files. */
export function filesOfDrop(files: Iterable<File>): readonly WaitingFile[] {
  return [...files].map((file) => ({
    name: file.name,
    sizeBytes: file.size,
    read: async () => {
      try {
        return { ok: true, value: new Uint8Array(await file.arrayBuffer()) };
      } catch {
        return { ok: false, failure: 'unreadable' };
      }
    },
  }));
}
