/** Users of another program as members of the team. */
import type { Operation } from '#shared/domain/change/change.ts';
import { newPersonOperation } from '#shared/domain/evaluation/evaluation-edits.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { PersonId } from '#shared/domain/team/person.ts';
import { normaliseGuid } from '#shared/formats/refi/guid.ts';
import type { LossBook } from '#shared/formats/refi/losses.ts';
import type { RecordIds } from '#shared/formats/refi/record-ids.ts';
import { childrenOf } from '#shared/formats/refi/xml-tree.ts';
import type { RefiElement } from '#shared/formats/refi/xml-tree.ts';

const LONGEST_NAME = 200;

export class PlannedUsers {
  readonly ops: Operation[] = [];
  total = 0;
  private readonly project: Project;
  private readonly ids: RecordIds;
  private readonly losses: LossBook;
  private readonly fallback: PersonId;
  private readonly idByGuid = new Map<string, PersonId>();
  private readonly idByName: Map<string, PersonId>;
  private readonly creator: string;

  constructor(project: Project, root: RefiElement, ids: RecordIds, fallback: PersonId, losses: LossBook) {
    this.project = project;
    this.ids = ids;
    this.losses = losses;
    this.fallback = fallback;
    this.creator = normaliseGuid(root.attributes['creatingUserGUID']);
    this.idByName = new Map(project.all('person').map(({ id, name }) => [name, id]));
    for (const list of childrenOf(root, 'Users')) {
      for (const user of childrenOf(list, 'User')) {
        const guid = normaliseGuid(user.attributes['guid']);
        this.total += 1;
        if (guid !== '') this.take(guid, user.attributes['name']?.trim() || user.attributes['id']?.trim() || '');
      }
    }
  }

  /** Who coded: the user, or whoever made the project, or whoever imports it. */
  personOf(guid: string): PersonId {
    if (guid !== '') return this.idByGuid.get(guid) ?? this.takeUnknown(guid);
    return this.idByGuid.get(this.creator) ?? this.fallback;
  }

  private takeUnknown(guid: string): PersonId {
    this.losses.add('unknown-users', guid);
    return this.take(guid, '');
  }

  private take(guid: string, given: string): PersonId {
    const name = [...(given || `User ${guid.slice(0, 8)}`)].slice(0, LONGEST_NAME).join('');
    const id = this.ids.idOf('person', guid);
    const same = this.project.get('person', id)?.id ?? this.idByName.get(name);
    const person = same ?? id;
    this.idByGuid.set(guid, person);
    if (same !== undefined) this.ids.alias('person', guid, same);
    else {
      this.ops.push(newPersonOperation(id, name));
      this.idByName.set(name, id);
    }
    return person;
  }
}
