/** Takes a further wave into its questionnaire as one change: the new text, the new respondents, the newer file. */
import type { RandomBytes } from '#shared/basics/ids.ts';
import type { Draft } from '#shared/domain/change/change.ts';
import { setMapEntry, setOperation } from '#shared/domain/change/fields.ts';
import { reviseSources, type RevisionAuthor } from '#shared/domain/revision/revision-edits.ts';
import type { ContentHash } from '#shared/domain/source/source-content.ts';
import { addSpeakers, type NewSpeaker } from '#shared/domain/source/source-edits.ts';
import type { QuestionnaireWave } from '#shared/domain/source/questionnaire-wave.ts';
import type { Source } from '#shared/domain/source/source.ts';

export type StoredWave = Pick<QuestionnaireWave, 'content' | 'sections'> & {
  readonly to: ContentHash;
  /** The new respondents only. */
  readonly speakers: readonly NewSpeaker[];
  readonly fileName: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly fileHash: string;
};

/** Adds the respondents; codings keep their places, since everything stands behind what was there. */
export function addWave(source: Source, wave: StoredWave, by: RevisionAuthor, randomBytes: RandomBytes): Draft {
  const { to, content, sections, fileName, fileHash } = wave;
  const revised = reviseSources(
    [{ source, to, characters: content.text.length, sections, renamed: new Map() }],
    'wave',
    by,
    randomBytes,
  );
  const { speakers, participants } = addSpeakers(wave.speakers, randomBytes);
  return {
    label: revised.label,
    ops: [
      ...participants,
      ...revised.ops,
      setOperation('source', source.id, { fileName, fileHash }),
      ...Object.entries(speakers).map(([label, role]) => setMapEntry('source', source.id, 'speakers', label, role)),
    ],
  };
}
