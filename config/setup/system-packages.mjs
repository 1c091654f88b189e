/** Sees to the system libraries that Electron wants on Linux: on Debian as root installs them, else says which. */
import { ask, isInstalled, isRoot, run, say } from './terminal.mjs';

/** Each with the names it had; Debian renamed some when time became 64 bits wide. */
const LIBRARIES = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['libxss1'],
  ['libatspi2.0-0t64', 'libatspi2.0-0'],
  ['libdrm2'],
  ['libxkbcommon0'],
  ['fonts-dejavu-core'],
];
const DISPLAY = [['xvfb'], ['xauth']];

/** Libraries that the dynamic linker cannot find for a program. */
function missingLibraries(executable) {
  const { text } = ask('ldd', [executable]);
  return text
    .split('\n')
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0]);
}

/** The first of a package's names that this Debian knows. */
function knownName(names) {
  return names.find((name) => ask('apt-cache', ['show', '--no-all-versions', name]).ok) ?? names.at(-1);
}

async function installWithApt(wanted) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env: environment });
  const names = wanted.map(knownName);
  say(`installing system packages: ${names.join(' ')}`);
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...names];
  return (await run('apt-get', args, { env: environment, stdio: ['ignore', 'ignore', 'inherit'] })) === 0;
}

/**
 * Makes sure that `executable` can start, with a virtual display if wanted.
 * Returns null when all is there, else what is missing, in words.
 */
export async function prepareSystem(executable, { needsVirtualDisplay }) {
  if (process.platform !== 'linux') return null;
  const lacks = () => ({
    libraries: missingLibraries(executable),
    display: needsVirtualDisplay && !(isInstalled('xvfb-run') && isInstalled('xauth')),
  });
  let { libraries, display } = lacks();
  if (libraries.length === 0 && !display) return null;

  const wanted = [...(libraries.length > 0 ? LIBRARIES : []), ...(display ? DISPLAY : [])];
  if (isRoot && isInstalled('apt-get')) {
    await installWithApt(wanted);
    ({ libraries, display } = lacks());
    if (libraries.length === 0 && !display) return null;
  }
  const complaint = [
    ...(libraries.length > 0 ? [`missing libraries: ${libraries.join(', ')}`] : []),
    ...(display ? ['missing programs: xvfb-run, xauth'] : []),
  ].join('; ');
  return `${complaint}. On Debian or Ubuntu: sudo apt-get install ${wanted.map((names) => names.at(-1)).join(' ')}`;
}
