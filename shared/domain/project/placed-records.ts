/** Records as people read them: those that are anchored in a text at their places in the present one. */
import type { Operation } from '#shared/domain/change/change.ts';
import type { AnyRecord, Fold, RecordDelta } from '#shared/domain/change/fold.ts';
import type { Kind } from '#shared/domain/kinds.ts';
import { anchoredKinds, anchorOf, AnchorPlacer, type AnchorFate } from '#shared/domain/project/anchor-placer.ts';
import type { SourceId } from '#shared/domain/source/source.ts';

type Placed = { readonly record: AnyRecord; readonly fate: AnchorFate | null };

export class PlacedRecords {
  readonly placer: AnchorPlacer;
  private readonly fold: Fold;
  /** Only those that stand elsewhere than they were anchored: most often none. */
  private readonly moved = new Map<string, Placed>();
  private readonly bySource = new Map<SourceId, Map<string, Kind>>();

  constructor(fold: Fold) {
    this.fold = fold;
    this.placer = new AnchorPlacer(fold);
    for (const kind of anchoredKinds) {
      for (const [id, { record }] of fold.entries[kind]) if (record) this.place(kind, id, record);
    }
  }

  /** The record at its present place. */
  read(kind: Kind, id: string): AnyRecord | null {
    return this.moved.get(`${kind} ${id}`)?.record ?? this.fold.entries[kind].get(id)?.record ?? null;
  }

  /** What edits of the text did to its anchor; null when nothing happened to the words. */
  fateOf(kind: Kind, id: string): AnchorFate | null {
    return this.moved.get(`${kind} ${id}`)?.fate ?? null;
  }

  get hasMoved(): boolean {
    return this.moved.size > 0;
  }

  /** What a change means for the records as they are read: the deltas of the fold, and of all that its edits moved. */
  follow(ops: readonly Operation[], deltas: readonly RecordDelta[]): readonly RecordDelta[] {
    const edited = new Set<SourceId>();
    for (const { kind, id } of ops) if (kind === 'revision') add(edited, this.placer.note(id));
    for (const { kind, id, before, after } of deltas) {
      if (kind === 'source' && before?.['revision'] !== after?.['revision']) edited.add(id as SourceId);
    }
    const seen = deltas.map((delta) => this.followOne(delta));
    if (edited.size === 0) return seen;
    const told = new Set(seen.map(({ kind, id }) => `${kind} ${id}`));
    for (const source of edited) {
      for (const [key, kind] of [...(this.bySource.get(source) ?? [])]) {
        const id = key.slice(kind.length + 1);
        const raw = this.fold.entries[kind].get(id)?.record;
        if (!raw || told.has(key)) continue;
        const before = this.read(kind, id);
        this.place(kind, id, raw);
        const after = this.read(kind, id);
        if (before !== after) seen.push({ kind, id, before, after });
      }
    }
    return seen;
  }

  private followOne(delta: RecordDelta): RecordDelta {
    if (!anchoredKinds.includes(delta.kind)) return delta;
    const { kind, id } = delta;
    const key = `${kind} ${id}`;
    const before = this.moved.get(key)?.record ?? delta.before;
    this.moved.delete(key);
    if (delta.before) this.bySource.get(delta.before['source'] as SourceId)?.delete(key);
    if (delta.after) this.place(kind, id, delta.after);
    return { kind, id, before, after: this.read(kind, id) };
  }

  private place(kind: Kind, id: string, raw: AnyRecord): void {
    const anchor = anchorOf(raw);
    if (!anchor) return;
    const key = `${kind} ${id}`;
    const group = this.bySource.get(anchor.source);
    if (group) group.set(key, kind);
    else this.bySource.set(anchor.source, new Map([[key, kind]]));
    const { place, fate } = this.placer.place(anchor.source, anchor.place);
    const known = this.moved.get(key);
    if (place === anchor.place) {
      // Where nothing is left of it the record stays as it was; only its fate is kept.
      if (fate) this.moved.set(key, { record: raw, fate });
      else this.moved.delete(key);
      // At the same place as before it stays the same object, so that nothing that hangs on it is done anew.
    } else if (!known || known.fate !== fate || !isAt(known.record, place)) {
      this.moved.set(key, { record: { ...raw, ...place }, fate });
    }
  }
}

function isAt(record: AnyRecord, place: { readonly revision: string; readonly start: number; readonly end: number }) {
  return record['revision'] === place.revision && record['start'] === place.start && record['end'] === place.end;
}

function add<Item>(set: Set<Item>, item: Item | null): void {
  if (item !== null) set.add(item);
}
