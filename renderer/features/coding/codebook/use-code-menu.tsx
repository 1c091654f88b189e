/** The menu of a code in the tree; it is about the row that is selected, which a right click selects. */
import { useMemo } from 'react';
import type { Code } from '#shared/domain/codebook/code.ts';
import { useRecord, useSession } from '#renderer/data/hooks.ts';
import { changeCode, removeCodeWithCodings } from '#renderer/features/coding/codebook/codebook-actions.ts';
import { useDesk } from '#renderer/features/coding/desk-context.ts';
import type { MenuEntry } from '#renderer/ui/Menu.tsx';
import { useWords } from '#renderer/ui/words.ts';
import { showCodings, useCodingDesk } from '#renderer/view-state/coding-desk.ts';
import { useNavigation } from '#renderer/view-state/navigation.ts';

export type CodeMenuEvents = {
  readonly onEdit: (code: Code) => void;
  readonly onAddBelow: (code: Code) => void;
  readonly onMove: (code: Code) => void;
  readonly onMerge: (code: Code) => void;
  readonly onSplit: (code: Code) => void;
};

/** Entries for the selected code. */
export function useCodeMenu({ onEdit, onAddBelow, onMove, onMerge, onSplit }: CodeMenuEvents): readonly MenuEntry[] {
  const words = useWords();
  const session = useSession();
  const { actions } = useDesk();
  const code = useRecord(
    'code',
    useNavigation(({ here }) => here.code),
  );
  const hasText = useCodingDesk((desk) => desk.hasTextSelection);
  return useMemo(() => {
    if (!code) return [];
    return [
      {
        id: 'code',
        label: words('coding.codeSelection'),
        isDisabled: !hasText,
        ...(code.key !== '' && { shortcut: code.key }),
        onAction: () => actions.code(code.id),
      },
      { id: 'line-1', line: true },
      { id: 'below', label: words('coding.addBelow'), shortcut: 'Ins', onAction: () => onAddBelow(code) },
      { id: 'edit', label: words('coding.editCode'), shortcut: 'F2', onAction: () => onEdit(code) },
      { id: 'move', label: words('coding.moveTo'), onAction: () => onMove(code) },
      {
        id: 'merge',
        label: words('coding.merge.with'),
        isDisabled: code.criterion !== null,
        onAction: () => onMerge(code),
      },
      {
        id: 'split',
        label: words('coding.split.menu'),
        isDisabled: session.project.codingsOfCode(code.id).length === 0,
        onAction: () => onSplit(code),
      },
      {
        id: 'only',
        label: words('coding.shown.onlyThis'),
        onAction: () => showCodings({ shownCodes: new Set([code.id]) }),
      },
      {
        id: 'hide',
        label: words(code.hidden ? 'coding.showCode' : 'coding.hideCode'),
        onAction: () => changeCode(session, code, { hidden: !code.hidden }),
      },
      { id: 'line-2', line: true },
      {
        id: 'remove',
        label: words('coding.removeCode'),
        shortcut: 'Del',
        isDangerous: true,
        onAction: () => removeCodeWithCodings(session, code),
      },
    ];
  }, [actions, code, hasText, onAddBelow, onEdit, onMerge, onMove, onSplit, session, words]);
}
