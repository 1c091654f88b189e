/** Runs the command line as a person does: a process of its own in a folder of its own. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine } from '#electron/headless/run.ts';
import { seededBytes } from '#tests/support/random.ts';

const script = join(import.meta.dirname, '..', '..', '..', 'config', 'triangula.mjs');

export type Ran = { readonly exitCode: number; readonly stdout: string; readonly stderr: string };

/** A folder that is thrown away, with the command line in it. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'triangula-headless-'));
  private calls = 0;

  run(...words: string[]): Promise<Ran> {
    return this.runWith({}, ...words);
  }

  runWith(environment: Record<string, string>, ...words: string[]): Promise<Ran> {
    const { TRIANGULA_PASSPHRASE: _, npm_lifecycle_event: __, ...own } = process.env;
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [script, ...words], {
        cwd: this.folder,
        env: { ...own, ...environment },
      });
      let stdout = '';
      let stderr = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
      child.on('error', reject);
      child.on('close', (code) => resolve({ exitCode: code ?? -1, stdout, stderr }));
    });
  }

  /** The same without a process of its own, for long lists of cases. */
  async call(...words: string[]): Promise<Ran> {
    const remarks: string[] = [];
    // Every call draws its own numbers, as every run does.
    this.calls += 1;
    const ran = await runCommandLine(words, {
      environment: {},
      folder: this.folder,
      userName: 'tester',
      clock: () => new Date(),
      randomBytes: seededBytes(this.calls),
      remark: (line) => remarks.push(`${line}\n`),
      progress: () => undefined,
    });
    return { ...ran, stderr: remarks.join('') + ran.stderr };
  }

  /** Runs with `--json` and reads the one document. */
  async json<Answer = Record<string, unknown>>(...words: string[]): Promise<Answer> {
    const ran = await this.run(...words, '--json');
    return JSON.parse(ran.stdout) as Answer;
  }

  write(name: string, content: string | Uint8Array): string {
    writeFileSync(join(this.folder, name), content);
    return name;
  }

  read(name: string): Buffer {
    return readFileSync(join(this.folder, name));
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
