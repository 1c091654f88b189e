/** What a change did in words, and putting things back by a new change. */
import { describe, expect, it } from 'vitest';
import { codePassage, setDirection, writeMemo } from '#shared/domain/coding/coding-edits.ts';
import { editCode, removeCode } from '#shared/domain/codebook/codebook-edits.ts';
import { countRecords, describeChange, subjectsOf } from '#shared/domain/change/describe-change.ts';
import { nameEntry, nameRecord } from '#shared/domain/change/describe-record.ts';
import { bringBack, canReturn, putBackField, takeChangeBack } from '#shared/domain/change/restore-edits.ts';
import { removeSource } from '#shared/domain/source/source-edits.ts';
import { seededBytes } from '#tests/support/random.ts';
import { ANA, LUIS, smallProject } from '#tests/support/small-project.ts';

function coded() {
  const small = smallProject();
  const { project, sources, commit } = small;
  const source = project.get('source', sources[0]!)!;
  const code = project.all('code')[3]!;
  const input = { source, code, start: 4, end: 9, coder: ANA.person, codedAt: '' };
  const { id, draft } = codePassage(input, seededBytes(7));
  const made = commit(draft);
  return { ...small, source, code, id, made, coding: () => project.get('coding', id) };
}

describe('a change in words', () => {
  it('tells a coding by its code and source, and leaves touches out', () => {
    const { project, made, code } = coded();
    const [story, ...others] = describeChange(project.fold, made, 10);
    expect(others).toEqual([]);
    expect(countRecords(made)).toBe(1);
    expect(story).toMatchObject({ kind: 'coding', what: 'made', name: `${code.name} · E-01` });
    expect(story?.fields.map(({ field }) => field)).not.toContain('revision');
  });

  it('tells before and after of an edit', () => {
    const { project, commit, coding } = coded();
    const change = commit(writeMemo(coding()!, 'nota'));
    expect(describeChange(project.fold, change, 10)).toMatchObject([
      { kind: 'coding', what: 'edited', fields: [{ field: 'memo', before: '', after: 'nota' }] },
    ]);
  });

  it('still names what was removed, and finds what a change is about', () => {
    const { project, commit, source, code, made } = coded();
    const removal = commit(removeSource(project, source));
    expect(describeChange(project.fold, removal, 10).map(({ name }) => name)).toContain('E-01');
    const subjects = subjectsOf(project.fold, made);
    expect([...subjects.sources]).toEqual([source.id]);
    expect([...subjects.codes]).toEqual([code.id]);
    expect([...subjects.kinds]).toEqual(['coding']);
  });

  it('reads entries of maps and stops at the limit', () => {
    const { project, log } = coded();
    expect(nameEntry(project.fold, 'attributes.Estado')).toEqual({ map: 'attributes', entry: 'Estado' });
    expect(nameEntry(project.fold, 'memo')).toBeNull();
    expect(describeChange(project.fold, log[0]!, 3)).toHaveLength(3);
    expect(nameRecord(project.fold, 'code', 'nobody')).toBe('');
  });
});

describe('putting back', () => {
  it('gives a field its old value although somebody else changed it since', () => {
    const { project, commit, coding, id } = coded();
    commit(writeMemo(coding()!, 'of Ana'));
    commit(writeMemo(coding()!, 'of Luis'), LUIS);
    const back = commit(putBackField(project.fold, 'coding', id, 'memo', 'of Ana'));
    expect(coding()!.memo).toBe('of Ana');
    expect(back.label).toMatchObject({ key: 'put-back' });
  });

  it('brings a coding back with the code and the source that it stands on', () => {
    const { project, commit, source, code, id, coding } = coded();
    commit(removeCode(project, code));
    commit(removeSource(project, source));
    expect(coding()).toBeUndefined();
    expect(canReturn(project.fold, 'coding', id)).toBe(true);
    commit(bringBack(project.fold, 'coding', id));
    expect(coding()).toMatchObject({ source: source.id, code: code.id });
    expect(project.get('source', source.id)).toBeDefined();
    expect(project.get('code', code.id)?.name).toBe(code.name);
  });

  it('takes a whole change back and says what others have changed since', () => {
    const { project, commit, coding } = coded();
    const change = commit(setDirection([coding()!], 'contradicts'));
    commit(setDirection([coding()!], 'mixed'), LUIS);
    expect(takeChangeBack(project.fold, change)).toMatchObject({ draft: { ops: [] }, skipped: 1 });
    const renamed = commit(editCode(project.all('code')[0]!, { name: 'Otro nombre' }));
    const { draft, skipped } = takeChangeBack(project.fold, renamed);
    expect(skipped).toBe(0);
    commit(draft);
    expect(project.all('code')[0]?.name).not.toBe('Otro nombre');
  });

  it('never touches the log: what was put back can be undone like any change', () => {
    const { project, commit, coding, id } = coded();
    commit(writeMemo(coding()!, 'nota'));
    const back = commit(putBackField(project.fold, 'coding', id, 'memo', ''));
    expect(coding()!.memo).toBe('');
    commit(takeChangeBack(project.fold, back).draft);
    expect(coding()!.memo).toBe('nota');
  });
});
