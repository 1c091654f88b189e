/** Starts the tools and test runners as installed in the project, each with a report where it has one. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { resolveRuntime } from '../runtime/resolve-runtime.mjs';
import { build } from '../setup/build.mjs';
import { prepareSystem } from '../setup/system-packages.mjs';
import { root, run, say } from '../setup/terminal.mjs';

/** Packages whose name is not that of their program. */
const packageOf = { tsc: 'typescript', playwright: '@playwright/test' };

/** The script behind a program, started by this very Node: no shell, no lookup on the path. */
function scriptOf(program) {
  const home = join(root, 'node_modules', packageOf[program] ?? program);
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  return join(home, typeof bin === 'string' ? bin : bin[program]);
}

export function runTool(program, args) {
  return run(process.execPath, [scriptOf(program), ...args]);
}

export async function runVitest(project, reports, words) {
  const report = join(reports, `${project}.json`);
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runTool('vitest', ['run', '--project', project, ...reporters, ...words]);
  return { code, report };
}

export async function runBuild() {
  return (await build()) ? 0 : 1;
}

/** End to end: real Electron, on a virtual display so that no window gets in anybody's way. */
export async function runPlaywright(reports, words) {
  const report = join(reports, 'e2e.json');
  rmSync(report, { force: true });
  if (!(await build())) return { code: 1, report };
  const runtime = await resolveRuntime();
  const missing = await prepareSystem(runtime.executable, { needsVirtualDisplay: true });
  if (missing) {
    say(missing);
    return { code: 1, report };
  }
  const environment = {
    ...process.env,
    ...runtime.environment,
    TRIANGULA_EXECUTABLE: runtime.executable,
    TRIANGULA_ARGUMENTS: JSON.stringify(runtime.args),
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  };
  const command = [process.execPath, scriptOf('playwright'), 'test', '--reporter=list,json', ...words];
  const display = ['xvfb-run', '-a', '--server-args=-screen 0 1600x1000x24'];
  const [program, ...args] = process.platform === 'linux' ? [...display, ...command] : command;
  return { code: await run(program, args, { env: environment }), report };
}
