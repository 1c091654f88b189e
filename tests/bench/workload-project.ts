/** Puts the workload into a project as the app would: one import, the codebook, one bulk coding. */
import { asId, drawId } from '#shared/basics/ids.ts';
import type { Change, Draft, Operation } from '#shared/domain/change/change.ts';
import { setOperation } from '#shared/domain/change/fields.ts';
import { newCodeValues } from '#shared/domain/codebook/codebook-edits.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import { newCodingOperations } from '#shared/domain/coding/coding-edits.ts';
import { newEvaluation } from '#shared/domain/evaluation/evaluation-edits.ts';
import { Project, type Author } from '#shared/domain/project/project.ts';
import { addSources } from '#shared/domain/source/source-edits.ts';
import type { ContentHash, SourceContent } from '#shared/domain/source/source-content.ts';
import type { Block } from '#shared/formats/project-file/block.ts';
import type { Digest } from '#shared/formats/project-file/digest.ts';
import { sealChanges, sealContent } from '#shared/formats/project-file/project-blocks.ts';
import type { Keyring } from '#shared/formats/project-file/sealing.ts';
import { readFile } from '#shared/formats/read-file.ts';
import { seededBytes } from '#tests/support/random.ts';
import type { Workload } from '#tests/bench/workload.ts';

export const randomBytes = seededBytes(1);
export const author: Author = {
  replica: asId<'replica'>('bench00000000000'),
  person: asId<'person'>('bench'),
  nowMilliseconds: 1_768_000_000_000,
};

export type Built = {
  readonly project: Project;
  readonly contents: ReadonlyMap<ContentHash, SourceContent>;
  readonly blocks: readonly Block[];
};

/** A project with the nine criteria and nothing else. */
function emptyProject(): { readonly project: Project; readonly changes: readonly Change[] } {
  const project = new Project();
  const draft = newEvaluation(
    { title: 'Bench', language: 'en', interventions: [], person: { id: author.person, name: 'Bench' } },
    randomBytes,
  );
  return { project, changes: [commit(project, draft)] };
}

/** Reads every transcript, seals it and adds it as a source. */
export async function importWorkload(workload: Workload, keyring: Keyring, digest: Digest): Promise<Built> {
  const { project, changes } = emptyProject();
  const contents = new Map<ContentHash, SourceContent>();
  const blocks: Block[] = [];
  const inputs = [];
  for (const file of workload.files) {
    const read = await readFile(file);
    if (!read.ok) throw new Error(read.failure.code);
    const { content, format, encoding, speakers } = read.value;
    const { hash, block } = await sealContent(keyring, digest, content, randomBytes);
    contents.set(hash, content);
    blocks.push(block);
    inputs.push({
      name: file.name,
      method: 'interview' as const,
      revision: hash,
      fileName: file.name,
      format,
      encoding,
      fileHash: hash,
      characters: content.text.length,
      language: 'en',
      date: '',
      place: '',
      dependencyGroup: '',
      interventions: {},
      attributes: { State: `State ${inputs.length % 7}` },
      speakers: speakers.map(({ name }) => ({
        label: name,
        as: { codeName: name, group: '', gender: '', interventions: {}, attributes: {} },
      })),
    });
  }
  const added = commit(project, addSources(project, inputs, randomBytes).draft);
  for (const change of [...changes, added]) blocks.push(await sealChanges(keyring, [change], randomBytes));
  return { project, contents, blocks };
}

/** The codebook and all codings as two changes on top of the imported sources. */
export function codeWorkload(project: Project, workload: Workload): readonly Change[] {
  const groupIds = new Map(workload.groups.map((group) => [group.id, drawId<'code'>(randomBytes)]));
  const codeIds = new Map(workload.codes.map((code) => [code.id, drawId<'code'>(randomBytes)]));
  const codeOps: Operation[] = [
    ...workload.groups.map((group, index) =>
      setOperation('code', must(groupIds.get(group.id)), {
        ...newCodeValues([], { name: group.name, parent: null }),
        color: group.color,
        order: 100 + index,
      }),
    ),
    ...workload.codes.map((code, index) =>
      setOperation('code', must(codeIds.get(code.id)), {
        ...newCodeValues([], { name: code.name, parent: must(groupIds.get(code.group)), definition: code.memo }),
        order: index,
      }),
    ),
  ];
  const codebook = commit(project, draftOf('codebook', codeOps));
  const sources = project.all('source');
  // Sets first, touches after: runs of like operations are what the log packs well.
  const parts = workload.codings.map((coding) => {
    const source = must(sources[coding.doc - 1]);
    const code = { id: must(codeIds.get(coding.code)) as CodeId, name: '' };
    const { start, end, memo } = coding;
    return newCodingOperations(drawId<'coding'>(randomBytes), {
      source,
      code,
      start,
      end,
      memo,
      coder: author.person,
      codedAt: '',
    });
  });
  const touched = new Map(parts.flatMap((ops) => ops.slice(1).map((op) => [`${op.kind}/${op.id}`, op])));
  return [
    codebook,
    commit(project, draftOf('codings', [...parts.flatMap((ops) => ops[0] ?? []), ...touched.values()])),
  ];
}

/** Prepares and applies a draft. */
export function commit(project: Project, draft: Draft): Change {
  const change = must(project.prepare(draft, author));
  project.apply(change);
  return change;
}

function draftOf(key: string, ops: readonly Operation[]): Draft {
  return { label: { key, values: {} }, ops };
}

function must<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('The workload does not fit together.');
  return value;
}
