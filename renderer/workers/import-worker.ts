/** Reads files off the window's thread: untrusted bytes in, an imported source or a reason out. */
import type { FromImportWorker, ReadAnswer, ToImportWorker } from '#renderer/workers/import-messages.ts';
import { readForeign } from '#renderer/workers/read-foreign.ts';
import { fail } from '#shared/basics/result.ts';
import { profileColumn } from '#shared/formats/questionnaire/column-profile.ts';
import { readSurveyForm } from '#shared/formats/questionnaire/xlsform/read-survey-form.ts';
import type { SurveyForm } from '#shared/formats/questionnaire/xlsform/survey-form.ts';
import { readFile } from '#shared/formats/read-file.ts';
import type { ReadProgress } from '#shared/formats/read-options.ts';

/** Forms of surveys that came with this batch: they explain the tables that are read after them. */
const forms: SurveyForm[] = [];
const signals = new Map<number, { aborted: boolean }>();

self.addEventListener('message', ({ data }: MessageEvent<ToImportWorker>) => {
  if (data.kind === 'cancel') {
    const signal = signals.get(data.id);
    if (signal) signal.aborted = true;
  } else void answer(data);
});

async function answer(request: Extract<ToImportWorker, { kind: 'read' }>): Promise<void> {
  const { id, name, bytes, choices } = request;
  const signal = { aborted: false };
  signals.set(id, signal);
  // Readers may take the buffer for their own, so the hash comes first.
  const fileHash = await hashOf(bytes);
  const options = {
    signal,
    onProgress: ({ done, total }: ReadProgress) => tell({ kind: 'progress', id, done, total }),
  };
  const foreign = await readForeign({ name, bytes }, choices, options);
  if (foreign !== null) {
    signals.delete(id);
    const result = foreign.ok ? fail({ code: 'codebook', values: {} } as const) : foreign;
    tell({
      kind: 'answer',
      id,
      answer: { result, fileHash, facts: [], ...(foreign.ok && { foreign: foreign.value }) },
    });
    return;
  }
  const result = await readFile({ name, bytes }, { ...choices, ...options, forms });
  if (!result.ok && result.failure.code === 'form-alone') {
    const form = await readSurveyForm({ name, bytes });
    if (form) forms.push(form);
  }
  signals.delete(id);
  const table = result.ok ? result.value.content.table : null;
  const facts = table?.columns.map((column, index) => profileColumn(table.rows, index, column.name).facts) ?? [];
  const finished: ReadAnswer = { result, fileHash, facts };
  tell({ kind: 'answer', id, answer: finished });
}

async function hashOf(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice()));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function tell(message: FromImportWorker): void {
  self.postMessage(message);
}
