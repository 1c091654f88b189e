/** `npm start`: sets up whatever is missing and opens the app. Words after `--` go to the app, such as a file. */
import { build } from './setup/build.mjs';
import { checkNode, installPackages } from './setup/install-packages.mjs';
import { prepareSystem } from './setup/system-packages.mjs';
import { giveUp, run } from './setup/terminal.mjs';
import { resolveRuntime } from './runtime/resolve-runtime.mjs';

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

checkNode();
if (!hasDisplay()) giveUp('there is no display to open a window on. With a virtual one: xvfb-run -a npm start');
await installPackages();
if (!(await build())) giveUp('the build failed; see above.');
const runtime = await resolveRuntime();
const missing = await prepareSystem(runtime.executable, { needsVirtualDisplay: false });
if (missing) giveUp(missing);
const words = [...runtime.args, ...process.argv.slice(2)];
process.exitCode = await run(runtime.executable, words, { env: { ...process.env, ...runtime.environment } });
