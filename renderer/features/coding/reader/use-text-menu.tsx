/** The menu of the text and its margin: the same words as the keys. */
import { useMemo } from 'react';
import { directionGlyphs, directions } from '#shared/domain/coding/coding.ts';
import { useCodebook, useRecord } from '#renderer/data/hooks.ts';
import { CodeSwatch } from '#renderer/features/coding/codebook/CodeSwatch.tsx';
import { useDesk } from '#renderer/features/coding/desk-context.ts';
import type { MenuEntry } from '#renderer/ui/Menu.tsx';
import { useWords } from '#renderer/ui/words.ts';
import { useCodingDesk } from '#renderer/view-state/coding-desk.ts';
import { useNavigation } from '#renderer/view-state/navigation.ts';

const directionKeys = { supports: '+', contradicts: '-', mixed: '~', neutral: '0' } as const;

/** Entries for what is selected at the moment. */
export function useTextMenu(): readonly MenuEntry[] {
  const { actions } = useDesk();
  const words = useWords();
  const codebook = useCodebook();
  const hasText = useCodingDesk((desk) => desk.hasTextSelection);
  const coding = useRecord(
    'coding',
    useNavigation(({ here }) => here.coding),
  );
  const hasCoding = coding !== undefined;
  const isStarred = coding?.starred === true;
  return useMemo(() => {
    const canCode = hasText || hasCoding;
    const keyed = codebook.roots.filter((code) => code.key !== '' && !code.hidden);
    return [
      {
        id: 'pick',
        label: words('coding.command.pick'),
        shortcut: 'C',
        isDisabled: !canCode,
        onAction: () => actions.pick('code'),
      },
      {
        id: 'repeat',
        label: words('coding.command.repeat'),
        shortcut: 'Q',
        isDisabled: !canCode,
        onAction: () => actions.repeatLast(),
      },
      {
        id: 'inVivo',
        label: words('coding.command.inVivo'),
        shortcut: 'V',
        isDisabled: !hasText,
        onAction: () => actions.codeInVivo(),
      },
      {
        id: 'criteria',
        heading: words('coding.codeAsHeading'),
        entries: keyed.map((code) => ({
          id: code.id,
          label: code.name,
          icon: <CodeSwatch code={code.id} />,
          shortcut: code.key,
          isDisabled: !canCode,
          onAction: () => actions.code(code.id),
        })),
      },
      {
        id: 'coding',
        heading: words('coding.thisCoding'),
        entries: [
          ...directions.map((direction) => ({
            id: direction,
            label: words(`common.direction.${direction}`),
            icon: <span className={`ui-direction--${direction}`}>{directionGlyphs[direction]}</span>,
            shortcut: directionKeys[direction],
            isDisabled: !hasCoding,
            onAction: () => actions.setDirection(direction),
          })),
          {
            id: 'memo',
            label: words('coding.command.memo'),
            shortcut: 'M',
            isDisabled: !hasCoding,
            onAction: () => actions.openMemo(),
          },
          {
            id: 'star',
            label: words('coding.command.star'),
            shortcut: 'I',
            isDisabled: !hasCoding,
            isChecked: isStarred,
            onAction: () => actions.toggleStar(),
          },
          {
            id: 'addToFinding',
            label: words('coding.command.addToFinding'),
            shortcut: 'F',
            isDisabled: !hasCoding,
            onAction: () => actions.addToFinding(),
          },
          {
            id: 'recode',
            label: words('coding.command.recode'),
            shortcut: 'R',
            isDisabled: !hasCoding,
            onAction: () => actions.pick('recode'),
          },
          {
            id: 'resize',
            label: words('coding.command.resize'),
            shortcut: 'E',
            isDisabled: !hasCoding || !hasText,
            onAction: () => actions.resizeToSelection(),
          },
          {
            id: 'remove',
            label: words('coding.command.remove'),
            shortcut: 'U',
            isDisabled: !hasCoding,
            isDangerous: true,
            onAction: () => actions.removeSelected(),
          },
        ],
      },
    ];
  }, [actions, codebook, hasCoding, hasText, isStarred, words]);
}
