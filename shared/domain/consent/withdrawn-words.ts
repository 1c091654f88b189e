/** What people said who have withdrawn, as texts to look for wherever they may have been copied to. */
import type { Fold } from '#shared/domain/change/fold.ts';
import { isMasked } from '#shared/domain/consent/mask-content.ts';
import type { Withdrawal } from '#shared/domain/consent/withdrawal.ts';
import type { ContentHash, SourceContent } from '#shared/domain/source/source-content.ts';
import type { Source, SpeakerRole } from '#shared/domain/source/source.ts';

/** What the leaving people said (`labels` null: everybody); not the interviewer's questions, which stand in other interviews, too. */
export function wordsOf(
  content: SourceContent,
  speakers: Source['speakers'],
  labels: ReadonlySet<string> | null,
): readonly string[] {
  const spoken = content.segments.filter(
    ({ speaker, respondent }) => speaker !== undefined || respondent !== undefined,
  );
  if (spoken.length === 0) return [content.text];
  const theirs = spoken.filter(({ speaker, respondent }) => {
    const label = respondent ?? speaker ?? '';
    if (labels) return labels.has(label);
    const role = speakers[label];
    return !(role && 'interviewer' in role);
  });
  const cells = content.table && !labels ? content.table.rows.flat() : [];
  return [...theirs.map(({ start, bodyStart, end }) => content.text.slice(bodyStart ?? start, end)), ...cells].filter(
    (text) => !isMasked(text),
  );
}

/** What the withdrawn people say in texts that are about to be erased. `fold` knows who spoke in them. */
export function doomedWords(
  withdrawals: readonly Withdrawal[],
  fold: Fold,
  doomed: ReadonlyMap<ContentHash, SourceContent>,
): readonly string[] {
  return withdrawals.flatMap(({ contents, sources, participants }) =>
    Object.entries(contents).flatMap(([hash, replacement]) => {
      const content = doomed.get(hash as ContentHash);
      if (!content) return [];
      const speakers = speakersOnce(fold, new Set([...sources, hash, replacement ?? hash]));
      const leaving = Object.entries(speakers).filter(
        ([, role]) => 'participant' in role && participants.includes(role.participant),
      );
      return wordsOf(content, speakers, replacement === null ? null : new Set(leaving.map(([label]) => label)));
    }),
  );
}

/** Who spoke in sources of these ids or texts, also in those that have been removed. */
function speakersOnce(fold: Fold, named: ReadonlySet<string>): Source['speakers'] {
  const speakers: Record<string, SpeakerRole> = {};
  for (const [id, { fields }] of fold.entries.source) {
    const { revision } = fields;
    if (!named.has(id) && !(typeof revision === 'string' && named.has(revision))) continue;
    for (const [field, value] of Object.entries(fields)) {
      if (field.startsWith('speakers.') && value !== null)
        speakers[field.slice('speakers.'.length)] = value as SpeakerRole;
    }
  }
  return speakers;
}
