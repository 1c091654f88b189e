/** Whether a questionnaire that is read is a further wave of one in the evaluation, and taking it in. */
import type { Draft, Operation } from '#shared/domain/change/change.ts';
import type { InterventionId } from '#shared/domain/evaluation/intervention.ts';
import { addWave } from '#shared/domain/revision/wave-edits.ts';
import { isWaveOf, planWave } from '#shared/domain/source/questionnaire-wave.ts';
import type { QuestionnaireColumn, SourceContent } from '#shared/domain/source/source-content.ts';
import type { NewSpeaker } from '#shared/domain/source/source-edits.ts';
import type { Source, SourceId } from '#shared/domain/source/source.ts';
import { respondentsOf } from '#shared/formats/plan-import.ts';
import { randomBytes } from '#renderer/data/random.ts';
import type { ProjectSession } from '#renderer/data/session.ts';

/** A questionnaire in the evaluation that asks the same. */
export type KnownQuestionnaire = { readonly source: SourceId; readonly name: string; readonly content: SourceContent };

/** The questionnaire that these columns are a further wave of; the latest where several are. */
export async function findKnownQuestionnaire(
  session: ProjectSession,
  columns: readonly QuestionnaireColumn[],
): Promise<KnownQuestionnaire | null> {
  const sources = session.project.all('source').filter(({ method }) => method === 'questionnaire');
  for (const { id, name, revision } of sources.toReversed()) {
    const content = await session.contents.load(revision);
    if (content?.table && isWaveOf(content.table, columns)) return { source: id, name, content };
  }
  return null;
}

export type WaveFile = { readonly fileName: string; readonly fileHash: string; readonly content: SourceContent };

/** Takes waves in, one after the other: a batch may hold several of one questionnaire. */
export async function addWaves(
  session: ProjectSession,
  waves: readonly { readonly source: SourceId; readonly file: WaveFile }[],
): Promise<Draft | null> {
  const ops: Operation[] = [];
  const present = new Map<SourceId, Source>();
  let label: Draft['label'] | null = null;
  for (const { source: id, file } of waves) {
    const source = present.get(id) ?? session.project.get('source', id);
    const known = source && (await session.contents.load(source.revision));
    const wave = known && planWave(known, file.content);
    if (!source || !wave) continue;
    const to = await session.contents.add(wave.content);
    const draft = addWave(
      source,
      { ...file, content: wave.content, sections: wave.sections, to, speakers: newRespondents(wave, source) },
      { person: session.person, at: new Date().toISOString() },
      randomBytes,
    );
    present.set(id, { ...source, revision: to });
    ops.push(...draft.ops);
    label ??= draft.label;
  }
  return label ? { label, ops } : null;
}

function newRespondents(
  { content, added }: { readonly content: SourceContent; readonly added: readonly string[] },
  { interventions }: { readonly interventions: Readonly<Record<InterventionId, true>> },
): readonly NewSpeaker[] {
  const { table } = content;
  if (!table) return [];
  const isNew = new Set(added);
  return respondentsOf(table)
    .filter(({ label }) => isNew.has(label))
    .map((speaker) => (speaker.as === 'interviewer' ? speaker : { ...speaker, as: { ...speaker.as, interventions } }));
}
