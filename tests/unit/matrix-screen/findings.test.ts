import { describe, expect, it } from 'vitest';
import type { Code } from '#shared/domain/codebook/code.ts';
import { codePassage, removeCodings, resizeCoding, setDirection } from '#shared/domain/coding/coding-edits.ts';
import type { Coding, Direction } from '#shared/domain/coding/coding.ts';
import { addFinding, editFinding, linkCodings, setChainLink } from '#shared/domain/findings/finding-edits.ts';
import { newChainItem } from '#renderer/features/findings/chain-edits.ts';
import { gapsOf, itemOf, restingOn } from '#renderer/features/findings/chain.ts';
import { evidenceOf, groupEvidence, stateOf } from '#renderer/features/findings/finding-evidence.ts';
import { groupFindings, numberUnder } from '#renderer/features/findings/finding-groups.ts';
import { ANA, smallProject } from '#tests/support/small-project.ts';
import { seededBytes } from '#tests/support/random.ts';

const noSegments = () => undefined;

function projectWithFinding(...directions: Direction[]) {
  const small = smallProject();
  const { project, commit } = small;
  const randomBytes = seededBytes(5);
  const [criterion] = project.all('code') as [Code, ...Code[]];
  const sources = project.all('source');
  const codings = directions.map((direction, place): Coding => {
    const source = sources[place % sources.length];
    if (!source) throw new Error('The small project has sources.');
    const { id, draft } = codePassage(
      { source, code: criterion, start: place * 10, end: place * 10 + 5, coder: ANA.person, codedAt: '', direction },
      randomBytes,
    );
    commit(draft);
    return project.get('coding', id) as Coding;
  });
  const made = addFinding(project, { criterion, title: 'La ruta funciona', text: '', evidence: codings }, randomBytes);
  commit(made.draft);
  const finding = () => {
    const found = project.get('finding', made.id);
    if (!found) throw new Error('The finding is there.');
    return found;
  };
  return { ...small, criterion, codings, finding, randomBytes };
}

describe('evidence of a finding', () => {
  it('stands apart by what it says, the side of the finding first', () => {
    const { project, finding } = projectWithFinding('contradicts', 'contradicts', 'supports', 'mixed');
    const groups = groupEvidence(evidenceOf(project, finding()), 'contradicts');
    expect(groups.map(({ group, items }) => [group, items.length])).toEqual([
      ['contradicts', 2],
      ['supports', 1],
      ['mixed', 1],
    ]);
  });

  it('is flagged when it changed, and no longer once it is accepted', () => {
    const { project, commit, codings, finding } = projectWithFinding('supports', 'supports', 'supports');
    const [first, second, third] = codings as [Coding, Coding, Coding];
    commit(resizeCoding(first, { start: 0, end: 9 }));
    commit(setDirection([second], 'neutral'));
    commit(removeCodings([third]));
    const flags = new Map(evidenceOf(project, finding()).map((item) => [item.id, item.flags]));
    expect(flags.get(first.id)).toEqual(['extent-changed']);
    expect(flags.get(second.id)).toEqual(['direction-changed']);
    expect(flags.get(third.id)).toEqual(['removed']);
    expect(stateOf(project, finding(), noSegments).flagged).toBe(3);
    const now = [first, second].flatMap(({ id }) => project.get('coding', id) ?? []);
    commit(linkCodings(finding(), now));
    expect(stateOf(project, finding(), noSegments).flagged).toBe(1);
  });

  it('contests a finding when some points the other way and nobody has answered', () => {
    const { project, commit, finding } = projectWithFinding('supports', 'supports', 'supports', 'contradicts');
    expect(stateOf(project, finding(), noSegments)).toMatchObject({ side: 'supports', contrary: 1, isContested: true });
    commit(editFinding(finding(), { contested: 'Habla de otro turno.' }));
    expect(stateOf(project, finding(), noSegments).isContested).toBe(false);
  });

  it('does not contest a critical finding by the evidence that it rests on', () => {
    const { project, finding } = projectWithFinding('contradicts', 'contradicts');
    expect(stateOf(project, finding(), noSegments)).toMatchObject({
      side: 'contradicts',
      contrary: 0,
      isContested: false,
    });
  });
});

describe('the list of findings', () => {
  it('groups by criterion, finds words without accents, sorts numbers by value', () => {
    const { project, commit, criterion, randomBytes } = projectWithFinding();
    for (let count = 0; count < 9; count += 1) {
      commit(addFinding(project, { criterion, title: 'Atención', text: '', evidence: [] }, randomBytes).draft);
    }
    const [group] = groupFindings(project.all('finding'), project.all('code'), 'atencion');
    expect(group?.criterion?.id).toBe(criterion.id);
    expect(group?.findings.map(({ number }) => number).slice(-2)).toEqual(['F1.9', 'F1.10']);
    expect(groupFindings(project.all('finding'), project.all('code'), 'nada')).toEqual([]);
  });

  it('gives the next number under another criterion', () => {
    const { project, criterion } = projectWithFinding();
    const second = project.all('code')[1] as Code;
    expect(numberUnder(project, criterion.id)).toBe('F1.2');
    expect(numberUnder(project, second.id)).toBe('F2.1');
  });
});

describe('the chain', () => {
  it('makes an item with its links as one change, and walks back up', () => {
    const { project, commit, finding, criterion, randomBytes } = projectWithFinding('supports');
    const basis = { findings: [finding().id], criteria: [criterion.id] };
    const made = newChainItem(project, 'recommendation', basis, randomBytes);
    commit(made.draft);
    const item = itemOf(project, 'recommendation', made.id);
    expect(item).toMatchObject({
      number: 'R1',
      findings: { [finding().id]: true },
      criteria: { [criterion.id]: true },
    });
    expect(restingOn(project, finding().id).map(({ list, number }) => [list, number])).toEqual([
      ['recommendation', 'R1'],
    ]);
  });

  it('gives a conclusion no criteria', () => {
    const { project, commit, criterion, randomBytes } = projectWithFinding();
    const made = newChainItem(project, 'conclusion', { criteria: [criterion.id] }, randomBytes);
    commit(made.draft);
    expect(itemOf(project, 'conclusion', made.id)).not.toHaveProperty('criteria');
  });

  it('names what is missing to follow an item back to what was said', () => {
    const { project, commit, finding, randomBytes } = projectWithFinding();
    const made = newChainItem(project, 'recommendation', {}, randomBytes);
    commit(made.draft);
    const item = () => itemOf(project, 'recommendation', made.id) ?? raise();
    expect(gapsOf(project, item())).toEqual(['no-basis', 'no-criterion', 'no-addressee']);
    commit(setChainLink('recommendation', item(), 'findings', finding().id, true));
    expect(gapsOf(project, item())[0]).toBe('no-evidence-below');
  });
});

function raise(): never {
  throw new Error('The item is there.');
}
