/** The GUIDs of a file that is being written: each once, the ones that came in again under their own. */
import { aliasKey, type Exchange } from '#shared/domain/exchange/exchange.ts';
import { guidOf, unpackGuid } from '#shared/formats/refi/guid.ts';
import type { ExchangedKind } from '#shared/formats/refi/record-ids.ts';

export class GuidBook {
  /** Ids that their GUID does not tell, for the note. */
  readonly ids: Record<string, string> = {};
  private readonly aliases = new Map<string, string>();
  private readonly guids = new Map<string, string>();
  private readonly taken = new Set<string>();
  private readonly known = new Set<string>();

  constructor(exchanges: readonly Exchange[]) {
    for (const { aliases } of exchanges) for (const [key, guid] of Object.entries(aliases)) this.aliases.set(key, guid);
  }

  /** The GUID of a record. */
  of(kind: ExchangedKind, id: string): string {
    const key = aliasKey(kind, id);
    const known = this.guids.get(key);
    if (known !== undefined) return known;
    let guid = this.aliases.get(key) ?? guidOf(id);
    // NVivo has cases and codes of one GUID; in a file every element needs its own.
    if (this.taken.has(guid)) guid = guidOf(`${kind} ${id}`);
    this.taken.add(guid);
    this.known.add(guid);
    this.guids.set(key, guid);
    if (guid !== id && unpackGuid(guid)?.id !== id) this.ids[guid] = id;
    return guid;
  }

  /** The GUID of a finding as a code. */
  ofFinding(id: string): string {
    const guid = guidOf(id, 'finding');
    if (unpackGuid(guid)?.id !== id) this.ids[guid] = id;
    this.known.add(guid);
    return guid;
  }

  /** Says that an element of this GUID will be in the file, so that references to it stay. */
  expect(guid: string): void {
    this.known.add(guid);
  }

  /** Takes a GUID for an element; false when another has it. */
  claim(guid: string): boolean {
    if (guid === '' || this.taken.has(guid)) return false;
    this.taken.add(guid);
    this.known.add(guid);
    return true;
  }

  /** The GUID if anything in the file has it. */
  resolve(guid: string): string | null {
    return this.known.has(guid) ? guid : null;
  }
}

/** GUIDs as they are written: some programs refuse small letters. */
export function written(guid: string): string {
  return guid.toUpperCase();
}
