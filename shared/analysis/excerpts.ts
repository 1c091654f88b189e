/** Excerpts as rows: what was said, by whom, under which code; for lists of quotes and for exports. */
import { valuesOf } from '#shared/analysis/dimension.ts';
import { isCriterion } from '#shared/domain/evaluation/criterion-code.ts';
import { participantOfCoding, type SegmentsOf } from '#shared/analysis/voices.ts';
import { buildCodebook } from '#shared/domain/codebook/codebook.ts';
import type { Coding, CodingId, Direction } from '#shared/domain/coding/coding.ts';
import type { ParticipantId } from '#shared/domain/participant/participant.ts';
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
  return project.all('source').flatMap((source) => {
    // Named codings may be evidence from before a round was agreed on.
    const own = project
      .codingsOfSource(source.id, wanted ? 'both-layers' : 'in-sight')
      .filter((coding) => !wanted || wanted.has(coding.id));
    const speakers = new Speakers(project, source);
    return own.map((coding) => {
      const speaker = participantOfCoding(source, coding, contents.segmentsOf(source, coding.revision));
      const root = codebook.rootOf(coding.code);
      return {
        id: coding.id,
        sourceId: source.id,
        source: source.name,
        ...speakers.describe(speaker),
        ...(isScoped(coding) ? { interventions: ownInterventions(project, coding) } : {}),
        method: source.method,
        codePath: codebook.pathOf(coding.code),
        criterion: root && isCriterion(root) ? root.name : '',
        direction: coding.direction,
        quote: contents.textOf(source, coding.revision)?.slice(coding.start, coding.end) ?? '',
        memo: coding.memo,
        coder: project.get('person', coding.coder)?.name ?? '',
        codedAt: coding.codedAt,
        start: coding.start,
        end: coding.end,
      };
    });
  });
}

function isScoped(coding: Coding): boolean {
  return Object.keys(coding.interventions ?? {}).length > 0;
}

function ownInterventions(project: Project, coding: Coding): readonly string[] {
  return project.all('intervention').flatMap((item) => (coding.interventions?.[item.id] ? item.code : []));
}

type SpeakerWords = Pick<Excerpt, 'participant' | 'group' | 'gender' | 'interventions'>;

/** What is known about the speakers of one source, looked up once each: a questionnaire has thousands. */
class Speakers {
  private readonly project: Project;
  private readonly source: Source;
  private readonly onlyOne: ParticipantId | null;
  private readonly known = new Map<ParticipantId | null, SpeakerWords>();

  constructor(project: Project, source: Source) {
    this.project = project;
    this.source = source;
    const all = participantsOf(source);
    this.onlyOne = all.length === 1 ? (all[0] ?? null) : null;
  }

  describe(speaker: ParticipantId | null): SpeakerWords {
    const id = speaker ?? this.onlyOne;
    let words = this.known.get(id);
    if (!words) this.known.set(id, (words = this.lookUp(id)));
    return words;
  }

  private lookUp(id: ParticipantId | null): SpeakerWords {
    const { project, source } = this;
    const participant = id === null ? undefined : project.get('participant', id);
    const interventions = valuesOf(project, 'intervention', source, participant);
    return {
      participant: participant?.codeName ?? '',
      group: valuesOf(project, 'group', source, participant)[0] ?? '',
      gender: valuesOf(project, 'gender', source, participant)[0] ?? '',
      interventions: project.all('intervention').flatMap((item) => (interventions.includes(item.id) ? item.code : [])),
    };
  }
}
