/** The rows of the triangulation matrix, and which codings belong to each. */
import type { CodingFacts, SourceFacts } from '#shared/analysis/coding-facts.ts';
import { buildCodebook } from '#shared/domain/codebook/codebook.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import { isCriterion } from '#shared/domain/evaluation/criterion-code.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';
import type { FindingId } from '#shared/domain/findings/finding.ts';
import type { Project } from '#shared/domain/project/project.ts';

export type MatrixRows = 'criterion' | 'code' | 'finding';

export type RowHead = {
  readonly id: string;
  readonly label: string;
  /** Depth in the codebook, 0 for the rest. */
  readonly depth: number;
  /** The code of the row; for a finding its criterion. */
  readonly code: CodeId | null;
  readonly finding: FindingId | null;
};

/** In which rows, by number, the coding at a place of a source counts. */
export type RowsOfCoding = (source: SourceFacts, place: number) => readonly number[];

/** The rows of a matrix in order. Hidden criteria and codes have no row of their own; their codings count above. */
export function listRows(project: Project, rows: MatrixRows): readonly RowHead[] {
  if (rows === 'finding') {
    return project.all('finding').map((finding) => ({
      id: finding.id,
      label: finding.title === '' ? finding.number : `${finding.number} ${finding.title}`,
      depth: 0,
      code: finding.criterion,
      finding: finding.id,
    }));
  }
  return buildCodebook(project.all('code'))
    .flat.filter(({ code }) => !code.hidden && (rows === 'code' || isCriterion(code)))
    .map(({ code, depth }) => ({ id: code.id, label: code.name, depth, code: code.id, finding: null }));
}

/** How to find the rows of a coding: a code's row holds its own codings and those of all codes below it. */
export function rowFinder(facts: CodingFacts, heads: readonly RowHead[]): RowsOfCoding {
  return heads.some((head) => head.finding !== null) ? findByEvidence(facts.project, heads) : findByCode(facts, heads);
}

function findByCode(facts: CodingFacts, heads: readonly RowHead[]): RowsOfCoding {
  const codebook = buildCodebook(facts.project.all('code'));
  const places: number[][] = [];
  heads.forEach((head, place) => {
    if (head.code === null) return;
    for (const id of codebook.withDescendants(head.code)) (places[facts.codeNumber(id)] ??= []).push(place);
  });
  return (source, place) => places[source.codes[place] as number] ?? NO_ROWS;
}

function findByEvidence(project: Project, heads: readonly RowHead[]): RowsOfCoding {
  const places = new Map<string, number[]>();
  heads.forEach((head, place) => {
    const finding = head.finding === null ? undefined : project.get('finding', head.finding);
    for (const id of Object.keys(finding?.evidence ?? {})) places.set(id, [...(places.get(id) ?? []), place]);
  });
  return (source, place) => places.get((source.codings[place] as Coding).id) ?? NO_ROWS;
}

const NO_ROWS: readonly number[] = [];
