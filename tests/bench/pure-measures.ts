/** What is measured without a window: reading, folding, opening, counting, searching, on the real formats. */
import { buildMatrix } from '#shared/analysis/matrix.ts';
import { CodingFacts } from '#shared/analysis/coding-facts.ts';
import { prepareSearch, SearchTexts } from '#shared/analysis/search.ts';
import { codePassage } from '#shared/domain/coding/coding-edits.ts';
import { invertChange } from '#shared/domain/change/invert.ts';
import { Project } from '#shared/domain/project/project.ts';
import { newEvaluation } from '#shared/domain/evaluation/evaluation-edits.ts';
import { gatherMaterial } from '#shared/formats/deliverable/material.ts';
import { wordsFrom } from '#shared/formats/deliverable/words.ts';
import { encodeContent, hashContent } from '#shared/formats/project-file/content-block.ts';
import { loadDigest, type Digest } from '#shared/formats/project-file/digest.ts';
import { openChanges, openContent, sealChanges } from '#shared/formats/project-file/project-blocks.ts';
import { newProjectHeader, readProjectFile, writeNewProjectFile } from '#shared/formats/project-file/project-file.ts';
import { planQdpx } from '#shared/formats/refi/plan-qdpx.ts';
import { readQdpx } from '#shared/formats/refi/read-qdpx.ts';
import { writeQdpx } from '#shared/formats/refi/write-qdpx.ts';
import en from '#shared/locales/en/export.json';
import { memoryAccess } from '#tests/support/memory-access.ts';
import { measureMilliseconds, mustBe, summarise, type Measurement } from '#tests/bench/measure.ts';
import { measureExports } from '#tests/bench/export-measures.ts';
import type { Workload } from '#tests/bench/workload.ts';
import { author, codeWorkload, commit, importWorkload, randomBytes } from '#tests/bench/workload-project.ts';

const RUNS = 5;
/** The derivation is made dear on purpose; it is measured apart and left out of the rest. */
const CHEAP = { memoryKibibytes: 64, iterations: 1 };

/** Runs the measurements whose name contains `only`. */
export async function measurePure(
  workload: Workload,
  only: string | null,
  say: (name: string) => void,
): Promise<readonly Measurement[]> {
  const { expected } = workload;
  const digest = await loadDigest();
  const { header, keyring } = await newProjectHeader(
    { projectId: 'b'.repeat(16), createdAt: '', passphrase: 'bench', cost: CHEAP },
    randomBytes,
  );
  const results: Measurement[] = [];
  const isWanted = (name: string): boolean => only === null || name.includes(only);
  const measure = async <Prepared>(
    name: string,
    prepare: () => Prepared | Promise<Prepared>,
    work: (prepared: Prepared) => unknown,
  ): Promise<void> => {
    if (!isWanted(name)) return;
    say(name);
    results.push(await measureMilliseconds(name, RUNS, prepare, work));
  };

  await measure(
    'import-transcripts',
    () => undefined,
    () => importWorkload(workload, keyring, digest),
  );
  const built = await importWorkload(workload, keyring, digest);
  const { project } = built;
  mustBe('The number of sources', project.all('source').length, expected.docs);
  const changes = codeWorkload(project, workload);
  mustBe('The number of codings', project.all('coding').length, expected.codings);
  const busiest = project.all('source')[expected.busiest_doc - 1];
  mustBe(
    'Codings of the busiest source',
    busiest && project.codingsOfSource(busiest.id).length,
    expected.busiest_doc_codings,
  );

  const memory = memoryAccess<string>();
  const written = await writeNewProjectFile(memory.access, digest, header, [
    ...built.blocks,
    await sealChanges(keyring, changes, randomBytes),
  ]);
  if (!written.ok) throw new Error(written.failure);
  const plainMegabytes = workload.files.reduce((sum, file) => sum + file.bytes.length, 0) / 1024 ** 2;
  if (isWanted('file-size-to-texts'))
    results.push(summarise('file-size-to-texts', 'ratio', [memory.bytes().length / 1024 ** 2 / plainMegabytes]));

  await measure(
    'open-and-fold',
    () => undefined,
    async () => {
      const file = readProjectFile(memory.access, digest, memory.bytes());
      if (!file.ok) throw new Error(file.failure);
      const opened = new Project();
      for (const key of await file.value.list()) {
        if (key.kind !== 'changes') continue;
        const block = await file.value.read(key);
        const batch = block && (await openChanges(keyring, block));
        if (batch?.ok) for (const change of batch.value) opened.apply(change);
      }
      mustBe('Codings after opening', opened.all('coding').length, expected.codings);
    },
  );

  const code = project.all('code').at(-1);
  if (!busiest || !code) throw new Error('The workload has no busiest source.');
  const passage = { source: busiest, code, start: 10, end: 60, coder: author.person, codedAt: '' };
  await measure(
    'code-one-passage',
    () => undefined,
    () => commit(project, codePassage(passage, randomBytes).draft),
  );
  const bulk = changes[1];
  if (bulk)
    await measure(
      'undo-bulk-coding-prepared',
      () => undefined,
      () => invertChange(project.fold, bulk).ops.length,
    );

  const segmentsOf = (source: { readonly revision: Parameters<typeof built.contents.get>[0] }) =>
    built.contents.get(source.revision)?.segments;
  const facts = new CodingFacts(project, segmentsOf);
  await measure(
    'matrix-criteria-method',
    () => undefined,
    () => buildMatrix(project, { rows: 'criterion', columns: 'method', facts }),
  );
  await measure(
    'matrix-code-attribute',
    () => undefined,
    () => buildMatrix(project, { rows: 'code', columns: 'attribute:State', facts }),
  );
  await measure(
    'code-by-source-counts',
    () => undefined,
    () => countCodeBySource(project),
  );

  let qdpx: Uint8Array = new Uint8Array();
  const words = wordsFrom(en);
  await measure(
    'qdpx-out',
    () => undefined,
    async () => {
      const material = gatherMaterial(project, built.contents);
      const made = await writeQdpx(material, { words, language: 'en', exportedAt: '2026-01-01T00:00:00.000Z' });
      if (!made.ok) throw new Error(made.failure.code);
      qdpx = made.value.bytes;
    },
  );
  if (qdpx.length > 0) {
    await measure(
      'qdpx-in',
      () => new Project(),
      async (empty) =>
        mustBe('Codings that came in', await takeQdpx(empty, qdpx, digest), project.all('coding').length),
    );
  }

  const texts = new SearchTexts<string>();
  for (const source of project.all('source')) texts.set(source.id, built.contents.get(source.revision)?.text ?? '');
  for (const [word, count] of Object.entries(expected.search_substring_ci)) {
    const find = prepareSearch({ text: word });
    if (!find.ok) throw new Error(find.failure.code);
    const work = async (): Promise<void> => mustBe(`Hits of "${word}"`, (await texts.search(find.value))?.total, count);
    await measure(`search-${word.replaceAll(' ', '-')}`, () => undefined, work);
  }
  const topCode = project.all('code').find((item) => item.name === workload.codes[expected.top_code - 1]?.name);
  await measure(
    'quotes-of-commonest-code',
    () => undefined,
    () => {
      const quotes = (topCode ? project.codingsOfCode(topCode.id) : []).map(
        (coding) => built.contents.get(coding.revision)?.text.slice(coding.start, coding.end) ?? '',
      );
      mustBe('Quotes of the commonest code', quotes.length, expected.top_code_quotes);
      mustBe(
        'Their characters',
        quotes.reduce((sum, quote) => sum + quote.length, 0),
        expected.top_code_quote_chars,
      );
    },
  );
  await measure(
    'open-one-text',
    () => undefined,
    async () => {
      const file = readProjectFile(memory.access, digest, memory.bytes());
      if (!file.ok) throw new Error(file.failure);
      const key = (await file.value.list()).find((item) => item.kind === 'content');
      const block = key && (await file.value.read(key));
      const hash = project.all('source')[0]?.revision;
      if (block && hash) await openContent(keyring, digest, block, hash);
    },
  );
  await measureExports({ project, contents: built.contents }, measure);
  if (isWanted('memory')) results.push(summarise('memory-heap', 'MB', [process.memoryUsage().heapUsed / 1024 ** 2]));
  return results;
}

/** Reads a project of REFI-QDA and applies it to an evaluation without sources; tells how many codings are there then. */
async function takeQdpx(empty: Project, bytes: Uint8Array, digest: Digest): Promise<number> {
  const person = { id: author.person, name: 'Bench' };
  commit(empty, newEvaluation({ title: 'Bench', language: 'en', interventions: [], person }, randomBytes));
  const read = await readQdpx({ name: 'bench.qdpx', bytes });
  if (!read.ok) throw new Error(read.failure.code);
  const plan = await planQdpx(empty, read.value, {
    fileName: 'bench.qdpx',
    person: author.person,
    now: '2026-01-01T00:00:00.000Z',
    language: 'en',
    addContent: (content) => Promise.resolve(hashContent(digest, encodeContent(content))),
    contentOf: () => Promise.resolve(null),
  });
  commit(empty, plan.draft);
  return empty.all('coding').length;
}

function countCodeBySource(project: Project): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const coding of project.all('coding')) {
    const key = `${coding.code}/${coding.source}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
