/** The sample's files, read from the disk. */
import { readdirSync, readFileSync } from 'node:fs';
import type { SampleFiles } from '#shared/formats/sample/build-sample.ts';

const folder = new URL('../../shared/sample/', import.meta.url);

/** Every file of the sample by its path below the folder. */
export function readSampleFiles(): SampleFiles {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    paths.map((entry) => {
      const path = `${entry.parentPath}/${entry.name}`;
      return [path.slice(folder.pathname.length).replace(/^\/+/u, ''), readFileSync(path, 'utf8')];
    }),
  );
}
