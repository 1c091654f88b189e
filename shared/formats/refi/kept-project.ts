/** What was kept of all imports, read back from the parts for writing. */
import type { Exchange } from '#shared/domain/exchange/exchange.ts';
import { normaliseGuid } from '#shared/formats/refi/guid.ts';
import type { KeptNote, KeptSource } from '#shared/formats/refi/plan-kept.ts';
import type { RawElement } from '#shared/formats/refi/raw-element.ts';

export type KeptProject = {
  readonly folders: ReadonlySet<string>;
  /** Variables by name. */
  readonly variables: ReadonlyMap<string, RawElement>;
  readonly sources: ReadonlyMap<string, KeptSource>;
  readonly cases: ReadonlyMap<string, RawElement>;
  readonly notes: readonly KeptNote[];
  readonly sets: readonly RawElement[];
  readonly links: readonly RawElement[];
  readonly graphs: readonly RawElement[];
  readonly description: string;
};

/** Reads the parts; what cannot be read, such as what a withdrawal cut, is left out. */
export function readKept(exchanges: readonly Exchange[]): KeptProject {
  const folders = new Set<string>();
  const variables = new Map<string, RawElement>();
  const sources = new Map<string, KeptSource>();
  const cases = new Map<string, RawElement>();
  const lists: Record<'set' | 'link' | 'graph', RawElement[]> = { set: [], link: [], graph: [] };
  const notes: KeptNote[] = [];
  let description = '';
  for (const { parts } of exchanges) {
    for (const [key, json] of Object.entries(parts)) {
      const value = parse(json);
      const colon = key.indexOf(':');
      const [kind, id] = colon === -1 ? [key, ''] : [key.slice(0, colon), key.slice(colon + 1)];
      if (value === null) continue;
      if (kind === 'folder') folders.add(id);
      else if (kind === 'variable') addVariable(variables, value as RawElement);
      else if (kind === 'source') sources.set(id, value as KeptSource);
      else if (kind === 'case') cases.set(id, value as RawElement);
      else if (kind === 'note') notes.push(value as KeptNote);
      else if (kind === 'set' || kind === 'link' || kind === 'graph') lists[kind].push(value as RawElement);
      else if (kind === 'project') description ||= (value as { description?: string }).description ?? '';
    }
  }
  const { set, link, graph } = lists;
  return { folders, variables, sources, cases, notes, sets: set, links: link, graphs: graph, description };
}

function addVariable(variables: Map<string, RawElement>, element: RawElement): void {
  const name = element.a['name']?.trim() ?? '';
  if (name !== '' && !variables.has(name)) variables.set(name, element);
}

function parse(json: string): unknown {
  try {
    const value = JSON.parse(json) as unknown;
    return typeof value === 'object' || value === true ? value : null;
  } catch {
    return null;
  }
}

/** The GUID of a kept element, in small letters. */
export function guidOfKept({ a }: RawElement): string {
  return normaliseGuid(a['guid']);
}
