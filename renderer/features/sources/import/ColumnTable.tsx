/** The columns of a questionnaire with their guessed roles, to correct; what follows from them is counted live. */
import { useMemo } from 'react';
import { columnRoles, type ColumnRole } from '#shared/domain/source/source-content.ts';
import { countDuplicateRespondents } from '#shared/formats/questionnaire/column-plan.ts';
import { contentOf, type ReadyFile } from '#renderer/features/sources/import/import-batch.ts';
import { useFormats } from '#renderer/ui/formats.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type ColumnTableProps = {
  readonly ready: ReadyFile;
  readonly onRole: (column: string, role: ColumnRole) => void;
};

/** A row per column. */
export function ColumnTable({ ready, onRole }: ColumnTableProps) {
  const words = useWords();
  const { number } = useFormats();
  const content = useMemo(() => contentOf(ready), [ready]);
  const { columns, facts } = ready;
  const duplicates = content.table ? countDuplicateRespondents(content.table, { columns }) : 0;
  return (
    <section className="import-preview__section">
      <h4>{words('import.columns')}</h4>
      <p className="import-preview__facts" role="status">
        {words('import.columnFacts', {
          respondents: content.table?.respondents.length ?? 0,
          questions: columns.filter(({ role }) => role === 'open').length,
          answers: content.segments.length,
          closed: columns.filter(({ role }) => role === 'closed' || role === 'multiple').length,
        })}
        {duplicates > 0 && ` ${words('import.warning.duplicate-respondents', { count: duplicates })}`}
      </p>
      <table className="import-table">
        <thead>
          <tr>
            <th scope="col">{words('import.column')}</th>
            <th scope="col">{words('import.role')}</th>
            <th scope="col" className="import-table__number">
              {words('import.filled')}
            </th>
            <th scope="col" className="import-table__number">
              {words('import.values')}
            </th>
            <th scope="col">{words('import.examples')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column, index) => (
            <tr key={column.name} data-off={column.role === 'ignore' || undefined}>
              <td>
                {column.name}
                {column.label !== column.name && <span className="import-table__label">{column.label}</span>}
              </td>
              <td>
                <Select
                  label={words('import.roleOf', { name: column.name })}
                  isLabelHidden
                  choices={columnRoles.map((id) => ({
                    id,
                    label: words(`import.roles.${id}`),
                    description: words(`import.roleHelp.${id}`),
                  }))}
                  value={column.role}
                  onChange={(role) => onRole(column.name, role)}
                />
              </td>
              <td className="import-table__number">{number(facts[index]?.filled ?? 0)}</td>
              <td className="import-table__number">{number(facts[index]?.values ?? 0)}</td>
              <td className="import-table__examples" title={facts[index]?.examples.join('\n')}>
                {facts[index]?.examples.join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
