/** The question over the list: every condition a chip, all or any of them, groups, and questions kept under a name. */
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useSession, useVersion } from '#renderer/data/hooks.ts';
import { ConditionDialog } from '#renderer/features/quotes/ConditionDialog.tsx';
import { conditionWords } from '#renderer/features/quotes/condition-words.ts';
import { QuoteSets } from '#renderer/features/quotes/QuoteSets.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { SegmentedControl } from '#renderer/ui/Checkbox.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { useWords } from '#renderer/ui/words.ts';
import {
  askQuotes,
  groupQuotes,
  quoteGroupings,
  useQuoteList,
  type QuoteGrouping,
} from '#renderer/view-state/quote-list.ts';

/** The bar. */
export function ConditionBar() {
  const words = useWords();
  const { project } = useSession();
  useVersion(['code', 'source', 'person', 'intervention']);
  const { conditions, grouping } = useQuoteList();
  const [isAdding, setAdding] = useState(false);
  return (
    <div className="quotes__bar">
      <h1 className="quotes__title">{words('quotes.title')}</h1>
      <Button icon={<Plus aria-hidden />} onPress={() => setAdding(true)}>
        {words('quotes.addCondition')}
      </Button>
      <div className="quotes__chips">
        {conditions.of.map((condition, place) => (
          <Chip
            key={`${place} ${JSON.stringify(condition)}`}
            onRemove={() => askQuotes({ ...conditions, of: conditions.of.filter((_, other) => other !== place) })}
          >
            {conditionWords(project, condition, words)}
          </Chip>
        ))}
      </div>
      {conditions.of.length > 1 && (
        <SegmentedControl
          label={words('quotes.match')}
          isLabelHidden
          options={[
            { value: 'all', label: words('quotes.matchAll') },
            { value: 'any', label: words('quotes.matchAny') },
          ]}
          value={conditions.kind}
          onChange={(kind) => askQuotes({ ...conditions, kind })}
        />
      )}
      <span className="quotes__fill" />
      <Select<QuoteGrouping>
        label={words('quotes.groupBy')}
        isLabelHidden
        choices={quoteGroupings.map((id) => ({ id, label: words(`quotes.grouping.${id}`) }))}
        value={grouping}
        onChange={groupQuotes}
      />
      <QuoteSets />
      {isAdding && (
        <ConditionDialog
          onClose={() => setAdding(false)}
          onAdd={(condition) => {
            setAdding(false);
            askQuotes({ ...conditions, of: [...conditions.of, condition] });
          }}
        />
      )}
    </div>
  );
}
