import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMatrix } from '#shared/analysis/matrix.ts';
import { countCodes } from '#shared/analysis/counts.ts';
import { comparePassages } from '#shared/analysis/agreement/disagreements.ts';
import { codingsToCompare } from '#shared/analysis/agreement/collect-agreement.ts';
import { CodingFacts } from '#shared/analysis/coding-facts.ts';
import { removeCode } from '#shared/domain/codebook/codebook-edits.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { Draft } from '#shared/domain/change/change.ts';
import { createScrubber } from '#shared/domain/consent/scrub-changes.ts';
import {
  agreeOnRound,
  closeRound,
  removeRound,
  reopenRound,
  settlePassage,
  startRound,
  unsettlePassage,
} from '#shared/domain/team/coding-round-edits.ts';
import { codersOfRound, type CodingRound } from '#shared/domain/team/coding-round.ts';
import type { PersonId } from '#shared/domain/team/person.ts';
import { seededBytes } from '#tests/support/random.ts';
import { CodedTogether, EVA, LUIS } from '#tests/unit/agreement/two-coders.ts';
import { ANA, EFFECTIVENESS, RELEVANCE } from '#tests/unit/analysis/example-project.ts';

const bytes = seededBytes(3);
const by = { person: ANA, at: '2026-01-02T00:00:00.000Z' };

/** Two texts, of which the first is coded in a blind round by Ana and Luis; Eva leads. */
function inRound(codes: readonly CodeId[] = []) {
  const example = new CodedTogether();
  const training = example.addCode('training', EFFECTIVENESS);
  const [inside, outside] = [example.addText('E-01', 'x'.repeat(100)), example.addText('E-02', 'x'.repeat(100))];
  const { id, draft } = startRound(
    {
      title: 'First',
      sources: { [inside]: true },
      codes: Object.fromEntries(codes.map((code) => [code, true])),
      coders: { [ANA]: true, [LUIS]: true },
      startedBy: EVA,
      startedAt: by.at,
    },
    bytes,
  );
  example.apply(draft);
  const round = (): CodingRound => {
    const found = example.project.get('coding-round', id);
    if (!found) throw new Error('The round is gone.');
    return found;
  };
  const seenBy = (viewer: PersonId | null) => {
    example.project.lookAs({ viewer });
    return example.project.all('coding').map((coding) => coding.id);
  };
  const apply = (draft_: Draft): void => example.apply(draft_);
  return { example, project: example.project, inside, outside, training, round, seenBy, apply };
}

describe('a blind round', () => {
  it('hides from its coders what others code in it, everywhere at once, and from nobody else', () => {
    const { example, project, inside, outside, seenBy } = inRound();
    const ofAna = example.codeAs(ANA, inside, RELEVANCE, [0, 10]);
    const ofLuis = example.codeAs(LUIS, inside, RELEVANCE, [0, 10]);
    const elsewhere = example.codeAs(LUIS, outside, RELEVANCE, [0, 10]);
    expect(seenBy(ANA)).toEqual([ofAna, elsewhere]);
    expect(project.count('coding')).toBe(2);
    expect(project.codingsOfSource(inside).map(({ id }) => id)).toEqual([ofAna]);
    expect(project.codingsOfCode(RELEVANCE).map(({ id }) => id)).toEqual([ofAna, elsewhere]);
    expect(countCodes(new CodingFacts(project, () => undefined)).get(RELEVANCE)?.own.codings).toBe(2);
    const matrix = buildMatrix(project, { rows: 'criterion', columns: 'method', segmentsOf: () => undefined });
    expect(matrix.rows.find(({ id }) => id === RELEVANCE)?.codings).toBe(2);
    expect(codingsToCompare(project, inside).map(({ id }) => id)).toEqual([ofAna]);
    expect(seenBy(LUIS)).toEqual([ofLuis, elsewhere]);
    expect(seenBy(EVA)).toHaveLength(3);
    expect(seenBy(null)).toHaveLength(3);
  });

  it('is about its codes and those below them only', () => {
    const { example, inside, training, seenBy } = inRound([EFFECTIVENESS]);
    example.codeAs(LUIS, inside, training, [0, 10]);
    const free = example.codeAs(LUIS, inside, RELEVANCE, [0, 10]);
    expect(seenBy(ANA)).toEqual([free]);
  });

  it('shows everything once it is closed, and hides it again when reopened', () => {
    const { example, inside, round, apply, seenBy } = inRound();
    const ofLuis = example.codeAs(LUIS, inside, RELEVANCE, [0, 10]);
    expect(seenBy(ANA)).toEqual([]);
    apply(closeRound(round()));
    expect(seenBy(ANA)).toEqual([ofLuis]);
    apply(reopenRound(round()));
    expect(seenBy(ANA)).toEqual([]);
  });

  it('never keeps an edit from what its maker does not see', () => {
    const { example, project, inside, apply, seenBy } = inRound();
    example.codeAs(LUIS, inside, RELEVANCE, [0, 10]);
    expect(seenBy(ANA)).toEqual([]);
    const code = project.get('code', RELEVANCE);
    if (!code) throw new Error('No code');
    apply(removeCode(project, code));
    expect(project.codings('everything')).toEqual([]);
  });

  it('tells listeners and versions when the sight changes', () => {
    const { project } = inRound();
    let heard = 0;
    project.listen(() => (heard += 1));
    const before = project.version('coding');
    project.lookAs({ viewer: ANA });
    expect(heard).toBe(1);
    expect(project.version('coding')).toBeGreaterThan(before);
    expect(project.codingsOfCode(RELEVANCE)).toBe(project.codingsOfCode(RELEVANCE));
  });
});

describe('the consensus layer', () => {
  function compared() {
    const scene = inRound();
    const { example, project, inside, round, apply } = scene;
    example.codeAs(ANA, inside, RELEVANCE, [0, 20]);
    example.codeAs(LUIS, inside, RELEVANCE, [0, 20]);
    const differs = example.codeAs(ANA, inside, EFFECTIVENESS, [40, 60]);
    apply(closeRound(round()));
    const passages = () => comparePassages(codingsToCompare(project, inside), codersOfRound(round()));
    const agreed = () =>
      passages()
        .filter(({ kinds }) => kinds.length === 0)
        .map(({ key, codings }) => ({ passage: key, codings: codings.slice(0, 1) }));
    return { ...scene, differs, passages, agreed };
  }

  it('counts instead of what its coders did, once it is agreed on, and either can be looked at', () => {
    const { example, project, outside, round, apply, passages, agreed } = compared();
    const elsewhere = example.codeAs(LUIS, outside, RELEVANCE, [0, 10]);
    const [open] = passages().filter(({ kinds }) => kinds.length > 0);
    if (!open) throw new Error('They agree.');
    apply(settlePassage(round(), { passage: open.key, kept: [], fresh: [], reason: 'Not about it.' }, by, bytes));
    expect(project.all('coding')).toHaveLength(4);
    apply(agreeOnRound(round(), agreed(), by, bytes));
    const counted = project.all('coding');
    expect(counted.map(({ consensus }) => consensus ?? null)).toEqual([null, round().id]);
    expect(counted[0]?.id).toBe(elsewhere);
    expect(counted[1]).toMatchObject({ start: 0, end: 20, code: RELEVANCE, coder: ANA });
    project.lookAs({ layer: 'coders' });
    expect(project.all('coding')).toHaveLength(4);
    expect(project.all('coding').every(({ consensus = null }) => consensus === null)).toBe(true);
    project.lookAs({ layer: 'agreed' });
    apply(reopenRound(round()));
    expect(project.all('coding')).toHaveLength(4);
  });

  it('settles a passage anew, takes a settlement back, and goes with its round', () => {
    const { project, inside, differs, round, apply, passages } = compared();
    const key = passages().find(({ kinds }) => kinds.length > 0)?.key ?? '';
    const coding = project.get('coding', differs);
    if (!coding) throw new Error('No coding');
    apply(settlePassage(round(), { passage: key, kept: [coding], fresh: [], reason: 'Yes.' }, by, bytes));
    const first = round().settled[key];
    expect(first).toMatchObject({ kept: [differs], reason: 'Yes.' });
    const fresh = { ...coding, direction: 'mixed' as const };
    apply(settlePassage(round(), { passage: key, kept: [], fresh: [fresh], reason: 'Both ways.' }, by, bytes));
    const consensus = () => project.codingsOfSource(inside, 'everything').filter((one) => one.consensus === round().id);
    expect(consensus().map(({ direction }) => direction)).toEqual(['mixed']);
    apply(unsettlePassage(round(), key));
    expect(round().settled[key]).toBeUndefined();
    expect(consensus()).toEqual([]);
    apply(settlePassage(round(), { passage: key, kept: [coding], fresh: [], reason: '' }, by, bytes));
    const before = project.codings('everything').length;
    apply(removeRound(project, round()));
    expect(project.codings('everything')).toHaveLength(before - 1);
    expect(project.get('coding', differs)).toBeDefined();
  });

  it('leaves evidence of findings countable in whatever layer it was cited', () => {
    const { project, differs, round, apply, agreed, example } = compared();
    const finding = { number: 'F1.1', criterion: EFFECTIVENESS, title: '', text: '', strength: null };
    const link = { revision: 'r', start: 40, end: 60, code: EFFECTIVENESS, direction: 'supports' };
    example.set('finding', 'f1' as never, {
      ...finding,
      ...{ strengthReason: '', contested: '', order: 1, statistics: {} },
      evidence: { [differs]: link },
    });
    apply(agreeOnRound(round(), agreed(), by, bytes));
    const rowOf = (rows: 'criterion' | 'finding', id: string) =>
      buildMatrix(project, { rows, columns: 'method', segmentsOf: () => undefined }).rows.find((row) => row.id === id);
    expect(rowOf('criterion', EFFECTIVENESS)?.codings).toBe(0);
    expect(rowOf('finding', 'f1')?.codings).toBe(1);
  });

  it('loses words of a reason when they are withdrawn', () => {
    const said = 'la policía me pidió dinero para dejarme pasar';
    const { round } = compared();
    const change = {
      ...settlePassage(round(), { passage: 'k', kept: [], fresh: [], reason: `Dice: ${said}` }, by, bytes),
      ...{ replica: 'r', seq: 1, seen: {}, clock: { milliseconds: 0, count: 0 }, person: ANA, at: '' },
    };
    const { scrub } = createScrubber([], [], [said]);
    expect(JSON.stringify(scrub(change as never))).not.toContain(said);
    expect(JSON.stringify(scrub(change as never))).toContain('[…]');
  });

  it('shows every coding in exactly one layer or in both, and never to a blind coder what is not theirs', () => {
    const mark = fc.record({ coder: fc.nat(2), start: fc.nat(80), isInside: fc.boolean() });
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 12 }), fc.constantFrom('open', 'closed', 'agreed'), (marks, state) => {
        const { example, project, inside, outside, round, apply } = inRound();
        for (const { coder, start, isInside } of marks) {
          const person = [ANA, LUIS, EVA][coder] as PersonId;
          example.codeAs(person, isInside ? inside : outside, RELEVANCE, [start, start + 10]);
        }
        if (state !== 'open') apply(closeRound(round()));
        if (state === 'agreed') apply(agreeOnRound(round(), [], by, bytes));
        for (const viewer of [ANA, LUIS, EVA, null]) {
          project.lookAs({ viewer, layer: 'coders' });
          const seen = project.all('coding');
          if (state !== 'open' || viewer === EVA || viewer === null) expect(seen).toHaveLength(marks.length);
          else expect(seen.every(({ coder, source }) => source === outside || coder === viewer)).toBe(true);
          expect(project.codings('everything')).toHaveLength(marks.length);
        }
      }),
      { numRuns: 40 },
    );
  });
});
