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

const longestName = 300;

/** One change for all codes; `added` counts the new ones. A name that is there at its place is the same code. */
export function planCodes(
  project: Project,
  imported: readonly ImportedCode[],
  fileName: string,
  randomBytes: RandomBytes,
): { readonly added: number; readonly draft: Draft } {
  const codes: Code[] = [...project.all('code')];
  const known = new Map(codes.map((code) => [keyOf(code.parent, code.name), code.id]));
  const ops: Operation[] = [];
  const add = (list: readonly ImportedCode[], parent: CodeId | null): void => {
    for (const { name, definition, color, children } of list) {
      const short = [...(name.trim() || '–')].slice(0, longestName).join('');
      let id = known.get(keyOf(parent, short));
      if (id === undefined) {
        id = drawId<'code'>(randomBytes);
        const values = { ...newCodeValues(codes, { name: short, parent, definition }), color };
        codes.push({ id, ...values });
        known.set(keyOf(parent, short), id);
        ops.push(setOperation('code', id, values));
      }
      add(children, id);
    }
  };
  add(imported, null);
  return { added: ops.length, draft: { label: { key: 'import', values: { count: 1, name: fileName } }, ops } };
}

function keyOf(parent: CodeId | null, name: string): string {
  return `${parent ?? ''}\n${foldName(name)}`;
}
