/** What sources, participants and labels are called outside the team. */
import type { Participant, ParticipantId } from '#shared/domain/participant/participant.ts';
import type { Source, SourceId } from '#shared/domain/source/source.ts';
import type { EvaluationMaterial } from '#shared/formats/deliverable/material.ts';
import type { ExportProfile } from '#shared/formats/deliverable/profile/export-profile.ts';
import { isIdentifyingCodeName } from '#shared/formats/deliverable/profile/known-names.ts';
import type { Words } from '#shared/formats/deliverable/words.ts';
import { coreOf, shapeOf } from '#shared/formats/speakers/name-shape.ts';

export type Pseudonyms = {
  readonly codeNameOf: (participant: Participant) => string;
  readonly sourceNameOf: (source: Source) => string;
  /** What a label in the text becomes. */
  readonly labelFor: (source: Source, label: string) => string;
  /** How many code names and names of sources are other ones now. */
  readonly changed: { readonly participants: number; readonly sources: number };
};

/** Gives everybody a name that tells nothing: for reviewers where theirs tells something, for the public always. */
export function choosePseudonyms(
  records: EvaluationMaterial['records'],
  profile: ExportProfile,
  words: Words,
): Pseudonyms {
  const codeNames = new Map<ParticipantId, string>();
  let participants = 0;
  records.participant.forEach((participant, place) => {
    const isKept = profile !== 'public' && !isIdentifyingCodeName(participant.codeName);
    if (!isKept) participants += 1;
    codeNames.set(participant.id, isKept ? participant.codeName : `P-${String(place + 1).padStart(3, '0')}`);
  });
  const sourceNames = new Map<SourceId, string>();
  const numbers = new Map<string, number>();
  let sources = 0;
  for (const source of records.source) {
    const number = (numbers.get(source.method) ?? 0) + 1;
    numbers.set(source.method, number);
    // A document is named by its title: it is no person, and readers must be able to find it.
    const isKept = profile !== 'public' || source.method === 'document';
    if (!isKept) sources += 1;
    sourceNames.set(source.id, isKept ? source.name : `${words(`method.${source.method}`)} ${number}`);
  }
  return {
    codeNameOf: ({ id }) => codeNames.get(id) ?? '',
    sourceNameOf: ({ id }) => sourceNames.get(id) ?? '',
    labelFor: (source, label) => {
      if (label === '') return '';
      const role = source.speakers[label];
      if (role && 'participant' in role) return codeNames.get(role.participant) ?? words('profile.speaker');
      if (role) return shapeOf(coreOf(label).trim()) === 'name' ? words('profile.interviewer') : label;
      const tells = shapeOf(coreOf(label).trim());
      return tells === 'role' || tells === 'code' ? label : words('profile.speaker');
    },
    changed: { participants, sources },
  };
}
