/** What deliverables are made from: all records of an evaluation and the texts, as plain data that a worker can be sent. */
import { buildCodebook, type Codebook } from '#shared/domain/codebook/codebook.ts';
import type { CodingId } from '#shared/domain/coding/coding.ts';
import { THE_EVALUATION, type Evaluation } from '#shared/domain/evaluation/evaluation.ts';
import type { Finding } from '#shared/domain/findings/finding.ts';
import { kinds, type Kind, type Records } from '#shared/domain/kinds.ts';
import type { Participant, ParticipantId } from '#shared/domain/participant/participant.ts';
import { placeByRecords, type PlaceInTextOf } from '#shared/domain/project/anchor-placer.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { PeopleCounts } from '#shared/formats/deliverable/people-counts.ts';
import type { ExportProfile, LeftOutReason } from '#shared/formats/deliverable/profile/export-profile.ts';
import type { ContentHash, SourceContent } from '#shared/domain/source/source-content.ts';
import type { Source, SourceId } from '#shared/domain/source/source.ts';
import type { Person, PersonId } from '#shared/domain/team/person.ts';

export type EvaluationMaterial = {
  readonly records: { readonly [K in Kind]: readonly Records[K][] };
  /** Texts by hash: the revision of each source, and older ones that codings still point into. */
  readonly contents: ReadonlyMap<ContentHash, SourceContent>;
  /** Set by `selectMaterial`: for whom this is, and the excerpts that it holds back, whose words are not in it. */
  readonly profile?: ExportProfile;
  /** Counted before names and genders went. */
  readonly people?: PeopleCounts;
  readonly heldBack?: ReadonlyMap<CodingId, { readonly reason: LeftOutReason; readonly from: string }>;
};

/** Takes the records out of a project; the caller has loaded the contents. */
export function gatherMaterial(
  project: Pick<Project, 'all' | 'codings'>,
  contents: ReadonlyMap<ContentHash, SourceContent>,
): EvaluationMaterial {
  // Evidence may have been cited before its round was agreed on; else only what counts.
  const cited = new Set<string>(project.all('finding').flatMap(({ evidence }) => Object.keys(evidence)));
  const counted = new Set(project.all('coding'));
  const codings = project.codings('both-layers').filter((one) => counted.has(one) || cited.has(one.id));
  const records = Object.fromEntries(kinds.map((kind) => [kind, project.all(kind)])) as unknown;
  return { records: { ...(records as EvaluationMaterial['records']), coding: codings }, contents };
}

/** The revisions that `gatherMaterial` wants contents for: of every source, and of every coding. */
export function neededContents(project: Pick<Project, 'all' | 'codings'>): readonly ContentHash[] {
  const hashes = new Set(project.all('source').map((source) => source.revision));
  for (const coding of project.codings('both-layers')) hashes.add(coding.revision);
  return [...hashes];
}

/** Material with the look-ups that writers need. */
export type MaterialIndex = {
  readonly material: EvaluationMaterial;
  readonly evaluation: Evaluation;
  readonly codebook: Codebook;
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly participants: ReadonlyMap<ParticipantId, Participant>;
  readonly people: ReadonlyMap<PersonId, Person>;
  /** Where a place in any revision of a source is in its present text. */
  readonly placeInText: PlaceInTextOf;
  /** Findings that rest on a coding, in order. */
  findingsOf(coding: CodingId): readonly Finding[];
  /** Codes of the interventions that a source or participant concerns, in order. */
  interventionCodes(concerned: Readonly<Record<string, true>>): readonly string[];
};

/** Builds the look-ups once for a writer. */
export function indexMaterial(material: EvaluationMaterial): MaterialIndex {
  const { records } = material;
  const evaluation = records.evaluation.find((item) => item.id === THE_EVALUATION);
  if (!evaluation) throw new Error('The material has no evaluation record.');
  const byCoding = new Map<string, Finding[]>();
  for (const finding of records.finding) {
    for (const coding of Object.keys(finding.evidence)) {
      const list = byCoding.get(coding);
      if (list) list.push(finding);
      else byCoding.set(coding, [finding]);
    }
  }
  return {
    material,
    evaluation,
    codebook: buildCodebook(records.code),
    sources: new Map(records.source.map((source) => [source.id, source])),
    participants: new Map(records.participant.map((participant) => [participant.id, participant])),
    people: new Map(records.person.map((person) => [person.id, person])),
    placeInText: placeByRecords(records.source, records.revision),
    findingsOf: (coding) => byCoding.get(coding) ?? [],
    interventionCodes: (concerned) =>
      records.intervention.filter((item) => concerned[item.id]).map((item) => item.code),
  };
}
