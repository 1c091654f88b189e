/** An evaluation in memory: the fold of its changes, with the indexes that the screens ask for, kept up to date. */
import {
  applyChange,
  createFold,
  type AnyRecord,
  type Applied,
  type Fold,
  type Overwrite,
  type RecordDelta,
} from '#shared/domain/change/fold.ts';
import type { Change, ChangeHead, Draft, ReplicaId } from '#shared/domain/change/change.ts';
import { advanceClock } from '#shared/domain/change/clock.ts';
import { dropIdle, rememberBefore } from '#shared/domain/change/invert.ts';
import { lastSequence } from '#shared/domain/change/sequence-set.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import { CodingFilter, type CodingScope, type CodingSight } from '#shared/domain/coding/coding-sight.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';
import { THE_EVALUATION, type Evaluation } from '#shared/domain/evaluation/evaluation.ts';
import { kinds, type Kind, type Records } from '#shared/domain/kinds.ts';
import type { AnchorFate, PlacedAnchor, PlaceInText } from '#shared/domain/project/anchor-placer.ts';
import { GroupIndex } from '#shared/domain/project/group-index.ts';
import { PlacedRecords } from '#shared/domain/project/placed-records.ts';
import type { RevisionGraph } from '#shared/domain/revision/revision-graph.ts';
import type { TextRevision } from '#shared/domain/revision/text-revision.ts';
import type { SourceId } from '#shared/domain/source/source.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

/** Who writes, from which copy, and when. */
export type Author = { readonly replica: ReplicaId; readonly person: PersonId; readonly nowMilliseconds: number };

/** What a listener is told: which kinds changed, and how. */
export type ProjectNotice = { readonly deltas: readonly RecordDelta[] };

export class Project {
  readonly fold: Fold;
  private readonly placed: PlacedRecords;
  private readonly lists = new Map<Kind, { version: number; list: readonly unknown[] }>();
  private readonly versions = new Map<Kind, number>();
  private readonly counts = new Map<Kind, number>();
  private readonly bySource = new GroupIndex<SourceId, Coding>((coding) => coding.source, byPosition);
  private readonly byCode = new GroupIndex<CodeId, Coding>((coding) => coding.code);
  private readonly listeners = new Set<(notice: ProjectNotice) => void>();
  private looking: CodingSight = { viewer: null, layer: 'agreed' };
  private sighted: Sighted | null = null;

  constructor(fold: Fold = createFold()) {
    this.fold = fold;
    this.placed = new PlacedRecords(fold);
    for (const kind of kinds) {
      for (const [id, entry] of fold.entries[kind]) {
        if (entry.record) this.index({ kind, id, before: null, after: this.placed.read(kind, id) });
      }
    }
  }

  /** The one evaluation; a project without it has not been made completely, which opening refuses. */
  get evaluation(): Evaluation {
    const evaluation = this.get('evaluation', THE_EVALUATION);
    if (!evaluation) throw new Error('The project has no evaluation record.');
    return evaluation;
  }

  /** The record with this id, undefined when there is none or it was removed. */
  get<K extends Kind>(kind: K, id: Records[K]['id']): Records[K] | undefined {
    return (this.placed.read(kind, id) ?? undefined) as Records[K] | undefined;
  }

  /** All records of a kind, in order (`order`, else arrival). The same array until one of them changes. */
  all<K extends Kind>(kind: K): readonly Records[K][] {
    const list = this.allRecords(kind);
    return kind === 'coding' ? (this.see(list as readonly Coding[], 'in-sight') as readonly Records[K][]) : list;
  }

  /** All codings; `everything` also where a blind round or the other layer keeps them out of sight. */
  codings(scope: CodingScope): readonly Coding[] {
    return this.see(this.allRecords('coding'), scope);
  }

  private allRecords<K extends Kind>(kind: K): readonly Records[K][] {
    const version = this.version(kind);
    const known = this.lists.get(kind);
    if (known?.version === version) return known.list as readonly Records[K][];
    const list: AnyRecord[] = [];
    for (const [id, entry] of this.fold.entries[kind]) {
      if (entry.record) list.push(this.placed.hasMoved ? (this.placed.read(kind, id) ?? entry.record) : entry.record);
    }
    if (list.some((record) => 'order' in record)) list.sort(byOrder);
    this.lists.set(kind, { version, list });
    return list as unknown as readonly Records[K][];
  }

  /** How many records of a kind there are; unlike their list it costs nothing after a change, outside of rounds. */
  count(kind: Kind): number {
    if (kind === 'coding' && !this.sightNow().filter.isClear) return this.all('coding').length;
    return this.counts.get(kind) ?? 0;
  }

  /** Rises with each change of a record of this kind. */
  version(kind: Kind): number {
    return this.versions.get(kind) ?? 0;
  }

  /** Codings of a source by position, longer first where they start together. */
  codingsOfSource(source: SourceId, scope: CodingScope = 'in-sight'): readonly Coding[] {
    return this.see(this.bySource.list(source), scope);
  }

  /** Codings with exactly this code, children not included. */
  codingsOfCode(code: CodeId, scope: CodingScope = 'in-sight'): readonly Coding[] {
    return this.see(this.byCode.list(code), scope);
  }

  /** Who looks, and at which layer. */
  get sight(): CodingSight {
    return this.looking;
  }

  /** Looks as somebody, or at another layer: lists and counts of codings follow. */
  lookAs(sight: Partial<CodingSight>): void {
    this.looking = { ...this.looking, ...sight };
    this.forgetSight();
    for (const listener of this.listeners) listener({ deltas: [] });
  }

  /** Whether a blind round keeps a coding from who looks. */
  isBlind(coding: Coding): boolean {
    return this.sightNow().filter.isBlind(coding);
  }

  /** What edits of its text did to a coding's words; null when they are as they were coded. */
  fateOf(coding: Coding['id']): AnchorFate | null {
    return this.placed.fateOf('coding', coding);
  }

  /** Where a place in any revision of a source is in its present text. */
  placeInText(source: SourceId, place: PlaceInText): PlacedAnchor {
    return this.placed.placer.place(source, place);
  }

  /** The ways between all texts that a source ever had. */
  revisionGraph(source: SourceId): RevisionGraph {
    return this.placed.placer.graphOf(source);
  }

  /** The edits of a source's text that stand, the earliest first. */
  revisionsOf(source: SourceId): readonly TextRevision[] {
    return [...this.placed.placer.revisionIds(source)]
      .flatMap((id) => this.get('revision', id as TextRevision['id']) ?? [])
      .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
  }

  /** Gives a draft its name, clock and memory of what was before; null when it would change nothing. */
  prepare(draft: Draft, author: Author, reverts?: ChangeHead): Change | null {
    const ops = rememberBefore(this.fold, draft.decides ? draft.ops : dropIdle(this.fold, draft.ops));
    if (ops.length === 0) return null;
    const seen: Record<ReplicaId, number> = {};
    for (const [replica, set] of this.fold.known) if (replica !== author.replica) seen[replica] = lastSequence(set);
    return {
      replica: author.replica,
      seq: lastSequence(this.fold.known.get(author.replica) ?? []) + 1,
      seen,
      clock: advanceClock(this.fold.latestClock, author.nowMilliseconds),
      person: author.person,
      at: new Date(author.nowMilliseconds).toISOString(),
      label: draft.label,
      ...(reverts ? { reverts: { replica: reverts.replica, seq: reverts.seq } } : {}),
      ops,
    };
  }

  /** Adds a change, ours or another's, and tells the listeners once. Returns what it overwrote unseen. */
  apply(change: Change): readonly Overwrite[] {
    const applied = applyChange(this.fold, change);
    const deltas = this.placed.follow(change.ops, applied.deltas);
    for (const delta of deltas) this.index(delta);
    if (deltas.length > 0) for (const listener of this.listeners) listener({ deltas });
    return applied.overwrites;
  }

  /** Adds many changes and tells the listeners once, when all are there. Returns what each one did. */
  applyAll(changes: readonly Change[]): readonly Applied[] {
    const deltas: RecordDelta[] = [];
    const applied = changes.map((change) => {
      const one = applyChange(this.fold, change);
      for (const delta of this.placed.follow(change.ops, one.deltas)) {
        this.index(delta);
        deltas.push(delta);
      }
      return one;
    });
    if (deltas.length > 0) for (const listener of this.listeners) listener({ deltas });
    return applied;
  }

  /** Calls `listener` after each change until the returned function is called. */
  listen(listener: (notice: ProjectNotice) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private index(delta: RecordDelta): void {
    this.versions.set(delta.kind, this.version(delta.kind) + 1);
    const more = (delta.after ? 1 : 0) - (delta.before ? 1 : 0);
    if (more !== 0) this.counts.set(delta.kind, this.count(delta.kind) + more);
    if (delta.kind === 'coding-round' || (delta.kind === 'code' && this.sighted?.filter.isClear === false)) {
      this.forgetSight();
    }
    if (delta.kind !== 'coding') return;
    const before = delta.before as Coding | null;
    const after = delta.after as Coding | null;
    this.bySource.update(before, after);
    this.byCode.update(before, after);
  }

  /** The codings of a list that are in scope; the same array for the same list. */
  private see(list: readonly Coding[], scope: CodingScope): readonly Coding[] {
    const { filter, lists } = this.sightNow();
    if (scope === 'everything' || filter.isClear) return list;
    const known = lists[scope].get(list);
    if (known) return known;
    const seen = list.filter((coding) => filter.shows(coding, scope));
    lists[scope].set(list, seen);
    return seen;
  }

  private sightNow(): Sighted {
    return (this.sighted ??= {
      filter: new CodingFilter(this.looking, this.allRecords('coding-round'), this.allRecords('code')),
      lists: { 'in-sight': new WeakMap(), 'both-layers': new WeakMap() },
    });
  }

  /** What was seen is seen anew, and whatever hangs on codings is counted anew. */
  private forgetSight(): void {
    this.sighted = null;
    this.versions.set('coding', this.version('coding') + 1);
  }
}

/** The filter with the lists that it has cut down. */
type Sighted = {
  readonly filter: CodingFilter;
  readonly lists: Readonly<Record<Exclude<CodingScope, 'everything'>, WeakMap<readonly Coding[], readonly Coding[]>>>;
};

function byOrder(a: AnyRecord, b: AnyRecord): number {
  return Number(a['order']) - Number(b['order']) || (a.id < b.id ? -1 : 1);
}

/** Text order: by start, longer first, then by id so that all copies agree. */
export function byPosition(a: Coding, b: Coding): number {
  return a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1);
}
