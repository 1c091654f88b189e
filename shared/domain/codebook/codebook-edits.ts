/** Edits of the codebook, each a pure function from what is there to a draft of a change. */
import { drawId, type RandomBytes } from '#shared/basics/ids.ts';
import type { Draft, Operation } from '#shared/domain/change/change.ts';
import { removeOperation, setMapEntry, setOperation, touchOperation } from '#shared/domain/change/fields.ts';
import type { Code, CodeId } from '#shared/domain/codebook/code.ts';
import { buildCodebook } from '#shared/domain/codebook/codebook.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';
import type { Project } from '#shared/domain/project/project.ts';

export type NewCode = { readonly name: string; readonly parent: CodeId | null; readonly definition?: string };

/** Adds a code after its siblings. */
export function addCode(project: Project, input: NewCode, randomBytes: RandomBytes): { id: CodeId; draft: Draft } {
  const id = drawId<'code'>(randomBytes);
  const name = input.name.trim();
  const draft: Draft = {
    label: { key: 'add-code', values: { code: name } },
    ops: [setOperation('code', id, newCodeValues(project.all('code'), { ...input, name }))],
  };
  return { id, draft };
}

/** Field values of a new code, placed after its siblings among `codes`. */
export function newCodeValues(codes: readonly Code[], input: NewCode): Omit<Code, 'id'> {
  const siblings = codes.filter((code) => code.parent === input.parent);
  return {
    name: input.name,
    parent: input.parent,
    criterion: null,
    key: '',
    color: '',
    definition: input.definition ?? '',
    hidden: false,
    order: Math.max(0, ...siblings.map((code) => code.order)) + 1,
  };
}

/** What of a code can be worded or shown otherwise. */
export type CodeValues = Partial<
  Pick<Code, 'name' | 'definition' | 'include' | 'exclude' | 'example' | 'color' | 'key' | 'hidden'>
>;

/** Changes the wording or look of a code; `aliases`, when given, are all that it shall have. */
export function editCode(
  code: Pick<Code, 'id' | 'name' | 'aliases'>,
  values: CodeValues,
  aliases?: readonly string[],
): Draft {
  return {
    label: { key: 'edit-code', values: { code: code.name } },
    ops: [setOperation('code', code.id, values), ...(aliases ? setAliases(code, aliases) : [])],
  };
}

function setAliases(code: Pick<Code, 'id' | 'aliases'>, aliases: readonly string[]): readonly Operation[] {
  const wanted = new Set(aliases);
  const gone = Object.keys(code.aliases ?? {}).filter((alias) => !wanted.has(alias));
  return [
    ...gone.map((alias) => setMapEntry('code', code.id, 'aliases', alias, null)),
    ...aliases.map((alias) => setMapEntry('code', code.id, 'aliases', alias, true)),
  ];
}

/** Gives a key to a code; the code that had it loses it. */
export function giveKey(project: Project, code: Pick<Code, 'id'>, key: string): readonly Operation[] {
  const others = key === '' ? [] : project.all('code').filter((one) => one.key === key && one.id !== code.id);
  return [
    ...others.map((other) => setOperation('code', other.id, { key: '' })),
    setOperation('code', code.id, { key }),
  ];
}

/** Sorts quotes of a code into others, as one change: what splitting a code comes down to. */
export function sortCodings(
  code: Code,
  parts: readonly { readonly code: CodeId; readonly codings: readonly Coding[] }[],
): Draft {
  const filled = parts.filter(({ codings }) => codings.length > 0);
  const count = filled.reduce((sum, { codings }) => sum + codings.length, 0);
  return {
    label: { key: 'split-code', values: { code: code.name, count } },
    ops: filled.flatMap((part) => [
      ...part.codings.map((coding) => setOperation('coding', coding.id, { code: part.code })),
      touchOperation('code', part.code),
    ]),
  };
}

/** Moves a code under another (null: to the top), at `order`; null when that would make a loop. */
export function moveCode(project: Project, code: Code, parent: CodeId | null, order: number): Draft | null {
  if (parent && buildCodebook(project.all('code')).withDescendants(code.id).includes(parent)) return null;
  return {
    label: { key: 'move-code', values: { code: code.name } },
    ops: [setOperation('code', code.id, { parent, order })],
  };
}

/** Removes a code with all below it and all their codings; one undo brings everything back. */
export function removeCode(project: Project, code: Code): Draft {
  const ids = buildCodebook(project.all('code')).withDescendants(code.id);
  const codings = ids.flatMap((id) => project.codingsOfCode(id, 'everything'));
  const links = project
    .all('question')
    .flatMap((question) =>
      ids.filter((id) => question.codes[id]).map((id) => setMapEntry('question', question.id, 'codes', id, null)),
    );
  const statistics = project.all('statistic').filter((statistic) => ids.includes(statistic.code));
  return {
    label: { key: 'remove-code', values: { code: code.name, codings: codings.length } },
    ops: [
      ...links,
      ...codings.map((coding) => removeOperation('coding', coding.id)),
      ...statistics.map((statistic) => removeOperation('statistic', statistic.id)),
      ...ids.map((id) => removeOperation('code', id)),
    ],
  };
}
