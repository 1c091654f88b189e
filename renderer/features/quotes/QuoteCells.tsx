/** What stands in the row of one quote. */
import { MessageSquareText, Star, TriangleAlert } from 'lucide-react';
import type { AnchorFate } from '#shared/domain/project/anchor-placer.ts';
import { useCodebook } from '#renderer/data/hooks.ts';
import { DirectionGlyph } from '#renderer/ui/DirectionGlyph.tsx';
import { useWords } from '#renderer/ui/words.ts';
import { useQuote, type ExcerptRow } from '#renderer/view-state/excerpt-rows.ts';
import { tickQuotes } from '#renderer/view-state/quote-list.ts';

export type QuoteCellsProps = {
  readonly row: ExcerptRow;
  readonly fate: AnchorFate | null;
  readonly isTicked: boolean;
};

/** The cells, in the order of the heads. */
export function QuoteCells({ row: { coding, excerpt }, fate, isTicked }: QuoteCellsProps) {
  const words = useWords();
  const codebook = useCodebook();
  const text = useQuote(coding.revision, coding);
  const who = [excerpt.participant === excerpt.source ? '' : excerpt.participant, excerpt.group];
  return (
    <>
      <span
        className="quotes__tick"
        aria-hidden
        data-ticked={isTicked || undefined}
        onClick={(event) => {
          event.stopPropagation();
          tickQuotes([coding.id], !isTicked);
        }}
      >
        {isTicked ? '☑' : '☐'}
      </span>
      <span className="quotes__source">
        {excerpt.source}
        {coding.starred && <Star className="quotes__star" aria-label={words('quotes.starred')} />}
      </span>
      <span className="quotes__text">
        {fate && (
          <span className="quotes__fate">
            <TriangleAlert aria-hidden /> {words(`quotes.fate.${fate}`)}
          </span>
        )}
        {text ?? (text === null ? words('quote.textMissing') : '…')}
      </span>
      <span className="quotes__code" title={excerpt.codePath.join(' / ')}>
        <span className="quotes__dot" style={{ background: codebook.colorOf(coding.code) }} aria-hidden />
        {excerpt.codePath.at(-1)}
      </span>
      <span>
        <DirectionGlyph direction={excerpt.direction} />
      </span>
      <span className="quotes__who">{who.filter(Boolean).join(' · ')}</span>
      <span className="quotes__who">{excerpt.coder}</span>
      <span className="quotes__memo" title={excerpt.memo}>
        {excerpt.memo !== '' && <MessageSquareText aria-hidden />}
        {excerpt.memo}
      </span>
    </>
  );
}
