/** The tree of codes: walked by arrows, folded, and with text selected a click or Enter codes it. */
import { memo, useEffect, useMemo, useRef, type KeyboardEvent, type RefObject } from 'react';
import type { Code, CodeId } from '#shared/domain/codebook/code.ts';
import { useSession } from '#renderer/data/hooks.ts';
import { useCodeCounts } from '#renderer/features/coding/codebook/code-counts.ts';
import { CodeTreeRow, type CodeRowEvents } from '#renderer/features/coding/codebook/CodeTreeRow.tsx';
import { removeCodeWithCodings } from '#renderer/features/coding/codebook/codebook-actions.ts';
import { useCodeMenu } from '#renderer/features/coding/codebook/use-code-menu.tsx';
import { walkTree, type CodeRow } from '#renderer/features/coding/codebook/visible-codes.ts';
import { useDesk } from '#renderer/features/coding/desk-context.ts';
import { ContextMenu } from '#renderer/ui/Menu.tsx';
import { useWords } from '#renderer/ui/words.ts';
import { foldCode, useCodingDesk } from '#renderer/view-state/coding-desk.ts';
import { selectCode, useNavigation } from '#renderer/view-state/navigation.ts';
import './CodeTree.css';

export type CodeTreeProps = {
  readonly rows: readonly CodeRow[];
  readonly onEdit: (code: Code) => void;
  readonly onAddBelow: (code: Code) => void;
  readonly onMove: (code: Code) => void;
  /** A code was dropped on another. */
  readonly onDrop: (code: Code, onto: Code) => void;
  readonly onMerge: (code: Code) => void;
  readonly onSplit: (code: Code) => void;
};

/** The tree with its menu. The menu follows what is selected in the text; the rows do not render anew for that. */
export function CodeTree(props: CodeTreeProps) {
  const words = useWords();
  const entries = useCodeMenu(props);
  return (
    <ContextMenu label={words('coding.codeMenu')} entries={entries}>
      <Tree {...props} />
    </ContextMenu>
  );
}

const Tree = memo(function Tree({ rows, onEdit, onAddBelow, onDrop }: CodeTreeProps) {
  const words = useWords();
  const session = useSession();
  const { actions } = useDesk();
  const selected = useNavigation(({ here }) => here.code);
  const tree = useRef<HTMLDivElement>(null);
  const selectedIndex = rows.findIndex(({ code }) => code.id === selected);
  const tabIndex = Math.max(0, selectedIndex);

  const focusRow = (index: number): void => {
    const row = rows[index];
    if (!row) return;
    selectCode(row.code.id);
    tree.current?.querySelector<HTMLElement>(`[data-code="${row.code.id}"]`)?.focus();
  };
  useFollowInTree(tree, selected);
  const revealed = useCodingDesk((desk) => desk.revealedCode);
  useFollowInTree(tree, revealed);

  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[tabIndex];
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = walkTree(rows, tabIndex, event.key);
    if (next !== null) focusRow(next);
    else if (event.key === 'Enter' || event.key === ' ') actions.code(row.code.id);
    else if (event.key === 'ArrowRight' && row.isFolded) foldCode(row.code.id, false);
    else if (event.key === 'F2') onEdit(row.code);
    else if (event.key === 'Insert') onAddBelow(row.code);
    else if (event.key === 'Delete') removeCodeWithCodings(session, row.code);
    else return;
    event.preventDefault();
  };
  const onFold = (event: KeyboardEvent): void => {
    const row = rows[tabIndex];
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key !== 'ArrowLeft' || !isPlain || !row?.hasChildren || row.isFolded) return;
    event.preventDefault();
    event.stopPropagation();
    foldCode(row.code.id, true);
  };
  return (
    <div
      ref={tree}
      role="tree"
      aria-label={words('coding.codebook')}
      className="code-tree"
      onKeyDownCapture={onFold}
      onKeyDown={onKeyDown}
    >
      <TreeRows rows={rows} onDrop={onDrop} selected={selected} revealed={revealed} tabIndex={tabIndex} />
    </div>
  );
});

type TreeRowsProps = Pick<CodeTreeProps, 'rows' | 'onDrop'> & {
  readonly selected: CodeId | null;
  readonly revealed: CodeId | null;
  readonly tabIndex: number;
};

/** The rows with their counts, which may follow a moment after the text has shown what was coded. */
const TreeRows = memo(function TreeRows({ rows, onDrop, selected, revealed, tabIndex }: TreeRowsProps) {
  const counts = useCodeCounts();
  const countsBelow = useCodingDesk((desk) => desk.countsBelow);
  const events = useRowEvents(onDrop);
  return rows.map((row, index) => {
    const own = counts.own(row.code.id);
    const all = row.hasChildren && countsBelow ? counts.withBelow(row.code.id) : own;
    return (
      <CodeTreeRow
        key={row.code.id}
        {...row}
        ownCodings={own.codings}
        codings={all.codings}
        voices={all.voices}
        isSelected={row.code.id === selected}
        isRevealed={row.code.id === revealed}
        isTabStop={index === tabIndex}
        events={events}
      />
    );
  });
});

/** Brings a code's row into sight; after the paint, so that what was coded shows first. */
function useFollowInTree(tree: RefObject<HTMLDivElement | null>, code: CodeId | null): void {
  useEffect(() => {
    if (code === null) return;
    const timer = setTimeout(() => {
      tree.current?.querySelector(`[data-code="${code}"]`)?.scrollIntoView({ block: 'nearest' });
    }, 40);
    return () => clearTimeout(timer);
  }, [code, tree]);
}

function useRowEvents(onDrop: CodeTreeProps['onDrop']): CodeRowEvents {
  const { actions, reader } = useDesk();
  const session = useSession();
  return useMemo(
    () => ({
      onPress: (id: CodeId) => {
        if (!reader.selection()) return selectCode(id);
        actions.code(id);
        reader.focus();
      },
      hasText: () => reader.selection() !== null,
      onDropText: (id) => {
        actions.code(id);
        reader.focus();
      },
      onDropCode: (id, onto) => {
        const code = session.project.get('code', id);
        const target = session.project.get('code', onto);
        if (code && target && code.id !== target.id) onDrop(code, target);
      },
    }),
    [actions, onDrop, reader, session],
  );
}
