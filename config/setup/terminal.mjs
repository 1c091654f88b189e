/** Talks to the person at the terminal, and runs other programs on the way. */
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Folder of the project. */
export const root = join(import.meta.dirname, '..', '..');

/** One line of progress. */
export function say(text) {
  console.log(`triangula: ${text}`);
}

/** Ends the script with a message for people, without a stack trace. */
export function giveUp(text) {
  console.error(`triangula: ${text}`);
  process.exit(1);
}

/** Runs a program with our terminal and resolves to its exit code; 1 when it was ended by a signal. */
export function run(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options });
    child.on('error', (error) => {
      console.error(`triangula: ${program}: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs a program in silence and returns what it printed; `ok` tells whether it succeeded. */
export function ask(program, args, options = {}) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8', ...options });
  return { ok: status === 0, text: stdout ?? '', complaint: stderr ?? '' };
}

/** Whether a program is on the search path. */
export function isInstalled(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** How npm is called: on Windows it is a script, which only a shell can start. */
export function runNpm(args) {
  return process.platform === 'win32' ? run('npm.cmd', args, { shell: true }) : run('npm', args);
}

export const isRoot = process.getuid?.() === 0;
