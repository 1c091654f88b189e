/** `import`: files and folders as sources, each with an outcome of its own; one that fails stops no other. */
import { createHash } from 'node:crypto';
import type { Command, CommandAnswer, CommandCall } from '#electron/headless/command.ts';
import { failureLine, refuse } from '#electron/headless/failure.ts';
import { describeImported, type ImportItem } from '#electron/headless/import-item.ts';
import { collectInputs, readInput, type ImportInput } from '#electron/headless/import-inputs.ts';
import { describeImportFailure } from '#electron/headless/import-words.ts';
import { PlanBook } from '#electron/headless/plan-book.ts';
import { openToRead, openToWrite, type ProjectSession } from '#electron/headless/project-session.ts';
import { addSources, type NewSource } from '#shared/domain/source/source-edits.ts';
import { sourceMethods, type SourceMethod } from '#shared/domain/source/source.ts';
import type { ImportedSource } from '#shared/formats/imported-source.ts';
import { planImport } from '#shared/formats/plan-import.ts';
import { readTable } from '#shared/formats/questionnaire/read-questionnaire.ts';
import { readFile } from '#shared/formats/read-file.ts';

export const importCommand: Command = {
  name: 'import',
  summary: 'imports interviews, documents, questionnaires: files and folders',
  operands: ['FILE', 'INPUT…'],
  options: {
    method: { value: sourceMethods.join('|'), about: 'what they are; guessed when left out' },
    plan: { value: 'PLAN.json', about: 'roles of the columns of questionnaires' },
    'dry-run': { value: null, about: 'import nothing; print what would be, with the plan of each questionnaire' },
  },
  details: [
    'Reads txt, md, docx, vtt, csv (, ; or tab) and pdf with text. A file that is there already is a duplicate.',
    'A plan is what --dry-run prints with --json: { "columns": [ { "name", "label", "role" } ], "delimiter", … },',
    'role one of id, attribute, closed, multiple, open, date, ignore; or { "items": [ { "input", "plan" } ] }.',
    'Leaves with 1 when nothing could be imported.',
  ],
  run: async (call) => {
    const method = call.choice('method', sourceMethods);
    const plans = await PlanBook.read(call);
    const inputs = await collectInputs(call, call.operandsFrom(1));
    if (call.has('dry-run')) {
      const session = await openToRead(call);
      return report(call, await new Importer(call, session, method, plans).readAll(inputs));
    }
    return openToWrite(call, async (session) => {
      const importer = new Importer(call, session, method, plans);
      const items = await importer.readAll(inputs);
      return report(call, importer.addAll(items));
    });
  },
};

type ReadItem = ImportItem & { readonly planned?: NewSource };

class Importer {
  private readonly call: CommandCall;
  private readonly session: ProjectSession;
  private readonly method: SourceMethod | undefined;
  private readonly plans: PlanBook;
  private readonly seen = new Map<string, { readonly id: string | null; readonly name: string }>();

  constructor(call: CommandCall, session: ProjectSession, method: SourceMethod | undefined, plans: PlanBook) {
    this.call = call;
    this.session = session;
    this.method = method;
    this.plans = plans;
    for (const { id, name, fileHash } of session.project.all('source')) this.seen.set(fileHash, { id, name });
  }

  async readAll(inputs: readonly ImportInput[]): Promise<readonly ReadItem[]> {
    const items: ReadItem[] = [];
    for (const [place, input] of inputs.entries()) {
      this.call.surroundings.progress(`${place + 1} of ${inputs.length}  ${input.label}`);
      items.push(await this.read(input));
    }
    this.call.surroundings.progress('');
    return items;
  }

  /** Adds what was read as one change, so that one undo takes back one import. */
  addAll(items: readonly ReadItem[]): readonly ReadItem[] {
    const planned = items.flatMap((item) => item.planned ?? []);
    if (planned.length === 0) return items;
    const { ids, draft } = addSources(this.session.project, planned, this.call.surroundings.randomBytes);
    this.session.edit(draft);
    const idOf = new Map(planned.map((source, place) => [source.fileHash, ids[place] ?? null]));
    return items.map((item) => ({ ...item, sourceId: idOf.get(item.fileHash ?? '') ?? item.sourceId }));
  }

  private async read(input: ImportInput): Promise<ReadItem> {
    const bytes = await readInput(input);
    if (!bytes.ok) return failed(input, bytes.failure, 'unreadable');
    const fileHash = createHash('sha256').update(bytes.value).digest('hex');
    const twin = this.seen.get(fileHash);
    if (twin) {
      const reason = `The same file is there already as ${twin.name}.`;
      return {
        ...emptyItem(input),
        outcome: 'duplicate',
        reason,
        reasonCode: 'duplicate',
        sourceId: twin.id,
        name: twin.name,
        fileHash,
      };
    }
    const file = { name: input.name, bytes: bytes.value };
    const plan = this.plans.planFor(input);
    const read = await readFile(file, plan ? { plan } : {});
    if (!read.ok) return failed(input, describeImportFailure(read.failure), read.failure.code);
    const imported = read.value;
    const table = imported.content.table ? await readTable(file, plan ? { plan } : {}) : null;
    const planned = await this.plan(imported, input, fileHash);
    this.seen.set(fileHash, { id: null, name: planned.name });
    return {
      ...emptyItem(input),
      outcome: 'imported',
      fileHash,
      ...describeImported(imported, planned),
      ...(this.call.has('dry-run') ? { plan: table?.ok ? table.value.plan : null } : { planned }),
    };
  }

  private async plan(imported: ImportedSource, input: ImportInput, fileHash: string): Promise<NewSource> {
    const isDry = this.call.has('dry-run');
    const revision = isDry ? ('' as NewSource['revision']) : await this.session.addContent(imported.content);
    const method = this.method ? { method: this.method } : {};
    return planImport(imported, { fileName: input.name, fileHash, revision, ...method });
  }
}

function emptyItem(input: ImportInput): ImportItem {
  return {
    input: input.label,
    outcome: 'failed',
    reason: null,
    reasonCode: null,
    sourceId: null,
    name: null,
    method: null,
    format: null,
    encoding: null,
    language: null,
    characters: null,
    segments: null,
    speakers: [],
    questionnaire: null,
    codings: 0,
    warnings: [],
  };
}

function failed(input: ImportInput, reason: string, reasonCode: string): ReadItem {
  return { ...emptyItem(input), reason, reasonCode };
}

function report(call: CommandCall, read: readonly ReadItem[]): CommandAnswer {
  const items = read.map(({ planned: _planned, fileHash: _fileHash, ...item }) => item);
  for (const item of items) {
    if (item.outcome === 'failed') call.surroundings.remark(`failed: ${item.input}: ${item.reason ?? ''}`);
  }
  const plans = items.flatMap((item) => item.plan ?? []);
  // One questionnaire: the document itself is a plan that `--plan` takes.
  const plan = call.has('dry-run') && plans.length === 1 ? plans[0] : {};
  const isBad = items.length > 0 && items.every((item) => item.outcome === 'failed');
  if (isBad) call.surroundings.remark(failureLine(refuse('nothing-imported', 'Nothing was imported.', 'See above.')));
  const dryRun = call.has('dry-run') ? { dryRun: true } : {};
  return { json: { ...plan, items, codes: 0, ...dryRun }, text: items.map(inWords).join('\n'), isBad };
}

function inWords(item: ImportItem): string {
  if (item.outcome !== 'imported') return `${item.outcome}  ${item.input}: ${item.reason ?? ''}`;
  const speakers = item.speakers.length > 0 ? `, ${item.speakers.length} speakers` : '';
  const table = item.questionnaire
    ? `, ${item.questionnaire.respondents} respondents, ${item.questionnaire.columns.length} columns`
    : '';
  const columns = (item.questionnaire?.columns ?? []).map((column) => `    ${column.role.padEnd(9)}  ${column.name}`);
  const warnings = item.warnings.map((warning) => `    note: ${warning.message}`);
  const head = `imported  ${item.name}  ${item.method}, ${item.format}, ${item.characters} characters${speakers}${table}`;
  return [head, ...(item.plan ? columns : []), ...warnings].join('\n');
}
