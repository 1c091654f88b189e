/** The tree of questions: criterion, question, sub-question, each with the evidence that it has so far. */
import { Plus } from 'lucide-react';
import { useMemo, useState, type CSSProperties } from 'react';
import type { MatrixRow } from '#shared/analysis/matrix.ts';
import type { Code } from '#shared/domain/codebook/code.ts';
import type { Question, QuestionId } from '#shared/domain/evaluation/question.ts';
import { useRecords, useSession } from '#renderer/data/hooks.ts';
import { questionRows, type QuestionRow } from '#renderer/features/evaluation/question-rows.ts';
import { selectQuestion } from '#renderer/view-state/navigation.ts';
import { IconButton } from '#renderer/ui/Button.tsx';
import { Badge } from '#renderer/ui/Chip.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { SearchField } from '#renderer/ui/TextField.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type QuestionListProps = {
  readonly selectedId: QuestionId;
  readonly evidence: ReadonlyMap<string, MatrixRow>;
  readonly onAdd: (criterion: Code) => void;
};

/** The list. */
export function QuestionList({ selectedId, evidence, onAdd }: QuestionListProps) {
  const words = useWords();
  const session = useSession();
  const questions = useRecords('question');
  const codes = useRecords('code');
  const [search, setSearch] = useState('');
  const rows = useMemo(() => questionRows(questions, codes, search), [codes, questions, search]);
  const criteria = rows.flatMap((row) => ('criterion' in row && row.criterion ? [row.criterion] : []));
  return (
    <div className="evaluation-list">
      <div className="evaluation-list__head">
        <SearchField label={words('evaluation.matrix.search')} value={search} onChange={setSearch} />
        {!session.lockedBy && (
          <Menu
            label={words('evaluation.matrix.underWhich')}
            entries={criteria.map((code) => ({ id: code.id, label: code.name, onAction: () => onAdd(code) }))}
          >
            <IconButton label={words('evaluation.matrix.add')} icon={<Plus aria-hidden />} variant="secondary" />
          </Menu>
        )}
      </div>
      <div className="evaluation-list__rows">
        {rows.length === 0 ? (
          <EmptyState isSmall title={words('evaluation.nothingFound')} />
        ) : (
          <VirtualList<QuestionRow>
            label={words('evaluation.view.matrix')}
            items={rows}
            keyOf={(row) => row.key}
            estimateHeight={56}
            isSelectable={(row) => 'question' in row}
            selectedKey={selectedId}
            onSelect={(row) => 'question' in row && selectQuestion(row.question.id)}
            renderItem={(row, { isSelected }) =>
              'question' in row ? (
                <QuestionItem {...row} isSelected={isSelected} evidence={evidence.get(row.question.id)} />
              ) : (
                <CriterionHead criterion={row.criterion} questions={row.questions} />
              )
            }
          />
        )}
      </div>
    </div>
  );
}

function CriterionHead({ criterion, questions }: { readonly criterion: Code | null; readonly questions: number }) {
  const words = useWords();
  return (
    <div className="evaluation-list__criterion">
      <i style={{ '--criterion-color': criterion?.color || 'var(--ink-faint)' } as CSSProperties} aria-hidden />
      {criterion?.name ?? words('evaluation.matrix.noCriterion')}
      {questions === 0 && <span className="evaluation-list__none">{words('evaluation.matrix.noQuestion')}</span>}
    </div>
  );
}

type QuestionItemProps = {
  readonly question: Question;
  readonly depth: number;
  readonly isSelected: boolean;
  readonly evidence: MatrixRow | undefined;
};

function QuestionItem({ question, depth, isSelected, evidence }: QuestionItemProps) {
  const words = useWords();
  const isEmpty = !evidence || evidence.independentSources === 0;
  return (
    <div
      className={classNames('evaluation-item', isSelected && 'evaluation-item--selected')}
      style={{ '--depth': depth } as CSSProperties}
    >
      <span className="evaluation-item__number">{question.number}</span>
      <span className={classNames('evaluation-item__text', question.text === '' && 'evaluation-item__text--none')}>
        {question.text || words('evaluation.matrix.noText')}
      </span>
      <span className="evaluation-item__facts">
        {isEmpty ? (
          <Badge tone="warning">{words('evaluation.matrix.noEvidence')}</Badge>
        ) : (
          <>
            {words('common.sources', { count: evidence.independentSources })} ·{' '}
            {words('evaluation.matrix.methodCount', { count: evidence.methods.length })} ·{' '}
            {words('matrix.excerpts', { count: evidence.codings })}
          </>
        )}
      </span>
    </div>
  );
}
