/** The source list of the open evaluation. */
import { useMemo } from 'react';
import { useRecords, useSession, useVersion } from '#renderer/data/hooks.ts';
import { listRows, type ListFilter, type ListRow } from '#renderer/features/sources/list-rows.ts';

const CODING_KINDS = ['coding', 'participant'] as const;

/** The rows for a filter, kept up to date. */
export function useSourceList(filter: ListFilter): readonly ListRow[] {
  const { project } = useSession();
  const sources = useRecords('source');
  const version = useVersion(CODING_KINDS);
  return useMemo(() => {
    // The rows hold counts of codings: they are made anew when one comes or goes.
    void version;
    return listRows(sources, filter, {
      countCodings: (source) => project.codingsOfSource(source.id).length,
      participant: (id) => project.get('participant', id),
    });
  }, [filter, project, sources, version]);
}
