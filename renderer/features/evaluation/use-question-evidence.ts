/** What stands behind each question at present: excerpts, independent sources, methods; counted anew with each edit. */
import { useMemo } from 'react';
import { buildMatrix, type MatrixRow } from '#shared/analysis/matrix.ts';
import type { Kind } from '#shared/domain/kinds.ts';
import { useSession, useVersion } from '#renderer/data/hooks.ts';
import { codingFactsOf } from '#renderer/view-state/coding-facts.ts';

const counted: readonly Kind[] = ['question', 'coding', 'code', 'source', 'participant', 'finding', 'statistic'];

/** The rows of the triangulation matrix by question. */
export function useQuestionEvidence(): ReadonlyMap<string, MatrixRow> {
  const session = useSession();
  const version = useVersion(counted);
  return useMemo(() => {
    const { rows } = buildMatrix(session.project, {
      rows: 'question',
      columns: 'method',
      facts: codingFactsOf(session),
    });
    return new Map(rows.map((row) => [row.id, row]));
    // The version stands for all records that are counted.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [session, version]);
}
