/** Where the table stands in its file, when the guess is wrong: sheet, row with the headers, what parts the cells. */
import type { TableLayout } from '#shared/formats/imported-source.ts';
import type { ColumnPlan } from '#shared/formats/questionnaire/column-plan.ts';
import type { ReadyFile } from '#renderer/features/sources/import/import-batch.ts';
import type { ReadChoices } from '#renderer/workers/import-messages.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { useWords } from '#renderer/ui/words.ts';

const delimiters = [
  { id: ',', key: 'comma' },
  { id: ';', key: 'semicolon' },
  { id: '\t', key: 'tab' },
] as const;
/** Titles stand above the headers, never whole pages. */
const LAST_HEADER_ROW = 30;
const headerRowCounts = ['1', '2', '3'] as const;

export type TableLayoutFieldsProps = {
  readonly ready: ReadyFile;
  readonly layout: TableLayout;
  readonly onChoose: (choices: ReadChoices) => void;
};

/** The fields that read the table again. */
export function TableLayoutFields({ ready, layout, onChoose }: TableLayoutFieldsProps) {
  const words = useWords();
  const { choices, imported } = ready;
  const read = (place: Partial<Pick<ColumnPlan, 'sheet' | 'firstRow' | 'headerRows'>>): void => {
    const before = choices.plan ?? { columns: [], delimiter: null, encoding: null, headerRows: null };
    onChoose({ ...choices, plan: { ...before, ...place } });
  };
  return (
    <>
      {layout.sheets.length > 1 && (
        <Select
          label={words('import.sheet')}
          choices={layout.sheets.map((name) => ({ id: name, label: name }))}
          value={layout.sheet}
          onChange={(sheet) => read({ sheet, firstRow: null, headerRows: null })}
        />
      )}
      {layout.firstRow !== null && (
        <Select
          label={words('import.firstRow')}
          choices={headerRowsAround(layout.firstRow).map((row) => ({ id: row, label: row }))}
          value={String(layout.firstRow)}
          onChange={(row) => read({ firstRow: Number(row) })}
        />
      )}
      <Select
        label={words('import.headerRows')}
        choices={headerRowCounts.map((id) => ({ id, label: id }))}
        value={String(layout.headerRows)}
        onChange={(count) => read({ headerRows: Number(count) })}
      />
      {imported.delimiter !== null && (
        <Select
          label={words('import.delimiter')}
          choices={delimiters.map(({ id, key }) => ({ id, label: words(`import.delimiters.${key}`) }))}
          value={imported.delimiter}
          onChange={(delimiter) => onChoose({ ...choices, delimiter })}
        />
      )}
    </>
  );
}

function headerRowsAround(firstRow: number): readonly string[] {
  return Array.from({ length: Math.max(LAST_HEADER_ROW, firstRow) }, (_, index) => String(index + 1));
}
