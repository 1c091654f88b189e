/** What can be done with the codebook, for tree, menu and dialogs. */
import type { RandomBytes } from '#shared/basics/ids.ts';
import type { Draft } from '#shared/domain/change/change.ts';
import { setOperation } from '#shared/domain/change/fields.ts';
import type { Code, CodeId } from '#shared/domain/codebook/code.ts';
import {
  addCode,
  editCode,
  giveKey,
  moveCode,
  newCodeValues,
  removeCode,
  sortCodings,
  type CodeValues,
  type NewCode,
} from '#shared/domain/codebook/codebook-edits.ts';
import { mergeCodes, refuseMerge, type OverlapChoice } from '#shared/domain/codebook/merge-codes.ts';
import { buildCodebook } from '#shared/domain/codebook/codebook.ts';
import type { CodingId } from '#shared/domain/coding/coding.ts';
import type { ProjectSession } from '#renderer/data/session.ts';
import { announce } from '#renderer/ui/LiveRegion.tsx';
import { showToast } from '#renderer/ui/Toast.tsx';
import { wordsNow } from '#renderer/ui/words.ts';
import { foldCode } from '#renderer/view-state/coding-desk.ts';
import { selectCode } from '#renderer/view-state/navigation.ts';

const randomBytes: RandomBytes = (count) => crypto.getRandomValues(new Uint8Array(count));

/** What the box of a code asks for. */
export type CodeForm = CodeValues & { readonly name: string; readonly aliases: readonly string[] };

/** Adds a code and selects it. */
export function addCodeTo(session: ProjectSession, input: NewCode, form: CodeForm): void {
  const { id, draft } = addCode(session.project, input, randomBytes);
  const { aliases, key = '', ...values } = form;
  const ops = [
    ...draft.ops,
    ...editCode({ id, name: input.name }, values, aliases).ops,
    ...(key === '' ? [] : giveKey(session.project, { id }, key)),
  ];
  if (!commit(session, { ...draft, ops })) return;
  if (input.parent !== null) foldCode(input.parent, false);
  selectCode(id);
  announce(wordsNow()('coding.codeAdded', { code: input.name.trim() }));
}

/** Changes wording, colour, key or visibility of a code; a key that another code has comes from there. */
export function changeCode(
  session: ProjectSession,
  code: Code,
  { key, ...values }: CodeValues,
  aliases?: readonly string[],
): void {
  const draft = editCode(code, values, aliases);
  const isNewKey = key !== undefined && key !== code.key;
  commit(session, { ...draft, ops: [...draft.ops, ...(isNewKey ? giveKey(session.project, code, key) : [])] });
}

/** Merges a code into another and says so; the note offers to take it back. */
export function mergeCodeInto(session: ProjectSession, from: Code, into: Code, overlaps: OverlapChoice): void {
  const refusal = refuseMerge(session.project, from, into);
  const words = wordsNow();
  if (refusal) {
    showToast({ message: words(`coding.merge.refused.${refusal}`, { code: from.name }), tone: 'danger' });
    return;
  }
  if (!commit(session, mergeCodes(session.project, from, into, overlaps))) return;
  selectCode(into.id);
  showToast({
    message: words('coding.merge.done', { from: from.name, code: into.name }),
    action: { label: words('common.undo'), onPress: () => session.undo() },
  });
}

/** Sorts quotes of a code into others, making those that are new, as one change; the note offers to take it back. */
export function splitCodeInto(
  session: ProjectSession,
  code: Code,
  targets: readonly { readonly id: CodeId; readonly name: string; readonly isNew: boolean }[],
  sorted: ReadonlyMap<CodingId, CodeId>,
): void {
  const { project } = session;
  const parts = targets.map(({ id }) => ({
    code: id,
    codings: project.codingsOfCode(code.id).filter((coding) => sorted.get(coding.id) === id),
  }));
  const siblings = [...project.all('code')];
  const made = targets
    .filter(({ id, isNew }) => isNew && parts.some((part) => part.code === id && part.codings.length > 0))
    .map(({ id, name }) => {
      const values = newCodeValues(siblings, { name, parent: code.id });
      siblings.push({ ...values, id });
      return setOperation('code', id, values);
    });
  const draft = sortCodings(code, parts);
  if (!commit(session, { ...draft, ops: [...made, ...draft.ops] })) return;
  foldCode(code.id, false);
  showToast({
    message: wordsNow()('coding.split.done', { count: sorted.size, code: code.name }),
    action: { label: wordsNow()('common.undo'), onPress: () => session.undo() },
  });
}

/** Moves a code under another; null moves it to the top. */
export function moveCodeTo(session: ProjectSession, code: Code, parent: CodeId | null): void {
  if (code.parent === parent || code.id === parent) return;
  const siblings = session.project.all('code').filter((one) => one.parent === parent);
  const order = Math.max(0, ...siblings.map((one) => one.order)) + 1;
  const draft = moveCode(session.project, code, parent, order);
  const words = wordsNow();
  if (!draft) {
    showToast({ message: words('coding.noLoop', { code: code.name }), tone: 'danger' });
    return;
  }
  if (!commit(session, draft)) return;
  if (parent !== null) foldCode(parent, false);
  const target = parent === null ? words('coding.theTop') : (session.project.get('code', parent)?.name ?? '');
  announce(words('coding.codeMoved', { code: code.name, parent: target }));
}

/** Removes a code with all below it and all their codings; the note offers to take it back. */
export function removeCodeWithCodings(session: ProjectSession, code: Code): void {
  const ids = buildCodebook(session.project.all('code')).withDescendants(code.id);
  const count = ids.reduce((sum, id) => sum + session.project.codingsOfCode(id).length, 0);
  if (!commit(session, removeCode(session.project, code))) return;
  selectCode(code.parent);
  const words = wordsNow();
  showToast({
    message: words('coding.codeRemoved', { code: code.name, codings: words('common.codings', { count }) }),
    action: { label: words('common.undo'), onPress: () => session.undo() },
  });
}

function commit(session: ProjectSession, draft: Draft): boolean {
  if (session.commit(draft)) return true;
  if (session.lockedBy) showToast({ message: wordsNow()('coding.readOnly'), tone: 'danger' });
  return false;
}
