/** What is measured without a window: reading, folding, opening, counting, searching, on the real formats. */
import { buildMatrix } from '#shared/analysis/matrix.ts';
import { CodingFacts } from '#shared/analysis/coding-facts.ts';
import { prepareSearch, SearchTexts } from '#shared/analysis/search.ts';
import { codePassage } from '#shared/domain/coding/coding-edits.ts';
import { invertChange } from '#shared/domain/change/invert.ts';
import { Project } from '#shared/domain/project/project.ts';
import { loadDigest } from '#shared/formats/project-file/digest.ts';
import { openChanges, openContent, sealChanges } from '#shared/formats/project-file/project-blocks.ts';
import { newProjectHeader, readProjectFile, writeNewProjectFile } from '#shared/formats/project-file/project-file.ts';
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

function countCodeBySource(project: Project): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const coding of project.all('coding')) {
    const key = `${coding.code}/${coding.source}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
