/**
 * What analysis needs to know of every coding (its voice, who speaks), computed once and kept until the coding's
 * source, its codings or its text change. Make one per open project; reading it after an edit redoes one source.
 */
import { participantOfCoding, respondentsOf, voiceKey, voiceOfCoding } from '#shared/analysis/voices.ts';
import type { SegmentsOf, TableOf, VoiceKey } from '#shared/analysis/voices.ts';
import { stanceBits } from '#shared/analysis/strength.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';
import type { ParticipantId } from '#shared/domain/participant/participant.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { ContentHash, Segment } from '#shared/domain/source/source-content.ts';
import { participantsOf } from '#shared/domain/source/source-edits.ts';
import type { Source, SourceId } from '#shared/domain/source/source.ts';

/** Numbers stand for voices and participants: counting works on arrays, not on strings. */
export const NOBODY = -1;

/** Stands for the code of a coding that only counts as evidence: the layer that is looked at is another. */
export const NOT_COUNTED = -1;

/** One who could have spoken in a source. */
export type PotentialVoice = {
  readonly voice: number;
  readonly participant: number;
  /** A respondent's label in a questionnaire; null for whole sources and other speakers. */
  readonly label: string | null;
};

export type SourceFacts = {
  readonly source: Source;
  /** In text order. */
  readonly codings: readonly Coding[];
  /** Number of the code of each coding, or `NOT_COUNTED`. */
  readonly codes: Int32Array;
  /** Stance of each coding, as bits. */
  readonly stances: Uint8Array;
  /** Voice of each coding. */
  readonly voices: Int32Array;
  /** Participant who speaks in each coding, or `NOBODY`. */
  readonly speakers: Int32Array;
  /** Places of the codings that say themselves which interventions they are about: few, if any. */
  readonly scoped: ReadonlySet<number>;
  /** All participants of the source. */
  readonly participants: readonly number[];
  readonly potential: readonly PotentialVoice[];
};

/** Facts with what they were made of: the segments of every revision that codings of the source point into. */
type Known = {
  readonly facts: SourceFacts;
  readonly segments: ReadonlyMap<ContentHash, readonly Segment[] | undefined>;
};

export class CodingFacts {
  readonly project: Project;
  private readonly segmentsOf: SegmentsOf;
  private readonly known = new Map<SourceId, Known>();
  private readonly codeNumbers = new Map<CodeId, number>();
  private readonly voiceNumbers = new Map<VoiceKey, number>();
  private readonly participantNumbers = new Map<ParticipantId, number>();
  private readonly participantIds: ParticipantId[] = [];

  /** The table of a questionnaire's answers, where it is at hand: for the statistics among the evidence. */
  readonly tableOf: TableOf;

  constructor(project: Project, segmentsOf: SegmentsOf, tableOf: TableOf = () => undefined) {
    this.project = project;
    this.segmentsOf = segmentsOf;
    this.tableOf = tableOf;
  }

  /** The facts of every source, in the order of sources. */
  read(): readonly SourceFacts[] {
    const sources = this.project.all('source');
    if (this.known.size > sources.length) this.forgetRemoved(sources);
    return sources.map((source) => this.readSource(source));
  }

  /** The facts of one source. */
  readSource(source: Source): SourceFacts {
    // Evidence of findings counts in whatever layer it was cited.
    const codings = this.project.codingsOfSource(source.id, 'both-layers');
    const known = this.known.get(source.id);
    if (known?.facts.source === source && known.facts.codings === codings && this.areSame(source, known)) {
      return known.facts;
    }
    const segments = new Map([[source.revision, this.segmentsOf(source, source.revision)]]);
    for (const { revision } of codings) {
      if (!segments.has(revision)) segments.set(revision, this.segmentsOf(source, revision));
    }
    const facts = this.compute(source, codings, segments);
    this.known.set(source.id, { facts, segments });
    return facts;
  }

  /** Contents never change, but may come to hand later than the facts were first asked for. */
  private areSame(source: Source, { segments }: Known): boolean {
    for (const [revision, known] of segments) if (this.segmentsOf(source, revision) !== known) return false;
    return true;
  }

  /** How many voices and participants have a number. */
  get sizes(): { readonly voices: number; readonly participants: number } {
    return { voices: this.voiceNumbers.size, participants: this.participantIds.length };
  }

  /** The number that stands for a code in `SourceFacts.codes`. */
  codeNumber(id: CodeId): number {
    let number = this.codeNumbers.get(id);
    if (number === undefined) this.codeNumbers.set(id, (number = this.codeNumbers.size));
    return number;
  }

  /** The participant that a number stands for. */
  participantId(number: number): ParticipantId | undefined {
    return this.participantIds[number];
  }

  private forgetRemoved(sources: readonly Source[]): void {
    const ids = new Set(sources.map((source) => source.id));
    for (const id of this.known.keys()) if (!ids.has(id)) this.known.delete(id);
  }

  private compute(source: Source, codings: readonly Coding[], segments: Known['segments']): SourceFacts {
    const counted = new Set(this.project.codingsOfSource(source.id));
    const codes = new Int32Array(codings.length);
    const stances = new Uint8Array(codings.length);
    const voices = new Int32Array(codings.length);
    const speakers = new Int32Array(codings.length);
    const scoped = new Set<number>();
    codings.forEach((coding, place) => {
      const own = segments.get(coding.revision);
      codes[place] = counted.has(coding) ? this.codeNumber(coding.code) : NOT_COUNTED;
      stances[place] = stanceBits[coding.direction];
      voices[place] = this.voiceNumber(voiceOfCoding(source, coding, own));
      const speaker = participantOfCoding(source, coding, own);
      if (Object.keys(coding.interventions ?? {}).length > 0) scoped.add(place);
      speakers[place] = speaker === null ? NOBODY : this.participantNumber(speaker);
    });
    const participants = [...new Set(participantsOf(source))].map((id) => this.participantNumber(id));
    const potential = this.potentialOf(source, segments.get(source.revision));
    return { source, codings, codes, stances, voices, speakers, scoped, participants, potential };
  }

  private potentialOf(source: Source, segments: readonly Segment[] | undefined): readonly PotentialVoice[] {
    if (source.method === 'questionnaire') {
      const respondents = respondentsOf(source, segments);
      if (respondents.length > 0) {
        return respondents.map((respondent) => {
          const role = source.speakers[respondent];
          const participant = role && 'participant' in role ? this.participantNumber(role.participant) : NOBODY;
          return { voice: this.voiceNumber(voiceKey(source, respondent)), participant, label: respondent };
        });
      }
    }
    const voice = this.voiceNumber(voiceKey(source, null));
    const participants = participantsOf(source);
    if (participants.length === 0) return [{ voice, participant: NOBODY, label: null }];
    return participants.map((id) => ({ voice, participant: this.participantNumber(id), label: null }));
  }

  private voiceNumber(key: VoiceKey): number {
    let number = this.voiceNumbers.get(key);
    if (number === undefined) this.voiceNumbers.set(key, (number = this.voiceNumbers.size));
    return number;
  }

  private participantNumber(id: ParticipantId): number {
    let number = this.participantNumbers.get(id);
    if (number === undefined) {
      number = this.participantIds.push(id) - 1;
      this.participantNumbers.set(id, number);
    }
    return number;
  }
}
