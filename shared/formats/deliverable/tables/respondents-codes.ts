/** Respondents x codes: one row per person, one column per code, as 0/1 or counts, for SPSS, R and Stata. */
import { excerptReader } from '#shared/formats/deliverable/excerpts.ts';
import type { MaterialIndex } from '#shared/formats/deliverable/material.ts';
import type { DataCell, DataColumn, DataTable } from '#shared/formats/deliverable/tables/data-table.ts';
import type { Words } from '#shared/formats/deliverable/words.ts';

/** Wider tables are read by nobody, and Excel has an end: the codes used most stand in it. */
const MOST_CODES = 2_000;

/**
 * Counts excerpts per person and code, codes below included; `isBinary` tells only whether there is one. Sources in
 * which nobody is known to speak stand for themselves. The public gets no rows: each is one person.
 */
export function respondentsByCodes(index: MaterialIndex, words: Words, isBinary: boolean): DataTable {
  const id = isBinary ? 'respondents-codes' : 'respondents-counts';
  const { records, heldBack, profile } = index.material;
  const fixed: readonly DataColumn[] = [
    { id: 'respondent', header: words('table-column.respondent'), type: 'text', width: 18 },
    { id: 'source', header: words('column.source'), type: 'text', width: 18 },
    { id: 'method', header: words('column.method'), type: 'text', width: 14 },
    { id: 'group', header: words('column.group'), type: 'text', width: 20 },
    { id: 'gender', header: words('column.gender'), type: 'text', width: 10 },
  ];
  if (profile === 'public') return { id, columns: fixed, rows: [], frozenColumns: 1 };
  const read = excerptReader(index);
  const above = linesAbove(index);
  const rows = new Map<string, { readonly head: readonly DataCell[]; readonly counts: Map<string, number> }>();
  const uses = new Map<string, number>();
  for (const coding of records.coding) {
    if (heldBack?.has(coding.id)) continue;
    const excerpt = read(coding);
    const { source } = excerpt;
    if (!source || excerpt.heldBack !== null) continue;
    const method = words(`method.${source.method}`);
    const speakers =
      excerpt.participants.length > 0
        ? excerpt.participants.map((person) => ({
            key: `${source.id} ${person.id}`,
            head: [person.codeName, source.name, method, excerpt.isAttributed ? person.group : '', person.gender],
          }))
        : [{ key: source.id, head: [source.name, source.name, method, '', ''] }];
    for (const { key, head } of speakers) {
      const row = rows.get(key) ?? { head, counts: new Map<string, number>() };
      rows.set(key, row);
      for (const code of above.get(coding.code) ?? [coding.code]) {
        row.counts.set(code, (row.counts.get(code) ?? 0) + 1);
        uses.set(code, (uses.get(code) ?? 0) + 1);
      }
    }
  }
  const wanted = new Set(
    [...uses]
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_CODES)
      .map(([code]) => code),
  );
  const codes = index.codebook.flat.filter(({ code }) => wanted.has(code.id)).map(({ code }) => code);
  return {
    id,
    columns: [
      ...fixed,
      ...codes.map((code): DataColumn => ({
        id: `code:${code.id}`,
        header: index.codebook.pathOf(code.id).join(' / '),
        type: 'number',
        width: 12,
      })),
    ],
    rows: [...rows.values()].map(({ head, counts }) => [
      ...head,
      ...codes.map((code) => (isBinary ? Number((counts.get(code.id) ?? 0) > 0) : (counts.get(code.id) ?? 0))),
    ]),
    frozenColumns: 1,
  };
}

/** Each code with all codes above it. */
function linesAbove(index: MaterialIndex): ReadonlyMap<string, readonly string[]> {
  const lines = new Map<string, readonly string[]>();
  const path: string[] = [];
  for (const { code, depth } of index.codebook.flat) {
    path.length = depth;
    path.push(code.id);
    lines.set(code.id, [...path]);
  }
  return lines;
}
