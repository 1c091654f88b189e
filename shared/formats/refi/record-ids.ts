/** Which record of ours a GUID means: one that came under it, one that we wrote under it, or one that was found to be the same. */
import { aliasKey } from '#shared/domain/exchange/exchange.ts';
import type { Kind, Records } from '#shared/domain/kinds.ts';
import type { Project } from '#shared/domain/project/project.ts';
import { guidOf, normaliseGuid, unpackGuid } from '#shared/formats/refi/guid.ts';

const exchanged = ['person', 'code', 'source', 'participant', 'coding'] as const satisfies readonly Kind[];
export type ExchangedKind = (typeof exchanged)[number];

export class RecordIds {
  /** GUIDs of records that have another id: by `kind/guid`. */
  private readonly ids = new Map<string, string>();
  /** Found in this import, to be remembered with it: GUIDs by `kind/id`. */
  readonly found = new Map<string, string>();
  /** Ids that a GUID stood for where the file was written by us. */
  private readonly written: Readonly<Record<string, string>>;

  constructor(project: Project, written: Readonly<Record<string, string>>) {
    this.written = written;
    for (const kind of exchanged) {
      for (const { id } of project.all(kind)) {
        const guid = guidOf(id);
        if (guid !== id && unpackGuid(guid) === null) this.ids.set(aliasKey(kind, guid), id);
      }
    }
    for (const { aliases } of project.all('exchange')) {
      for (const [key, guid] of Object.entries(aliases)) {
        const slash = key.indexOf('/');
        this.ids.set(`${key.slice(0, slash)}/${guid}`, key.slice(slash + 1));
      }
    }
  }

  /** The id for a GUID of the file. */
  idOf<K extends ExchangedKind>(kind: K, guid: string): Records[K]['id'] {
    const known = this.ids.get(aliasKey(kind, guid)) ?? this.written[guid];
    if (known !== undefined) return known as Records[K]['id'];
    const own = unpackGuid(guid);
    return (own?.kind === 'record' ? own.id : guid) as Records[K]['id'];
  }

  /** Takes down that a GUID means a record which is here under another id. */
  alias(kind: ExchangedKind, guid: string, id: string): void {
    this.ids.set(aliasKey(kind, guid), id);
    if (normaliseGuid(guid) !== '' && guidOf(id) !== guid) this.found.set(aliasKey(kind, id), guid);
  }
}
