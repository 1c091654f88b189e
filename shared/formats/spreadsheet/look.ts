/** How our sheets look: calm heads, text at the top of its cell. */
import type { CellStyle } from '#shared/formats/spreadsheet/workbook.ts';

export const headerStyle: CellStyle = { bold: true, color: 'FFFFFF', fill: '33475B', wrap: true };
export const titleStyle: CellStyle = { bold: true, size: 16 };
export const sectionStyle: CellStyle = { bold: true, size: 12 };
export const strongStyle: CellStyle = { bold: true, wrap: true };
export const quietStyle: CellStyle = { color: '5B6B7A' };
export const wrapStyle: CellStyle = { wrap: true };

/** One hue in five steps; the number stands in the cell, so colour only helps the eye. */
const heat = ['EAF3F1', 'D0E5E1', 'AFD3CC', '8BBFB6', '66A99E'] as const;

/** The style of a count in a heat map, against the largest count of the table. */
export function heatStyle(count: number, largest: number): CellStyle {
  if (count <= 0) return { align: 'center', color: '8A97A3' };
  const step = Math.min(heat.length - 1, Math.floor((count / Math.max(1, largest)) * heat.length));
  return heatStyles[step] ?? { align: 'center' };
}

// The same objects each time, so that the style book finds them at once.
const heatStyles: readonly CellStyle[] = heat.map((fill) => ({ align: 'center', fill, bold: true }));
