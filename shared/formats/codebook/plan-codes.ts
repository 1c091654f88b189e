/** Lays an imported codebook over the project's: what is there stays as it is, what is missing is added below it. */
import { drawId } from '#shared/basics/ids.ts';
import type { RandomBytes } from '#shared/basics/ids.ts';
import type { Draft, Operation } from '#shared/domain/change/change.ts';
import { setOperation } from '#shared/domain/change/fields.ts';
import { newCodeValues } from '#shared/domain/codebook/codebook-edits.ts';
import type { Code, CodeId } from '#shared/domain/codebook/code.ts';
import { foldName } from '#shared/domain/codebook/codebook.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { ImportedCode } from '#shared/formats/codebook/imported-codebook.ts';
import { normaliseGuid } from '#shared/formats/refi/guid.ts';
import { RecordIds } from '#shared/formats/refi/record-ids.ts';

const longestName = 300;

/**
 * One change for all codes; `added` counts the new ones. A code is known by its GUID, else by its name at its place; two
 * of one name in the file stay two where their GUIDs tell them apart.
 */
export function planCodes(
  project: Project,
  imported: readonly ImportedCode[],
  fileName: string,
  randomBytes: RandomBytes,
): { readonly added: number; readonly draft: Draft } {
  const codes: Code[] = [...project.all('code')];
  const ids = new RecordIds(project, {});
  const byPlace = new Map(codes.map((code) => [keyOf(code.parent, code.name), code.id]));
  const taken = new Set<CodeId>();
  const ops: Operation[] = [];
  const find = (parent: CodeId | null, name: string, guid: string): CodeId | undefined => {
    const known = guid === '' ? undefined : project.get('code', ids.idOf('code', guid))?.id;
    const named = byPlace.get(keyOf(parent, name));
    const found = known ?? (named !== undefined && (guid === '' || !taken.has(named)) ? named : undefined);
    if (found !== undefined) taken.add(found);
    return found;
  };
  const make = (parent: CodeId | null, name: string, { guid, definition, color }: ImportedCode): CodeId => {
    const own = guid === '' ? undefined : ids.idOf('code', guid);
    const id = own === undefined || taken.has(own) ? drawId<'code'>(randomBytes) : own;
    const values = { ...newCodeValues(codes, { name, parent, definition }), color };
    codes.push({ id, ...values });
    taken.add(id);
    byPlace.set(keyOf(parent, name), id);
    ops.push(setOperation('code', id, values));
    return id;
  };
  const add = (list: readonly ImportedCode[], parent: CodeId | null): void => {
    for (const code of list) {
      const name = [...(code.name.trim() || '–')].slice(0, longestName).join('');
      const given = { ...code, guid: normaliseGuid(code.guid) };
      add(code.children, find(parent, name, given.guid) ?? make(parent, name, given));
    }
  };
  add(imported, null);
  return { added: ops.length, draft: { label: { key: 'import', values: { count: 1, name: fileName } }, ops } };
}

function keyOf(parent: CodeId | null, name: string): string {
  return `${parent ?? ''}\n${foldName(name)}`;
}
