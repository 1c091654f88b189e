/** `import`: files and folders as sources, each with an outcome of its own; one that fails stops no other. */
import { createHash } from 'node:crypto';
import type { Command, CommandAnswer, CommandCall } from '#electron/headless/command.ts';
import { failureLine, refuse } from '#electron/headless/failure.ts';
import { describeProject, importProject, type ImportedProject } from '#electron/headless/import-project.ts';
import { describeImported, describeTable, type ImportItem } from '#electron/headless/import-item.ts';
import { collectInputs, readInput, type ImportInput } from '#electron/headless/import-inputs.ts';
import { describeImportFailure } from '#electron/headless/import-words.ts';
import { PlanBook } from '#electron/headless/plan-book.ts';
import { openToRead, openToWrite, type ProjectSession } from '#electron/headless/project-session.ts';
import type { Result } from '#shared/basics/result.ts';
import { addSources, type NewSource } from '#shared/domain/source/source-edits.ts';
import { sourceMethods, type SourceMethod } from '#shared/domain/source/source.ts';
import type { ImportedSource, ImportFailure } from '#shared/formats/imported-source.ts';
import { countCodes } from '#shared/formats/codebook/imported-codebook.ts';
import type { ImportedCode, ImportedCodebook } from '#shared/formats/codebook/imported-codebook.ts';
import { planCodes } from '#shared/formats/codebook/plan-codes.ts';
import { readCodebook } from '#shared/formats/codebook/read-codebook.ts';
import { planImport } from '#shared/formats/plan-import.ts';
import { readTable } from '#shared/formats/questionnaire/read-questionnaire.ts';
import { readSurveyForm } from '#shared/formats/questionnaire/xlsform/read-survey-form.ts';
import type { SurveyForm } from '#shared/formats/questionnaire/xlsform/survey-form.ts';
import type { FileInput } from '#shared/formats/read-options.ts';
import { readFile } from '#shared/formats/read-file.ts';
import { isRefiProject } from '#shared/formats/refi/archive.ts';

const footnoteChoices = ['left-out', 'at-end'] as const;

export const importCommand: Command = {
  name: 'import',
  summary: 'imports interviews, documents, questionnaires: files and folders',
  operands: ['FILE', 'INPUT…'],
  options: {
    method: { value: sourceMethods.join('|'), about: 'what they are; guessed when left out' },
    footnotes: { value: footnoteChoices.join('|'), about: 'of documents; left out with a remark when not said' },
    plan: { value: 'PLAN.json', about: 'roles of the columns of questionnaires' },
    'dry-run': { value: null, about: 'import nothing; print what would be, with the plan of each questionnaire' },
  },
  details: [
    'Reads txt, md, docx, doc, odt, rtf, html, pdf with text, vtt, srt, transcripts in json, and tables: csv, xlsx, xls.',
    'A file that is there already is a duplicate. An XLSForm among the inputs explains the columns of its data file.',
    'A project of another program (qdpx, qde) comes in with its codes, codings, people and attributes; what is not taken',
    'over is named. Importing it again adds only what is new.',
    'A codebook (qdc; csv or xlsx with code, parent or definition) adds its codes; what is there stays as it is.',
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
      const importer = new Importer(call, session, method, plans);
      const items = await importer.readAll(inputs);
      return report(call, items, importer);
    }
    return openToWrite(call, async (session) => {
      const importer = new Importer(call, session, method, plans);
      const items = await importer.readAll(inputs);
      return report(call, importer.addAll(items), importer);
    });
  },
};

type ReadItem = ImportItem & { readonly planned?: NewSource };

class Importer {
  private readonly call: CommandCall;
  private readonly session: ProjectSession;
  private readonly method: SourceMethod | undefined;
  private readonly plans: PlanBook;
  private inputCount = 0;
  private readonly forms = new Map<string, SurveyForm>();
  readonly projects: ImportedProject[] = [];
  private readonly codebooks: { readonly name: string; readonly codes: readonly ImportedCode[] }[] = [];
  private readonly seen = new Map<string, { readonly id: string | null; readonly name: string }>();

  constructor(call: CommandCall, session: ProjectSession, method: SourceMethod | undefined, plans: PlanBook) {
    this.call = call;
    this.session = session;
    this.method = method;
    this.plans = plans;
    for (const { id, name, fileHash } of session.project.all('source')) this.seen.set(fileHash, { id, name });
  }

  async readAll(inputs: readonly ImportInput[]): Promise<readonly ReadItem[]> {
    this.inputCount = inputs.length;
    const items: ReadItem[] = [];
    for (const input of inputs) await this.readForm(input);
    for (const [place, input] of inputs.entries()) {
      this.call.surroundings.progress(`${place + 1} of ${inputs.length}  ${input.label}`);
      items.push(...((await this.readProject(input)) ?? [await this.read(input)]));
    }
    this.call.surroundings.progress('');
    return items;
  }

  /** A project of another program holds many sources; each is an item of its own. */
  private async readProject(input: ImportInput): Promise<readonly ReadItem[] | null> {
    const bytes = await readInput(input);
    const file = bytes.ok ? { name: input.name, bytes: bytes.value } : null;
    if (file === null || !isRefiProject(file)) return null;
    const imported = await importProject(this.call, this.session, file, emptyItem(input));
    if (!imported.ok) return [failed(input, describeImportFailure(imported.failure), imported.failure.code)];
    this.projects.push(imported.value);
    return imported.value.items;
  }

  /** Forms come first, wherever they stand among the inputs: the tables need them. */
  private async readForm(input: ImportInput): Promise<void> {
    if (!/\.xlsx$/i.test(input.name)) return;
    const bytes = await readInput(input);
    const form = bytes.ok ? await readSurveyForm({ name: input.name, bytes: bytes.value }) : null;
    if (form) this.forms.set(input.path, form);
  }

  /** How many codes the codebooks among the inputs have added, or would. */
  addCodes(): number {
    let added = this.projects.reduce((sum, { codes }) => sum + codes.added, 0);
    for (const { name, codes } of this.codebooks) {
      const planned = planCodes(this.session.project, codes, name, this.call.surroundings.randomBytes);
      added += planned.added;
      if (!this.call.has('dry-run') && planned.added > 0) this.session.edit(planned.draft);
    }
    return added;
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
    const isForm = this.forms.has(input.path) && this.forms.size < this.inputCount;
    if (isForm) return { ...emptyItem(input), outcome: 'imported', name: input.name, format: 'xlsform', fileHash };
    const plan = this.plans.planFor(input);
    // Who says what it is, or what its columns are, has no codebook in mind.
    const mayBeCodebook = /\.qdc$/i.test(input.name) || !(this.method ?? plan);
    const codebook = mayBeCodebook ? await readCodebook(file, this.session.project.evaluation?.language) : null;
    // A list of lines may be anything: a text stays a text.
    if (codebook && !(codebook.ok && codebook.value.format === 'txt')) return this.takeCodebook(input, file, codebook);
    const footnotes = this.call.choice('footnotes', footnoteChoices);
    const choices = { forms: [...this.forms.values()], ...(plan ? { plan } : {}), ...(footnotes ? { footnotes } : {}) };
    const read = await readFile(file, choices);
    if (!read.ok) return failed(input, describeImportFailure(read.failure), read.failure.code);
    const imported = read.value;
    const table = imported.content.table ? await readTable(file, choices) : null;
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

  private async takeCodebook(
    input: ImportInput,
    file: FileInput,
    read: Result<ImportedCodebook, ImportFailure>,
  ): Promise<ReadItem> {
    if (!read.ok) return failed(input, describeImportFailure(read.failure), read.failure.code);
    const { codes, format, groupsLeftOut } = read.value;
    this.codebooks.push({ name: input.name, codes });
    const message = `${groupsLeftOut} groups of codes were left out.`;
    const warnings = groupsLeftOut > 0 ? [{ code: 'code-groups-left-out', message, count: groupsLeftOut }] : [];
    const known = { name: input.name, format, codes: countCodes(codes), warnings };
    // Where it is a table, how it was read: a wrong delimiter shows here first.
    const table = format === 'qdc' ? null : await readFile(file);
    const questionnaire = table?.ok ? describeTable(table.value) : null;
    return { ...emptyItem(input), outcome: 'imported', ...known, questionnaire };
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

function report(call: CommandCall, read: readonly ReadItem[], importer: Importer): CommandAnswer {
  const codes = importer.addCodes();
  const exchanged = importer.projects.map(({ items: _items, ...project }) => project);
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
  return {
    json: { ...plan, items, codes, ...(exchanged.length > 0 ? { exchanged } : {}), ...dryRun },
    text: [...items.map(inWords), ...importer.projects.map(describeProject)].join('\n'),
    isBad,
  };
}

function inWords(item: ImportItem): string {
  if (item.codes !== undefined) return `codebook  ${item.name}  ${item.codes} codes`;
  if (item.format === 'xlsform') return `form      ${item.name}  explains the columns of its data file`;
  if (item.format === 'qdpx') return `project   ${item.name}  without sources`;
  if (item.outcome !== 'imported') return `${item.outcome}  ${item.input}: ${item.reason ?? ''}`;
  const speakers = item.speakers.length > 0 ? `, ${item.speakers.length} speakers` : '';
  const table = item.questionnaire
    ? `, ${item.questionnaire.respondents} respondents, ${item.questionnaire.columns.length} columns`
    : '';
  const columns = (item.questionnaire?.columns ?? []).map((column) => `    ${column.role.padEnd(9)}  ${column.name}`);
  const warnings = item.warnings.map((warning) => `    note: ${warning.message}`);
  const codings = item.codings > 0 ? `, ${item.codings} codings` : '';
  const head = `imported  ${item.name}  ${item.method}, ${item.format}, ${item.characters} characters${speakers}${table}${codings}`;
  return [head, ...(item.plan ? columns : []), ...warnings].join('\n');
}
