/** What is chosen for a deliverable, how much that is, and the task for the worker. */
import { useMemo, useState } from 'react';
import type { Matrix } from '#shared/analysis/matrix.ts';
import type { Language } from '#shared/domain/evaluation/language.ts';
import type { Kind } from '#shared/domain/kinds.ts';
import type { DeliverableTask } from '#shared/formats/deliverable/deliverable-order.ts';
import type { DelimitedOptions } from '#shared/formats/delimited/write-delimited.ts';
import type { FilterInWords } from '#shared/formats/spreadsheet/about-sheet.ts';
import { useSession, useVersion } from '#renderer/data/hooks.ts';
import { filterExcerpts, NO_FILTER, onlyTicked, type ExcerptFilter } from '#renderer/features/export/excerpt-filter.ts';
import { matrixForExport, type MatrixChoice } from '#renderer/features/export/export-order.ts';
import { useExportChoice, type Deliverable } from '#renderer/view-state/export-request.ts';
import { useMatrixView } from '#renderer/view-state/matrix-view.ts';
import { useWords } from '#renderer/ui/words.ts';

export type Delimiter = DelimitedOptions['delimiter'];

export type ChosenTask = {
  readonly filter: ExcerptFilter;
  readonly setFilter: (filter: ExcerptFilter) => void;
  readonly delimiter: Delimiter;
  readonly setDelimiter: (delimiter: Delimiter) => void;
  readonly matrix: MatrixChoice;
  readonly setMatrix: (choice: MatrixChoice) => void;
  readonly counts: { readonly codings: number; readonly sources: number };
  /** Only while a matrix is to be exported. */
  readonly counted: Matrix | null;
  readonly isEmpty: boolean;
  readonly deliverable: Deliverable;
  readonly make: () => DeliverableTask;
};

const KINDS: readonly Kind[] = ['coding', 'source', 'code', 'finding', 'judgement', 'participant', 'intervention'];

/** The choices of the dialog, starting with what the matrix shows. */
export function useExportTask(deliverable: Deliverable, language: Language): ChosenTask {
  const words = useWords();
  const session = useSession();
  const version = useVersion(KINDS);
  const [filter, setFilter] = useState(NO_FILTER);
  const [matrix, setMatrix] = useState<MatrixChoice>(() => {
    const { rows, columns, where } = useMatrixView.getState();
    return { rows, columns, where };
  });
  const [chosenDelimiter, setDelimiter] = useState<Delimiter | null>(null);
  // Excel in Spanish and French reads semicolons, in English commas.
  const delimiter = chosenDelimiter ?? (language === 'en' ? ',' : ';');
  const { project } = session;
  const only = useExportChoice((state) => state.only);
  const excerpts = useMemo(
    () => onlyTicked(filterExcerpts(project, filter), only),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [filter, only, project, version],
  );
  const counted = useMemo(
    () => (deliverable === 'matrix-xlsx' ? matrixForExport(session, matrix) : null),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [deliverable, matrix, session, version],
  );
  const named = (name: string, value: string | undefined): readonly FilterInWords[] =>
    value === undefined ? [] : [{ name: words(name), value }];
  const make = (): DeliverableTask => {
    switch (deliverable) {
      case 'excerpts-xlsx':
      case 'excerpts-csv': {
        const codings = excerpts.codings.map((coding) => coding.id);
        if (deliverable === 'excerpts-csv') return { kind: deliverable, codings, delimiter };
        const filters = [
          ...named('quotes.title', only ? words('quotes.ticked', { count: only.length }) : undefined),
          ...named('findings.criterion', filter.criterion ? project.get('code', filter.criterion)?.name : undefined),
          ...named('matrix.dimension.method', filter.method ? words(`common.method.${filter.method}`) : undefined),
          ...named('matrix.dimension.coder', filter.coder ? project.get('person', filter.coder)?.name : undefined),
        ];
        return { kind: deliverable, codings, filters };
      }
      case 'matrix-xlsx':
        return {
          kind: deliverable,
          matrix: counted ?? matrixForExport(session, matrix),
          rows: matrix.rows,
          columns: matrix.columns,
          filters: matrix.where.map(({ name, value }) => ({
            name: dimensionWord(name, words),
            value: valueWord(value),
          })),
        };
      case 'tables-csv':
        return { kind: deliverable, delimiter };
      default:
        return { kind: deliverable };
    }
  };
  const valueWord = (value: string): string =>
    project.all('intervention').find((item) => item.id === value)?.code ??
    project.all('person').find((item) => item.id === value)?.name ??
    value;
  return {
    deliverable,
    filter,
    setFilter,
    delimiter,
    setDelimiter,
    matrix,
    setMatrix,
    counts: { codings: excerpts.codings.length, sources: excerpts.sources },
    counted,
    isEmpty: deliverable.startsWith('excerpts') && excerpts.codings.length === 0,
    make,
  };
}

/** What a dimension is called, such as Method or an attribute's own name. */
export function dimensionWord(name: string, words: (key: string) => string): string {
  return name.startsWith('attribute:') ? name.slice('attribute:'.length) : words(`matrix.dimension.${name}`);
}
