/** Writes the workload as a project file for the measurements in the window: `write-desk-file SIZE PATH`. */
import { writeFileSync } from 'node:fs';
import { newCodingOperations } from '#shared/domain/coding/coding-edits.ts';
import { addSources } from '#shared/domain/source/source-edits.ts';
import { drawId } from '#shared/basics/ids.ts';
import { loadDigest } from '#shared/formats/project-file/digest.ts';
import { sealChanges, sealContent } from '#shared/formats/project-file/project-blocks.ts';
import { newProjectHeader, writeNewProjectFile } from '#shared/formats/project-file/project-file.ts';
import { memoryAccess } from '#tests/support/memory-access.ts';
import { loadWorkload, type Size } from '#tests/bench/workload.ts';
import { author, codeWorkload, commit, importWorkload, randomBytes } from '#tests/bench/workload-project.ts';

const DENSE_CODINGS = 5000;
const DENSE_LINES = 3000;

const [size = 'L', path = 'desk.triangula'] = process.argv.slice(2);
const workload = loadWorkload(process.cwd(), size as Size);
if (!workload) throw new Error('The workload generator ../shared/bench/generate.mjs is missing.');
const digest = await loadDigest();
const { header, keyring } = await newProjectHeader(
  { projectId: 'd'.repeat(16), createdAt: '2026-01-01T00:00:00.000Z', passphrase: null },
  randomBytes,
);
const { project, blocks } = await importWorkload(workload, keyring, digest);
const coded = codeWorkload(project, workload);

// One source that is coded all over: five thousand codings that overlap.
const line = 'P1: Here somebody tells at length what changed since the project began and what did not change at all.\n';
const text = line.repeat(DENSE_LINES);
const dense = await sealContent(keyring, digest, { text, segments: [], table: null }, randomBytes);
const added = commit(
  project,
  addSources(
    project,
    [
      {
        name: 'Dense',
        method: 'document',
        revision: dense.hash,
        fileName: 'dense.txt',
        format: 'txt',
        encoding: 'utf-8',
        fileHash: dense.hash,
        characters: text.length,
        language: 'en',
        date: '',
        place: '',
        dependencyGroup: '',
        interventions: {},
        attributes: {},
        speakers: [],
      },
    ],
    randomBytes,
  ).draft,
);
const source = project.all('source').find(({ name }) => name === 'Dense');
const codes = project.all('code').filter(({ parent }) => parent !== null);
if (!source) throw new Error('The dense source is missing.');
const ops = Array.from({ length: DENSE_CODINGS }, (_, index) => {
  const start = Math.floor((index * (text.length - 400)) / DENSE_CODINGS);
  const code = codes[index % codes.length];
  if (!code) throw new Error('The workload has no codes.');
  const end = start + 20 + ((index * 37) % 360);
  const input = { source, code, start, end, coder: author.person, codedAt: '' };
  return newCodingOperations(drawId<'coding'>(randomBytes), input)[0];
}).flatMap((operation) => operation ?? []);
const densely = commit(project, { label: { key: 'code-passages', values: { count: DENSE_CODINGS } }, ops });
const memory = memoryAccess<string>();
const written = await writeNewProjectFile(memory.access, digest, header, [
  ...blocks,
  dense.block,
  await sealChanges(keyring, [...coded, added, densely], randomBytes),
]);
if (!written.ok) throw new Error(written.failure);
writeFileSync(path, memory.bytes());
