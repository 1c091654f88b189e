/** Ways to tell sources and participants apart: by method, stakeholder group, intervention, any attribute. */
import { asId } from '#shared/basics/ids.ts';
import { foldName } from '#shared/domain/codebook/codebook.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';
import type { Participant } from '#shared/domain/participant/participant.ts';
import type { Project } from '#shared/domain/project/project.ts';
import { participantsOf } from '#shared/domain/source/source-edits.ts';
import type { Source } from '#shared/domain/source/source.ts';

export type Dimension =
  'method' | 'group' | 'gender' | 'intervention' | 'language' | 'source' | 'place' | `attribute:${string}`;

const NAMED: readonly string[] = ['method', 'group', 'gender', 'intervention', 'language', 'source', 'place'];

/** Reads a name from outside: one of the known dimensions, `attribute:NAME`, or the bare NAME of an attribute. */
export function parseDimension(name: string): Dimension {
  if (NAMED.includes(name) || name.startsWith('attribute:')) return name as Dimension;
  return `attribute:${name}`;
}

/**
 * Values of what one participant says in one source; none when it is not stated. `participant` is undefined when it
 * is not known who speaks. Then the source's participants stand in when they all agree; when they differ it is not
 * stated who spoke, and the answer is none rather than all of them: else one voice would be compared with itself in
 * two columns and agree. A source without such participants answers by its own attribute.
 * Only interventions can be several: a source may well concern two of them; a coding may say which of them it is about.
 */
export function valuesOf(
  project: Project,
  dimension: Dimension,
  source: Source,
  participant: Participant | undefined,
  coding?: Pick<Coding, 'interventions'>,
): readonly string[] {
  switch (dimension) {
    case 'method':
      return [source.method];
    case 'source':
      return [source.id];
    case 'language':
      return stated(source.language ?? '');
    case 'place':
      return stated(source.place);
    case 'intervention':
      return interventionsOf(project, source, participant, coding);
    default:
      return stated(attributeOf(project, dimension, source, participant));
  }
}

/** Says whether any of `values` is the wanted one, written by a person: case, accents and blanks do not count. */
export function matchesValue(
  project: Project,
  dimension: Dimension,
  values: readonly string[],
  wanted: string,
): boolean {
  const folded = foldName(wanted);
  return values.some(
    (value) => value === wanted || labelsOf(project, dimension, value).some((label) => foldName(label) === folded),
  );
}

function labelsOf(project: Project, dimension: Dimension, value: string): readonly string[] {
  if (dimension === 'source')
    return project
      .all('source')
      .filter((source) => source.id === value)
      .map((source) => source.name);
  if (dimension !== 'intervention') return [value];
  const intervention = project.all('intervention').find((item) => item.id === value);
  return intervention ? [intervention.code, intervention.title] : [];
}

/** The nearest that says anything: the excerpt, who speaks, the source. */
function interventionsOf(
  project: Project,
  source: Source,
  participant: Participant | undefined,
  coding: Pick<Coding, 'interventions'> | undefined,
): readonly string[] {
  for (const one of [coding, participant, source]) {
    const ids = Object.keys(one?.interventions ?? {}).filter((id) => project.get('intervention', asId(id)));
    if (ids.length > 0) return ids;
  }
  return [];
}

type Attribute = Exclude<Dimension, 'method' | 'source' | 'language' | 'place' | 'intervention'>;

function attributeOf(
  project: Project,
  dimension: Attribute,
  source: Source,
  participant: Participant | undefined,
): string {
  const fromSource = source.attributes[attributeName(dimension)] ?? '';
  if (participant) return attributeOfParticipant(dimension, participant) || fromSource;
  const values = new Set(
    participantsOf(source).flatMap((id) => {
      const one = project.get('participant', id);
      return one ? [attributeOfParticipant(dimension, one) || fromSource] : [];
    }),
  );
  if (values.size > 1) return '';
  return [...values][0] ?? fromSource;
}

function attributeOfParticipant(dimension: Attribute, participant: Participant): string {
  if (dimension === 'group') return participant.group;
  if (dimension === 'gender') return participant.gender;
  return participant.attributes[attributeName(dimension)] ?? '';
}

function attributeName(dimension: Attribute): string {
  return dimension.startsWith('attribute:') ? dimension.slice('attribute:'.length) : dimension;
}

function stated(value: string): readonly string[] {
  const trimmed = value.trim();
  return trimmed === '' ? [] : [trimmed];
}
