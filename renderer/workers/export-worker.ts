/** Writes deliverables off the window's thread; the window ends the worker to stop it. */
import type { FromExportWorker, ToExportWorker } from '#renderer/workers/export-messages.ts';
import type { CodingId } from '#shared/domain/coding/coding.ts';
import { writeCodedExcerptsCsv } from '#shared/formats/delimited/coded-excerpts-csv.ts';
import type { ExportControl, ExportResult } from '#shared/formats/deliverable/exported-file.ts';
import { wordsFrom } from '#shared/formats/deliverable/words.ts';
import { writeEvaluationJson } from '#shared/formats/json-export/evaluation-json.ts';
import { writeCodedExcerptsWorkbook } from '#shared/formats/spreadsheet/coded-excerpts-workbook.ts';
import { writeMatrixWorkbook } from '#shared/formats/spreadsheet/matrix-workbook.ts';
import { writeFindingsReport } from '#shared/formats/word/findings-report.ts';

self.addEventListener('message', ({ data }: MessageEvent<ToExportWorker>) => {
  void write(data).then((result) => tell({ kind: 'result', result }));
});

async function write(order: ToExportWorker): Promise<ExportResult> {
  const { task, material, language, exportedAt } = order;
  const shared = { words: wordsFrom(order.entries), language, exportedAt };
  const control: ExportControl = { onProgress: ({ done, total }) => tell({ kind: 'progress', done, total }) };
  const pick = (ids: readonly CodingId[]) => {
    const wanted = new Set(ids);
    return material.records.coding.filter((coding) => wanted.has(coding.id));
  };
  switch (task.kind) {
    case 'excerpts-xlsx':
      return writeCodedExcerptsWorkbook(
        material,
        { ...shared, codings: pick(task.codings), filters: task.filters },
        control,
      );
    case 'excerpts-csv':
      return writeCodedExcerptsCsv(
        material,
        { words: shared.words, codings: pick(task.codings) },
        { delimiter: task.delimiter },
        control,
      );
    case 'matrix-xlsx':
      return writeMatrixWorkbook(
        material,
        { ...shared, matrix: task.matrix, rows: task.rows, columns: task.columns, filters: task.filters },
        control,
      );
    case 'findings-docx':
      return writeFindingsReport(material, { ...shared, judgements: task.judgements }, control);
    case 'everything-json':
      return writeEvaluationJson(material, { exportedAt }, control);
  }
}

function tell(message: FromExportWorker): void {
  self.postMessage(message);
}
