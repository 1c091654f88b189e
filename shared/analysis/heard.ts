/**
 * Who was heard: planned, invited, reached and coded voices, split by any of group, method, intervention, gender and
 * place. Voices are counted as in the matrix (a focus group is one), people beside them.
 */
import { NOBODY, type CodingFacts, type SourceFacts } from '#shared/analysis/coding-facts.ts';
import { valuesOf } from '#shared/analysis/dimension.ts';
import { foldName } from '#shared/domain/codebook/codebook.ts';
import type { PlannedSample } from '#shared/domain/evaluation/planned-sample.ts';

export const heardDimensions = ['method', 'group', 'intervention', 'gender', 'place'] as const;
export type HeardDimension = (typeof heardDimensions)[number];

/** A value as stated (an id for methods and interventions); '' where it is not stated; ANY where the plan leaves it open. */
export type HeardValue = string;
export const ANY: HeardValue = '*';

export type HeardCounts = {
  readonly planned: number | null;
  readonly invited: number | null;
  readonly declined: number | null;
  /** Voices: interviews, focus groups, respondents, documents. */
  readonly reached: number;
  /** Participants behind those voices. */
  readonly people: number;
  /** Voices with at least one coding. */
  readonly coded: number;
  readonly quotes: number;
};

export type HeardLine = HeardCounts & { readonly values: readonly HeardValue[] };
export type HeardTable = {
  readonly dimensions: readonly HeardDimension[];
  readonly lines: readonly HeardLine[];
  readonly total: HeardCounts;
};

/** Counts who was heard, one line for each combination of values that was planned or reached. */
export function tallyHeard(facts: CodingFacts, dimensions: readonly HeardDimension[]): HeardTable {
  const lines = new Map<string, LineTally>();
  const total = new LineTally([]);
  const lineOf = (values: readonly HeardValue[]): LineTally => {
    // Names that differ only in case, accents or blanks are one line.
    const key = JSON.stringify(values.map((value, place) => foldValue(dimensions[place], value)));
    let line = lines.get(key);
    if (!line) lines.set(key, (line = new LineTally(values)));
    return line;
  };
  for (const source of facts.read()) {
    const combinations = new Map<number, readonly (readonly HeardValue[])[]>();
    const linesOf = (participant: number): readonly LineTally[] => {
      let known = combinations.get(participant);
      if (!known) combinations.set(participant, (known = combine(facts, source, participant, dimensions)));
      return [...known.map(lineOf), total];
    };
    for (const { voice, participant } of source.potential) {
      for (const line of linesOf(participant)) line.reach(voice, participant);
    }
    source.codings.forEach((_, place) => {
      const voice = source.voices[place] as number;
      for (const line of linesOf(source.speakers[place] as number)) line.quote(voice);
    });
  }
  for (const planned of facts.project.all('planned-sample')) {
    const values = dimensions.map((dimension) => plannedValue(planned, dimension));
    for (const line of [lineOf(values), total]) line.plan(planned);
  }
  return {
    dimensions,
    lines: [...lines.values()].map((line) => line.read()).sort((a, b) => compareValues(a.values, b.values)),
    total: total.read(),
  };
}

class LineTally {
  private readonly values: readonly HeardValue[];
  private readonly voices = new Set<number>();
  private readonly people = new Set<number>();
  private readonly codedVoices = new Set<number>();
  private quotes = 0;
  private planned: number | null = null;
  private invited: number | null = null;
  private declined: number | null = null;

  constructor(values: readonly HeardValue[]) {
    this.values = values;
  }

  reach(voice: number, participant: number): void {
    this.voices.add(voice);
    if (participant !== NOBODY) this.people.add(participant);
  }

  quote(voice: number): void {
    this.codedVoices.add(voice);
    this.quotes += 1;
  }

  plan({ planned, invited, declined }: PlannedSample): void {
    this.planned = (this.planned ?? 0) + planned;
    if (invited !== null) this.invited = (this.invited ?? 0) + invited;
    if (declined !== null) this.declined = (this.declined ?? 0) + declined;
  }

  read(): HeardLine {
    const { values, planned, invited, declined, quotes } = this;
    const counts = { reached: this.voices.size, people: this.people.size, coded: this.codedVoices.size, quotes };
    return { values, planned, invited, declined, ...counts };
  }
}

/** Only interventions can be several; then a voice stands in several lines. */
function combine(
  facts: CodingFacts,
  { source }: SourceFacts,
  participant: number,
  dimensions: readonly HeardDimension[],
): readonly (readonly HeardValue[])[] {
  const id = participant === NOBODY ? undefined : facts.participantId(participant);
  const person = id && facts.project.get('participant', id);
  return dimensions.reduce<readonly (readonly HeardValue[])[]>(
    (rows, dimension) => {
      const values = valuesOf(facts.project, dimension, source, person);
      return rows.flatMap((row) => (values.length === 0 ? [''] : values).map((value) => [...row, value]));
    },
    [[]],
  );
}

function plannedValue(line: PlannedSample, dimension: HeardDimension): HeardValue {
  if (dimension === 'intervention') return line.intervention ?? ANY;
  const value = line[dimension].trim();
  return value === '' ? ANY : value;
}

function foldValue(dimension: HeardDimension | undefined, value: HeardValue): string {
  return dimension === 'method' || dimension === 'intervention' ? value : foldName(value);
}

const collator = new Intl.Collator('en', { numeric: true });

/** By name; what is not stated or left open stands last. */
function compareValues(a: readonly HeardValue[], b: readonly HeardValue[]): number {
  for (let place = 0; place < a.length; place += 1) {
    const [one = '', other = ''] = [a[place], b[place]];
    const isOpen = (value: string): number => Number(value === '' || value === ANY);
    const order = isOpen(one) - isOpen(other) || collator.compare(one, other);
    if (order !== 0) return order;
  }
  return 0;
}

/** How many voices a line of the sampling plan has reached. */
export function countReached(facts: CodingFacts, sources: readonly SourceFacts[], line: PlannedSample): number {
  const { project } = facts;
  const wanted = (['group', 'gender', 'place'] as const).flatMap((dimension) => {
    const value = line[dimension].trim();
    return value === '' ? [] : [{ dimension, value: foldName(value) }];
  });
  const voices = new Set<number>();
  for (const { source, potential } of sources) {
    if (source.method !== line.method) continue;
    for (const { voice, participant } of potential) {
      if (voices.has(voice)) continue;
      const id = participant === NOBODY ? undefined : facts.participantId(participant);
      const person = id && project.get('participant', id);
      const fits =
        wanted.every(({ dimension, value }) =>
          valuesOf(project, dimension, source, person).some((one) => foldName(one) === value),
        ) &&
        (line.intervention === null || valuesOf(project, 'intervention', source, person).includes(line.intervention));
      if (fits) voices.add(voice);
    }
  }
  return voices.size;
}
