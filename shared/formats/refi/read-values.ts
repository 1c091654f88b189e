/** Values of variables as texts: what was said stays as it was written. */
import { normaliseGuid } from '#shared/formats/refi/guid.ts';
import { isFieldVariable } from '#shared/formats/refi/own-codes.ts';
import { rawOf } from '#shared/formats/refi/raw-element.ts';
import type { RawElement } from '#shared/formats/refi/raw-element.ts';
import { childOf, childrenOf } from '#shared/formats/refi/xml-tree.ts';
import type { RefiElement } from '#shared/formats/refi/xml-tree.ts';

export type Variables = ReadonlyMap<string, { readonly name: string; readonly element: RefiElement }>;

export type ReadValues = {
  /** By the name of the variable. */
  readonly values: Readonly<Record<string, string>>;
  /** Values that say nothing, and those of no known variable. */
  readonly rest: readonly RawElement[];
};

/** The variables of a project by GUID; a name that comes back is numbered. */
export function readVariables(root: RefiElement): Variables {
  const variables = new Map<string, { name: string; element: RefiElement }>();
  const names = new Set<string>();
  for (const list of childrenOf(root, 'Variables')) {
    for (const element of childrenOf(list, 'Variable')) {
      const guid = normaliseGuid(element.attributes['guid']);
      if (guid === '' || variables.has(guid) || isFieldVariable(guid)) continue;
      const given = element.attributes['name']?.trim() || '–';
      let name = given;
      for (let number = 2; names.has(name); number += 1) name = `${given} (${number})`;
      names.add(name);
      variables.set(guid, { name, element });
    }
  }
  return variables;
}

/** The values that stand in a case or source. */
export function readValues(owner: RefiElement, variables: Variables): ReadValues {
  const values: Record<string, string> = {};
  const rest: RawElement[] = [];
  for (const element of childrenOf(owner, 'VariableValue')) {
    const guid = normaliseGuid(childOf(element, 'VariableRef')?.attributes['targetGUID']);
    if (isFieldVariable(guid)) continue;
    const variable = variables.get(guid);
    const value = element.children.find(({ name }) => name.endsWith('Value'));
    const text = value === undefined ? '' : value.name === 'TextValue' ? value.text : value.text.trim();
    if (variable === undefined || text.trim() === '') rest.push(rawOf(element));
    else values[variable.name] = text.replace(/\r\n?/g, '\n');
  }
  return { values, rest };
}
