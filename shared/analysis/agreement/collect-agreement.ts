/** Takes out of a project what agreement is measured on: who coded which sources, where, with what. */
import {
  directionNumber,
  MOST_CODERS,
  type AgreementCode,
  type AgreementData,
  type AgreementText,
} from '#shared/analysis/agreement/agreement-data.ts';
import { listPieces, type AgreementUnit } from '#shared/analysis/agreement/text-units.ts';
import { fail, succeed, type Result } from '#shared/basics/result.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import { buildCodebook, type Codebook } from '#shared/domain/codebook/codebook.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';
import type { Extent } from '#shared/domain/coding/coding-edits.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { SourceContent } from '#shared/domain/source/source-content.ts';
import type { Source, SourceId } from '#shared/domain/source/source.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

export type AgreementRequest = {
  readonly unit: AgreementUnit;
  /** Whom to compare; all who coded a source that another coded, too, when left out. */
  readonly coders?: readonly PersonId[];
  /** These codes with all below them; every code when left out. */
  readonly codes?: readonly CodeId[];
  /**
   * Sources that every coder has read, also where somebody found nothing to code. When left out: sources that at
   * least two of the coders coded; who coded nothing in one of them counts as missing there.
   */
  readonly sources?: readonly SourceId[];
};

export type AgreementRefusal = 'too-few-coders' | 'too-many-coders' | 'no-common-source';

/** What each coder did, without what was agreed on afterwards, and without what a blind round hides. */
export function codingsToCompare(project: Pick<Project, 'codingsOfSource'>, source: SourceId): readonly Coding[] {
  return project.codingsOfSource(source, 'both-layers').filter(({ consensus = null }) => consensus === null);
}

type WithCodings = { readonly source: Source; readonly codings: readonly Coding[] };

/** About so many blocks of text to draw from. */
const MOST_BLOCKS = 500;

/** Collects the data, or says why there is nothing to compare. */
export function collectAgreement(
  project: Pick<Project, 'all' | 'codingsOfSource'>,
  contentOf: (source: Source) => SourceContent | null | undefined,
  request: AgreementRequest,
): Result<AgreementData, AgreementRefusal> {
  const chosen = request.sources && new Set(request.sources);
  const coded = project
    .all('source')
    .filter(({ id }) => !chosen || chosen.has(id))
    .map((source): WithCodings => ({ source, codings: codingsToCompare(project, source.id) }));
  const coders = request.coders ?? findCoders(project, coded);
  if (coders.length < 2) return fail('too-few-coders');
  if (coders.length > MOST_CODERS) return fail('too-many-coders');
  const numbers = new Map(coders.map((coder, number) => [coder, number]));
  const codebook = buildCodebook(project.all('code'));
  const numbering = new CodeNumbering(codebook, request.codes);
  const leftOut = { oneCoder: [] as SourceId[], noPieces: [] as SourceId[], olderText: 0 };
  const texts: TextInWork[] = [];
  for (const { source, codings } of coded) {
    const own = codings.filter(({ coder }) => numbers.has(coder));
    const present = new Set(own.map(({ coder }) => numbers.get(coder) as number));
    if (!chosen && present.size < 2) {
      if (present.size === 1) leftOut.oneCoder.push(source.id);
      continue;
    }
    const current = own.filter(({ revision }) => revision === source.revision);
    leftOut.olderText += own.length - current.length;
    const content = contentOf(source);
    const pieces = content && request.unit !== 'character' ? listPieces(content, request.unit) : [];
    if (request.unit !== 'character' && pieces.length === 0) {
      leftOut.noPieces.push(source.id);
      continue;
    }
    texts.push({
      source: source.id,
      length: source.characters,
      raters: [...numbers.values()].filter((number) => chosen !== undefined || present.has(number)),
      pieces: Int32Array.from(pieces.flatMap(({ start, end }) => [start, end])),
      codings: packCodings(current, numbers, numbering, source.characters),
      stretches: content ? listPieces(content, 'segment') : [],
    });
  }
  if (texts.length === 0) return fail('no-common-source');
  return succeed({ unit: request.unit, coders, codes: numbering.codes(), texts: cutIntoBlocks(texts), leftOut });
}

type TextInWork = Omit<AgreementText, 'cuts'> & { readonly stretches: readonly Extent[] };

/** All who coded a source that somebody else coded, too, in the order in which people came to the evaluation. */
function findCoders(project: Pick<Project, 'all'>, coded: readonly WithCodings[]): readonly PersonId[] {
  const found = new Set<PersonId>();
  for (const { codings } of coded) {
    const present = new Set(codings.map(({ coder }) => coder));
    if (present.size > 1) for (const coder of present) found.add(coder);
  }
  return project.all('person').flatMap(({ id }) => (found.has(id) ? id : []));
}

function packCodings(
  codings: readonly Coding[],
  coders: ReadonlyMap<PersonId, number>,
  codes: CodeNumbering,
  length: number,
): Int32Array {
  const packed: number[] = [];
  for (const { coder, code, start, end, direction } of codings) {
    const number = codes.numberOf(code);
    const stop = Math.min(end, length);
    if (number === null || stop <= start) continue;
    packed.push(coders.get(coder) as number, number, start, stop, directionNumber[direction]);
  }
  return Int32Array.from(packed);
}

/** Neighbouring turns, answers or paragraphs together, as many as give about `MOST_BLOCKS` over all texts. */
function cutIntoBlocks(texts: readonly TextInWork[]): readonly AgreementText[] {
  const total = texts.reduce((sum, { stretches }) => sum + stretches.length, 0);
  const perBlock = Math.max(1, Math.ceil(total / MOST_BLOCKS));
  return texts.map(({ stretches, ...text }) => ({
    ...text,
    cuts: Int32Array.from(
      stretches.filter(({ start }, place) => place > 0 && place % perBlock === 0 && start > 0 && start < text.length),
      ({ start }) => start,
    ),
  }));
}

/** Numbers for the codes that are compared and were used, and for the codes above them. */
class CodeNumbering {
  private readonly codebook: Codebook;
  private readonly wanted: ReadonlySet<CodeId> | null;
  private readonly numbers = new Map<CodeId, number>();
  private readonly used = new Set<CodeId>();

  constructor(codebook: Codebook, codes: readonly CodeId[] | undefined) {
    this.codebook = codebook;
    this.wanted = codes ? new Set(codes.flatMap((id) => codebook.withDescendants(id))) : null;
    // A code that was asked for has a row even when nobody used it.
    for (const id of codes ?? []) this.add(id);
  }

  numberOf(id: CodeId): number | null {
    if (!this.codebook.byId.has(id) || (this.wanted && !this.wanted.has(id))) return null;
    if (!this.used.has(id)) {
      this.used.add(id);
      for (const above of this.codebook.lineOf(id)) if (this.wanted?.has(above.id) ?? true) this.add(above.id);
    }
    return this.numbers.get(id) as number;
  }

  codes(): readonly AgreementCode[] {
    return [...this.numbers.keys()].map((id) => ({
      id,
      rows: this.codebook.lineOf(id).flatMap((code) => this.numbers.get(code.id) ?? []),
    }));
  }

  private add(id: CodeId): void {
    if (!this.numbers.has(id)) this.numbers.set(id, this.numbers.size);
  }
}
