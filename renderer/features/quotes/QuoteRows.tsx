/** The rows of the list, of which only those in sight exist. Space ticks, Shift with arrows ticks on the way, Enter opens. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useId, useRef, type KeyboardEvent } from 'react';
import type { CodingId } from '#shared/domain/coding/coding.ts';
import { useSession } from '#renderer/data/hooks.ts';
import type { QuoteLine } from '#renderer/features/quotes/arrange-quotes.ts';
import { QuoteCells } from '#renderer/features/quotes/QuoteCells.tsx';
import { useWords } from '#renderer/ui/words.ts';
import { showCoding } from '#renderer/view-state/navigation.ts';
import { pointAtQuote, tickQuotes, useQuoteList } from '#renderer/view-state/quote-list.ts';

const ROW_PIXELS = 52;
const PAGE_ROWS = 10;

/** The list. */
export function QuoteRows({ lines }: { readonly lines: readonly QuoteLine[] }) {
  const words = useWords();
  const session = useSession();
  const scroller = useRef<HTMLDivElement>(null);
  const listId = useId();
  const { active, ticked, grouping } = useQuoteList();
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'heading' ? 32 : ROW_PIXELS),
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 10,
  });
  const at = lines.findIndex((line) => line.key === active);
  const goTo = (index: number): CodingId | null => {
    const line = lines[index];
    if (line?.kind !== 'quote') return null;
    pointAtQuote(line.row.coding.id);
    virtualizer.scrollToIndex(index, { align: 'auto' });
    return line.row.coding.id;
  };
  const walk = (event: KeyboardEvent): void => {
    const here = lines[at];
    if (here?.kind === 'quote' && event.key === 'Enter') return showCoding(here.row.coding);
    if (here?.kind === 'quote' && event.key === ' ') {
      event.preventDefault();
      return tickQuotes([here.row.coding.id], !ticked.has(here.row.coding.id));
    }
    const next = nextQuote(lines, at, event.key);
    if (next === null) return;
    event.preventDefault();
    const id = goTo(next);
    if (event.shiftKey && id && here?.kind === 'quote') tickQuotes([here.row.coding.id, id], true);
  };
  return (
    <div
      ref={scroller}
      className="quotes__rows"
      role="listbox"
      aria-multiselectable
      aria-label={words('quotes.list')}
      aria-activedescendant={at < 0 ? undefined : `${listId}-${at}`}
      tabIndex={0}
      onKeyDown={walk}
    >
      <div role="presentation" className="quotes__inside" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const line = lines[index] as QuoteLine;
          const place = { transform: `translateY(${start}px)` };
          if (line.kind === 'heading') {
            return (
              <div key={key} role="presentation" className="quotes__group" style={place}>
                {groupWord(line.value, grouping, words)} · {line.count}
              </div>
            );
          }
          const { id } = line.row.coding;
          return (
            <div
              key={key}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={ticked.has(id)}
              aria-setsize={lines.length}
              aria-posinset={index + 1}
              data-active={index === at || undefined}
              className="quotes__row quotes__grid"
              style={place}
              onClick={() => goTo(index)}
              onDoubleClick={() => showCoding(line.row.coding)}
            >
              <QuoteCells row={line.row} fate={session.project.fateOf(id)} isTicked={ticked.has(id)} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function groupWord(value: string, grouping: string, words: (key: string) => string): string {
  if (value === '') return words('quotes.notStated');
  if (grouping === 'method') return words(`common.method.${value}`);
  return grouping === 'direction' ? words(`common.direction.${value}`) : value;
}

/** Where a key leads; headings are walked past. */
function nextQuote(lines: readonly QuoteLine[], from: number, key: string): number | null {
  const moves: Readonly<Record<string, readonly [start: number, step: 1 | -1]>> = {
    ArrowDown: [from + 1, 1],
    ArrowUp: [from < 0 ? lines.length - 1 : from - 1, -1],
    PageDown: [Math.min(lines.length - 1, from + PAGE_ROWS), 1],
    PageUp: [Math.max(0, from - PAGE_ROWS), -1],
    Home: [0, 1],
    End: [lines.length - 1, -1],
  };
  const move = moves[key];
  if (!move) return null;
  for (let index = move[0]; index >= 0 && index < lines.length; index += move[1]) {
    if (lines[index]?.kind === 'quote') return index;
  }
  return null;
}
