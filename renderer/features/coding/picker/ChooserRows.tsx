/** The rows of the chooser: codes, and offers to make one. */
import { Check, Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { CodeSwatch } from '#renderer/features/coding/codebook/CodeSwatch.tsx';
import type { RankedCode } from '#renderer/features/coding/picker/rank-codes.ts';
import { useWords } from '#renderer/ui/words.ts';

type ChooserRowProps = {
  readonly id: string;
  readonly entry: RankedCode;
  readonly isActive: boolean;
  readonly isTicked: boolean;
  readonly onTake: (isMore: boolean) => void;
};

/** A code that matches. */
export function ChooserRow({ id, entry, isActive, isTicked, onTake }: ChooserRowProps) {
  const words = useWords();
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    <div
      ref={row}
      id={id}
      role="option"
      aria-selected={isActive}
      className="code-chooser__row"
      data-active={isActive || undefined}
      onClick={(event) => onTake(event.shiftKey)}
    >
      <CodeSwatch code={entry.code.id} />
      <span className="code-chooser__name">
        {entry.code.name}
        {entry.above.length > 0 && <span className="code-chooser__above">{entry.above.join(' / ')}</span>}
      </span>
      {entry.isRecent && <span className="code-chooser__recent">{words('coding.recent')}</span>}
      {isTicked && <Check aria-label={words('coding.onThisPassage')} />}
      {entry.code.key !== '' && <kbd>{entry.code.key}</kbd>}
    </div>
  );
}

type CreationRowProps = Pick<ChooserRowProps, 'id' | 'isActive' | 'onTake'> & { readonly label: string };

/** An offer to make a code. */
export function CreationRow({ id, label, isActive, onTake }: CreationRowProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className="code-chooser__row"
      data-active={isActive || undefined}
      onClick={(event) => onTake(event.shiftKey)}
    >
      <Plus aria-hidden />
      <span className="code-chooser__name">{label}</span>
    </div>
  );
}
