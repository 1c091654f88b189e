/** Small projects for tests of analysis: sources with voices, codings with directions, all made through changes. */
import { asId } from '#shared/basics/ids.ts';
import { CodingFacts } from '#shared/analysis/coding-facts.ts';
import type { Draft } from '#shared/domain/change/change.ts';
import { removeOperation, setOperation } from '#shared/domain/change/fields.ts';
import type { Code, CodeId } from '#shared/domain/codebook/code.ts';
import type { Coding, CodingId, Direction } from '#shared/domain/coding/coding.ts';
import { newEvaluation } from '#shared/domain/evaluation/evaluation-edits.ts';
import type { Participant } from '#shared/domain/participant/participant.ts';
import { Project } from '#shared/domain/project/project.ts';
import type { Segment } from '#shared/domain/source/source-content.ts';
import type { Source, SourceId, SourceMethod } from '#shared/domain/source/source.ts';

export const ANA = asId<'person'>('ana');
export const EFFECTIVENESS = asId<'code'>('criterion-effectiveness');
export const RELEVANCE = asId<'code'>('criterion-relevance');

/** Length of each answer in an invented questionnaire: respondent n answers from n * ANSWER on. */
export const ANSWER = 10;

export class ExampleProject {
  readonly project = new Project();
  readonly segments = new Map<SourceId, readonly Segment[]>();
  private count = 0;

  constructor() {
    this.apply(
      newEvaluation(
        { title: 'Example', language: 'en', interventions: [], person: { id: ANA, name: 'Ana Robles' } },
        (bytes) => new Uint8Array(bytes).fill(7),
      ),
    );
  }

  readonly segmentsOf = (source: Source): readonly Segment[] | undefined => this.segments.get(source.id);

  facts(): CodingFacts {
    return new CodingFacts(this.project, this.segmentsOf);
  }

  apply(draft: Draft): void {
    const change = this.project.prepare(draft, {
      replica: asId<'replica'>('replica'),
      person: ANA,
      nowMilliseconds: 1_700_000_000_000,
    });
    if (change) this.project.apply(change);
  }

  addCode(id: string, parent: CodeId | null, values: Partial<Code> = {}): CodeId {
    const code = asId<'code'>(id);
    const base = { name: id, parent, criterion: null, key: '', color: '', definition: '', hidden: false, order: 100 };
    this.set('code', code, { ...base, ...values });
    return code;
  }

  addParticipant(id: string, values: Partial<Participant> = {}): Participant['id'] {
    const participant = asId<'participant'>(id);
    const base = { codeName: id, group: '', gender: '', interventions: {}, attributes: {} };
    this.set('participant', participant, { ...base, ...values });
    return participant;
  }

  addSource(id: string, method: SourceMethod, values: Partial<Source> = {}): SourceId {
    const source = asId<'source'>(id);
    this.count += 1;
    this.set('source', source, {
      name: id,
      method,
      revision: asId<'content'>(`text-of-${id}`),
      fileName: `${id}.txt`,
      format: 'txt',
      encoding: 'utf-8',
      fileHash: id,
      characters: 10_000,
      language: null,
      date: '',
      place: '',
      dependencyGroup: '',
      order: this.count,
      interventions: {},
      attributes: {},
      speakers: {},
      ...values,
    });
    return source;
  }

  /** A questionnaire of so many respondents, each with one answer of `ANSWER` characters. */
  addQuestionnaire(id: string, respondents: number, values: Partial<Source> = {}): SourceId {
    const names = Array.from({ length: respondents }, (_, place) => `r${place}`);
    const speakers = Object.fromEntries(
      names.map((name) => [name, { participant: this.addParticipant(`${id}-${name}`) }]),
    );
    const source = this.addSource(id, 'questionnaire', { speakers, ...values });
    this.segments.set(
      source,
      names.map((respondent, place) => ({
        start: place * ANSWER,
        end: (place + 1) * ANSWER - 1,
        role: 'answer' as const,
        respondent,
        question: 'Q1',
      })),
    );
    return source;
  }

  code(source: SourceId, code: CodeId, direction: Direction = 'supports', start = 0, end = start + 5): CodingId {
    this.count += 1;
    const id = asId<'coding'>(`coding-${String(this.count).padStart(6, '0')}`);
    const revision = this.project.get('source', source)?.revision;
    if (!revision) throw new Error(`No source ${source}`);
    const values: Omit<Coding, 'id'> = {
      source,
      revision,
      start,
      end,
      code,
      direction,
      coder: ANA,
      memo: '',
      codedAt: '2026-01-01T00:00:00.000Z',
    };
    this.set('coding', id, values);
    return id;
  }

  /** Codes the nth answer of a questionnaire. */
  codeAnswer(source: SourceId, code: CodeId, respondent: number, direction: Direction = 'supports'): CodingId {
    return this.code(source, code, direction, respondent * ANSWER + 1);
  }

  removeCoding(id: CodingId): void {
    this.apply({ label: { key: 'test', values: {} }, ops: [removeOperation('coding', id)] });
  }

  set(...[kind, id, values]: Parameters<typeof setOperation>): void {
    this.apply({ label: { key: 'test', values: {} }, ops: [setOperation(kind, id, values)] });
  }
}
