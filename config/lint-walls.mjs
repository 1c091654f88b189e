/** Turns the rooms and packages of config/rooms.mjs into lint rules, for a house that stands at any folder. */
import boundaries from 'eslint-plugin-boundaries';
import { packages, rooms } from './rooms.mjs';

const everyRoom = rooms.map((room) => room.name);

/** In a feature, `{name}` captures which one; only files of the same one may be imported. */
function selectItself(room) {
  return room.files.includes('{name}') ? [room.name, { name: '{{ from.captured.name }}' }] : room.name;
}

const elements = rooms.map((room) => ({
  type: room.name,
  mode: 'full',
  pattern: [room.files].flat().map((files) => files.replace('{name}', '*')),
  ...(room.files.includes('{name}') && { capture: ['name'] }),
}));

const roomRules = rooms.map((room) => ({
  from: room.name,
  allow: room.mayImport === 'everything' ? everyRoom : [selectItself(room), ...room.mayImport],
}));

const packageRules = rooms.map((room) => ({
  from: room.name,
  allow: packages
    .filter((entry) => room.name === 'tests' || entry.rooms === 'everywhere' || entry.rooms.includes(room.name))
    .map((entry) => entry.name),
}));

/** The walls as one block of ESLint's flat configuration; `root` is the folder that the rooms' patterns start from. */
export function buildWalls(root) {
  return {
    plugins: { boundaries },
    settings: {
      'import/resolver': { typescript: { alwaysTryTypes: true, noWarnOnMultipleProjects: true } },
      'boundaries/root-path': root,
      'boundaries/elements': elements,
      // By default `export ... from` and `import()` would slip through.
      'boundaries/dependency-nodes': ['import', 'export', 'dynamic-import', 'require'],
      'boundaries/legacy-templates': false,
    },
    rules: {
      'boundaries/element-types': ['error', { default: 'disallow', rules: roomRules }],
      'boundaries/external': ['error', { default: 'disallow', rules: packageRules }],
      'boundaries/no-unknown': 'error',
      'boundaries/no-unknown-files': 'error',
    },
  };
}
