/** Every kind of gap is found, named, gone when it is mended, and can be dismissed with a reason. */
import { beforeEach, describe, expect, it } from 'vitest';
import { wordsOfGaps } from '#electron/headless/gap-words.ts';
import { findGaps } from '#shared/analysis/gaps/find-gaps.ts';
import { describeGap, gapKinds, type Gap, type GapKind } from '#shared/analysis/gaps/gap.ts';
import { longestStretch } from '#shared/analysis/gaps/source-gaps.ts';
import { isWoman } from '#shared/analysis/gender-words.ts';
import { asId } from '#shared/basics/ids.ts';
import type { Draft } from '#shared/domain/change/change.ts';
import { editCode } from '#shared/domain/codebook/codebook-edits.ts';
import type { CodingId, Direction } from '#shared/domain/coding/coding.ts';
import { setFindingQuestion } from '#shared/domain/evaluation/intervention-scope-edits.ts';
import { languages } from '#shared/domain/evaluation/language.ts';
import { addPlannedSample } from '#shared/domain/evaluation/planned-sample-edits.ts';
import { addQuestion, setQuestionEntry } from '#shared/domain/evaluation/question-edits.ts';
import {
  addConclusion,
  addFinding,
  addRecommendation,
  editFinding,
  setChainLink,
} from '#shared/domain/findings/finding-edits.ts';
import type { FindingId } from '#shared/domain/findings/finding.ts';
import { dismissGap } from '#shared/domain/gaps/gap-edits.ts';
import type { SourceMethod } from '#shared/domain/source/source.ts';
import { ANA, EFFECTIVENESS, ExampleProject, RELEVANCE } from '#tests/unit/analysis/example-project.ts';
import { seededBytes } from '#tests/support/random.ts';

let example: ExampleProject;
const bytes = seededBytes(9);

beforeEach(() => {
  example = new ExampleProject();
});

function made<Id>({ id, draft }: { readonly id: Id; readonly draft: Draft }): Id {
  example.apply(draft);
  return id;
}
const gaps = (): readonly Gap[] => findGaps(example.facts());
const namesOf = (kind: GapKind): readonly string[] =>
  gaps().flatMap((gap) => (gap.kind === kind ? gap.subject.name : []));

function say(source: string, method: SourceMethod, direction: Direction = 'supports', code = EFFECTIVENESS): CodingId {
  const id = example.project.get('source', asId(source))?.id ?? example.addSource(source, method, { characters: 100 });
  return example.code(id, code, direction);
}
function find(...evidence: readonly CodingId[]): FindingId {
  const criterion = example.project.get('code', EFFECTIVENESS)!;
  const codings = evidence.map((id) => example.project.get('coding', id)!);
  return made(addFinding(example.project, { criterion, title: 'F', text: '', evidence: codings }, bytes));
}

describe('criteria', () => {
  it('without evidence, cross-cutting ones apart, hidden ones not at all', () => {
    say('E-01', 'interview');
    expect(namesOf('criterion-without-evidence')).toEqual([
      'Relevance',
      'Coherence',
      'Efficiency',
      'Impact',
      'Sustainability',
    ]);
    expect(namesOf('cross-cutting-empty')).toEqual(['Human rights', 'Gender equality', 'Leaving no one behind']);
    example.apply(editCode(example.project.get('code', RELEVANCE)!, { hidden: true }));
    expect(namesOf('criterion-without-evidence')).not.toContain('Relevance');
  });

  it('with one source, then with one method, then with neither', () => {
    say('E-01', 'interview');
    expect(namesOf('single-source')).toEqual(['Effectiveness']);
    say('E-02', 'interview');
    expect([namesOf('single-source'), namesOf('single-method')]).toEqual([[], ['Effectiveness']]);
    say('D-01', 'document');
    expect([namesOf('single-source'), namesOf('single-method')]).toEqual([[], []]);
  });

  it('with evidence and no finding', () => {
    const coding = say('E-01', 'interview');
    expect(namesOf('criterion-without-finding')).toEqual(['Effectiveness']);
    find(coding);
    expect(namesOf('criterion-without-finding')).toEqual([]);
  });

  it('leaning on one source', () => {
    for (let count = 0; count < 3; count += 1) say('E-01', 'interview');
    say('E-02', 'interview');
    expect(namesOf('over-reliance')).toEqual([]);
    say('E-01', 'interview');
    expect(namesOf('over-reliance')).toEqual(['Effectiveness']);
  });

  it('without a woman’s voice, once it is known who is one', () => {
    const speaker = (id: string, gender: string) => ({
      speakers: { A: { participant: example.addParticipant(id, { gender }) } },
    });
    example.addSource('E-01', 'interview', speaker('a', 'hombre'));
    example.addSource('E-02', 'interview', speaker('b', 'Mujer'));
    say('E-01', 'interview');
    expect(namesOf('no-womans-voice')).toEqual(['Effectiveness']);
    say('E-02', 'interview');
    expect(namesOf('no-womans-voice')).toEqual([]);
  });

  it('are not said to lack women where no gender was noted', () => {
    say('E-01', 'interview');
    expect(namesOf('no-womans-voice')).toEqual([]);
  });
});

describe('questions', () => {
  it('without evidence, without finding, planned but silent', () => {
    const id = made(addQuestion(example.project, { parent: null, criterion: EFFECTIVENESS, text: 'Used?' }, bytes));
    const question = () => example.project.get('question', id)!;
    expect(namesOf('question-without-evidence')).toEqual(['4.1 Used?']);
    const coding = say('E-01', 'interview');
    say('E-02', 'interview');
    for (const [map, entry] of [
      ['codes', EFFECTIVENESS],
      ['methods', 'interview'],
      ['methods', 'document'],
      ['groups', 'Police'],
    ] as const) {
      example.apply(setQuestionEntry(question(), map, entry, true));
    }
    expect(namesOf('question-without-evidence')).toEqual([]);
    expect(namesOf('question-without-finding')).toEqual(['4.1 Used?']);
    const silent = gaps().filter(({ kind }) => kind === 'planned-but-silent');
    expect(silent.map(({ detail }) => detail)).toEqual(['document', 'group Police']);
    expect(silent.map((gap) => describeGap(gap, wordsOfGaps('en')))).toEqual([
      '“4.1 Used?” was to be asked of documents, and nothing that they say is linked to it.',
      '“4.1 Used?” was to be asked of Police, and nothing that they say is linked to it.',
    ]);
    const finding = find(coding);
    example.apply(setFindingQuestion(example.project.get('finding', finding)!, id, true));
    expect(namesOf('question-without-finding')).toEqual([]);
  });
});

describe('findings and what rests on them', () => {
  it('without evidence; contrary evidence until it is answered', () => {
    const empty = find();
    expect(namesOf('finding-without-evidence')).toEqual(['F4.1']);
    const contested = find(say('E-01', 'interview'), say('E-02', 'interview'), say('D-01', 'document', 'contradicts'));
    expect(namesOf('contrary-unanswered')).toEqual(['F4.2']);
    example.apply(editFinding(example.project.get('finding', contested)!, { contested: 'The document is older.' }));
    expect(namesOf('contrary-unanswered')).toEqual([]);
    expect(example.project.get('finding', empty)).toBeDefined();
  });

  it('conclusions without finding, recommendations without finding, criterion, addressee', () => {
    const finding = find(say('E-01', 'interview'));
    const conclusion = made(addConclusion(example.project, 'C', bytes));
    const recommendation = made(addRecommendation(example.project, 'R', bytes));
    expect(namesOf('conclusion-without-finding')).toEqual(['C1']);
    const kinds = () => gaps().flatMap(({ kind, subject }) => (subject.name === 'R1' ? kind : []));
    expect(kinds()).toEqual([
      'recommendation-without-finding',
      'recommendation-without-criterion',
      'recommendation-without-addressee',
    ]);
    example.apply(
      setChainLink('conclusion', example.project.get('conclusion', conclusion)!, 'findings', finding, true),
    );
    const item = example.project.get('recommendation', recommendation)!;
    example.apply(setChainLink('recommendation', item, 'conclusions', conclusion, true));
    example.apply(setChainLink('recommendation', item, 'criteria', EFFECTIVENESS, true));
    example.set('recommendation', recommendation, { addressee: 'Ministry' });
    expect([namesOf('conclusion-without-finding'), kinds()]).toEqual([[], []]);
  });

  it('quotes unlike the sample', () => {
    const people = ['mujer', 'hombre'].flatMap((gender) =>
      Array.from({ length: 5 }, (_, n) => {
        const participant = example.addParticipant(`${gender}${n}`, { gender });
        return example.addSource(`E-${gender}${n}`, 'interview', { characters: 100, speakers: { A: { participant } } });
      }),
    );
    const quoted = (sources: typeof people) => sources.map((source) => example.code(source, EFFECTIVENESS));
    find(...quoted(people));
    expect(namesOf('report-unlike-sample')).toEqual([]);
    find(...people.slice(5).flatMap((source) => quoted([source, source])));
    const unlike = gaps().filter(({ kind }) => kind === 'report-unlike-sample');
    expect(unlike.map(({ values }) => values)).toEqual([
      { who: 'mujer', quotes: 25, sample: 50 },
      { who: 'hombre', quotes: 75, sample: 50 },
    ]);
  });
});

describe('sources and the sampling plan', () => {
  it('not coded, coded in part', () => {
    const source = example.addSource('E-01', 'interview', { characters: 10_000 });
    expect(namesOf('source-uncoded')).toEqual(['E-01']);
    example.code(source, EFFECTIVENESS, 'supports', 100);
    expect([namesOf('source-uncoded'), namesOf('source-half-coded')]).toEqual([[], ['E-01']]);
    example.code(source, EFFECTIVENESS, 'supports', 5_100);
    expect(namesOf('source-half-coded')).toEqual([]);
  });

  it('stretches are measured between codings that may overlap', () => {
    const revision = asId<'content'>('r');
    const at = (start: number, end: number) => ({ start, end, revision });
    const measure = (...codings: readonly ReturnType<typeof at>[]) =>
      longestStretch({ characters: 100, revision }, codings);
    expect(measure(at(0, 50), at(10, 20), at(60, 70))).toBe(30);
    expect(measure(at(40, 100))).toBe(40);
    expect(measure({ ...at(0, 10), revision: asId('older') })).toBe(0);
  });

  it('planned but not reached, or not all', () => {
    example.addSource('E-01', 'interview', {
      speakers: { A: { participant: example.addParticipant('A', { group: 'police' }) } },
    });
    made(addPlannedSample(example.project, { method: 'interview', group: 'Police', planned: 1 }, bytes));
    made(addPlannedSample(example.project, { method: 'interview', group: 'Judges', planned: 2 }, bytes));
    made(addPlannedSample(example.project, { method: 'focus-group', planned: 1 }, bytes));
    expect(gaps().flatMap(({ kind, values }) => (kind === 'planned-not-reached' ? [values] : []))).toEqual([
      { planned: 2, reached: 0, who: 'Judges' },
      { planned: 1, reached: 0, who: '' },
    ]);
  });
});

it('a dismissed gap stays known with its reason; another gap of the kind does not', () => {
  const [first, second] = gaps().filter(({ kind }) => kind === 'criterion-without-evidence');
  example.apply(dismissGap({ gap: first!.key, subject: first!.subject.id, reason: 'Not evaluated', by: ANA, at: '' }));
  const [now, other] = gaps().filter(({ kind }) => kind === 'criterion-without-evidence');
  expect(now!.dismissal?.reason).toBe('Not evaluated');
  expect(other).toEqual(second);
});

it('every kind has words in every language, and a message that names its subject', () => {
  for (const language of languages) {
    const words = wordsOfGaps(language);
    for (const kind of gapKinds) {
      expect(words(`kind.${kind}`)).not.toBe(`kind.${kind}`);
      const values = { count: 1, percent: 1, planned: 1, reached: 1, quotes: 1, sample: 1, who: 'SUBJECT' };
      const subject = { kind: 'code', id: 'x', name: 'SUBJECT' } as const;
      const message = describeGap({ kind, subject, detail: '', values, methods: ['interview'] }, words);
      expect(message).toContain('SUBJECT');
      expect(message).not.toContain('{{');
    }
  }
});

it('knows women in three languages', () => {
  expect(['Mujer', 'FEMALE', 'Féminin', 'niña ', 'F'].map(isWoman)).toEqual([true, true, true, true, true]);
  expect(['hombre', 'm', '', 'no binario'].map(isWoman)).toEqual([false, false, false, false]);
});
