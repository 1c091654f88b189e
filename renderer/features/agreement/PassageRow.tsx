/** A passage with the words, and per coder what they made of it. */
import type { Passage } from '#shared/analysis/agreement/disagreements.ts';
import type { PersonId } from '#shared/domain/team/person.ts';
import { useCodebook, useRecord, useRecords } from '#renderer/data/hooks.ts';
import { useQuote } from '#renderer/view-state/excerpt-rows.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { DirectionGlyph } from '#renderer/ui/DirectionGlyph.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type PassageRowProps = {
  readonly passage: Passage;
  readonly coders: readonly PersonId[];
  readonly isSelected: boolean;
};

/** The row. */
export function PassageRow({ passage, coders, isSelected }: PassageRowProps) {
  const words = useWords();
  const source = useRecord('source', passage.source);
  const text = useQuote((passage.codings[0] as Passage['codings'][0]).revision, passage);
  return (
    <article className={classNames('passage', isSelected && 'passage--selected')}>
      <header className="passage__head">
        <strong>{source?.name ?? words('common.unknown')}</strong>
        <span>{passage.kinds.map((kind) => words(`agreement.kind.${kind}`)).join(' · ')}</span>
      </header>
      <blockquote className={classNames('passage__text', !isSelected && 'passage__text--cut')}>
        {text ?? (text === null ? words('quote.textMissing') : '…')}
      </blockquote>
      <ul className="passage__coders">
        {coders.map((coder) => (
          <CoderLine key={coder} coder={coder} passage={passage} />
        ))}
      </ul>
    </article>
  );
}

/** What one coder made of it: codes with directions, and the words where they are not all. */
function CoderLine({ coder, passage }: { readonly coder: PersonId; readonly passage: Passage }) {
  const words = useWords();
  const codebook = useCodebook();
  const name = useRecords('person').find(({ id }) => id === coder)?.name ?? words('common.unknown');
  const own = passage.codings.filter((coding) => coding.coder === coder);
  const whole = useQuote((passage.codings[0] as Passage['codings'][0]).revision, passage);
  return (
    <li className="passage__coder">
      <span className="passage__name">{name}</span>
      <span className="passage__codings">
        {own.length === 0 && <em>{words('agreement.notCoded')}</em>}
        {own.map((coding) => (
          <span key={coding.id} className="passage__coding">
            <DirectionGlyph direction={coding.direction} isWordHidden />{' '}
            {codebook.byId.get(coding.code)?.name ?? words('common.unknown')}
            {whole && passage.kinds.includes('other-extent') && (
              <span className="passage__part">
                {words('agreement.part', {
                  words: shorten(whole.slice(coding.start - passage.start, coding.end - passage.start)),
                })}
              </span>
            )}
          </span>
        ))}
      </span>
    </li>
  );
}

const PART_LENGTH = 60;

/** The beginning and the end of a long stretch. */
function shorten(text: string): string {
  const flat = [...text.replace(/\s+/gu, ' ').trim()];
  if (flat.length <= PART_LENGTH) return flat.join('');
  const half = PART_LENGTH / 2;
  return `${flat.slice(0, half).join('')} … ${flat.slice(-half).join('')}`;
}
