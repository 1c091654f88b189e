/** The sheet that says what was left out for want of consent: from whom, why, how much. No words. */
import type { LeftOut } from '#shared/formats/deliverable/profile/export-profile.ts';
import type { Words } from '#shared/formats/deliverable/words.ts';
import { wrapStyle } from '#shared/formats/spreadsheet/look.ts';
import type { Sheet } from '#shared/formats/spreadsheet/workbook.ts';

/** One sheet, or none when nothing was left out. */
export function leftOutSheets(leftOut: readonly LeftOut[], words: Words): readonly Sheet[] {
  if (leftOut.length === 0) return [];
  return [
    {
      name: words('sheet.left-out'),
      hasHeaderRow: true,
      columns: [
        { header: words('left-out.from'), width: 28, style: wrapStyle },
        { header: words('left-out.reason'), width: 60, style: wrapStyle },
        { header: words('left-out.excerpts'), width: 12, type: 'number' },
      ],
      rows: leftOut.map(({ from, reason, excerpts }) => [from, words(`left-out-reason.${reason}`), excerpts]),
      rowCount: leftOut.length,
    },
  ];
}
