/** The nasty files of the shared data, made into a temporary folder: each gives what EXPECTED.md says about it. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFile } from '#shared/formats/read-file.ts';

const script = fileURLToPath(new URL('../../../../shared/data/nasty/make.sh', import.meta.url));
const canRun = existsSync(script) && works('bash') && works('python3');

/** What comes out: a failure's code, or the format with the turns and the warnings. */
const outcomes: Readonly<Record<string, string>> = {
  'empty.txt': 'empty',
  'empty.docx': 'empty',
  'empty.csv': 'empty',
  'only-bom.txt': 'empty',
  'header-only.csv': 'no-table',
  'binary-renamed.txt': 'unsupported-format png',
  'text-renamed.docx': 'txt 2',
  'docx-renamed.txt': 'docx 160',
  'truncated.docx': 'damaged docx',
  'docx-without-document.docx': 'damaged docx',
  'nul-bytes.txt': 'txt 2 nul-characters',
  'utf16le-without-bom.txt': 'txt 2 encoding-guessed',
  'mixed-encodings.txt': 'txt 3 mixed-encodings',
  'one-long-line_5MB.txt': 'txt 1',
  'zip-bomb_300MB.docx': 'too-large',
  'xml-entity-bomb.docx': 'damaged docx',
  'xlsx-big_300k-rows.xlsx': 'xlsx 0',
  'xlsx-dirty_title-rows_merged_1904.xlsx': 'xlsx 0 other-sheets rows-above-headers duplicate-headers',
  'pipe-and-tab.txt': 'txt 0',
  'bad-times.vtt': 'vtt 6 unreadable-cues',
  'truncated.json': 'damaged json',
  'bin.rtf': 'rtf 2 images-left-out',
  'active.html': 'html 3 images-left-out',
  'plain-two-pages.pdf': 'pdf 3',
  'truncated.pdf': 'damaged pdf',
  'password-protected.pdf': 'encrypted pdf',
  'Entrevista número 3 – Peña & Söhne (versión final) .txt': 'txt 2',
  '🌍 groupe 1 — ألف.txt': 'txt 2',
  "100% #1 'quoted' [x] {y}.txt": 'txt 2',
  'two.dots.docx.txt': 'txt 2',
  'UPPER.TXT': 'txt 2',
  '.hidden.txt': 'txt 2',
  'no-extension': 'txt 2',
};

describe.skipIf(!canRun)('nasty files', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'triangula-nasty-'));
    execFileSync('bash', [script, folder], { env: { ...process.env, BIG: '0' }, stdio: 'pipe' });
  }, 120_000);

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each(Object.entries(outcomes))('%s', async (name, outcome) => {
    const path = join(folder, name);
    if (!existsSync(path)) {
      console.log(`skipped: ${name} could not be made here`);
      return;
    }
    const started = Date.now();
    expect(await outcomeOf(name, new Uint8Array(readFileSync(path)))).toBe(outcome);
    expect(Date.now() - started).toBeLessThan(30_000);
  });
});

it.runIf(!canRun)('nasty files', () => {
  console.log('skipped: ../shared/data, bash or python3 is not there');
});

async function outcomeOf(name: string, bytes: Uint8Array): Promise<string> {
  const read = await readFile({ name, bytes });
  if (!read.ok) {
    const { code, values } = read.failure;
    return [code, values['found'] ?? values['format']].filter((part) => part !== undefined).join(' ');
  }
  const turns = read.value.content.segments.filter((segment) => segment.role === 'turn').length;
  return [read.value.format, turns, ...read.value.warnings.map((warning) => warning.code)].join(' ');
}

function works(command: string): boolean {
  try {
    execFileSync(command, ['--version'], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}
