/** The rows of the code tree: what is folded, filtered or hidden is left out. */
import { foldName, type Codebook } from '#shared/domain/codebook/codebook.ts';
import type { Code, CodeId } from '#shared/domain/codebook/code.ts';

export type CodeRow = {
  readonly code: Code;
  readonly depth: number;
  readonly hasChildren: boolean;
  readonly isFolded: boolean;
  /** It is there for what stands below it; it does not match the filter itself. */
  readonly isPath: boolean;
  /** Place among its shown siblings, from 1. */
  readonly position: number;
  readonly siblings: number;
};

export type CodeView = {
  readonly filter: string;
  readonly folded: ReadonlySet<CodeId>;
  readonly showsHidden: boolean;
  /** Leaves out codes for which it says no; those above one that stays are kept as its way. */
  readonly isWanted?: (code: CodeId) => boolean;
};

/** Rows top down. A filter unfolds everything and keeps the way to each match. */
export function visibleCodes(
  codebook: Codebook,
  { filter, folded, showsHidden, isWanted }: CodeView,
): readonly CodeRow[] {
  const words = foldName(filter).split(' ').filter(Boolean);
  const rows: CodeRow[] = [];
  const isFiltered = words.length > 0 || isWanted !== undefined;
  const matches = (code: Code): boolean => {
    const names = foldName([code.name, ...Object.keys(code.aliases ?? {})].join(' '));
    return words.every((word) => names.includes(word)) && isWanted?.(code.id) !== false;
  };
  const isShown = (code: Code): boolean => {
    if (code.hidden && !showsHidden) return false;
    return matches(code) || codebook.childrenOf(code.id).some(isShown);
  };
  const walk = (siblings: readonly Code[], depth: number): void => {
    const shown = siblings.filter(isShown);
    shown.forEach((code, index) => {
      const children = codebook.childrenOf(code.id).filter((child) => showsHidden || !child.hidden);
      const isFolded = !isFiltered && folded.has(code.id) && children.length > 0;
      const isPath = isFiltered && !matches(code);
      rows.push({
        code,
        depth,
        hasChildren: children.length > 0,
        isFolded,
        isPath,
        position: index + 1,
        siblings: shown.length,
      });
      if (!isFolded) walk(children, depth + 1);
    });
  };
  walk(codebook.roots, 0);
  return rows;
}

/** The row that a key leads to from `index`, as in every tree; null when it leads nowhere. */
export function walkTree(rows: readonly CodeRow[], index: number, key: string): number | null {
  const target = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 }[key];
  if (target !== undefined) return rows[target] ? target : null;
  const row = rows[index];
  if (!row) return null;
  if (key === 'ArrowRight' && row.hasChildren && !row.isFolded) return index + 1;
  if (key === 'ArrowLeft') {
    const parent = rows.findLastIndex((other, at) => at < index && other.depth < row.depth);
    return parent === -1 ? null : parent;
  }
  return null;
}
