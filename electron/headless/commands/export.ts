/** `export`: writes one deliverable. */
import { basename, resolve } from 'node:path';
import { tryDisk } from '#electron/disk/disk-failure.ts';
import { replaceFile } from '#electron/disk/replace-file.ts';
import type { Command, CommandCall } from '#electron/headless/command.ts';
import { matrixOf, readColumns, readRows, readWhere } from '#electron/headless/commands/matrix.ts';
import { describeLoss } from '#electron/headless/exchange-words.ts';
import { exportEntries, wordsOfExports } from '#electron/headless/export-words.ts';
import { refuse, stop } from '#electron/headless/failure.ts';
import { openToRead, type ProjectSession } from '#electron/headless/project-session.ts';
import { explainDisk } from '#electron/headless/refusals.ts';
import { languages, type Language } from '#shared/domain/evaluation/language.ts';
import type { DeliverableResult, DeliverableTask } from '#shared/formats/deliverable/deliverable-order.ts';
import { gatherMaterial, neededContents } from '#shared/formats/deliverable/material.ts';
import { exportProfiles, type ExportProfile } from '#shared/formats/deliverable/profile/export-profile.ts';
import { staysOutInWords } from '#shared/formats/deliverable/profile/stays-out-in-words.ts';
import { tableIds } from '#shared/formats/deliverable/tables/data-table.ts';
import { writeDeliverable } from '#shared/formats/deliverable/write-deliverable.ts';
import { refiFlavours } from '#shared/formats/refi/count-positions.ts';

const kinds = ['json', 'csv', 'xlsx', 'docx', 'html', 'brief', 'qdpx', 'qdc'] as const;

export const exportCommand: Command = {
  name: 'export',
  summary: 'writes one deliverable',
  operands: ['FILE'],
  options: {
    as: {
      value: kinds.join('|'),
      about:
        'json: everything; xlsx: all tables; csv: one of them; docx: the report; html: the reviewer package; ' +
        'brief: two pages as docx; qdpx, qdc: for other programs',
    },
    codebook: { value: null, about: 'with csv, xlsx, docx: the codebook instead' },
    for: { value: refiFlavours.join('|'), about: 'with qdpx: the program that will read it' },
    out: { value: 'PATH', about: 'where to write it (needed); what is there is replaced' },
    language: { value: languages.join('|'), about: 'language of the wording; the evaluation’s when left out' },
    table: {
      value: ['excerpts', ...tableIds, 'all'].join('|'),
      about: 'with csv: which table; excerpts when left out, all as a zip of csv files',
    },
    rows: { value: 'criterion|code|finding', about: 'with xlsx: the triangulation matrix instead, these as rows' },
    columns: { value: 'method|group|intervention|attribute:NAME', about: 'with xlsx: the matrix, these as columns' },
    where: { value: 'NAME=VALUE', many: true, about: 'with the matrix: only those' },
    profile: {
      value: exportProfiles.join('|'),
      about: 'for whom: the team (full, when left out), who checks the quality, or anybody',
    },
  },
  run: async (call) => {
    const as = readKind(call);
    const out = call.value('out') ?? '';
    if (out === '') call.misuse('export needs --out PATH.');
    const profile = call.choice('profile', exportProfiles) ?? 'full';
    const isMatrix = call.has('rows') || call.has('columns');
    if (isMatrix && as !== 'xlsx') call.misuse('--rows and --columns go with --as xlsx.');
    const isCodebook = call.has('codebook');
    if (isCodebook && !['csv', 'xlsx', 'docx'].includes(as)) call.misuse('--codebook goes with csv, xlsx or docx.');
    if (call.has('for') && as !== 'qdpx') call.misuse('--for goes with --as qdpx.');
    call.choice('for', refiFlavours);
    if (call.has('table') && as !== 'csv') call.misuse('--table goes with --as csv.');
    if (call.has('where') && !isMatrix) call.misuse('--where goes with --rows or --columns.');
    const chosen = call.choice('language', languages);
    const session = await openToRead(call);
    const language = chosen ?? session.project.evaluation.language;
    const what = isMatrix ? 'matrix' : isCodebook ? (`codebook-${as}` as const) : as;
    const written = await write(call, session, what, { language, profile });
    if (!written.ok) {
      const { code, values } = written.failure;
      const detail = Object.entries(values)
        .map(([name, value]) => `${name} ${value}`)
        .join(', ');
      stop(
        refuse(code, `The ${as} was not written: ${code.replaceAll('-', ' ')} (${detail}).`, 'Export less at a time.'),
      );
    }
    const path = resolve(call.surroundings.folder, out);
    if (/\.triangula$/iu.test(path) || path === session.opened.path)
      call.misuse('An export is not written over a project file.');
    const words = wordsOfExports(language);
    const { leftOut, withheld } = written.value;
    for (const line of staysOutInWords(written.value, words)) call.surroundings.remark(line);
    const saved = await tryDisk(path, () => replaceFile(path, written.value.bytes));
    if (!saved.ok) stop(explainDisk(saved.failure));
    const remarks = [
      ...written.value.remarks.map(({ code, values }) => ({ code, message: words(`remark.${code}`, values) })),
      ...(written.value.losses ?? []).map((loss) => ({ code: loss.code, message: describeLoss(loss, language) })),
    ];
    return {
      json: { file: path, as, profile, bytes: saved.value, remarks, leftOut, withheld },
      text: [`${basename(path)}: ${saved.value} bytes`, ...remarks.map((remark) => `  note: ${remark.message}`)].join(
        '\n',
      ),
    };
  },
};

function readKind(call: CommandCall): (typeof kinds)[number] {
  if (!call.has('as')) call.misuse(`export needs --as ${kinds.join('|')}.`);
  return call.choice('as', kinds) ?? 'json';
}

async function write(
  call: CommandCall,
  session: ProjectSession,
  what: (typeof kinds)[number] | 'matrix' | `codebook-${(typeof kinds)[number]}`,
  { language, profile }: { readonly language: Language; readonly profile: ExportProfile },
): Promise<DeliverableResult> {
  const { project } = session;
  const { contents } = await session.readContents(neededContents(project));
  const [criteria, findings] = await Promise.all(
    (['criterion', 'finding'] as const).map((rows) => matrixOf(session, rows, 'method', [])),
  );
  if (!criteria || !findings) throw new Error('Both matrices were asked for.');
  return writeDeliverable(
    {
      task: await taskFor(call, session, what),
      profile,
      material: gatherMaterial(project, contents),
      figures: { criteria, findings },
      names: [],
      language,
      entries: exportEntries[language],
      exportedAt: call.now().toISOString(),
    },
    { onProgress: ({ done, total }) => call.surroundings.progress(`${done} of ${total}`) },
  );
}

async function taskFor(
  call: CommandCall,
  session: ProjectSession,
  what: (typeof kinds)[number] | 'matrix' | `codebook-${(typeof kinds)[number]}`,
): Promise<DeliverableTask> {
  switch (what) {
    case 'json':
      return { kind: 'everything-json' };
    case 'csv': {
      const table = call.choice('table', ['excerpts', ...tableIds, 'all'] as const) ?? 'excerpts';
      if (table === 'all') return { kind: 'tables-csv', delimiter: ',' };
      return table === 'excerpts'
        ? { kind: 'excerpts-csv', delimiter: ',' }
        : { kind: 'table-csv', table, delimiter: ',' };
    }
    case 'xlsx':
      return { kind: 'workbook-xlsx' };
    case 'docx':
      return { kind: 'findings-docx' };
    case 'qdpx':
      return { kind: 'exchange-qdpx', flavour: call.choice('for', refiFlavours) ?? 'standard' };
    case 'codebook-csv':
    case 'codebook-xlsx':
    case 'codebook-docx':
      return { kind: what };
    case 'brief':
      return { kind: 'brief-docx' };
    case 'html':
      return { kind: 'package-html' };
    case 'matrix': {
      const [rows, columns, where] = [readRows(call), readColumns(call), readWhere(call)];
      const matrix = await matrixOf(session, rows, columns, where);
      return { kind: 'matrix-xlsx', matrix, rows, columns, filters: where };
    }
    default:
      return { kind: 'codebook-qdc' };
  }
}
