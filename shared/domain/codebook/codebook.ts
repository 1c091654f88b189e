/** The codebook as a tree: children, paths, the criterion above a code, colours. Built once per change of any code. */
import type { Code, CodeId } from '#shared/domain/codebook/code.ts';

export type Codebook = {
  readonly roots: readonly Code[];
  readonly byId: ReadonlyMap<CodeId, Code>;
  /** Direct children in order. */
  childrenOf(id: CodeId): readonly Code[];
  /** The code and everything below it, top down. */
  withDescendants(id: CodeId): readonly CodeId[];
  /** The code and those above it, from the root down. */
  lineOf(id: CodeId): readonly Code[];
  /** Names from the root down, joined by ` / ` for reading. */
  pathOf(id: CodeId): readonly string[];
  /** The root above a code (itself for a root). */
  rootOf(id: CodeId): Code | undefined;
  /** Its own colour or the nearest one above; grey when there is none. */
  colorOf(id: CodeId): string;
  /** Codes top down, each with its depth, for lists. */
  readonly flat: readonly { readonly code: Code; readonly depth: number }[];
};

const NO_COLOR = '#888888';

/** Builds the tree. A code whose parent is missing, or that stands in a loop made by a merge, becomes a root. */
export function buildCodebook(codes: readonly Code[]): Codebook {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const children = new Map<CodeId | null, Code[]>();
  for (const code of codes) {
    const parent = isRooted(code, byId) ? code.parent : null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(code);
    else children.set(parent, [code]);
  }
  const parentOf = (code: Code): Code | undefined =>
    isRooted(code, byId) && code.parent ? byId.get(code.parent) : undefined;
  const lineOf = (id: CodeId): readonly Code[] => {
    const line: Code[] = [];
    for (let code = byId.get(id); code; code = parentOf(code)) line.unshift(code);
    return line;
  };
  const roots = children.get(null) ?? [];
  const childrenOf = (id: CodeId): readonly Code[] => children.get(id) ?? [];
  const withDescendants = (id: CodeId): readonly CodeId[] => [
    id,
    ...childrenOf(id).flatMap((child) => withDescendants(child.id)),
  ];
  const flatten = (list: readonly Code[], depth: number): { code: Code; depth: number }[] =>
    list.flatMap((code) => [{ code, depth }, ...flatten(childrenOf(code.id), depth + 1)]);
  return {
    roots,
    byId,
    childrenOf,
    withDescendants,
    lineOf,
    pathOf: (id) => lineOf(id).map((code) => code.name),
    rootOf: (id) => lineOf(id)[0],
    colorOf: (id) => lineOf(id).findLast((code) => code.color !== '')?.color ?? NO_COLOR,
    flat: flatten(roots, 0),
  };
}

function isRooted(code: Code, byId: ReadonlyMap<CodeId, Code>): boolean {
  const visited = new Set<CodeId>([code.id]);
  for (let parent = code.parent; parent !== null;) {
    if (visited.has(parent)) return false;
    visited.add(parent);
    const next = byId.get(parent);
    if (!next) return code.parent !== parent;
    parent = next.parent;
  }
  return true;
}

/** Names that differ only in case, accents or blanks count as the same. */
export function foldName(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').trim().replace(/\s+/gu, ' ').toLocaleLowerCase();
}
