/** Codings of another program as ours: found again by GUID, or by being the same words, code and coder. */
import type { Operation } from '#shared/domain/change/change.ts';
import { setOperation } from '#shared/domain/change/fields.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { Coding, CodingId, Direction } from '#shared/domain/coding/coding.ts';
import type { Project } from '#shared/domain/project/project.ts';
import { guidOf } from '#shared/formats/refi/guid.ts';
import type { LossBook } from '#shared/formats/refi/losses.ts';
import { directionOf, findingOf } from '#shared/formats/refi/own-codes.ts';
import type { OwnNote } from '#shared/formats/refi/own-note.ts';
import type { PlannedCodes } from '#shared/formats/refi/plan-codes.ts';
import type { PlannedText } from '#shared/formats/refi/plan-sources.ts';
import type { PlannedUsers } from '#shared/formats/refi/plan-users.ts';
import type { RecordIds } from '#shared/formats/refi/record-ids.ts';
import type { RefiCoding } from '#shared/formats/refi/refi-text.ts';

export type CodingContext = {
  readonly sources: readonly PlannedText[];
  readonly ids: RecordIds;
  readonly users: PlannedUsers;
  readonly codes: PlannedCodes;
  readonly losses: LossBook;
  readonly note: OwnNote;
  readonly now: string;
};

export type PlannedCodings = {
  readonly ops: readonly Operation[];
  /** Codes made for references that lead nowhere. */
  readonly codeOps: readonly Operation[];
  /** Sources and codes that were here and get codings: so that nobody removes them unseen. */
  readonly touches: readonly { readonly kind: 'source' | 'code'; readonly id: never }[];
  readonly total: number;
  readonly added: number;
  /** By GUID of the text. */
  readonly addedBySource: ReadonlyMap<string, number>;
  /** Codings that share a selection with a finding, by id of the finding. */
  readonly findingLinks: ReadonlyMap<string, ReadonlySet<CodingId>>;
  /** Codings of this file, new or known. */
  readonly placed: ReadonlyMap<CodingId, Omit<Coding, 'id'>>;
};

/** Plans the codings. */
export function planRefiCodings(project: Project, context: CodingContext): PlannedCodings {
  const planner = new CodingPlanner(project, context);
  for (const planned of context.sources) planner.addText(planned);
  return planner.finish();
}

class CodingPlanner {
  private readonly project: Project;
  private readonly context: CodingContext;
  private readonly ops: Operation[] = [];
  private readonly codeOps: Operation[] = [];
  private readonly touched = { source: new Set<string>(), code: new Set<string>() };
  private readonly addedBySource = new Map<string, number>();
  private readonly findingLinks = new Map<string, Set<CodingId>>();
  private readonly placed = new Map<CodingId, Omit<Coding, 'id'>>();
  private readonly known: ReadonlyMap<string, Partial<Coding>>;
  private total = 0;

  constructor(project: Project, context: CodingContext) {
    this.project = project;
    this.context = context;
    const records = context.note.records.get('coding') ?? [];
    this.known = new Map(records.map(({ id, fields }) => [id, fields as Partial<Coding>]));
  }

  addText(planned: PlannedText): void {
    const { text } = planned;
    const directions = new Map<string, Direction>();
    const findings = new Map<string, string[]>();
    const codings: RefiCoding[] = [];
    for (const coding of text.codings) {
      const direction = directionOf(coding.code);
      const finding = findingOf(coding.code, this.context.note.ids);
      if (direction !== undefined) directions.set(coding.selection, direction);
      else if (finding !== null) findings.set(coding.selection, [...(findings.get(coding.selection) ?? []), finding]);
      else codings.push(coding);
    }
    const here = this.codingsHere(planned);
    for (const coding of codings) {
      const id = this.addCoding(planned, coding, directions.get(coding.selection), here);
      if (id === null) continue;
      for (const finding of findings.get(coding.selection) ?? []) {
        const list = this.findingLinks.get(finding) ?? new Set<CodingId>();
        list.add(id);
        this.findingLinks.set(finding, list);
      }
    }
  }

  finish(): PlannedCodings {
    return {
      ops: this.ops,
      codeOps: this.codeOps,
      touches: (['source', 'code'] as const).flatMap((kind) =>
        [...this.touched[kind]].map((id) => ({ kind, id: id as never })),
      ),
      total: this.total,
      added: this.ops.length,
      addedBySource: this.addedBySource,
      findingLinks: this.findingLinks,
      placed: this.placed,
    };
  }

  /** Codings of a known source by what they say; each is found once. */
  private codingsHere({ source, item }: PlannedText): Map<string, CodingId[]> {
    const here = new Map<string, CodingId[]>();
    if (item.isNew) return here;
    for (const coding of this.project.codingsOfSource(source.id, 'everything')) {
      const key = contentKey(coding);
      here.set(key, [...(here.get(key) ?? []), coding.id]);
    }
    return here;
  }

  /** The id of the coding, new or known; null for a twin within the file. */
  private addCoding(
    { text, source, item }: PlannedText,
    coding: RefiCoding,
    direction: Direction | undefined,
    here: Map<string, CodingId[]>,
  ): CodingId | null {
    const { ids, users, codes, losses, now } = this.context;
    const { start, end } = coding;
    const code = this.codeOf(coding.code, text.name);
    const values: Omit<Coding, 'id'> = {
      source: source.id,
      revision: source.revision,
      start,
      end,
      code,
      direction: direction ?? (codes.hasDirections ? 'supports' : 'neutral'),
      coder: users.personOf(coding.user),
      memo: coding.memo,
      codedAt: coding.at || now,
      selection:
        coding.selection === '' || coding.selection === guidOf(ids.idOf('coding', coding.guid), 'selection')
          ? null
          : coding.selection,
    };
    this.total += 1;
    const given = ids.idOf('coding', coding.guid);
    const earlier = this.placed.get(given);
    if (earlier !== undefined && contentKey(earlier) === contentKey(values) && earlier.source === values.source) {
      this.total -= 1;
      return null;
    }
    if (earlier !== undefined) losses.add('duplicate-guid', text.name);
    const id =
      earlier === undefined
        ? given
        : (guidOf(`coding ${coding.guid} ${text.guid} ${start} ${end} ${code}`) as CodingId);
    const known = this.project.get('coding', id)?.id ?? this.takeTwin(here, values);
    this.placed.set(id, values);
    if (known !== undefined) {
      if (known !== id) ids.alias('coding', coding.guid, known);
      this.placed.set(known, this.project.get('coding', known) ?? values);
      return known;
    }
    if (direction === undefined && !codes.hasDirections) losses.add('direction-unknown', '');
    const own = this.known.get(id);
    const codedAt = own?.codedAt ?? values.codedAt;
    this.ops.push(setOperation('coding', id, { ...own, ...values, codedAt }));
    this.addedBySource.set(text.guid, (this.addedBySource.get(text.guid) ?? 0) + 1);
    if (!item.isNew) this.touched.source.add(source.id);
    if (this.project.get('code', code) !== undefined) this.touched.code.add(code);
    return id;
  }

  /** The same words, code and coder under another GUID: some programs draw new ones at every export. */
  private takeTwin(here: Map<string, CodingId[]>, values: Omit<Coding, 'id'>): CodingId | undefined {
    const key = contentKey(values);
    const [found, ...rest] = here.get(key) ?? [];
    if (found !== undefined) here.set(key, rest);
    return found;
  }

  private codeOf(guid: string, source: string): CodeId {
    const known = this.context.codes.idByGuid.get(guid);
    if (known !== undefined) return known;
    this.context.losses.add('unknown-code', source);
    const { id, op } = this.context.codes.makeUnknown(guid === '' ? guidOf('no code') : guid);
    this.context.codes.idByGuid.set(guid, id);
    if (this.project.get('code', id) === undefined) this.codeOps.push(op);
    return id;
  }
}

function contentKey({ start, end, code, coder }: Omit<Coding, 'id'>): string {
  return `${start} ${end} ${code} ${coder}`;
}
