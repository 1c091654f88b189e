/** What a person decides about a file that was read: at first the guess, then corrected, then made a source. */
import { asId } from '#shared/basics/ids.ts';
import type { ContentHash, SourceContent } from '#shared/domain/source/source-content.ts';
import type { NewSource, NewSpeaker } from '#shared/domain/source/source-edits.ts';
import type { Source, SourceMethod } from '#shared/domain/source/source.ts';
import type { ImportedSource } from '#shared/formats/imported-source.ts';
import { planImport } from '#shared/formats/plan-import.ts';

/** Who a label stands for, as far as it is known at import. */
export type SpeakerDecision =
  'interviewer' | { readonly codeName: string; readonly group: string; readonly gender: string };

export type ImportDecision = Pick<Source, 'name' | 'method' | 'language' | 'date' | 'place' | 'interventions'> & {
  /** By label; a questionnaire's respondents come from its table instead. */
  readonly speakers: Readonly<Record<string, SpeakerDecision>>;
};

const NOT_STORED_YET = { fileHash: '', revision: asId<'content'>('') };

/** The guess. */
export function draftDecision(fileName: string, imported: ImportedSource): ImportDecision {
  const { name, method, language, interventions } = planImport(imported, { fileName, ...NOT_STORED_YET });
  const speakers = guessSpeakers(fileName, imported, method);
  return { name, method, language, interventions, date: dateInName(fileName), place: '', speakers };
}

/** Who speaks, if the source was made by this method. */
export function guessSpeakers(
  fileName: string,
  imported: ImportedSource,
  method: SourceMethod,
): ImportDecision['speakers'] {
  if (imported.content.table) return {};
  const { speakers } = planImport(imported, { fileName, method, ...NOT_STORED_YET });
  return Object.fromEntries(
    speakers.map(({ label, as }): [string, SpeakerDecision] => {
      if (as === 'interviewer') return [label, as];
      const { codeName, group, gender } = as;
      return [label, { codeName, group, gender }];
    }),
  );
}

/** The source to add. */
export function decidedSource(
  imported: ImportedSource,
  decision: ImportDecision,
  stored: {
    readonly fileName: string;
    readonly fileHash: string;
    readonly content: SourceContent;
    readonly revision: ContentHash;
  },
): NewSource {
  const { content, ...file } = stored;
  const { speakers, ...values } = decision;
  const { method, interventions } = values;
  const planned = planImport({ ...imported, content }, { ...file, method, interventions });
  if (content.table) return { ...planned, ...values };
  const decided = Object.entries(speakers).map(([label, who]): NewSpeaker => ({
    label,
    as: who === 'interviewer' ? who : { ...who, codeName: who.codeName || label, interventions, attributes: {} },
  }));
  return { ...planned, ...values, speakers: decided };
}

function dateInName(fileName: string): string {
  const [, year, month, day] = /(20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])/u.exec(fileName) ?? [];
  return year && month && day ? `${year}-${month}-${day}` : '';
}
