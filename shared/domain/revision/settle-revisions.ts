/**
 * After copies were united: finds the sources whose text two people edited without knowing of each other, and brings
 * their edits together. Every copy that does it makes the very same records, so it does not matter who is first.
 */
import { asId } from '#shared/basics/ids.ts';
import { hasSeen, type ChangeHead, type Draft, type Operation } from '#shared/domain/change/change.ts';
import { compareClocks } from '#shared/domain/change/clock.ts';
import { setOperation } from '#shared/domain/change/fields.ts';
import { headOfField } from '#shared/domain/change/fold.ts';
import type { Project } from '#shared/domain/project/project.ts';
import { renameSpeakers } from '#shared/domain/revision/revision-edits.ts';
import type { TextRevision, TextRevisionId } from '#shared/domain/revision/text-revision.ts';
import { uniteVersions } from '#shared/domain/revision/unite-edits.ts';
import type { ContentHash, SourceContent } from '#shared/domain/source/source-content.ts';
import type { Source } from '#shared/domain/source/source.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

/** Where contents come from and go to. */
export type Contents = {
  readonly load: (hash: ContentHash) => Promise<SourceContent | null>;
  readonly add: (content: SourceContent) => Promise<ContentHash>;
};

/** Undo leaves changes of this label alone. */
const LABEL = 'unite-texts';

/** The edits of a source that its present text knows nothing of, the earliest first. */
export function unsettledRevisions(project: Project, source: Source): readonly TextRevision[] {
  const entry = project.fold.entries.source.get(source.id);
  if (!entry) return [];
  const present = headOfField(entry, 'revision');
  const made = project.revisionsOf(source.id).flatMap((revision) => {
    const head = project.fold.entries.revision.get(revision.id)?.head;
    return head && revision.to !== source.revision && isUnknownTo(present, head) ? [{ revision, head }] : [];
  });
  const last = made.filter(({ head }) => !made.some((other) => other.head !== head && hasSeen(other.head, head)));
  return last.sort((a, b) => byTime(a.head, b.head)).map(({ revision }) => revision);
}

/** The change that brings all such edits together; null when there is nothing to do. */
export async function settleRevisions(
  project: Project,
  contents: Contents,
  by: { readonly person: PersonId; readonly at: string },
): Promise<Draft | null> {
  const ops: Operation[] = [];
  const names: string[] = [];
  for (const source of project.all('source')) {
    const [unsettled] = unsettledRevisions(project, source);
    if (!unsettled) continue;
    const settled = await settleSource(project, source, unsettled, contents, by);
    if (settled.length > 0) names.push(source.name);
    ops.push(...settled);
  }
  return ops.length === 0 ? null : { label: { key: LABEL, values: { source: names.join(', ') } }, ops };
}

/** One at a time: what is left over is found again once this is done. */
async function settleSource(
  project: Project,
  source: Source,
  { to: otherHash }: TextRevision,
  contents: Contents,
  by: { readonly person: PersonId; readonly at: string },
): Promise<readonly Operation[]> {
  const [present, other] = [await contents.load(source.revision), await contents.load(otherHash)];
  if (!present || !other) return [];
  const united = uniteVersions(
    project.revisionGraph(source.id),
    { hash: source.revision, content: present },
    { hash: otherHash, content: other },
  );
  if (!united) return [];
  const to = await contents.add(united.content);
  return [
    ...united.ways
      .filter(({ from }) => from !== to)
      .map(({ from, sections }) =>
        setOperation('revision', uniteId(source, from, to), {
          source: source.id,
          from,
          to,
          sections,
          cause: 'unite',
          by: by.person,
          at: by.at,
        }),
      ),
    setOperation('source', source.id, { revision: to, characters: united.content.text.length }),
    ...renameSpeakers(source, united.renamed),
  ];
}

/** The same on every copy. */
function uniteId(source: Source, from: ContentHash, to: ContentHash): TextRevisionId {
  return asId<'revision'>(`${source.id}-${from.slice(0, 24)}-${to.slice(0, 24)}`);
}

function isUnknownTo(present: ChangeHead, made: ChangeHead): boolean {
  const isSame = present.replica === made.replica && present.seq === made.seq;
  return !isSame && !hasSeen(present, made);
}

function byTime(a: ChangeHead, b: ChangeHead): number {
  return compareClocks(a.clock, b.clock) || (a.replica < b.replica ? -1 : 1);
}
