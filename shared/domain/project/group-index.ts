/** Records in groups (codings by source, by code), updated with each change instead of built anew. */
export class GroupIndex<Key, Item extends { readonly id: string }> {
  private readonly groups = new Map<Key, Map<string, Item>>();
  private readonly lists = new Map<Key, readonly Item[]>();
  private readonly keyOf: (item: Item) => Key;
  private readonly compare: ((a: Item, b: Item) => number) | undefined;

  constructor(keyOf: (item: Item) => Key, compare?: (a: Item, b: Item) => number) {
    this.keyOf = keyOf;
    this.compare = compare;
  }

  /** Replaces `before` (null: it is new) by `after` (null: it is gone). */
  update(before: Item | null, after: Item | null): void {
    if (before) this.remove(before);
    if (after) this.add(after);
  }

  /** The items of a group in order; the same array until the group changes. */
  list(key: Key): readonly Item[] {
    const known = this.lists.get(key);
    if (known) return known;
    const list = [...(this.groups.get(key)?.values() ?? [])];
    if (this.compare) list.sort(this.compare);
    this.lists.set(key, list);
    return list;
  }

  private add(item: Item): void {
    const key = this.keyOf(item);
    const group = this.groups.get(key);
    if (group) group.set(item.id, item);
    else this.groups.set(key, new Map([[item.id, item]]));
    this.lists.delete(key);
  }

  private remove(item: Item): void {
    const key = this.keyOf(item);
    this.groups.get(key)?.delete(item.id);
    this.lists.delete(key);
  }
}
