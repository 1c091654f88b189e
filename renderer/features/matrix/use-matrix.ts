/** The matrix of the open evaluation as it is being looked at; counted anew only when something it counts has changed. */
import { useEffect, useMemo, useState } from 'react';
import { isCriterion } from '#shared/domain/evaluation/criterion-code.ts';
import { buildMatrix, type Matrix, type MatrixRow } from '#shared/analysis/matrix.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { Kind } from '#shared/domain/kinds.ts';
import { useRecords, useSession, useVersion } from '#renderer/data/hooks.ts';
import type { ProjectSession } from '#renderer/data/session.ts';
import { countHiddenSources, type HiddenSources } from '#renderer/features/matrix/hidden-sources.ts';
import { allRows, orderRows, shownRows, type ShownRow } from '#renderer/features/matrix/matrix-lines.ts';
import { codingFactsOf } from '#renderer/view-state/coding-facts.ts';
import { useMatrixView } from '#renderer/view-state/matrix-view.ts';

/** Everything that a number of the matrix may come from. */
export const matrixKinds: readonly Kind[] = [
  'source',
  'participant',
  'code',
  'coding',
  'statistic',
  'finding',
  'question',
  'planned-sample',
  'judgement',
  'intervention',
  'person',
];

export type MatrixInSight = {
  readonly matrix: Matrix;
  readonly rows: readonly ShownRow[];
  /** Codes with codes below them. */
  readonly parents: readonly CodeId[];
  readonly hidden: HiddenSources;
};

/** The matrix with the rows in sight. */
export function useMatrix(): MatrixInSight {
  const session = useSession();
  const { rows, columns, where, unfolded, order } = useMatrixView();
  const version = useVersion(matrixKinds);
  const loaded = useSpeakersAtHand(session);
  // The codes below criteria are counted only when some of them are to be seen.
  const counted = rows === 'criterion' && unfolded.size > 0 ? 'code' : rows;
  const matrix = useMemo(
    () => buildMatrix(session.project, { rows: counted, columns, where, facts: codingFactsOf(session) }),
    // The version stands for all records that are counted, `loaded` for the texts that say who speaks.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [session, counted, columns, where, version, loaded],
  );
  const hidden = useMemo(
    () => countHiddenSources(codingFactsOf(session), where),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [session, where, version, loaded],
  );
  const codes = useRecords('code');
  const parents = useMemo(() => {
    const shown = codes.filter((code) => !code.hidden);
    const above = new Set(shown.map((code) => code.parent));
    return shown.flatMap((code) => (above.has(code.id) ? code.id : []));
  }, [codes]);
  const shown = useMemo(() => {
    const above = new Set<string>(parents);
    const criteria = new Set<string>(codes.filter(isCriterion).map((code) => code.id));
    if (rows !== 'criterion') return allRows(matrix.rows);
    const hasBelow = (row: MatrixRow): boolean => above.has(row.id);
    return shownRows(matrix.rows, unfolded, (row) => criteria.has(row.id), hasBelow);
  }, [codes, matrix, parents, rows, unfolded]);
  const ordered = useMemo(() => orderRows(shown, order), [order, shown]);
  return { matrix, rows: ordered, parents, hidden };
}

/**
 * Interviews with one participant need no text to be counted; the others were read when the evaluation was opened or
 * imported, except texts that came since. Rises when such a text has been read.
 */
function useSpeakersAtHand(session: ProjectSession): number {
  const version = useVersion(['source']);
  const [loaded, setLoaded] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const missing = session.project
      .all('source')
      .filter(({ speakers, revision }) => Object.keys(speakers).length > 1 && !session.contents.peek(revision));
    if (missing.length === 0) return;
    void Promise.all(missing.map(({ revision }) => session.contents.load(revision))).then(() => {
      if (isCurrent) setLoaded((count) => count + 1);
    });
    return () => {
      isCurrent = false;
    };
  }, [session, version]);
  return loaded;
}
