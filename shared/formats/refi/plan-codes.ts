/** Lays the codebook of another program over ours: by GUID, else by name at its place; two of one name stay two. */
import type { Operation } from '#shared/domain/change/change.ts';
import { setOperation } from '#shared/domain/change/fields.ts';
import type { Code, CodeId } from '#shared/domain/codebook/code.ts';
import { foldName } from '#shared/domain/codebook/codebook.ts';
import { findCriterionByName } from '#shared/domain/evaluation/criterion.ts';
import type { Project } from '#shared/domain/project/project.ts';
import { readColor } from '#shared/formats/codebook/imported-codebook.ts';
import { guidOf, normaliseGuid } from '#shared/formats/refi/guid.ts';
import type { LossBook } from '#shared/formats/refi/losses.ts';
import { directionFolderGuid, directionOf, isOwnCode } from '#shared/formats/refi/own-codes.ts';
import type { RecordIds } from '#shared/formats/refi/record-ids.ts';
import { childOf, childrenOf, descriptionOf } from '#shared/formats/refi/xml-tree.ts';
import type { RefiElement } from '#shared/formats/refi/xml-tree.ts';

/** Deeper trees are cut: what stood deeper stands at this depth. */
const DEEPEST = 60;
const LONGEST_NAME = 300;

export type PlannedCodes = {
  readonly ops: readonly Operation[];
  /** All codes of the file, and how many of them are new. */
  readonly total: number;
  readonly added: number;
  /** By GUID; codes made for references that lead nowhere come in later. */
  readonly idByGuid: Map<string, CodeId>;
  /** GUIDs of folders, which hold codes but no quotes. */
  readonly folders: readonly string[];
  /** Whether our codes for directions are among them. */
  readonly hasDirections: boolean;
  /** A code for a GUID that no code has. */
  makeUnknown(guid: string): { readonly id: CodeId; readonly op: Operation };
};

/** Fields of a code that only we know, from the note that came with a file of ours. */
export type KnownCodes = ReadonlyMap<string, Partial<Code>>;

/** Plans the codes. */
export function planRefiCodes(
  project: Project,
  root: RefiElement,
  ids: RecordIds,
  known: KnownCodes,
  losses: LossBook,
): PlannedCodes {
  const planner = new CodePlanner(project, ids, known, losses);
  for (const book of childrenOf(root, 'CodeBook')) {
    for (const list of childrenOf(book, 'Codes')) planner.claim(list);
    for (const list of childrenOf(book, 'Codes')) planner.walk(list);
  }
  return planner;
}

class CodePlanner implements PlannedCodes {
  readonly ops: Operation[] = [];
  readonly idByGuid = new Map<string, CodeId>();
  readonly folders: string[] = [];
  total = 0;
  added = 0;
  hasDirections = false;
  private readonly project: Project;
  private readonly ids: RecordIds;
  private readonly known: KnownCodes;
  private readonly losses: LossBook;
  /** Codes that were here before, by their place; taken off once something was found to be the same. */
  private readonly byPlace = new Map<string, Code[]>();
  private readonly orders = new Map<CodeId | null, number>();

  constructor(project: Project, ids: RecordIds, known: KnownCodes, losses: LossBook) {
    this.project = project;
    this.ids = ids;
    this.known = known;
    this.losses = losses;
    for (const code of project.all('code')) {
      const key = placeOf(code.parent, code.name);
      this.byPlace.set(key, [...(this.byPlace.get(key) ?? []), code]);
      this.orders.set(code.parent, Math.max(this.orders.get(code.parent) ?? 0, code.order));
    }
  }

  /** Codes that are known by their GUID are no longer there to be found by name. */
  claim(list: RefiElement): void {
    for (const element of everyCode(list)) {
      const guid = normaliseGuid(element.attributes['guid']);
      const code = guid === '' ? undefined : this.project.get('code', this.ids.idOf('code', guid));
      if (code) this.take(code);
    }
  }

  walk(list: RefiElement): void {
    type Step = { readonly element: RefiElement; readonly parent: CodeId | null; readonly depth: number };
    const waiting: Step[] = [...childrenOf(list, 'Code')]
      .reverse()
      .map((element) => ({ element, parent: null, depth: 0 }));
    for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
      const { element, parent, depth } = step;
      const guid = normaliseGuid(element.attributes['guid']);
      if (this.isOwn(guid)) {
        for (const child of [...childrenOf(element, 'Code')].reverse()) {
          // Codes that somebody put below ours are codes.
          waiting.push({ element: child, parent: null, depth: 0 });
        }
        continue;
      }
      const id = this.place(element, guid, parent);
      if (depth === DEEPEST && childOf(element, 'Code') !== undefined)
        this.losses.add('deep-codes', element.attributes['name'] ?? '');
      const below = depth < DEEPEST ? id : parent;
      for (const child of [...childrenOf(element, 'Code')].reverse()) {
        waiting.push({ element: child, parent: below, depth: Math.min(depth + 1, DEEPEST) });
      }
    }
  }

  makeUnknown(guid: string): { id: CodeId; op: Operation } {
    const id = this.ids.idOf('code', guid);
    this.idByGuid.set(guid, id);
    this.added += 1;
    const name = `? ${guid.slice(0, 8)}`;
    return { id, op: setOperation('code', id, this.newValues(name, null, '', '')) };
  }

  private isOwn(guid: string): boolean {
    if (guid === directionFolderGuid || directionOf(guid) !== undefined) this.hasDirections = true;
    return isOwnCode(guid);
  }

  private place(element: RefiElement, given: string, parent: CodeId | null): CodeId {
    this.total += 1;
    const name = this.nameOf(element);
    const isTaken = given !== '' && this.idByGuid.has(given);
    if (isTaken) this.losses.add('duplicate-guid', name);
    const guid = given === '' || isTaken ? guidOf(`code ${this.total} ${name}`) : given;
    if (element.attributes['isCodable'] === 'false') this.folders.push(guid);
    const byGuid = this.project.get('code', this.ids.idOf('code', guid));
    const same = byGuid ?? this.findByName(parent, name);
    if (same) {
      if (!byGuid) this.ids.alias('code', guid, same.id);
      this.idByGuid.set(guid, same.id);
      return same.id;
    }
    const id = this.ids.idOf('code', guid);
    const values = this.newValues(name, parent, descriptionOf(element), readColor(element.attributes['color'] ?? ''));
    this.ops.push(setOperation('code', id, { ...this.known.get(id), ...values }));
    this.added += 1;
    this.idByGuid.set(guid, id);
    return id;
  }

  private findByName(parent: CodeId | null, name: string): Code | undefined {
    const [found] = this.byPlace.get(placeOf(parent, name)) ?? [];
    const slug = parent === null && found === undefined ? findCriterionByName(name)?.slug : undefined;
    const code = found ?? this.freeCriterion(slug);
    if (code) this.take(code);
    return code;
  }

  private freeCriterion(slug: string | undefined): Code | undefined {
    if (slug === undefined) return undefined;
    const code = this.project.all('code').find(({ criterion }) => criterion === slug);
    return code && this.byPlace.get(placeOf(code.parent, code.name))?.includes(code) ? code : undefined;
  }

  private take(code: Code): void {
    const key = placeOf(code.parent, code.name);
    this.byPlace.set(
      key,
      (this.byPlace.get(key) ?? []).filter((other) => other !== code),
    );
  }

  private nameOf(element: RefiElement): string {
    const full = (element.attributes['name'] ?? '').trim();
    if (full === '') this.losses.add('unnamed-codes');
    const characters = [...(full || '–')];
    if (characters.length > LONGEST_NAME) this.losses.add('long-names', full);
    return characters.slice(0, LONGEST_NAME).join('');
  }

  private newValues(name: string, parent: CodeId | null, definition: string, color: string): Omit<Code, 'id'> {
    const order = (this.orders.get(parent) ?? 0) + 1;
    this.orders.set(parent, order);
    return { name, parent, criterion: null, key: '', color, definition, hidden: false, order };
  }
}

function* everyCode(list: RefiElement): Generator<RefiElement> {
  const waiting = [...childrenOf(list, 'Code')];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    yield element;
    waiting.push(...childrenOf(element, 'Code'));
  }
}

function placeOf(parent: CodeId | null, name: string): string {
  return `${parent ?? ''}\n${foldName(name)}`;
}
