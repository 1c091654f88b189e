/** Reads a file as an XLSForm, if it is one. */
import type { SurveyForm } from '#shared/formats/questionnaire/xlsform/survey-form.ts';
import { surveyFormOf } from '#shared/formats/questionnaire/xlsform/survey-form.ts';
import type { FileInput } from '#shared/formats/read-options.ts';
import { readWorkbook } from '#shared/formats/workbook/read-workbook.ts';
import { openZip } from '#shared/formats/zip/read-zip.ts';

const LIMIT = 20_000_000;

/** Null for everything else; a look at the names of the sheets decides most cases. */
export async function readSurveyForm({ bytes }: FileInput): Promise<SurveyForm | null> {
  if (bytes.length > LIMIT || bytes[0] !== 0x50 || bytes[1] !== 0x4b) return null;
  const archive = openZip(bytes);
  if (!archive.ok) return null;
  const book = archive.value.read('xl/workbook.xml', 5_000_000);
  if (!book.ok || !/name="\s*survey\s*"/i.test(new TextDecoder().decode(book.value))) return null;
  const sheets = await readWorkbook(archive.value, {});
  return sheets.ok ? surveyFormOf(sheets.value) : null;
}
