/** Asks the host for files to import. */
import { importFormats } from '#shared/formats/imported-source.ts';
import type { Bridge } from '#shared/bridge/requests.ts';
import { requestImport, type WaitingFile } from '#renderer/view-state/import-queue.ts';
import type { Words } from '#renderer/ui/words.ts';

/** What the readers take, with their other endings; any other file can still be dropped, and is told what it is. */
const EXTENSIONS = [...importFormats, 'htm', 'docm', 'tsv', 'qdpx', 'qde', 'qdc'];

/** Opens the file dialog and hands what was picked to the import. */
export async function pickFilesToImport(bridge: Bridge, words: Words): Promise<void> {
  const handles = await bridge.ask('files.pickToImport', {
    title: words('import.pickTitle'),
    filterName: words('import.pickFilter'),
    extensions: EXTENSIONS,
  });
  requestImport(
    handles.map(({ token, name, sizeBytes }): WaitingFile => ({
      name,
      sizeBytes,
      read: async () => {
        const read = await bridge.ask('files.read', { token });
        return read.ok ? read : { ok: false, failure: 'unreadable' };
      },
    })),
  );
}
