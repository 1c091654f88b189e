/** The text of a source with what two coders made of it, one at each margin. */
import { useMemo, useState } from 'react';
import type { Passage } from '#shared/analysis/agreement/disagreements.ts';
import { listPieces } from '#shared/analysis/agreement/text-units.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';
import type { Extent } from '#shared/domain/coding/coding-edits.ts';
import { codersOfRound, type CodingRound } from '#shared/domain/team/coding-round.ts';
import type { PersonId } from '#shared/domain/team/person.ts';
import { useCodebook, useContent, useRecord, useRecords } from '#renderer/data/hooks.ts';
import { DirectionGlyph } from '#renderer/ui/DirectionGlyph.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type TwoMarginsProps = {
  readonly round: CodingRound;
  /** In hand: marked in the text. */
  readonly passage: Passage;
  readonly passages: readonly Passage[];
};

/** The text. */
export function TwoMargins({ round, passage, passages }: TwoMarginsProps) {
  const words = useWords();
  const source = useRecord('source', passage.source);
  const content = useContent(source?.revision ?? null);
  const people = useRecords('person');
  const coders = codersOfRound(round);
  const [sides, setSides] = useState<readonly PersonId[]>(coders.slice(0, 2));
  const pieces = useMemo(() => (content ? listPieces(content, 'segment') : []), [content]);
  const codings = useMemo(
    () => passages.filter((one) => one.source === passage.source).flatMap((one) => one.codings),
    [passage.source, passages],
  );
  const current = pieces.findIndex(({ end }) => end > passage.start);
  const choices = coders.map((id) => ({
    id,
    label: people.find((one) => one.id === id)?.name ?? words('common.unknown'),
  }));
  if (!source || !content)
    return <p className="margins__wait">{content === null ? words('quote.textMissing') : '…'}</p>;
  return (
    <div className="margins">
      <header className="margins__head">
        {[0, 1].map((side) => (
          <Select
            key={side}
            label={words(side === 0 ? 'rounds.leftMargin' : 'rounds.rightMargin')}
            choices={choices}
            value={sides[side] ?? null}
            onChange={(coder) => setSides(sides.map((one, place) => (place === side ? coder : one)))}
          />
        ))}
        <strong className="margins__source">{source.name}</strong>
      </header>
      <VirtualList
        className="margins__text"
        label={words('rounds.text', { source: source.name })}
        items={pieces}
        keyOf={({ start }) => String(start)}
        estimateHeight={80}
        selectedKey={String(pieces[current]?.start ?? '')}
        renderItem={(piece) => (
          <div className="margins__piece">
            <Margin codings={codings.filter((coding) => coding.coder === sides[0] && begins(coding, piece))} />
            <p className="margins__words">{markedWords(content.text, piece, passage)}</p>
            <Margin codings={codings.filter((coding) => coding.coder === sides[1] && begins(coding, piece))} />
          </div>
        )}
      />
    </div>
  );
}

function begins(coding: Coding, { start, end }: Extent): boolean {
  return coding.start < end && coding.end > start;
}

function Margin({ codings }: { readonly codings: readonly Coding[] }) {
  const words = useWords();
  const codebook = useCodebook();
  return (
    <div className="margins__margin">
      {codings.map((coding) => (
        <span key={coding.id} className="margins__coding" style={{ borderColor: codebook.colorOf(coding.code) }}>
          <DirectionGlyph direction={coding.direction} isWordHidden />{' '}
          {codebook.byId.get(coding.code)?.name ?? words('common.unknown')}
        </span>
      ))}
    </div>
  );
}

/** The words of a piece, the passage in hand marked. */
function markedWords(text: string, { start, end }: Extent, passage: Extent) {
  const from = Math.max(start, Math.min(end, passage.start));
  const to = Math.min(end, Math.max(from, passage.end));
  if (from >= to) return text.slice(start, end);
  return (
    <>
      {text.slice(start, from)}
      <mark>{text.slice(from, to)}</mark>
      {text.slice(to, end)}
    </>
  );
}
