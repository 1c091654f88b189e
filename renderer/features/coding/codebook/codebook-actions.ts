/** What can be done with the codebook, for tree, menu and dialogs. */
import type { RandomBytes } from '#shared/basics/ids.ts';
import type { Draft } from '#shared/domain/change/change.ts';
import type { Code, CodeId } from '#shared/domain/codebook/code.ts';
import { addCode, editCode, moveCode, removeCode, type NewCode } from '#shared/domain/codebook/codebook-edits.ts';
import { buildCodebook } from '#shared/domain/codebook/codebook.ts';
import type { ProjectSession } from '#renderer/data/session.ts';
import { announce } from '#renderer/ui/LiveRegion.tsx';
import { showToast } from '#renderer/ui/Toast.tsx';
import { wordsNow } from '#renderer/ui/words.ts';
import { foldCode } from '#renderer/view-state/coding-desk.ts';
import { selectCode } from '#renderer/view-state/navigation.ts';

const randomBytes: RandomBytes = (count) => crypto.getRandomValues(new Uint8Array(count));

/** Adds a code and selects it. */
export function addCodeTo(session: ProjectSession, input: NewCode): void {
  const { id, draft } = addCode(session.project, input, randomBytes);
  if (!commit(session, draft)) return;
  if (input.parent !== null) foldCode(input.parent, false);
  selectCode(id);
  announce(wordsNow()('coding.codeAdded', { code: input.name.trim() }));
}

/** Changes name, definition, colour or visibility of a code. */
export function changeCode(session: ProjectSession, code: Code, values: Parameters<typeof editCode>[1]): void {
  commit(session, editCode(code, values));
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
