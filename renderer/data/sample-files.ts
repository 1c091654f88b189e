/** The sample's files as they stand in shared/sample, loaded only when somebody asks for the sample. */
import type { SampleFiles } from '#shared/formats/sample/build-sample.ts';

const loaders = import.meta.glob<string>('../../shared/sample/**/*.{json,txt,csv}', {
  query: '?raw',
  import: 'default',
});
const FOLDER = '../../shared/sample/';

/** Reads all files of the sample, by their path below its folder. */
export async function loadSampleFiles(): Promise<SampleFiles> {
  const entries = await Promise.all(
    Object.entries(loaders).map(async ([path, load]) => [path.slice(FOLDER.length), await load()] as const),
  );
  return Object.fromEntries(entries);
}
