/** What can be done with the quotes that are ticked, all at once and with one undo. */
import { useState } from 'react';
import { removeCodings, setDirection, starCodings } from '#shared/domain/coding/coding-edits.ts';
import { directions, type CodingId } from '#shared/domain/coding/coding.ts';
import { confirmCodings } from '#shared/domain/revision/revision-edits.ts';
import { useSession, useVersion } from '#renderer/data/hooks.ts';
import { copyText } from '#renderer/features/quotes/copy-text.ts';
import { commitQuotes } from '#renderer/features/quotes/quote-commit.ts';
import { quotesAsText } from '#renderer/features/quotes/quotes-as-text.ts';
import { RecodeDialog } from '#renderer/features/quotes/RecodeDialog.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { directionShapes } from '#renderer/ui/DirectionGlyph.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { showToast } from '#renderer/ui/Toast.tsx';
import { useWords } from '#renderer/ui/words.ts';
import { excerptRows } from '#renderer/view-state/excerpt-rows.ts';
import { requestExportOf } from '#renderer/view-state/export-request.ts';
import { requestAddToFinding } from '#renderer/view-state/finding-request.ts';
import { tickQuotes, useQuoteList } from '#renderer/view-state/quote-list.ts';

/** The bar under the list; `ids` are the quotes that fit, in order. */
export function QuoteActions({ ids }: { readonly ids: readonly CodingId[] }) {
  const words = useWords();
  const session = useSession();
  useVersion(['coding', 'revision']);
  const { ticked } = useQuoteList();
  const [isRecoding, setRecoding] = useState(false);
  const chosen = ids.filter((id) => ticked.has(id));
  const codings = chosen.flatMap((id) => session.project.get('coding', id) ?? []);
  const count = codings.length;
  const isReadOnly = session.lockedBy !== null;
  const touched = codings.filter(({ id }) => session.project.fateOf(id) === 'changed');
  const isStarred = codings.every(({ starred }) => starred === true);
  const copy = (): void => {
    const text = quotesAsText(session.project, excerptRows(session, codings));
    showToast({ message: words(copyText(text) ? 'quotes.copied' : 'quotes.notCopied', { count }) });
  };
  if (count === 0) return <p className="quotes__actions quotes__hint">{words('quotes.tickHelp')}</p>;
  return (
    <div className="quotes__actions" role="toolbar" aria-label={words('quotes.actions')}>
      <strong>{words('quotes.ticked', { count })}</strong>
      <Button isDisabled={isReadOnly} onPress={() => setRecoding(true)}>
        {words('quotes.recode')}
      </Button>
      <Menu
        label={words('quotes.direction')}
        entries={directions.map((direction) => ({
          id: direction,
          label: `${directionShapes[direction]} ${words(`common.direction.${direction}`)}`,
          isDisabled: isReadOnly,
          onAction: () => commitQuotes(session, setDirection(codings, direction), words('quotes.done', { count })),
        }))}
      >
        <Button>{words('quotes.direction')}</Button>
      </Menu>
      <Button
        isDisabled={isReadOnly}
        onPress={() => commitQuotes(session, starCodings(codings, !isStarred), words('quotes.done', { count }))}
      >
        {words(isStarred ? 'quotes.unstar' : 'quotes.star')}
      </Button>
      {touched.length > 0 && (
        <Button
          isDisabled={isReadOnly}
          onPress={() =>
            commitQuotes(session, confirmCodings(touched), words('quotes.confirmed', { count: touched.length }))
          }
        >
          {words('quotes.confirm', { count: touched.length })}
        </Button>
      )}
      <Button isDisabled={isReadOnly} onPress={() => requestAddToFinding(chosen)}>
        {words('quotes.addToFinding')}
      </Button>
      <Button onPress={copy}>{words('quotes.copy')}</Button>
      <Button onPress={() => requestExportOf(chosen)}>{words('quotes.export')}</Button>
      <Button
        isDisabled={isReadOnly}
        onPress={() => commitQuotes(session, removeCodings(codings), words('quotes.removedCount', { count }))}
      >
        {words('quotes.remove')}
      </Button>
      <span className="quotes__fill" />
      <Button variant="quiet" onPress={() => tickQuotes(chosen, false)}>
        {words('quotes.untick')}
      </Button>
      {isRecoding && <RecodeDialog codings={codings} onClose={() => setRecoding(false)} />}
    </div>
  );
}
