/** The codebook as a table: one row a code, with its path, its words and how often it is used. */
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { MaterialIndex } from '#shared/formats/deliverable/material.ts';
import type { Words } from '#shared/formats/deliverable/words.ts';
import { GuidBook, written } from '#shared/formats/refi/guid-book.ts';

export const codebookColumns = [
  'code',
  'definition',
  'include',
  'exclude',
  'example',
  'color',
  'key',
  'codings',
  'sources',
  'guid',
] as const;
export type CodebookColumn = (typeof codebookColumns)[number];

export type CodebookRow = {
  readonly name: string;
  readonly depth: number;
  readonly cells: Readonly<Record<CodebookColumn, string | number>>;
};

/** What joins the names of a path; our own reader takes it apart again. */
const JOINT = ' > ';

/** All codes, top down. Counts are of the codings in the material, codes below not counted. */
export function codebookRows(index: MaterialIndex): readonly CodebookRow[] {
  const { records } = index.material;
  const guids = new GuidBook(records.exchange);
  const counts = new Map<CodeId, { codings: number; sources: Set<string> }>();
  for (const { code, source } of records.coding) {
    const count = counts.get(code) ?? { codings: 0, sources: new Set<string>() };
    count.codings += 1;
    count.sources.add(source);
    counts.set(code, count);
  }
  return index.codebook.flat.map(({ code, depth }) => ({
    name: code.name,
    depth,
    cells: {
      code: index.codebook.pathOf(code.id).join(JOINT),
      definition: code.definition,
      include: code.include ?? '',
      exclude: code.exclude ?? '',
      example: code.example ?? '',
      color: code.color,
      key: code.key,
      codings: counts.get(code.id)?.codings ?? 0,
      sources: counts.get(code.id)?.sources.size ?? 0,
      guid: written(guids.of('code', code.id)),
    },
  }));
}

/** What a column is called. */
export function codebookHeader(column: CodebookColumn, words: Words): string {
  return words(`codebook.${column}`);
}
