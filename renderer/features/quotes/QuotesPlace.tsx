/** All quotes of the evaluation as rows: asked, ordered, grouped, ticked and worked on together. */
import { Quote as QuoteIcon } from 'lucide-react';
import { useEffect } from 'react';
import { useRecords, useSession } from '#renderer/data/hooks.ts';
import { ConditionBar } from '#renderer/features/quotes/ConditionBar.tsx';
import { QuoteActions } from '#renderer/features/quotes/QuoteActions.tsx';
import { QuoteHeads } from '#renderer/features/quotes/QuoteHeads.tsx';
import { QuoteRows } from '#renderer/features/quotes/QuoteRows.tsx';
import { useQuotes } from '#renderer/features/quotes/use-quotes.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useWords } from '#renderer/ui/words.ts';
import { openPlace } from '#renderer/view-state/navigation.ts';
import { askQuotes, resetQuotes, useQuoteList } from '#renderer/view-state/quote-list.ts';
import './QuotesPlace.css';

let askedIn: object | null = null;

/** The place. */
export function QuotesPlace() {
  const words = useWords();
  const session = useSession();
  const hasQuotes = useRecords('coding').length > 0;
  useEffect(() => {
    if (askedIn !== session) resetQuotes();
    askedIn = session;
  }, [session]);
  if (!hasQuotes) {
    return (
      <EmptyState
        icon={<QuoteIcon />}
        title={words('quotes.empty')}
        actions={
          <Button variant="primary" onPress={() => openPlace('coding')}>
            {words('quotes.toCoding')}
          </Button>
        }
      >
        {words('quotes.emptyHelp')}
      </EmptyState>
    );
  }
  return <QuoteTable />;
}

function QuoteTable() {
  const words = useWords();
  const quotes = useQuotes();
  const { conditions } = useQuoteList();
  const hidden = quotes.total - quotes.ids.length;
  return (
    <div className="quotes">
      <ConditionBar />
      <div className="quotes__count" role="status">
        <span>
          {quotes.isReading
            ? words('quotes.reading')
            : words('quotes.count', { count: quotes.ids.length, total: quotes.total })}
        </span>
        {conditions.of.length > 0 && hidden > 0 && (
          <Button variant="quiet" onPress={() => askQuotes({ kind: 'all', of: [] })}>
            {words('quotes.showHidden', { count: hidden })}
          </Button>
        )}
      </div>
      <QuoteHeads ids={quotes.ids} />
      {quotes.ids.length === 0 && !quotes.isReading ? (
        <EmptyState isSmall title={words('quotes.noneFit')}>
          {words('quotes.noneFitHelp')}
        </EmptyState>
      ) : (
        <QuoteRows lines={quotes.lines} />
      )}
      <QuoteActions ids={quotes.ids} />
    </div>
  );
}
