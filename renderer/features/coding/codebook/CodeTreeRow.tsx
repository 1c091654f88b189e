/** One code in the tree: colour, name, key, counts. It can be dragged onto another, and text onto it. */
import { ChevronDown, ChevronRight, EyeOff } from 'lucide-react';
import { memo, useState, type DragEvent } from 'react';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import { droppedCode, isCodeDragged, takeCode } from '#renderer/features/coding/codebook/code-drag.ts';
import { CodeSwatch } from '#renderer/features/coding/codebook/CodeSwatch.tsx';
import type { CodeRow } from '#renderer/features/coding/codebook/visible-codes.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { useWords } from '#renderer/ui/words.ts';
import { foldCode } from '#renderer/view-state/coding-desk.ts';
import { selectCode } from '#renderer/view-state/navigation.ts';

export type CodeRowEvents = {
  readonly onPress: (code: CodeId) => void;
  readonly hasText: () => boolean;
  readonly onDropText: (code: CodeId) => void;
  readonly onDropCode: (code: CodeId, onto: CodeId) => void;
};

export type CodeTreeRowProps = CodeRow & {
  readonly ownCodings: number;
  /** With those of the codes below. */
  readonly codings: number;
  readonly voices: number;
  readonly isSelected: boolean;
  /** It was just made. */
  readonly isRevealed: boolean;
  readonly isTabStop: boolean;
  readonly events: CodeRowEvents;
};

const INDENT_REM = 1;

/** A row of the tree; renders anew only when something of it changes. */
export const CodeTreeRow = memo(function CodeTreeRow(props: CodeTreeRowProps) {
  const { code, depth, hasChildren, isFolded, isPath, codings, voices, isSelected, isTabStop, events } = props;
  const words = useWords();
  const drop = useDrop(code.id, events);
  const countWords = words(codings === props.ownCodings ? 'coding.countWords' : 'coding.countWordsBelow', {
    own: words('common.codings', { count: props.ownCodings }),
    codings: words('common.codings', { count: codings }),
    sources: words('coding.independentSources', { count: voices }),
  });
  return (
    <div
      role="treeitem"
      aria-level={depth + 1}
      aria-selected={isSelected}
      aria-posinset={props.position}
      aria-setsize={props.siblings}
      aria-label={[code.name, countWords, code.key === '' ? '' : words('coding.keyWords', { key: code.key })]
        .filter(Boolean)
        .join(', ')}
      {...(hasChildren && { 'aria-expanded': !isFolded })}
      tabIndex={isTabStop ? 0 : -1}
      data-code={code.id}
      data-selected={isSelected || undefined}
      data-revealed={props.isRevealed || undefined}
      className={classNames('code-row', isPath && 'code-row--path', code.hidden && 'code-row--hidden')}
      style={{ paddingInlineStart: `${0.25 + depth * INDENT_REM}rem` }}
      title={code.definition === '' ? undefined : code.definition}
      onMouseDown={(event) => {
        if (event.button === 2) selectCode(code.id);
      }}
      onClick={() => events.onPress(code.id)}
      draggable
      {...drop}
    >
      <span
        className="code-row__fold"
        onClick={(event) => {
          event.stopPropagation();
          foldCode(code.id, !isFolded);
        }}
      >
        {hasChildren && (isFolded ? <ChevronRight aria-hidden /> : <ChevronDown aria-hidden />)}
      </span>
      <CodeSwatch code={code.id} />
      <span className="code-row__name">{code.name}</span>
      {code.hidden && <EyeOff aria-hidden className="code-row__eye" />}
      {code.key !== '' && <kbd aria-hidden>{code.key}</kbd>}
      <span className="code-row__count" title={countWords} aria-hidden>
        {codings > 0 && codings}
      </span>
      <span className="code-row__count code-row__count--voices" title={countWords} aria-hidden>
        {voices > 0 && voices}
      </span>
    </div>
  );
});

function useDrop(code: CodeId, events: CodeRowEvents) {
  const [isOver, setOver] = useState(false);
  return {
    'data-drop': isOver || undefined,
    onDragStart: (event: DragEvent) => takeCode(event, code),
    onDragOver: (event: DragEvent) => {
      if (!isCodeDragged(event) && !events.hasText()) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      event.stopPropagation();
      setOver(false);
      const dragged = droppedCode(event);
      if (dragged) events.onDropCode(dragged, code);
      else events.onDropText(code);
    },
  };
}
