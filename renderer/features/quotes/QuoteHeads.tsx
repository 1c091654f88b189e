/** The heads of the columns: a click orders by one, another turns the order round; the box ticks all that fit. */
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { CodingId } from '#shared/domain/coding/coding.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { useWords } from '#renderer/ui/words.ts';
import { sortQuotes, tickQuotes, useQuoteList, type QuoteSort } from '#renderer/view-state/quote-list.ts';

const columns: readonly QuoteSort[] = ['place', 'quote', 'code', 'direction', 'participant', 'coder', 'memo'];

export function QuoteHeads({ ids }: { readonly ids: readonly CodingId[] }) {
  const words = useWords();
  const { sort, isDescending, ticked } = useQuoteList();
  const count = ids.filter((id) => ticked.has(id)).length;
  return (
    <div className="quotes__heads quotes__grid">
      <Checkbox
        label={words('quotes.tickAll')}
        isSelected={count > 0 && count === ids.length}
        isIndeterminate={count > 0 && count < ids.length}
        onChange={(isTicked) => tickQuotes(ids, isTicked)}
      />
      {columns.map((column) => (
        <button
          key={column}
          type="button"
          className="quotes__head"
          aria-pressed={sort === column}
          title={words('quotes.sortBy', { column: words(`quotes.column.${column}`) })}
          onClick={() => sortQuotes(column)}
        >
          {words(`quotes.column.${column}`)}
          {sort === column && (isDescending ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />)}
        </button>
      ))}
    </div>
  );
}
