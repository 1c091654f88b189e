import { describe, expect, test } from 'vitest';
import type { Change } from '#shared/domain/change/change.ts';
import { invertChange } from '#shared/domain/change/invert.ts';
import { EMPTY_HISTORY, recordChange, type UndoHistory } from '#shared/domain/change/undo-history.ts';
import { removeCode } from '#shared/domain/codebook/codebook-edits.ts';
import { codePassage, setDirection, writeMemo } from '#shared/domain/coding/coding-edits.ts';
import { removeSource, setAttribute } from '#shared/domain/source/source-edits.ts';
import type { Author } from '#shared/domain/project/project.ts';
import { seededBytes } from '#tests/support/random.ts';
import { ANA, LUIS, smallProject, visibleState, type SmallProject } from '#tests/support/small-project.ts';

function coded(small: SmallProject, seed = 5) {
  const source = small.project.get('source', small.sources[0]!)!;
  const code = small.project.all('code')[0]!;
  const { id, draft } = codePassage(
    { source, code, start: 1, end: 9, coder: ANA.person, codedAt: '' },
    seededBytes(seed),
  );
  return { id, source, code, change: small.commit(draft) };
}

function takeBack(small: SmallProject, change: Change, author: Author = ANA): Change {
  const { ops } = invertChange(small.project.fold, change);
  const inverse = small.project.prepare({ label: change.label, ops }, author, change)!;
  small.project.apply(inverse);
  return inverse;
}

describe('undo', () => {
  test.each([
    ['a coding', (small: SmallProject) => coded(small, 9).change],
    ['a removed code', ({ project, commit }: SmallProject) => commit(removeCode(project, project.all('code')[0]!))],
    [
      'a removed source',
      ({ project, commit }: SmallProject) => commit(removeSource(project, project.all('source')[0]!)),
    ],
    [
      'a new attribute',
      ({ sources, commit }: SmallProject) => commit(setAttribute('source', sources[0]!, 'Estado', 'Oaxaca')),
    ],
  ])('of %s brings back what was, with all that went with it, and redo what had been', (_name, edit) => {
    const small = smallProject();
    coded(small);
    const before = visibleState(small.project);
    const change = edit(small);
    const after = visibleState(small.project);
    expect(after).not.toEqual(before);
    const inverse = takeBack(small, change);
    expect(visibleState(small.project)).toEqual(before);
    takeBack(small, inverse);
    expect(visibleState(small.project)).toEqual(after);
  });

  test('leaves alone what a colleague changed since', () => {
    const small = smallProject();
    const { id, change } = coded(small);
    small.commit(writeMemo(small.project.get('coding', id)!, 'by Luis'), LUIS);
    const inverse = invertChange(small.project.fold, change);
    expect(inverse.ops).toEqual([]);
    expect(inverse.skipped).toBe(1);
    expect(small.project.get('coding', id)?.memo).toBe('by Luis');
  });

  test('goes back step by step over the same field', () => {
    const small = smallProject();
    const { id } = coded(small);
    const read = () => small.project.get('coding', id)!;
    const first = small.commit(setDirection([read()], 'mixed'));
    const second = small.commit(setDirection([read()], 'contradicts'));
    takeBack(small, second);
    expect(read().direction).toBe('mixed');
    takeBack(small, first);
    expect(read().direction).toBe('supports');
  });
});

describe('the history read off the log', () => {
  test('undo, redo and a new edit move changes as people expect', () => {
    const small = smallProject();
    const one = coded(small).change;
    const owner = { replica: ANA.replica, person: ANA.person };
    let history: UndoHistory = recordChange(EMPTY_HISTORY, one, owner);
    const undo = takeBack(small, one);
    history = recordChange(history, undo, owner);
    expect([history.undoable.length, history.redoable.length]).toEqual([0, 1]);
    const redo = takeBack(small, undo);
    history = recordChange(history, redo, owner);
    expect([history.undoable.length, history.redoable.length]).toEqual([1, 0]);
    const edit = small.commit(setAttribute('source', small.sources[0]!, 'a', 'b'));
    history = recordChange(recordChange(history, edit, owner), { ...edit, replica: LUIS.replica }, owner);
    expect(history.undoable.map((head) => head.seq)).toEqual([redo.seq, edit.seq]);
  });
});
