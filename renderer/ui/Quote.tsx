/** A quote with what stands beside it: what it says, who said it where, under which code, and a note. */
import { MessageSquareText } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { classNames } from '#renderer/ui/class-names.ts';
import { DirectionGlyph, type DirectionName } from '#renderer/ui/DirectionGlyph.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './Quote.css';

export type QuoteProps = {
  /** Undefined while it is being read, null when it is lost. */
  readonly text: string | null | undefined;
  readonly direction: DirectionName;
  /** Who and where, such as E-07, Sociedad civil. The first stands out. */
  readonly labels: readonly string[];
  readonly code: string;
  readonly color?: string;
  readonly coder?: string;
  readonly memo?: string;
  /** Long quotes are cut after some lines. */
  readonly isCut?: boolean;
  /** It is no longer there. */
  readonly isGone?: boolean;
  /** At the end of the first line. */
  readonly end?: ReactNode;
  readonly children?: ReactNode;
};

/** A quote. */
export function Quote(props: QuoteProps) {
  const { text, direction, labels, code, color, coder, memo, isCut, isGone, end, children } = props;
  const words = useWords();
  const [first, ...others] = labels.filter(Boolean);
  return (
    <article className={classNames('ui-quote', isGone && 'ui-quote--gone')}>
      <div className="ui-quote__head">
        <DirectionGlyph direction={direction} isWordHidden />
        <strong className="ui-quote__source">{first}</strong>
        <span className="ui-quote__labels">{others.join(' · ')}</span>
        {coder && <span className="ui-quote__coder">{coder}</span>}
        {end}
      </div>
      <blockquote className={classNames('ui-quote__text', isCut && 'ui-quote__text--cut')}>
        {text ?? (text === null ? words('quote.textMissing') : '…')}
      </blockquote>
      <div className="ui-quote__code" style={{ '--quote-color': color ?? 'var(--line-strong)' } as CSSProperties}>
        {code}
      </div>
      {memo && (
        <p className="ui-quote__memo">
          <MessageSquareText aria-hidden />
          {memo}
        </p>
      )}
      {children}
    </article>
  );
}
