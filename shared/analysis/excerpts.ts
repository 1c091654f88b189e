/** Excerpts as rows: what was said, by whom, under which code; for lists of quotes and for exports. */
import { valuesOf } from '#shared/analysis/dimension.ts';
import { participantOfCoding, type SegmentsOf } from '#shared/analysis/voices.ts';
import { buildCodebook, type Codebook } from '#shared/domain/codebook/codebook.ts';
import type { Coding, CodingId, Direction } from '#shared/domain/coding/coding.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { ContentHash } from '#shared/domain/source/source-content.ts';
import { participantsOf } from '#shared/domain/source/source-edits.ts';
import type { Source, SourceId, SourceMethod } from '#shared/domain/source/source.ts';

export type Excerpt = {
  readonly id: CodingId;
  readonly sourceId: SourceId;
  readonly source: string;
  /** Code name of who speaks, '' when that is not known. */
  readonly participant: string;
  readonly method: SourceMethod;
  readonly group: string;
  readonly gender: string;
  /** Codes of the interventions that it concerns. */
  readonly interventions: readonly string[];
  /** Names from the root down. */
  readonly codePath: readonly string[];
  /** Name of the criterion above the code, '' under a root that is none. */
  readonly criterion: string;
  readonly direction: Direction;
  readonly quote: string;
  readonly memo: string;
  readonly coder: string;
  readonly codedAt: string;
  /** UTF-16 code units in the source's text. */
  readonly start: number;
  readonly end: number;
};

/** Where the words come from: contents are kept apart from the log. */
export type ExcerptContents = {
  readonly segmentsOf: SegmentsOf;
  readonly textOf: (source: Source, revision: ContentHash) => string | undefined;
};

/** Rows for the given codings, or for all, in the order of sources and of the text. */
export function listExcerpts(
  project: Project,
  contents: ExcerptContents,
  codings?: readonly Coding[],
): readonly Excerpt[] {
  const wanted = codings && new Set(codings.map((coding) => coding.id));
  const codebook = buildCodebook(project.all('code'));
  return project.all('source').flatMap((source) =>
    project
      .codingsOfSource(source.id)
      .filter((coding) => !wanted || wanted.has(coding.id))
      .map((coding) => describeExcerpt(project, codebook, contents, source, coding)),
  );
}

function describeExcerpt(
  project: Project,
  codebook: Codebook,
  contents: ExcerptContents,
  source: Source,
  coding: Coding,
): Excerpt {
  const all = participantsOf(source);
  const onlyOne = all.length === 1 ? (all[0] ?? null) : null;
  const speaker = participantOfCoding(source, coding, contents.segmentsOf(source, coding.revision)) ?? onlyOne;
  const participant = speaker === null ? undefined : project.get('participant', speaker);
  const root = codebook.rootOf(coding.code);
  return {
    id: coding.id,
    sourceId: source.id,
    source: source.name,
    participant: participant?.codeName ?? '',
    method: source.method,
    group: valuesOf(project, 'group', source, participant)[0] ?? '',
    gender: valuesOf(project, 'gender', source, participant)[0] ?? '',
    interventions: valuesOf(project, 'intervention', source, participant).map(
      (id) => project.all('intervention').find((item) => item.id === id)?.code ?? id,
    ),
    codePath: codebook.pathOf(coding.code),
    criterion: root?.criterion ? root.name : '',
    direction: coding.direction,
    quote: contents.textOf(source, coding.revision)?.slice(coding.start, coding.end) ?? '',
    memo: coding.memo,
    coder: project.get('person', coding.coder)?.name ?? '',
    codedAt: coding.codedAt,
    start: coding.start,
    end: coding.end,
  };
}
