/** What a merge brings: records by kind, by person, and what two people did differently. */
import { nameRecord } from '#shared/domain/change/describe-record.ts';
import { kinds } from '#shared/domain/kinds.ts';
import { countKinds } from '#shared/domain/merge/merge-changes.ts';
import { useSession } from '#renderer/data/hooks.ts';
import type { MergePreview } from '#renderer/data/merge-copies.ts';
import { useFormats } from '#renderer/ui/formats.ts';
import { useWords } from '#renderer/ui/words.ts';

/** The tables. */
export function MergeOutcome({ preview }: { readonly preview: MergePreview }) {
  const words = useWords();
  const { number, dateTime } = useFormats();
  const session = useSession();
  const { report, fold } = preview;
  const [added, changed, removed] = (['added', 'changed', 'removed'] as const).map((what) =>
    countKinds(report.records, what),
  );
  const met = kinds.filter((kind) => added?.[kind] ?? changed?.[kind] ?? removed?.[kind]);
  const cell = (count: number | undefined): string => (count === undefined ? '–' : number(count));
  const nameOf = (id: string): string =>
    nameRecord(fold, 'person', id) || nameRecord(session.project.fold, 'person', id) || words('merge.unnamed');
  return (
    <div className="merge-outcome">
      <table className="merge-table">
        <caption>{words('merge.records')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('merge.kind')}</th>
            <th scope="col">{words('merge.added')}</th>
            <th scope="col">{words('merge.changed')}</th>
            <th scope="col">{words('merge.removed')}</th>
          </tr>
        </thead>
        <tbody>
          {met.map((kind) => (
            <tr key={kind}>
              <th scope="row">{words(`history.kind.${kind}`)}</th>
              <td>{cell(added?.[kind])}</td>
              <td>{cell(changed?.[kind])}</td>
              <td>{cell(removed?.[kind])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className="merge-table">
        <caption>{words('merge.people')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('merge.person')}</th>
            <th scope="col">{words('merge.added')}</th>
            <th scope="col">{words('merge.changed')}</th>
            <th scope="col">{words('merge.removed')}</th>
            <th scope="col">{words('merge.when')}</th>
          </tr>
        </thead>
        <tbody>
          {report.people.map((share) => (
            <tr key={share.person}>
              <th scope="row">{nameOf(share.person)}</th>
              <td>{number(share.added)}</td>
              <td>{number(share.changed)}</td>
              <td>{number(share.removed)}</td>
              <td>{words('merge.between', { first: dateTime(share.first), last: dateTime(share.last) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{words('merge.conflictCount', { count: report.conflicts.filter(isForPeople).length })}</p>
    </div>
  );
}

/** Two edits of one text are brought together by themselves. */
function isForPeople({ kind, field }: MergePreview['report']['conflicts'][number]): boolean {
  return kind !== 'source' || field !== 'revision';
}
