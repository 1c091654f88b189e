/** Reads one source of the sample: the same readers as an import, and what its list says about it. */
import type { InterventionId } from '#shared/domain/evaluation/intervention.ts';
import type { NewSource, NewSpeaker } from '#shared/domain/source/source-edits.ts';
import type { QuestionnaireTable, SourceContent } from '#shared/domain/source/source-content.ts';
import { readFile, type ReadFileOptions } from '#shared/formats/read-file.ts';
import type { SampleSource } from '#shared/formats/sample/sample-files.ts';

/** Reads the file; throws when our own file cannot be read. */
export async function readSampleSource(
  entry: SampleSource,
  text: string,
  plan: unknown,
  interventions: ReadonlyMap<string, InterventionId>,
): Promise<{ readonly content: SourceContent; readonly input: Omit<NewSource, 'revision' | 'fileHash'> }> {
  const fileName = entry.file.split('/').at(-1) ?? entry.file;
  const speakers = entry.participants.length > 0 ? 'always' : 'never';
  const options: ReadFileOptions =
    plan === null ? { speakers } : { plan: plan as NonNullable<ReadFileOptions['plan']> };
  const read = await readFile({ name: fileName, bytes: new TextEncoder().encode(text) }, options);
  if (!read.ok) throw new Error(`The sample's file ${entry.file} cannot be read: ${read.failure.code}.`);
  const { content, format, encoding } = read.value;
  const concerns = Object.fromEntries(
    entry.interventions.flatMap((code) => {
      const id = interventions.get(code);
      return id ? [[id, true as const]] : [];
    }),
  );
  const { name, method, date, place, language, attributes } = entry;
  const input = {
    name,
    method,
    date,
    place,
    language,
    attributes,
    interventions: concerns,
    fileName,
    format,
    encoding,
    characters: content.text.length,
    dependencyGroup: '',
    speakers: content.table ? respondentsOf(content.table, concerns) : speakersOf(entry, read.value.speakers, concerns),
  };
  return { content, input };
}

function speakersOf(
  entry: SampleSource,
  labels: readonly { readonly name: string }[],
  interventions: Record<InterventionId, true>,
): readonly NewSpeaker[] {
  const participants = new Map(entry.participants.map(({ label, ...participant }) => [label, participant]));
  return labels.map(({ name }): NewSpeaker => {
    const participant = participants.get(name);
    return { label: name, as: participant ? { ...participant, interventions } : 'interviewer' };
  });
}

function respondentsOf(table: QuestionnaireTable, interventions: Record<InterventionId, true>): readonly NewSpeaker[] {
  const attributes = table.columns.flatMap((column, index) =>
    column.role === 'attribute' ? [{ ...column, index }] : [],
  );
  return table.respondents.map((respondent, row) => {
    const valueOf = (name: string): string =>
      table.rows[row]?.[table.columns.findIndex((column) => column.name === name)] ?? '';
    return {
      label: respondent,
      as: {
        codeName: respondent,
        group: valueOf('institucion'),
        gender: valueOf('sexo'),
        interventions,
        attributes: Object.fromEntries(
          attributes.map((column) => [column.label, table.rows[row]?.[column.index] ?? '']),
        ),
      },
    };
  });
}
