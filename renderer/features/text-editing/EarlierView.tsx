/** The texts that a source had: who changed it when, what differs from today's, and the way back. */
import { useState } from 'react';
import { compareRevisions, reviseTo } from '#shared/domain/revision/compare-revisions.ts';
import type { ContentHash, SourceContent } from '#shared/domain/source/source-content.ts';
import type { Source } from '#shared/domain/source/source.ts';
import { useContent, useRecords, useSession, useVersion } from '#renderer/data/hooks.ts';
import { makeRevision } from '#renderer/features/text-editing/make-revision.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { useWords } from '#renderer/ui/words.ts';

export type EarlierViewProps = {
  readonly source: Source;
  readonly content: SourceContent;
  readonly onDone: () => void;
};

/** The list, and the comparison with the one that is selected. */
export function EarlierView({ source, content, onDone }: EarlierViewProps) {
  const words = useWords();
  const formats = useFormats();
  const session = useSession();
  const people = useRecords('person');
  useVersion(['revision']);
  const revisions = session.project.revisionsOf(source.id).filter(({ from }) => from !== source.revision);
  const [chosen, setChosen] = useState<ContentHash | null>(revisions.at(-1)?.from ?? null);
  if (revisions.length === 0) {
    return (
      <EmptyState isSmall title={words('texts.noEarlier')}>
        {words('texts.noEarlierHelp')}
      </EmptyState>
    );
  }
  return (
    <div className="edit-text edit-text--earlier">
      <ol className="earlier-list" aria-label={words('texts.view.earlier')}>
        {[...revisions].reverse().map(({ id, from, cause, by, at }) => (
          <li key={id}>
            <button
              type="button"
              className="earlier-list__item"
              aria-pressed={from === chosen}
              onClick={() => setChosen(from)}
            >
              <strong>{words('texts.before', { what: words(`texts.cause.${cause}`) })}</strong>
              <span>
                {people.find((person) => person.id === by)?.name ?? ''} · {formats.dateTime(at)}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {chosen && <Comparison key={chosen} source={source} content={content} chosen={chosen} onDone={onDone} />}
    </div>
  );
}

function Comparison({ source, content, chosen, onDone }: EarlierViewProps & { readonly chosen: ContentHash }) {
  const words = useWords();
  const session = useSession();
  const earlier = useContent(chosen);
  if (earlier === undefined) return null;
  const graph = session.project.revisionGraph(source.id);
  const present = { hash: source.revision, content };
  const then = earlier && { hash: chosen, content: earlier };
  const pieces = then && compareRevisions(graph, then, present);
  if (!then || !pieces) {
    return (
      <EmptyState isSmall title={words('texts.erased')}>
        {words('texts.erasedHelp')}
      </EmptyState>
    );
  }
  const goBack = async (): Promise<void> => {
    const revised = reviseTo(graph, present, then);
    if (revised && (await makeRevision(session, [{ source, revised }], 'go-back'))) onDone();
  };
  return (
    <section className="comparison" aria-label={words('texts.comparison')}>
      <p className="coding-fates__counts">{words('texts.differences', { count: pieces.length })}</p>
      <ol className="comparison__list" tabIndex={0} aria-label={words('texts.comparison')}>
        {pieces.map((piece, place) => (
          <li key={place} className="comparison__piece">
            {piece.lead}
            {piece.before !== '' && <del>{piece.before}</del>}
            {piece.after !== '' && <ins>{piece.after}</ins>}
            {piece.tail}
          </li>
        ))}
      </ol>
      <Button onPress={() => void goBack()} isDisabled={session.lockedBy !== null}>
        {words('texts.goBack')}
      </Button>
    </section>
  );
}
