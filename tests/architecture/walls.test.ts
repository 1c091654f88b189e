/** Plants every import that a wall must refuse, in every form, and every import that it must let pass. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packages, rooms } from '#config/rooms.mjs';
import type { MiniatureHouse } from './miniature-house.ts';
import { buildMiniatureHouse, fileOfRoom, nameForImport, otherFeatureFile, strayFile } from './miniature-house.ts';

/** Every way in which one module can name another. */
const forms: readonly ((source: string, index: number) => string)[] = [
  (source, index) => `import { planted as value${index} } from '${source}';`,
  (source, index) => `import type { planted as type${index} } from '${source}';`,
  (source, index) => `export { planted as again${index} } from '${source}';`,
  (source) => `export * from '${source}';`,
  (source, index) => `export const later${index} = import('${source}');`,
  (source) => `import '${source}';`,
];

let house: MiniatureHouse;
beforeAll(() => {
  house = buildMiniatureHouse();
});
afterAll(() => {
  house.tearDown();
});

/** Imports each source in each form from `file`; returns per source the rules broken by each form. */
async function plant(file: string, sources: readonly string[]): Promise<readonly (readonly string[])[]> {
  const lines = sources.flatMap((source, index) => forms.map((form) => form(source, index)));
  const broken = await house.lint(file, `${lines.join('\n')}\n`);
  return sources.map((_, index) =>
    forms.map((_form, form) => (broken.get(index * forms.length + form + 1) ?? []).join('+')),
  );
}

function inEveryForm(rule: string): readonly string[] {
  return forms.map(() => rule);
}

describe.each(rooms)('room $name', (room) => {
  const file = fileOfRoom.get(room.name) ?? '';

  it('may import what it is allowed and nothing else', async () => {
    const answers = await plant(
      file,
      rooms.map((target) => nameForImport(fileOfRoom.get(target.name) ?? '')),
    );
    const expected = rooms.map((target) => {
      const isAllowed =
        room.mayImport === 'everything' || room.name === target.name || room.mayImport.includes(target.name as never);
      return { target: target.name, broken: inEveryForm(isAllowed ? '' : 'boundaries/element-types') };
    });
    expect(rooms.map((target, index) => ({ target: target.name, broken: answers[index] }))).toEqual(expected);
  });

  it('may use the packages that are placed there and no others', async () => {
    const names = packages.map((entry) => entry.name.replace('**', 'fs/promises'));
    const answers = await plant(file, names);
    const expected = packages.map((entry, index) => {
      const isAllowed =
        room.name === 'tests' || entry.rooms === 'everywhere' || (entry.rooms as readonly string[]).includes(room.name);
      return { name: names[index], broken: inEveryForm(isAllowed ? '' : 'boundaries/external') };
    });
    expect(names.map((name, index) => ({ name, broken: answers[index] }))).toEqual(expected);
  });

  it('refuses a package that nobody placed, installed or not', async () => {
    const [installed, bare, builtIn] = await plant(file, ['prettier', 'nobody-knows-this-package', 'fs']);
    expect(installed).toEqual(inEveryForm('boundaries/external'));
    expect(bare?.every((rules) => rules !== '')).toBe(true);
    expect(builtIn).toEqual(inEveryForm('boundaries/external'));
  });

  it('refuses files outside every room, and files that are not there', async () => {
    const [stray, missing] = await plant(file, [nameForImport(strayFile), '#shared/basics/not-there.ts']);
    expect(stray).toEqual(inEveryForm('boundaries/no-unknown'));
    expect(missing).toEqual(inEveryForm('boundaries/no-unknown'));
  });
});

it('keeps one feature from another, while a feature may import itself', async () => {
  const file = fileOfRoom.get('renderer-feature') ?? '';
  const [other, itself] = await plant(file, [nameForImport(otherFeatureFile), './part.ts']);
  expect(other).toEqual(inEveryForm('boundaries/element-types'));
  // Not there, so unknown; but never refused as another room.
  expect(itself).toEqual(inEveryForm('boundaries/no-unknown'));
});

it('refuses a file that stands in no room', async () => {
  const broken = await house.lint(strayFile, 'export const planted = 1;\n');
  expect([...broken.values()].flat()).toEqual(['boundaries/no-unknown-files']);
});

it('lists exactly the packages of package.json', () => {
  const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
    readonly dependencies: Record<string, string>;
    readonly devDependencies: Record<string, string>;
  };
  const neverImported = ['prettier', 'knip'];
  const installed = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
    (name) => !name.startsWith('@types/') && !neverImported.includes(name),
  );
  expect(
    packages
      .map((entry) => entry.name)
      .filter((name) => !name.startsWith('node:'))
      .sort(),
  ).toEqual(installed.sort());
});
