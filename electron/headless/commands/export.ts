/** `export`: writes one deliverable. */
import { basename, resolve } from 'node:path';
import { tryDisk } from '#electron/disk/disk-failure.ts';
import { replaceFile } from '#electron/disk/replace-file.ts';
import type { Command, CommandCall } from '#electron/headless/command.ts';
import { matrixOf, readColumns, readRows, readWhere } from '#electron/headless/commands/matrix.ts';
import { describeLoss } from '#electron/headless/exchange-words.ts';
import { wordsOfExports } from '#electron/headless/export-words.ts';
import { refuse, stop } from '#electron/headless/failure.ts';
import { openToRead, type ProjectSession } from '#electron/headless/project-session.ts';
import { explainDisk } from '#electron/headless/refusals.ts';
import { languages, type Language } from '#shared/domain/evaluation/language.ts';
import { writeCodedExcerptsCsv } from '#shared/formats/delimited/coded-excerpts-csv.ts';
import type { ExportResult } from '#shared/formats/deliverable/exported-file.ts';
import { gatherMaterial, neededContents } from '#shared/formats/deliverable/material.ts';
import { refiFlavours } from '#shared/formats/refi/count-positions.ts';
import { shareableMaterial } from '#shared/formats/refi/shareable.ts';
import { writeEvaluationJson } from '#shared/formats/json-export/evaluation-json.ts';

const kinds = ['json', 'csv', 'xlsx', 'docx', 'qdpx', 'qdc'] as const;
const laterKinds: readonly string[] = ['html', 'brief'];

export const exportCommand: Command = {
  name: 'export',
  summary: 'writes one deliverable',
  operands: ['FILE'],
  options: {
    as: {
      value: kinds.join('|'),
      about: 'json: everything; csv, xlsx: coded excerpts; docx: findings with quotes; qdpx, qdc: for other programs',
    },
    codebook: { value: null, about: 'with csv, xlsx, docx: the codebook instead' },
    for: { value: refiFlavours.join('|'), about: 'with qdpx: the program that will read it' },
    out: { value: 'PATH', about: 'where to write it (needed); what is there is replaced' },
    language: { value: languages.join('|'), about: 'language of the wording; the evaluation’s when left out' },
    rows: { value: 'criterion|code|finding', about: 'with xlsx: the triangulation matrix instead, these as rows' },
    columns: { value: 'method|group|intervention|attribute:NAME', about: 'with xlsx: the matrix, these as columns' },
    where: { value: 'NAME=VALUE', many: true, about: 'with the matrix: only those' },
    profile: { value: 'full', about: 'everything is in it' },
  },
  run: async (call) => {
    const as = readKind(call);
    const out = call.value('out') ?? '';
    if (out === '') call.misuse('export needs --out PATH.');
    if (['reviewer', 'public'].includes(call.value('profile') ?? '')) {
      call.misuse(`The profile ${call.value('profile')} is not offered yet, and nothing else is written in its place.`);
    }
    call.choice('profile', ['full'] as const);
    const isMatrix = call.has('rows') || call.has('columns');
    if (isMatrix && as !== 'xlsx') call.misuse('--rows and --columns go with --as xlsx.');
    const isCodebook = call.has('codebook');
    if (isCodebook && !['csv', 'xlsx', 'docx'].includes(as)) call.misuse('--codebook goes with csv, xlsx or docx.');
    if (call.has('for') && as !== 'qdpx') call.misuse('--for goes with --as qdpx.');
    call.choice('for', refiFlavours);
    if (call.has('where') && !isMatrix) call.misuse('--where goes with --rows or --columns.');
    const chosen = call.choice('language', languages);
    const session = await openToRead(call);
    const language = chosen ?? session.project.evaluation.language;
    const what = isMatrix ? 'matrix' : isCodebook ? (`codebook-${as}` as const) : as;
    const written = await write(call, session, what, language);
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
    const saved = await tryDisk(path, () => replaceFile(path, written.value.bytes));
    if (!saved.ok) stop(explainDisk(saved.failure));
    const words = wordsOfExports(language);
    const remarks = [
      ...written.value.remarks.map(({ code, values }) => ({ code, message: words(`remark.${code}`, values) })),
      ...(written.value.losses ?? []).map((loss) => ({ code: loss.code, message: describeLoss(loss, language) })),
    ];
    return {
      json: { file: path, as, bytes: saved.value, remarks },
      text: [`${basename(path)}: ${saved.value} bytes`, ...remarks.map((remark) => `  note: ${remark.message}`)].join(
        '\n',
      ),
    };
  },
};

function readKind(call: CommandCall): (typeof kinds)[number] {
  const given = call.value('as') ?? call.misuse(`export needs --as ${kinds.join('|')}.`);
  if (laterKinds.includes(given)) call.misuse(`--as ${given} is not offered yet.`);
  return call.choice('as', kinds) ?? 'json';
}

async function write(
  call: CommandCall,
  session: ProjectSession,
  what: (typeof kinds)[number] | 'matrix' | `codebook-${(typeof kinds)[number]}`,
  language: Language,
): Promise<ExportResult> {
  const { project } = session;
  const { contents } = await session.readContents(neededContents(project));
  const material = gatherMaterial(project, contents);
  const words = wordsOfExports(language);
  const exportedAt = call.now().toISOString();
  switch (what) {
    case 'json':
      return writeEvaluationJson(material, { exportedAt });
    case 'csv':
      return writeCodedExcerptsCsv(material, { words });
    case 'xlsx': {
      const { writeCodedExcerptsWorkbook } = await import('#shared/formats/spreadsheet/coded-excerpts-workbook.ts');
      return writeCodedExcerptsWorkbook(material, { words, language, exportedAt });
    }
    case 'matrix': {
      const { writeMatrixWorkbook } = await import('#shared/formats/spreadsheet/matrix-workbook.ts');
      const [rows, columns, where] = [readRows(call), readColumns(call), readWhere(call)];
      const matrix = await matrixOf(session, rows, columns, where);
      const filters = where.map(({ name, value }) => ({ name, value }));
      return writeMatrixWorkbook(material, { words, language, exportedAt, matrix, rows, columns, filters });
    }
    case 'qdpx': {
      const { writeQdpx } = await import('#shared/formats/refi/write-qdpx.ts');
      const shareable = shareableMaterial(material);
      const flavour = call.choice('for', refiFlavours) ?? 'standard';
      const made = await writeQdpx(shareable.material, { words, language, exportedAt, flavour });
      return made.ok ? { ok: true, value: { ...made.value, remarks: shareable.remarks } } : made;
    }
    case 'docx': {
      const { writeFindingsReport } = await import('#shared/formats/word/findings-report.ts');
      const rows = await Promise.all(
        (['criterion', 'finding'] as const).map((kind) => matrixOf(session, kind, 'method', [])),
      );
      const judgements = rows.flatMap((matrix) => matrix.rows);
      return writeFindingsReport(material, { words, language, exportedAt, judgements });
    }
    default: {
      const codebook = await import('#shared/formats/codebook/write-codebook.ts');
      const request = { words, language, exportedAt };
      if (what === 'codebook-csv') return codebook.writeCodebookCsv(material, request);
      if (what === 'codebook-xlsx') return codebook.writeCodebookWorkbook(material, request);
      return what === 'codebook-docx'
        ? codebook.writeCodebookDocx(material, request)
        : codebook.writeQdc(material, request);
    }
  }
}
