/** `import` of a project of another program: its sources as items, and what of it was not taken over. */
import type { CommandCall } from '#electron/headless/command.ts';
import { describeLoss } from '#electron/headless/exchange-words.ts';
import type { ImportItem } from '#electron/headless/import-item.ts';
import type { ProjectSession } from '#electron/headless/project-session.ts';
import { succeed, type Result } from '#shared/basics/result.ts';
import type { ImportFailure } from '#shared/formats/imported-source.ts';
import { encodeContent, hashContent } from '#shared/formats/project-file/content-block.ts';
import type { FileInput } from '#shared/formats/read-options.ts';
import type { ExchangeLoss } from '#shared/formats/refi/losses.ts';
import { planQdpx, type PlannedSourceItem } from '#shared/formats/refi/plan-qdpx.ts';
import { readQdpx } from '#shared/formats/refi/read-qdpx.ts';

export type ImportedProject = {
  readonly input: string;
  readonly name: string;
  /** The program that wrote it, in its own words. */
  readonly origin: string;
  readonly codes: { readonly total: number; readonly added: number };
  readonly codings: { readonly total: number; readonly added: number };
  readonly users: number;
  readonly cases: number;
  readonly losses: readonly (ExchangeLoss & { readonly message: string })[];
  readonly items: readonly ImportItem[];
};

/** Reads a project and adds it as one change; with `--dry-run` it only says what would come. */
export async function importProject(
  call: CommandCall,
  session: ProjectSession,
  file: FileInput,
  empty: ImportItem,
): Promise<Result<ImportedProject, ImportFailure>> {
  const read = await readQdpx(file, {
    onProgress: ({ done }) => call.surroundings.progress(`${file.name}  ${done} %`),
  });
  if (!read.ok) return read;
  const isDry = call.has('dry-run');
  const { digest } = session.opened;
  const plan = await planQdpx(session.project, read.value, {
    fileName: file.name,
    person: session.author.person,
    now: call.now().toISOString(),
    language: session.project.evaluation.language,
    addContent: (content) =>
      isDry ? Promise.resolve(hashContent(digest, encodeContent(content))) : session.addContent(content),
    contentOf: (hash) => session.content(hash),
  });
  if (!isDry) session.edit(plan.draft);
  const { name, origin } = read.value;
  const { codes, codings, users, cases } = plan;
  const losses = plan.losses.map((loss) => ({ ...loss, message: describeLoss(loss) }));
  const items = plan.sources.map((source) => itemOf(empty, source, isDry));
  const only: ImportItem = { ...empty, outcome: codes.added > 0 ? 'imported' : 'duplicate', name, format: 'qdpx' };
  return succeed({
    ...{ input: empty.input, name, origin, codes, codings, users, cases, losses },
    items: items.length > 0 ? items : [only],
  });
}

function itemOf(empty: ImportItem, source: PlannedSourceItem, isDry: boolean): ImportItem {
  const { id, isNew, codings, ...known } = source;
  const isKnown = !isNew && codings === 0;
  return {
    ...empty,
    ...known,
    outcome: isKnown ? 'duplicate' : 'imported',
    reason: isKnown ? `The same source is there already as ${source.name}.` : null,
    reasonCode: isKnown ? 'duplicate' : null,
    sourceId: isNew && isDry ? null : id,
    codings,
  };
}

/** In words, for people. */
export function describeProject(project: ImportedProject): string {
  const { codes, codings, users, cases } = project;
  const origin = project.origin === '' ? '' : ` (${project.origin})`;
  return [
    `project   ${project.name}${origin}  ${codes.added} of ${codes.total} codes, ${codings.added} of ${codings.total} codings added; ${users} users, ${cases} cases`,
    ...project.losses.map(({ message }) => `    note: ${message}`),
  ].join('\n');
}
