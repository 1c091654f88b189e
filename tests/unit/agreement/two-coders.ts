/** A small evaluation that several people coded, for tests of agreement and of rounds. */
import { asId } from '#shared/basics/ids.ts';
import { collectAgreement, type AgreementRequest } from '#shared/analysis/agreement/collect-agreement.ts';
import { measureAgreement } from '#shared/analysis/agreement/measure-agreement.ts';
import type { AgreementReport, CodeFigures } from '#shared/analysis/agreement/agreement-report.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { CodingId, Direction } from '#shared/domain/coding/coding.ts';
import type { SourceContent } from '#shared/domain/source/source-content.ts';
import type { SourceId } from '#shared/domain/source/source.ts';
import type { PersonId } from '#shared/domain/team/person.ts';
import { ExampleProject } from '#tests/unit/analysis/example-project.ts';

export const LUIS = asId<'person'>('luis');
export const EVA = asId<'person'>('eva');

export class CodedTogether extends ExampleProject {
  readonly contents = new Map<SourceId, SourceContent>();

  constructor() {
    super();
    for (const [id, name] of [
      [LUIS, 'Luis'],
      [EVA, 'Eva'],
    ] as const) {
      this.set('person', id, { name, initials: name.slice(0, 1) });
    }
  }

  /** A document whose lines are its paragraphs. */
  addText(id: string, text: string): SourceId {
    const source = this.addSource(id, 'document', { characters: text.length });
    this.contents.set(source, { text, segments: [], table: null });
    return source;
  }

  codeAs(
    coder: PersonId,
    source: SourceId,
    code: CodeId,
    extent: readonly [number, number],
    direction: Direction = 'supports',
  ): CodingId {
    const id = this.code(source, code, direction, extent[0], extent[1]);
    this.set('coding', id, { coder });
    return id;
  }

  measure(request: AgreementRequest): AgreementReport {
    const data = collectAgreement(this.project, (source) => this.contents.get(source.id), request);
    if (!data.ok) throw new Error(data.failure);
    return measureAgreement(data.value);
  }
}

/** The figures of one code. */
export function figuresOf(report: AgreementReport, code: CodeId): CodeFigures {
  const figures = report.codes.find((one) => one.code === code);
  if (!figures) throw new Error(`No figures of ${code}`);
  return figures;
}
