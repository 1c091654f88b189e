import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessLink, type LinkAssessment } from '#shared/analysis/theory-links.ts';
import type { CodingId } from '#shared/domain/coding/coding.ts';
import {
  addCondition,
  addTheoryLink,
  addTheoryNode,
  editCondition,
  removeCondition,
  removeTheoryNode,
  setLinkEvidence,
} from '#shared/domain/theory-of-change/theory-edits.ts';
import {
  evidenceRoles,
  testimonies,
  type LinkEvidence,
  type TheoryLink,
  type TheoryLinkId,
} from '#shared/domain/theory-of-change/theory-link.ts';
import type { TheoryNode } from '#shared/domain/theory-of-change/theory-node.ts';
import type { SourceId } from '#shared/domain/source/source.ts';
import { EFFECTIVENESS, ExampleProject } from '#tests/unit/analysis/example-project.ts';

const randomBytes = (count: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(count));
const account: LinkEvidence = { role: 'supports', testimony: 'account' };
const opinion: LinkEvidence = { role: 'supports', testimony: 'opinion' };

class TheoryProject extends ExampleProject {
  readonly sources: readonly SourceId[] = [
    this.addSource('E-01', 'interview'),
    this.addSource('E-02', 'interview'),
    this.addSource('E-03', 'interview'),
    this.addSource('D-01', 'document'),
  ];
  readonly from = this.addNode('activity');
  readonly to = this.addNode('output');
  readonly id: TheoryLinkId;

  constructor() {
    super();
    const made = addTheoryLink(this.project, this.from, this.to, randomBytes);
    if (!made) throw new Error('not linked');
    this.apply(made.draft);
    this.id = made.id;
  }

  link(): TheoryLink {
    return this.project.get('theory-link', this.id) as TheoryLink;
  }

  lay(source: number, evidence: LinkEvidence): CodingId {
    const coding = this.code(this.sources[source] as SourceId, EFFECTIVENESS);
    this.apply(setLinkEvidence(this.link(), [coding], evidence));
    return coding;
  }

  assess(): LinkAssessment {
    return assessLink(this.project, this.link(), this.segmentsOf);
  }

  private addNode(level: 'activity' | 'output') {
    const made = addTheoryNode(this.project, level, randomBytes);
    this.apply(made.draft);
    return made.id;
  }
}

describe('a link of the theory of change', () => {
  it('is untested without evidence', () => {
    expect(new TheoryProject().assess()).toMatchObject({ suggested: 'untested', gaps: ['no-evidence'] });
  });

  it('is weak on opinions alone, however many', () => {
    const example = new TheoryProject();
    for (const source of [0, 1, 2, 3]) example.lay(source, opinion);
    expect(example.assess()).toMatchObject({ suggested: 'weak', accounts: 0, gaps: ['only-opinions'] });
  });

  it('counts a source once, and is strong on enough accounts by enough methods', () => {
    const example = new TheoryProject();
    example.lay(0, account);
    example.lay(0, account);
    expect(example.assess()).toMatchObject({ voices: { supports: 1 }, gaps: ['single-source'], suggested: 'weak' });
    example.lay(1, account);
    expect(example.assess()).toMatchObject({ suggested: 'moderate', gaps: ['single-method'] });
    example.lay(3, account);
    expect(example.assess()).toMatchObject({ suggested: 'strong', methods: ['interview', 'document'], gaps: [] });
    example.lay(2, { role: 'weakens', testimony: 'account' });
    expect(example.assess()).toMatchObject({ suggested: 'moderate', gaps: ['weakened'] });
  });

  it('is shaken by an assumption that does not hold and held open by a rival explanation', () => {
    const example = new TheoryProject();
    for (const source of [0, 1, 3]) example.lay(source, account);
    example.apply(addCondition(example.project, example.link(), 'rival', 'A new law', randomBytes));
    expect(example.assess()).toMatchObject({ suggested: 'moderate', gaps: ['rival-open'] });
    const [rival] = example.project.all('theory-condition');
    if (!rival) throw new Error('no rival');
    example.apply(editCondition(rival, { verdict: 'no' }));
    expect(example.assess()).toMatchObject({ suggested: 'strong', gaps: [] });
    example.apply(removeCondition(rival));
    example.apply(addCondition(example.project, example.link(), 'assumption', 'Staff stays', randomBytes));
    const [assumption] = example.project.all('theory-condition');
    if (!assumption) throw new Error('no assumption');
    example.apply(editCondition(assumption, { verdict: 'no' }));
    expect(example.assess().suggested).toBe('weak');
  });

  it('tells of removed excerpts, and goes with its box', () => {
    const example = new TheoryProject();
    example.removeCoding(example.lay(0, account));
    expect(example.assess()).toMatchObject({ removed: 1, excerpts: 0, suggested: 'untested' });
    expect(addTheoryLink(example.project, example.from, example.to, randomBytes)).toBeNull();
    example.apply(removeTheoryNode(example.project, example.project.get('theory-node', example.to) as TheoryNode));
    expect(example.project.all('theory-link')).toEqual([]);
  });

  it('says the same whatever the order of its evidence', () => {
    const evidence = fc.record({
      source: fc.nat({ max: 3 }),
      role: fc.constantFrom(...evidenceRoles),
      testimony: fc.constantFrom(...testimonies),
    });
    fc.assert(
      fc.property(fc.array(evidence, { maxLength: 8 }), (given) => {
        const assess = (order: typeof given): unknown => {
          const example = new TheoryProject();
          for (const { source, role, testimony } of order) example.lay(source, { role, testimony });
          const { voices, accounts, methods, suggested, gaps } = example.assess();
          return { voices, accounts, methods, suggested, gaps };
        };
        expect(assess([...given].reverse())).toEqual(assess(given));
      }),
      { numRuns: 30 },
    );
  });
});
