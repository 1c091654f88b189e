/** How long it takes to take ten colleagues' copies, each with 10,000 new codings, into an evaluation of 100,000. */
import { asId, drawId } from '#shared/basics/ids.ts';
import type { Change, Operation } from '#shared/domain/change/change.ts';
import { setOperation } from '#shared/domain/change/fields.ts';
import type { Code } from '#shared/domain/codebook/code.ts';
import { mergeChanges } from '#shared/domain/merge/merge-changes.ts';
import { Project, type Author } from '#shared/domain/project/project.ts';
import type { Source } from '#shared/domain/source/source.ts';
import { loadDigest } from '#shared/formats/project-file/digest.ts';
import { openCopy } from '#shared/formats/project-file/open-copy.ts';
import { sealChanges } from '#shared/formats/project-file/project-blocks.ts';
import { newProjectHeader, readProjectFile, writeNewProjectFile } from '#shared/formats/project-file/project-file.ts';
import { takeIn } from '#shared/formats/project-file/take-in.ts';
import { memoryAccess } from '#tests/support/memory-access.ts';
import { seededBytes } from '#tests/support/random.ts';
import { authorOf, smallProject } from '#tests/support/small-project.ts';
import { measureMilliseconds, mustBe, type Measurement } from '#tests/bench/measure.ts';

const COPIES = 10;
const NEW_CODINGS = 10_000;
const CODINGS = 100_000;
const RUNS = 3;
const CHEAP = { memoryKibibytes: 64, iterations: 1 };
const randomBytes = seededBytes(1);

/** Sealed as in life: the copies are opened, checked, merged and written. */
export async function measureMerge(): Promise<Measurement> {
  const digest = await loadDigest();
  const { header, keyring } = await newProjectHeader(
    { projectId: 'm'.repeat(16), createdAt: '', passphrase: 'bench', cost: CHEAP },
    randomBytes,
  );
  const { log, project } = smallProject();
  const ana = authorOf('ana');
  const source = project.all('source')[0] as Source;
  const code = project.all('code')[0] as Code;
  const base = [...log, makeCodings(project, source, code, CODINGS, ana)];
  const baseBlocks = [await sealChanges(keyring, base, randomBytes)];
  const copies: Uint8Array[] = [];
  for (let copy = 0; copy < COPIES; copy += 1) {
    const theirs = new Project();
    theirs.applyAll(base);
    const author = { ...authorOf(`p${copy}`), replica: asId<'replica'>(`r${copy}`.padEnd(16, '0')) };
    // One change for each coding, as somebody makes them who reads and codes.
    const made = Array.from({ length: NEW_CODINGS }, () => makeCodings(theirs, source, code, 1, author));
    const memory = memoryAccess<string>();
    await writeNewProjectFile(memory.access, digest, header, [
      ...baseBlocks,
      ...(await Promise.all(inBatches(made).map((batch) => sealChanges(keyring, batch, randomBytes)))),
    ]);
    copies.push(memory.bytes());
  }
  const memory = memoryAccess<string>();
  await writeNewProjectFile(memory.access, digest, header, baseBlocks);
  const before = memory.bytes();
  return measureMilliseconds(
    'merge-ten-copies',
    RUNS,
    async () => {
      await memory.access.replace(before);
      const mine = new Project();
      mine.applyAll(base);
      const file = readProjectFile(memory.access, digest, before);
      if (!file.ok) throw new Error(file.failure);
      return { mine, file: file.value };
    },
    async ({ mine, file }) => {
      const opened = [];
      for (const bytes of copies) {
        const copy = await openCopy(bytes, digest, { ours: keyring, passphrases: [] });
        if (!copy.ok) throw new Error(copy.failure);
        opened.push(copy.value);
      }
      const seal = { keyring, digest, randomBytes };
      const taken = await takeIn(opened, { store: file, fold: mine.fold }, seal);
      if (!taken.ok) throw new Error(`Copy ${taken.failure.copy} is damaged.`);
      const report = mergeChanges(mine.fold, taken.value.changes, (changes) =>
        mine.applyAll(changes).map(({ deltas }) => deltas),
      );
      await file.append(taken.value.blocks);
      mustBe('The number of changes that came in', report.changes, COPIES * NEW_CODINGS);
      mustBe('Codings after merging', mine.all('coding').length, CODINGS + COPIES * NEW_CODINGS);
    },
  );
}

function makeCodings(project: Project, source: Source, code: Code, count: number, author: Author): Change {
  const ops = Array.from({ length: count }, (_, place): Operation => {
    const start = place % 900;
    return setOperation('coding', drawId<'coding'>(randomBytes), {
      source: source.id,
      revision: source.revision,
      start,
      end: start + 40,
      code: code.id,
      direction: 'supports',
      coder: author.person,
      memo: '',
      codedAt: '',
    });
  });
  const change = project.prepare({ label: { key: 'add-codings', values: { count } }, ops }, author);
  if (!change) throw new Error('New codings change something.');
  project.apply(change);
  return change;
}

function inBatches(changes: readonly Change[]): readonly (readonly Change[])[] {
  const size = 100;
  return Array.from({ length: Math.ceil(changes.length / size) }, (_, place) =>
    changes.slice(place * size, (place + 1) * size),
  );
}
