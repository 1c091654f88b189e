/** Who was heard, as the screen shows it: counts that follow every edit, and the words for their values. */
import { useMemo } from 'react';
import { ANY, tallyHeard, type HeardDimension, type HeardTable, type HeardValue } from '#shared/analysis/heard.ts';
import type { CodingFacts } from '#shared/analysis/coding-facts.ts';
import { asId } from '#shared/basics/ids.ts';
import type { Kind } from '#shared/domain/kinds.ts';
import { useRecords, useSession, useVersion } from '#renderer/data/hooks.ts';
import { codingFactsOf } from '#renderer/view-state/coding-facts.ts';
import { useWords } from '#renderer/ui/words.ts';

const counted: readonly Kind[] = ['source', 'participant', 'coding', 'code', 'planned-sample', 'intervention'];

/** Something worked out from the facts, anew when they change. */
export function useFacts<Result>(work: (facts: CodingFacts) => Result): Result {
  const session = useSession();
  const version = useVersion(counted);
  return useMemo(
    () => work(codingFactsOf(session)),
    // The version stands for all records that are counted.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [session, version, work],
  );
}

/** The table of who was heard, split by `dimensions`. */
export function useHeard(dimensions: readonly HeardDimension[]): HeardTable {
  const key = dimensions.join(' ');
  const work = useMemo(
    () => (facts: CodingFacts) => tallyHeard(facts, key === '' ? [] : (key.split(' ') as HeardDimension[])),
    [key],
  );
  return useFacts(work);
}

/** What a value is called. */
export function useHeardLabel(): (dimension: HeardDimension, value: HeardValue) => string {
  const words = useWords();
  const interventions = useRecords('intervention');
  return useMemo(
    () => (dimension, value) => {
      if (value === ANY) return words('evaluation.heard.any');
      if (value === '') return words('matrix.notStated');
      if (dimension === 'method') return words(`common.methods.${value}`);
      if (dimension === 'intervention') {
        return interventions.find(({ id }) => id === asId<'intervention'>(value))?.code ?? value;
      }
      return value;
    },
    [interventions, words],
  );
}
