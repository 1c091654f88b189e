import { describe, expect, it } from 'vitest';
import { asId } from '#shared/basics/ids.ts';
import type { Change } from '#shared/domain/change/change.ts';
import { codePassage, removeCodings } from '#shared/domain/coding/coding-edits.ts';
import { isBlindChange } from '#shared/domain/project/blind-changes.ts';
import { startRound } from '#shared/domain/team/coding-round-edits.ts';
import { ANA, LUIS, smallProject } from '#tests/support/small-project.ts';
import { seededBytes } from '#tests/support/random.ts';

describe('the history of a blind round', () => {
  it('keeps changes of hidden codings from its coders, also of removed ones, and from nobody else', () => {
    const { project, sources, commit } = smallProject();
    const [id] = sources;
    const source = id && project.get('source', id);
    const code = project.all('code')[0];
    if (!source || !code) throw new Error('The small project has neither.');
    commit(
      startRound(
        {
          title: 'First',
          sources: { [source.id]: true },
          codes: {},
          coders: { [ANA.person]: true, [LUIS.person]: true },
          startedBy: ANA.person,
          startedAt: '',
        },
        seededBytes(1),
      ).draft,
    );
    const made = codePassage({ source, start: 0, end: 5, code, coder: LUIS.person, codedAt: '' }, seededBytes(2));
    const coded = commit(made.draft, LUIS);
    const coding = project.get('coding', made.id);
    if (!coding) throw new Error('The coding is not there.');
    const removed = commit(removeCodings([coding]), LUIS);
    const seen = (viewer: string, changes: readonly Change[]) => {
      project.lookAs({ viewer: asId<'person'>(viewer) });
      return changes.map((change) => !isBlindChange(project, change));
    };
    expect(seen(ANA.person, [coded, removed])).toEqual([false, false]);
    expect(seen(LUIS.person, [coded, removed])).toEqual([true, true]);
    expect(seen('eva', [coded, removed])).toEqual([true, true]);
  });
});
