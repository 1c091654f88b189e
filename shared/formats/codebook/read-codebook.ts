/** Reads a file as a codebook, if it is one: REFI-QDA (qdc), a table (csv, xlsx), a list of paths (txt). */
import { fail, succeed } from '#shared/basics/result.ts';
import type { Result } from '#shared/basics/result.ts';
import { codesOfTable, CodeTree } from '#shared/formats/codebook/code-table.ts';
import type { ImportedCodebook } from '#shared/formats/codebook/imported-codebook.ts';
import { readQdc } from '#shared/formats/codebook/read-qdc.ts';
import { decodeText } from '#shared/formats/decode-text.ts';
import type { ImportFailure } from '#shared/formats/imported-source.ts';
import { parseRecordsAtOnce } from '#shared/formats/questionnaire/parse-records.ts';
import { chooseSheetTable } from '#shared/formats/questionnaire/sheet-table.ts';
import { chooseDelimiter, splitSeparatorLine } from '#shared/formats/questionnaire/sniff-delimiter.ts';
import type { FileInput } from '#shared/formats/read-options.ts';
import { recogniseBytes, recogniseText } from '#shared/formats/recognise.ts';
import { readWorkbook } from '#shared/formats/workbook/read-workbook.ts';

/** Codebooks are small; larger files are something else. */
const LIMIT = 5_000_000;

/** Null when the file is no codebook; a failure when it is one that cannot be read. */
export async function readCodebook(
  input: FileInput,
  language = 'en',
): Promise<Result<ImportedCodebook, ImportFailure> | null> {
  if (input.bytes.length > LIMIT) return null;
  try {
    const recognised = recogniseBytes(input.bytes, input.name);
    if (recognised.kind === 'xlsx') {
      const sheets = await readWorkbook(recognised.archive, {});
      const found = sheets.ok ? chooseSheetTable(sheets.value) : null;
      return found === null ? null : asCodebook('xlsx', codesOfTable(found.records.rows, language));
    }
    if (recognised.kind !== 'text') return null;
    const decoded = decodeText(input.bytes);
    return decoded.ok ? await readText(input.name, decoded.value.text, language) : null;
  } catch {
    return fail({ code: 'damaged', values: { format: 'qdc' } });
  }
}

async function readText(
  name: string,
  text: string,
  language: string,
): Promise<Result<ImportedCodebook, ImportFailure> | null> {
  const kind = recogniseText(text);
  if (kind === 'qdc' || (kind === 'xml' && /\.qdc$/i.test(name))) return readQdc(text);
  if (kind !== null) return null;
  if (!/\.(?:csv|tsv|tab)$/i.test(name)) return asCodebook('txt', codesOfPaths(text));
  const { delimiter, body } = splitSeparatorLine(text);
  const chosen = delimiter ?? chooseDelimiter(body, true);
  return chosen === null ? null : asCodebook('csv', codesOfTable(parseRecordsAtOnce(body, chosen).rows, language));
}

function asCodebook(
  format: ImportedCodebook['format'],
  codes: ImportedCodebook['codes'] | null,
): Result<ImportedCodebook, ImportFailure> | null {
  return codes === null ? null : succeed({ format, codes, groupsLeftOut: 0 });
}

/** QualCoder's list: `category>>code`, a tab, a memo. Without a single `>>` a list of lines may be anything. */
function codesOfPaths(text: string): ImportedCodebook['codes'] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const paths = lines.map((line) => line.split('\t')[0] ?? '');
  if (!paths.some((path) => /\S>>\S/.test(path)) || paths.some((path) => path.length > 200 || /[.?!:]\s/.test(path))) {
    return null;
  }
  const tree = new CodeTree();
  for (const line of lines) {
    const [path = '', ...memo] = line.split('\t');
    tree.addPath(path.split('>>'), { name: '', definition: memo.join('\t').trim(), color: '', guid: '' });
  }
  return tree.codes;
}
