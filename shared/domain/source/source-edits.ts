/** Edits of sources and their speakers, each a pure function from what is there to a draft of a change. */
import { drawId, type RandomBytes } from '#shared/basics/ids.ts';
import type { Draft, Operation } from '#shared/domain/change/change.ts';
import { removeOperation, setMapEntry, setOperation } from '#shared/domain/change/fields.ts';
import type { Participant } from '#shared/domain/participant/participant.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { Source, SourceId, SpeakerRole } from '#shared/domain/source/source.ts';

export type NewSource = Omit<Source, 'id' | 'order' | 'speakers'> & {
  /** Who speaks under which label; a participant without a label belongs to the source as a whole. */
  readonly speakers: readonly NewSpeaker[];
};
export type NewSpeaker = { readonly label: string; readonly as: 'interviewer' | Omit<Participant, 'id'> };

/** Adds sources with their participants as one change. Their contents are stored beside, by hash. */
export function addSources(
  project: Project,
  inputs: readonly NewSource[],
  randomBytes: RandomBytes,
): { ids: readonly SourceId[]; draft: Draft } {
  let order = Math.max(0, ...project.all('source').map((source) => source.order));
  const ops: Operation[] = [];
  const ids = inputs.map((input) => {
    const id = drawId<'source'>(randomBytes);
    const { speakers, participants } = addSpeakers(input.speakers, randomBytes);
    ops.push(...participants);
    order += 1;
    ops.push(setOperation('source', id, { ...input, order, speakers }));
    return id;
  });
  const label = { key: 'import', values: { count: inputs.length, name: inputs[0]?.name ?? '' } };
  return { ids, draft: { label, ops } };
}

/** Makes the participants of new speakers, and says who speaks under which label. */
export function addSpeakers(
  speakers: readonly NewSpeaker[],
  randomBytes: RandomBytes,
): { readonly speakers: Readonly<Record<string, SpeakerRole>>; readonly participants: readonly Operation[] } {
  const roles: Record<string, SpeakerRole> = {};
  const participants: Operation[] = [];
  for (const { label, as } of speakers) {
    if (as === 'interviewer') roles[label] = { interviewer: true };
    else {
      const participant = drawId<'participant'>(randomBytes);
      participants.push(setOperation('participant', participant, as));
      roles[label] = { participant };
    }
  }
  return { speakers: roles, participants };
}

/** Changes what is known about a source: name, method, date, place ... */
export function editSource(
  source: Source,
  values: Partial<Pick<Source, 'name' | 'method' | 'language' | 'date' | 'place' | 'dependencyGroup'>>,
): Draft {
  return {
    label: { key: 'edit-source', values: { source: source.name } },
    ops: [setOperation('source', source.id, values)],
  };
}

/** Sets an attribute of a source or participant; '' takes it away. */
export function setAttribute(kind: 'source' | 'participant', id: string, attribute: string, value: string): Draft {
  return {
    label: { key: 'set-attribute', values: { attribute } },
    ops: [setMapEntry(kind, id, 'attributes', attribute, value === '' ? null : value)],
  };
}

/** Says which interventions a source or participant concerns. */
export function setIntervention(
  kind: 'source' | 'participant',
  id: string,
  intervention: string,
  concerns: boolean,
): Draft {
  return {
    label: { key: 'set-intervention', values: {} },
    ops: [setMapEntry(kind, id, 'interventions', intervention, concerns ? true : null)],
  };
}

/** Changes what is known about a participant. */
export function editParticipant(
  participant: Participant,
  values: Partial<Pick<Participant, 'codeName' | 'group' | 'gender'>>,
): Draft {
  return {
    label: { key: 'edit-participant', values: { participant: participant.codeName } },
    ops: [setOperation('participant', participant.id, values)],
  };
}

/** Says who speaks under a label. */
export function assignSpeaker(source: Source, label: string, role: SpeakerRole): Draft {
  return {
    label: { key: 'assign-speaker', values: { speaker: label } },
    ops: [setMapEntry('source', source.id, 'speakers', label, role)],
  };
}

/** Removes a source with its codings and the participants who speak nowhere else; one undo brings all back. */
export function removeSource(project: Project, source: Source): Draft {
  const codings = project.codingsOfSource(source.id, 'everything');
  const statistics = project.all('statistic').filter((statistic) => statistic.source === source.id);
  const elsewhere = new Set(
    project
      .all('source')
      .filter((other) => other.id !== source.id)
      .flatMap((other) => participantsOf(other)),
  );
  const participants = participantsOf(source).filter((id) => !elsewhere.has(id));
  return {
    label: { key: 'remove-source', values: { source: source.name, codings: codings.length } },
    ops: [
      ...codings.map((coding) => removeOperation('coding', coding.id)),
      ...statistics.map((statistic) => removeOperation('statistic', statistic.id)),
      ...participants.map((id) => removeOperation('participant', id)),
      removeOperation('source', source.id),
    ],
  };
}

/** The participants who speak in a source. */
export function participantsOf(source: Source): readonly Participant['id'][] {
  return Object.values(source.speakers).flatMap((role) => ('participant' in role ? [role.participant] : []));
}
