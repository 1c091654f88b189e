/** Which column of the matrix a speaker stands in, and whether a filter lets through what is said. */
import { NOBODY, type CodingFacts } from '#shared/analysis/coding-facts.ts';
import { matchesValue, parseDimension, valuesOf, type Dimension } from '#shared/analysis/dimension.ts';
import { foldColumn, plannedVoices } from '#shared/analysis/plan.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { Source } from '#shared/domain/source/source.ts';

export type MatrixColumns = Extract<Dimension, 'method' | 'group' | 'gender' | 'intervention' | `attribute:${string}`>;

/** `name` is a dimension (`method`, `group`, `attribute:Estado`, or an attribute's bare name), or `coder`. */
export type WhereClause = { readonly name: string; readonly value: string };

export type MatrixColumn = {
  readonly id: string;
  /** As stated; a method's id for a method, for the screen to put in words; '' where nothing is stated. */
  readonly label: string;
  readonly isStated: boolean;
  /** How many voices were planned; null where the sampling plan names none. */
  readonly planned: number | null;
  readonly potentialVoices: number;
};

/** Id of the column of those of whom the wanted thing is not known. */
const NOT_STATED = 'not-stated';

/** Shown even when nobody is in them: that no one was asked is worth seeing. Observation is an extra. */
const USUAL_METHODS = ['interview', 'focus-group', 'questionnaire', 'document'] as const;
const METHOD_ORDER: readonly string[] = [...USUAL_METHODS, 'observation'];

type Condition = { readonly dimension: Dimension; readonly values: readonly string[] };

export class MatrixScope {
  private readonly facts: CodingFacts;
  private readonly project: Project;
  private readonly dimension: MatrixColumns;
  private readonly conditions: readonly Condition[];
  private readonly coders: ReadonlySet<string> | null;
  private readonly numbers = new Map<string, number>();
  private readonly known = new Map<Source, Map<number, readonly number[] | null>>();

  constructor(facts: CodingFacts, dimension: MatrixColumns, where: readonly WhereClause[]) {
    this.facts = facts;
    this.project = facts.project;
    this.dimension = dimension;
    this.conditions = groupConditions(where.filter((clause) => clause.name !== 'coder'));
    this.coders = findCoders(facts.project, where);
    if (dimension === 'method') for (const method of USUAL_METHODS) this.numberOf(method);
    if (dimension === 'intervention') for (const item of this.project.all('intervention')) this.numberOf(item.id);
  }

  /** Columns of a participant's words in a source, by number; null when the filter keeps them out. */
  columnsOf(source: Source, participant: number): readonly number[] | null {
    let bySpeaker = this.known.get(source);
    if (!bySpeaker) this.known.set(source, (bySpeaker = new Map<number, readonly number[] | null>()));
    let columns = bySpeaker.get(participant);
    if (columns === undefined) bySpeaker.set(participant, (columns = this.resolve(source, participant)));
    return columns;
  }

  /** The same for a coding that says itself which interventions it is about. */
  columnsOfCoding(source: Source, participant: number, coding: Coding): readonly number[] | null {
    return this.resolve(source, participant, coding);
  }

  /** Whether the filter lets a coding through for who made it. */
  admits(coding: Pick<Coding, 'coder'>): boolean {
    return this.coders === null || this.coders.has(coding.coder);
  }

  numberOf(id: string): number {
    let number = this.numbers.get(id);
    if (number === undefined) this.numbers.set(id, (number = this.numbers.size));
    return number;
  }

  get columnCount(): number {
    return this.numbers.size;
  }

  /** The columns in the order that people expect, what is not stated last. */
  columns(potential: readonly number[]): readonly MatrixColumn[] {
    const planned = plannedVoices(this.project, this.dimension);
    this.addPlanned(planned);
    return [...this.numbers.keys()]
      .map((id) => ({
        id,
        label: this.labelOf(id),
        isStated: id !== NOT_STATED,
        planned: planned.get(foldColumn(this.dimension, id))?.voices ?? null,
        potentialVoices: potential[this.numberOf(id)] ?? 0,
      }))
      .sort((a, b) => Number(b.isStated) - Number(a.isStated) || this.compare(a, b));
  }

  /** Who was to be heard and was not has a column of their own: that they are missing is worth seeing. */
  private addPlanned(planned: ReturnType<typeof plannedVoices>): void {
    const present = new Set([...this.numbers.keys()].map((id) => foldColumn(this.dimension, id)));
    for (const [key, { value }] of planned) if (!present.has(key)) this.numberOf(value);
  }

  private resolve(source: Source, participant: number, coding?: Coding): readonly number[] | null {
    const id = participant === NOBODY ? undefined : this.facts.participantId(participant);
    const person = id && this.project.get('participant', id);
    const isAdmitted = this.conditions.every((condition) => {
      const values = valuesOf(this.project, condition.dimension, source, person, coding);
      return condition.values.some((wanted) => matchesValue(this.project, condition.dimension, values, wanted));
    });
    if (!isAdmitted) return null;
    const values = valuesOf(this.project, this.dimension, source, person, coding);
    return values.length === 0 ? [this.numberOf(NOT_STATED)] : values.map((value) => this.numberOf(value));
  }

  private labelOf(id: string): string {
    if (id === NOT_STATED) return '';
    if (this.dimension !== 'intervention') return id;
    return this.project.all('intervention').find((item) => item.id === id)?.code ?? id;
  }

  private compare(a: MatrixColumn, b: MatrixColumn): number {
    if (this.dimension === 'method') return METHOD_ORDER.indexOf(a.id) - METHOD_ORDER.indexOf(b.id);
    // Interventions were numbered in their own order.
    if (this.dimension === 'intervention') return this.numberOf(a.id) - this.numberOf(b.id);
    return collator.compare(a.label, b.label) || (a.id < b.id ? -1 : 1);
  }
}

/** One fixed order on every machine, numbers by value. */
const collator = new Intl.Collator('en', { numeric: true });

function groupConditions(where: readonly WhereClause[]): readonly Condition[] {
  const values = new Map<Dimension, string[]>();
  for (const { name, value } of where) {
    const dimension = parseDimension(name);
    values.set(dimension, [...(values.get(dimension) ?? []), value]);
  }
  return [...values].map(([dimension, wanted]) => ({ dimension, values: wanted }));
}

function findCoders(project: Project, where: readonly WhereClause[]): ReadonlySet<string> | null {
  const names = where.filter((clause) => clause.name === 'coder').map((clause) => clause.value);
  if (names.length === 0) return null;
  const people = project.all('person').filter((person) => names.includes(person.name) || names.includes(person.id));
  return new Set(people.map((person) => person.id));
}
