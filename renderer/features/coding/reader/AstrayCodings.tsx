/** Codings that still stand on an older revision of the text: listed at its top, each with a way to place it. */
import { useMemo } from 'react';
import type { Coding } from '#shared/domain/coding/coding.ts';
import { findPlaces } from '#shared/domain/coding/find-place.ts';
import type { SourceContent } from '#shared/domain/source/source-content.ts';
import type { Source } from '#shared/domain/source/source.ts';
import { useCodebook, useCodingsOfSource, useContent } from '#renderer/data/hooks.ts';
import { CodeSwatch } from '#renderer/features/coding/codebook/CodeSwatch.tsx';
import { useDesk } from '#renderer/features/coding/desk-context.ts';
import { isAstray } from '#renderer/features/coding/reader/use-reader-codings.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useWords } from '#renderer/ui/words.ts';
import { useCodingDesk } from '#renderer/view-state/coding-desk.ts';

const MAXIMUM_SHOWN = 50;
const QUOTE_LENGTH = 140;

type AstrayProps = { readonly source: Source; readonly content: SourceContent };

/** The list; nothing while all codings stand on this text. */
export function AstrayCodings({ source, content }: AstrayProps) {
  const words = useWords();
  const codings = useCodingsOfSource(source.id);
  const astray = useMemo(() => codings.filter((coding) => isAstray(coding, source)), [codings, source]);
  if (astray.length === 0) return null;
  return (
    <details className="astray" open>
      <summary>{words('coding.astray.title', { count: astray.length })}</summary>
      <p className="astray__help">{words('coding.astray.help')}</p>
      <ul className="astray__list">
        {astray.slice(0, MAXIMUM_SHOWN).map((coding) => (
          <AstrayRow key={coding.id} coding={coding} source={source} content={content} />
        ))}
      </ul>
      {astray.length > MAXIMUM_SHOWN && <p>{words('coding.astray.more', { count: astray.length - MAXIMUM_SHOWN })}</p>}
    </details>
  );
}

function AstrayRow({ coding, source, content }: AstrayProps & { readonly coding: Coding }) {
  const words = useWords();
  const codebook = useCodebook();
  const { actions, reader } = useDesk();
  const before = useContent(coding.revision);
  const hasText = useCodingDesk((desk) => desk.hasTextSelection);
  const found = useMemo(() => before && findPlaces(before.text, content.text, coding), [before, coding, content.text]);
  const quote = before?.text.slice(coding.start, coding.end) ?? '';
  const best = found?.best ?? null;
  return (
    <li className="astray__row">
      <span className="astray__code">
        <CodeSwatch code={coding.code} /> {codebook.byId.get(coding.code)?.name}
      </span>
      <q className="astray__quote">{quote.length > QUOTE_LENGTH ? `${quote.slice(0, QUOTE_LENGTH)}…` : quote}</q>
      <span className="astray__found">
        {before === null
          ? words('coding.astray.oldTextMissing')
          : found && words('coding.astray.found', { count: found.count })}
      </span>
      {best && (
        <>
          <Button variant="quiet" onPress={() => reader.select(best, 'center')}>
            {words('coding.astray.show')}
          </Button>
          <Button onPress={() => actions.place(coding, source, best)}>{words('coding.astray.place')}</Button>
        </>
      )}
      <Button isDisabled={!hasText} onPress={() => actions.place(coding, source, reader.selection())}>
        {words('coding.astray.placeOnSelection')}
      </Button>
    </li>
  );
}
