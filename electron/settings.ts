/** What the environment can change, all in one place. Packaged builds heed only the data folder. */
import { join } from 'node:path';

export type Settings = {
  /** Where preferences and the database live; each test has its own. Null: the system's place. */
  readonly dataFolder: string | null;
  readonly allowsDeveloperTools: boolean;
};

export function readSettings(environment: Readonly<Record<string, string | undefined>>, isPackaged: boolean): Settings {
  return {
    dataFolder: environment['TRIANGULA_DATA_FOLDER'] || null,
    allowsDeveloperTools: !isPackaged && environment['TRIANGULA_DEVTOOLS'] === '1',
  };
}

/** Folder of the built window, seen from the folder of the built host. */
export function windowFolder(hostFolder: string): string {
  return join(hostFolder, '..', 'renderer');
}

/** The built preload script, seen from the folder of the built host. */
export function preloadScript(hostFolder: string): string {
  return join(hostFolder, '..', 'preload', 'index.cjs');
}

/** Where backups go unless the user says otherwise: beside the documents, or in the data folder that was asked for. */
export function usualBackupFolder({ dataFolder }: Settings, homeFolder: string): string {
  return join(dataFolder ?? homeFolder, 'Triangula backups');
}
