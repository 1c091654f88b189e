/** Looks through everything that the app and the test have written for bytes that are, or are not, to be there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningApp } from '#tests/e2e/support/app-fixture.ts';

/** Files of the app and of the user that hold any of these; words are looked for as UTF-8 and as UTF-16. */
export function filesHolding(app: RunningApp, ...wanted: readonly (string | Buffer)[]): readonly string[] {
  const marks = wanted.flatMap((mark) =>
    typeof mark === 'string' ? [Buffer.from(mark, 'utf8'), Buffer.from(mark, 'utf16le')] : [mark],
  );
  return [app.dataFolder, app.workFolder].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => {
        const bytes = readIfThere(path);
        return bytes !== null && marks.some((mark) => bytes.includes(mark));
      }),
  );
}

/** The running app tidies up beside us: a file may be gone by the time it is read, and folders are no files. */
function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'ENXIO'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}
