/** A small house in a temporary folder: one file per room, so that walls are tested even where a room is still empty. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ESLint } from 'eslint';
import typescriptEslint from 'typescript-eslint';
import { buildWalls } from '#config/lint-walls.mjs';
import { rooms } from '#config/rooms.mjs';

/** One file of each room, by the room's name. */
export const fileOfRoom: ReadonlyMap<string, string> = new Map(
  rooms.map((room) => {
    const pattern = [room.files].flat()[0] ?? '';
    return [room.name, pattern.replace('{name}', 'first').replace('**', 'planted.ts').replace('*', 'planted.ts')];
  }),
);

/** A second feature, which the first must not know. */
export const otherFeatureFile = 'renderer/features/second/planted.ts';
/** A file in no room. */
export const strayFile = 'shared/stray.ts';

/** How a file is imported from anywhere in the house. */
export function nameForImport(file: string): string {
  return `#${file}`;
}

export type MiniatureHouse = {
  /** Lints `code` as if it stood in `file`; returns the rules that were broken, by line (from 1). */
  readonly lint: (file: string, code: string) => Promise<ReadonlyMap<number, readonly string[]>>;
  readonly tearDown: () => void;
};

export function buildMiniatureHouse(): MiniatureHouse {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'miniature-house-')));
  const topFolders = ['shared', 'renderer', 'electron', 'tests', 'config'];
  const imports = Object.fromEntries(topFolders.map((folder) => [`#${folder}/*`, `./${folder}/*`]));
  writeFileSync(join(root, 'package.json'), JSON.stringify({ name: 'miniature', type: 'module', imports }));
  symlinkSync(join(import.meta.dirname, '../../node_modules'), join(root, 'node_modules'));
  for (const file of [...fileOfRoom.values(), otherFeatureFile, strayFile]) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), 'export const planted = 1;\n');
  }
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: [
      { files: ['**/*.ts'], languageOptions: { parser: typescriptEslint.parser } },
      buildWalls(root) as never,
    ],
  });
  return {
    lint: async (file, code) => {
      const [report] = await eslint.lintText(code, { filePath: join(root, file) });
      const broken = new Map<number, string[]>();
      for (const message of report?.messages ?? []) {
        broken.set(message.line, [...(broken.get(message.line) ?? []), message.ruleId ?? message.message]);
      }
      return broken;
    },
    tearDown: () => rmSync(root, { recursive: true, force: true }),
  };
}
