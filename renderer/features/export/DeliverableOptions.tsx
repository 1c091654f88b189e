/** What can be chosen for a deliverable, with what it will hold. */
import { useMemo } from 'react';
import type { MatrixRows } from '#shared/analysis/matrix-rows.ts';
import { isCriterion } from '#shared/domain/evaluation/criterion-code.ts';
import type { MatrixColumns } from '#shared/analysis/matrix-scope.ts';
import { sourceMethods } from '#shared/domain/source/source.ts';
import { useRecordCount, useRecords } from '#renderer/data/hooks.ts';
import { RecordCounts } from '#renderer/features/export/RecordCounts.tsx';
import { dimensionWord, type ChosenTask, type Delimiter } from '#renderer/features/export/use-export-task.ts';
import { exportAll, useExportChoice, type Deliverable } from '#renderer/view-state/export-request.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type DeliverableOptionsProps = { readonly deliverable: Deliverable; readonly task: ChosenTask };

/** The options. */
export function DeliverableOptions({ deliverable, task }: DeliverableOptionsProps) {
  switch (deliverable) {
    case 'excerpts-xlsx':
      return <ExcerptOptions task={task} />;
    case 'excerpts-csv':
      return (
        <>
          <DelimiterOption task={task} />
          <ExcerptOptions task={task} />
        </>
      );
    case 'matrix-xlsx':
      return <MatrixOptions task={task} />;
    case 'tables-csv':
      return <DelimiterOption task={task} />;
    case 'findings-docx':
    case 'package-html':
    case 'brief-docx':
    case 'brief-pdf':
      return <RecordCounts kinds={['finding', 'conclusion', 'recommendation', 'learning']} />;
    case 'workbook-xlsx':
    case 'everything-json':
      return <RecordCounts kinds={['source', 'participant', 'code', 'coding', 'finding']} />;
  }
}

const ALL = '';

function ExcerptOptions({ task }: { readonly task: ChosenTask }) {
  const words = useWords();
  const codes = useRecords('code');
  const people = useRecords('person');
  const total = useRecordCount('coding');
  const { filter, setFilter, counts } = task;
  const choice = <Id extends string>(
    key: keyof typeof filter,
    label: string,
    choices: readonly { readonly id: Id; readonly label: string }[],
  ) => (
    <Select<string>
      label={label}
      choices={[{ id: ALL, label: words('export-screen.all') }, ...choices]}
      value={filter[key] ?? ALL}
      onChange={(value) => setFilter({ ...filter, [key]: value === ALL ? null : value })}
    />
  );
  const only = useExportChoice((state) => state.only);
  return (
    <>
      {only && <Chip onRemove={exportAll}>{words('quotes.ticked', { count: only.length })}</Chip>}
      {choice(
        'criterion',
        words('findings.criterion'),
        codes.filter(isCriterion).map(({ id, name }) => ({ id, label: name })),
      )}
      {choice(
        'method',
        words('matrix.dimension.method'),
        sourceMethods.map((id) => ({ id, label: words(`common.methods.${id}`) })),
      )}
      {people.length > 1 &&
        choice(
          'coder',
          words('matrix.dimension.coder'),
          people.map(({ id, name }) => ({ id, label: name })),
        )}
      <p className="export-count" role="status">
        {words('export-screen.excerpts', { count: counts.codings, total, sources: counts.sources })}
      </p>
    </>
  );
}

const delimiters = { comma: ',', semicolon: ';', tab: '\t' } as const;

function DelimiterOption({ task }: { readonly task: ChosenTask }) {
  const words = useWords();
  return (
    <Select<Delimiter>
      label={words('export-screen.delimiter')}
      choices={Object.entries(delimiters).map(([name, id]) => ({
        id,
        label: words(`export-screen.delimiters.${name}`),
      }))}
      value={task.delimiter}
      onChange={task.setDelimiter}
    />
  );
}

const rowKinds: readonly MatrixRows[] = ['criterion', 'question', 'code', 'finding'];

function MatrixOptions({ task }: { readonly task: ChosenTask }) {
  const words = useWords();
  const sources = useRecords('source');
  const participants = useRecords('participant');
  const { matrix, setMatrix, counted } = task;
  const columns = useMemo((): readonly MatrixColumns[] => {
    const names = new Set([...sources, ...participants].flatMap(({ attributes }) => Object.keys(attributes)));
    return [
      'method',
      'group',
      'gender',
      'intervention',
      ...[...names].sort().map((name) => `attribute:${name}` as const),
    ];
  }, [participants, sources]);
  return (
    <>
      <Select<MatrixRows>
        label={words('matrix.rows.label')}
        choices={rowKinds.map((id) => ({ id, label: words(`matrix.rows.${id}`) }))}
        value={matrix.rows}
        onChange={(rows) => setMatrix({ ...matrix, rows })}
      />
      <Select<MatrixColumns>
        label={words('matrix.columns')}
        choices={columns.map((id) => ({ id, label: dimensionWord(id, words) }))}
        value={matrix.columns}
        onChange={(next) => setMatrix({ ...matrix, columns: next })}
      />
      {matrix.where.length > 0 && (
        <div className="export-filters">
          <span>{words('export-screen.filters', { count: matrix.where.length })}</span>
          <Button variant="quiet" onPress={() => setMatrix({ ...matrix, where: [] })}>
            {words('export-screen.withoutFilters')}
          </Button>
        </div>
      )}
      {counted && (
        <p className="export-count" role="status">
          {words('export-screen.matrix', { rows: counted.rows.length, columns: counted.columns.length })}
        </p>
      )}
    </>
  );
}
