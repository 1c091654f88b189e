/** A codebook typed into a table: one code a row, with its parent, path or level, definition and colour. */
import { readColor } from '#shared/formats/codebook/imported-codebook.ts';
import type { ImportedCode } from '#shared/formats/codebook/imported-codebook.ts';
import { plainWords } from '#shared/formats/questionnaire/header-words.ts';

type Columns = {
  readonly name: number;
  readonly parent: number | null;
  readonly color: number | null;
  readonly guid: number | null;
  /** What explains the code, the definition first. */
  readonly words: readonly number[];
};

const patterns = {
  name: /^(code|codes|code name|name of (the )?code|tag|tags|node|codigo|codigos|nombre del codigo|nom du code|etiqueta|etiquette)$/,
  anyName: /^(name|nombre|nom|label|title|titulo|titre)$/,
  parent:
    /^(parent( code| tag| node)?|codigo (padre|superior)|padre|code parent|parente?|category|categoria|categorie|theme|tema)$/,
  color: /^(colou?r|couleur)$/,
  guid: /^(guid|uuid)$/,
  definition:
    /^(definition|definicion|description|descripcion|meaning|memo|comment|comentario|commentaire|note|notes)\b/,
  words:
    /^(includes?|inclusion|incluye|inclut|excludes?|exclusion|excluye|exclut|examples?|ejemplos?|exemples?|inclus|exclus|when to use)\b/,
} as const;

const widest = 20;
const longest = 5_000;
const separators = ['>>', '::', ' > ', ' / ', '\\', '/'] as const;

/** The tree, or null when the table is no codebook. `language` picks one of several definitions. */
export function codesOfTable(rows: readonly (readonly string[])[], language: string): readonly ImportedCode[] | null {
  const [headers = [], ...records] = rows;
  const columns = findColumns(headers, language);
  if (columns === null || records.length === 0 || records.length > longest) return null;
  const names = records.map((row) => (row[columns.name] ?? '').trim());
  const filled = names.filter((name) => name !== '');
  const isList = filled.length >= records.length * 0.9 && filled.every((name) => name.length <= 300);
  const pairs = new Set(records.map((row, index) => `${row[columns.parent ?? -1] ?? ''}\n${names[index] ?? ''}`));
  if (!isList || pairs.size < filled.length * 0.95) return null;
  return buildTree(records, headers, columns);
}

function findColumns(headers: readonly string[], language: string): Columns | null {
  if (headers.length < 2 || headers.length > widest) return null;
  const words = headers.map(plainWords);
  const find = (pattern: RegExp): number | null => {
    const index = words.findIndex((header) => pattern.test(header));
    return index === -1 ? null : index;
  };
  const parent = find(patterns.parent);
  const color = find(patterns.color);
  const definitions = words.flatMap((header, index) => (patterns.definition.test(header) ? [index] : []));
  const own = definitions.find((index) => words[index]?.split(' ').includes(language));
  const name = find(patterns.name) ?? (parent !== null || color !== null ? find(patterns.anyName) : null);
  if (name === null || (parent === null && definitions.length === 0)) return null;
  const first = own ?? definitions[0];
  const others = words.flatMap((header, index) =>
    index !== first && index !== name && (patterns.definition.test(header) || patterns.words.test(header))
      ? [index]
      : [],
  );
  return { name, parent, color, guid: find(patterns.guid), words: first === undefined ? others : [first, ...others] };
}

type Node = { code: Omit<ImportedCode, 'children'>; readonly children: Node[] };

function buildTree(
  records: readonly (readonly string[])[],
  headers: readonly string[],
  columns: Columns,
): readonly ImportedCode[] {
  const separator = columns.parent === null ? separatorOf(records.map((row) => row[columns.name] ?? '')) : null;
  const tree = new CodeTree();
  const rows = records
    .map((row) => ({ row, name: (row[columns.name] ?? '').trim() }))
    .filter(({ name }) => name !== '');
  const nodes = rows.map(({ row, name }) => {
    const code = {
      name,
      definition: definitionOf(row, headers, columns.words),
      color: columns.color === null ? '' : readColor(row[columns.color] ?? ''),
      guid: (columns.guid === null ? '' : (row[columns.guid] ?? '')).replace(/[{}]/g, '').toLowerCase(),
    };
    if (columns.parent === null) return tree.addPath(separator === null ? [name] : name.split(separator), code);
    return { code, children: [] };
  });
  if (columns.parent === null) return tree.roots.map(plain);
  return underParents(rows, nodes, columns.parent).map(plain);
}

/** Parents may stand below their children, or nowhere: then they are made. Circles are cut open. */
function underParents(
  rows: readonly { readonly row: readonly string[]; readonly name: string }[],
  nodes: readonly Node[],
  column: number,
): readonly Node[] {
  const byName = new Map(rows.map(({ name }, index) => [name, nodes[index]]));
  const parents = new Map<Node, Node>();
  const roots: Node[] = [];
  nodes.forEach((node, index) => {
    const wanted = (rows[index]?.row[column] ?? '').trim();
    if (wanted === '') {
      roots.push(node);
      return;
    }
    let parent = byName.get(wanted);
    if (parent === undefined) {
      parent = { code: { name: wanted, definition: '', color: '', guid: '' }, children: [] };
      byName.set(wanted, parent);
      roots.push(parent);
    }
    if (parent === node || isAbove(node, parent, parents)) roots.push(node);
    else {
      parents.set(node, parent);
      parent.children.push(node);
    }
  });
  return roots;
}

function isAbove(node: Node, other: Node, parents: ReadonlyMap<Node, Node>): boolean {
  for (let above = parents.get(other); above !== undefined; above = parents.get(above)) if (above === node) return true;
  return false;
}

/** Codes by their paths; what stands in between is made. */
export class CodeTree {
  readonly roots: Node[] = [];

  addPath(path: readonly string[], code: Omit<ImportedCode, 'children'>): Node {
    let level = this.roots;
    let node: Node | undefined;
    for (const part of path.map((name) => name.trim()).filter((name) => name !== '')) {
      node = level.find((candidate) => candidate.code.name === part);
      if (node === undefined) {
        node = { code: { name: part, definition: '', color: '', guid: '' }, children: [] };
        level.push(node);
      }
      level = node.children;
    }
    node ??= { code, children: [] };
    node.code = { ...code, name: node.code.name };
    return node;
  }

  get codes(): readonly ImportedCode[] {
    return this.roots.map(plain);
  }
}

/** A separator counts when the part in front of it comes back. */
function separatorOf(names: readonly string[]): string | null {
  for (const separator of separators) {
    const starts = names
      .filter((name) => name.includes(separator))
      .map((name) => name.split(separator)[0]?.trim() ?? '');
    if (starts.length < 2) continue;
    const known = new Set(names.map((name) => name.trim()));
    const repeated = starts.filter((start) => known.has(start) || starts.filter((other) => other === start).length > 1);
    if (repeated.length >= starts.length * 0.5) return separator;
  }
  return null;
}

/** The definition as it stands, and whatever else explains the code with its header in front. */
function definitionOf(row: readonly string[], headers: readonly string[], columns: readonly number[]): string {
  return columns
    .map((column, place) => {
      const words = (row[column] ?? '').trim();
      return words === '' || place === 0 ? words : `${(headers[column] ?? '').trim()}: ${words}`;
    })
    .filter((words) => words !== '')
    .join('\n');
}

function plain({ code, children }: Node): ImportedCode {
  return { ...code, children: children.map(plain) };
}
