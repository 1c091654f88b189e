/** From what a reader found and what a person decided to the source that is added. */
import type { InterventionId } from '#shared/domain/evaluation/intervention.ts';
import type { ContentHash, QuestionnaireTable, SourceContent } from '#shared/domain/source/source-content.ts';
import type { NewSource, NewSpeaker } from '#shared/domain/source/source-edits.ts';
import type { SourceMethod } from '#shared/domain/source/source.ts';

/** What the file gave. */
export type ReadMaterial = {
  readonly fileName: string;
  /** SHA-256 of the file's bytes. */
  readonly fileHash: string;
  readonly format: string;
  readonly encoding: string | null;
  readonly content: SourceContent;
  /** Where the content is kept. */
  readonly revision: ContentHash;
};

/** Who a label stands for, as far as it is known at import. */
export type SpeakerDecision =
  'interviewer' | { readonly codeName: string; readonly group: string; readonly gender: string };

/** What the person decided, or what was guessed and left as it was. */
export type ImportDecision = {
  readonly name: string;
  readonly method: SourceMethod;
  readonly language: string | null;
  readonly date: string;
  readonly place: string;
  readonly interventions: Readonly<Record<InterventionId, true>>;
  /** By label; a questionnaire's respondents come from its table instead. */
  readonly speakers: Readonly<Record<string, SpeakerDecision>>;
};

/** The source to add. */
export function planImport(material: ReadMaterial, decision: ImportDecision): NewSource {
  const { content, ...file } = material;
  const { speakers, ...values } = decision;
  const { interventions } = values;
  return {
    ...file,
    ...values,
    characters: content.text.length,
    dependencyGroup: '',
    attributes: {},
    speakers: content.table
      ? respondentsOf(content.table, interventions)
      : Object.entries(speakers).map(([label, who]): NewSpeaker => ({
          label,
          as: who === 'interviewer' ? who : { ...who, interventions, attributes: {} },
        })),
  };
}

/** A file's name without its ending: what a source is called at first. */
export function nameFromFile(fileName: string): string {
  const name = fileName.replace(/\.[A-Za-z0-9]{1,8}$/u, '').trim();
  return name === '' ? fileName : name;
}

/** Headers under which questionnaires ask for gender and stakeholder group, in the interface languages. */
const GENDER_HEADER = /^(?:sexo|sexe|sex|g[eé]nero|genre|gender)\b/iu;
const GROUP_HEADER =
  /^(?:grupo|groupe|group|stakeholder|instituci[oó]n|institution|actor|sector|perfil|profil|profile)\b/iu;

/** Each respondent is a participant, with the columns that describe people as attributes. */
function respondentsOf(
  table: QuestionnaireTable,
  interventions: Readonly<Record<InterventionId, true>>,
): readonly NewSpeaker[] {
  const described = table.columns.flatMap(({ name, label, role }, index) =>
    role === 'attribute' ? [{ label: label === '' ? name : label, index }] : [],
  );
  const gender = described.find(({ label }) => GENDER_HEADER.test(label));
  const group = described.find(({ label }) => GROUP_HEADER.test(label));
  return table.respondents.map((respondent, row) => {
    const cellOf = (column: { readonly index: number } | undefined): string =>
      column ? (table.rows[row]?.[column.index] ?? '').trim() : '';
    const stated = described
      .map((column) => [column.label, cellOf(column)] as const)
      .filter(([, value]) => value !== '');
    return {
      label: respondent,
      as: {
        codeName: respondent,
        group: cellOf(group),
        gender: cellOf(gender),
        interventions,
        attributes: Object.fromEntries(stated),
      },
    };
  });
}
