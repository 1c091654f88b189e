/** `code`: adds codings in bulk from a table; a row that does not fit is refused and named, the others are added. */
import type { Command } from '#electron/headless/command.ts';
import { BulkCoding } from '#electron/headless/bulk-coding.ts';
import { readCodingTable } from '#electron/headless/coding-table.ts';
import { failureLine, refuse } from '#electron/headless/failure.ts';
import { openToWrite } from '#electron/headless/project-session.ts';

export const codeCommand: Command = {
  name: 'code',
  summary: 'adds codings in bulk from csv or json',
  operands: ['FILE', 'TABLE'],
  options: {},
  details: [
    'Columns: source (id or name), start and end (UTF-16 code units) or quote (must occur exactly once),',
    'code (path such as Effectiveness/Training, made when missing), direction (supports, contradicts, mixed,',
    'neutral; supports when empty), coder, memo. JSON is a list of objects with these names.',
    'Rows are numbered from 1, the header not counted. Leaves with 1 when rows were refused and none was added.',
  ],
  run: async (call) => {
    const rows = await readCodingTable(call, call.operand(1));
    return openToWrite(call, async (session) => {
      const bulk = new BulkCoding(call, session);
      for (const [place, row] of rows.entries()) {
        await bulk.add(row);
        if (place % 1000 === 0) call.surroundings.progress(`${place} of ${rows.length} rows`);
      }
      call.surroundings.progress('');
      const { added, refused } = bulk.finish();
      for (const { row, reason } of refused) call.surroundings.remark(`refused: row ${row}: ${reason}`);
      const isBad = added === 0 && refused.length > 0;
      if (isBad) call.surroundings.remark(failureLine(refuse('nothing-added', 'No coding was added.', 'See above.')));
      return {
        json: { added, refused },
        text: `${added} added, ${refused.length} refused`,
        isBad,
      };
    });
  },
};
