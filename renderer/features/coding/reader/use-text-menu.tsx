/** The menu of the text and its margin: the same words and keys as everywhere. */
import { useMemo } from 'react';
import { directionGlyphs, directions, type Direction } from '#shared/domain/coding/coding.ts';
import { useCodebook, useRecord } from '#renderer/data/hooks.ts';
import { CodeSwatch } from '#renderer/features/coding/codebook/CodeSwatch.tsx';
import { keysInForce } from '#renderer/features/coding/coding-keys.ts';
import { useDesk } from '#renderer/features/coding/desk-context.ts';
import type { MenuEntry } from '#renderer/ui/Menu.tsx';
import { useShortcutWriter } from '#renderer/ui/shortcuts.ts';
import { useWords } from '#renderer/ui/words.ts';
import { useCodingDesk } from '#renderer/view-state/coding-desk.ts';
import { useDeskPreferences } from '#renderer/view-state/desk-preferences.ts';
import { useNavigation } from '#renderer/view-state/navigation.ts';

/** A command of the desk as an entry of a menu, by its name. */
type EntryOf = (id: string, more?: Partial<Extract<MenuEntry, { readonly onAction: unknown }>>) => MenuEntry;

/** Entries for what is selected at the moment. */
export function useTextMenu(): readonly MenuEntry[] {
  const words = useWords();
  const { actions } = useDesk();
  const codebook = useCodebook();
  const entryOf = useEntries();
  const { unit } = useDeskPreferences();
  const hasText = useCodingDesk((desk) => desk.hasTextSelection);
  const coding = useRecord(
    'coding',
    useNavigation(({ here }) => here.coding),
  );
  return useMemo(() => {
    const isDisabled = !hasText && !coding && unit === 'none';
    const keyed = codebook.roots.filter((code) => code.key !== '' && !code.hidden);
    return [
      entryOf('pick', { isDisabled }),
      entryOf('repeat', { isDisabled }),
      entryOf('inVivo', { isDisabled: !hasText && unit === 'none' }),
      {
        id: 'criteria',
        heading: words('coding.codeAsHeading'),
        entries: keyed.map((code) => ({
          id: code.id,
          label: code.name,
          icon: <CodeSwatch code={code.id} />,
          shortcut: code.key,
          isDisabled,
          onAction: () => actions.code(code.id),
        })),
      },
      { id: 'select', heading: words('coding.selectHeading'), entries: ['grow', 'passage'].map((id) => entryOf(id)) },
      {
        id: 'coding',
        heading: coding
          ? words('coding.thisCodingNamed', { code: codebook.byId.get(coding.code)?.name ?? '' })
          : words('coding.thisCoding'),
        entries: [
          ...directions.map((direction) =>
            entryOf(direction, {
              label: words(`common.direction.${direction}`),
              icon: (
                <span className={`ui-direction--${direction}`}>{directionGlyphs[direction satisfies Direction]}</span>
              ),
              isDisabled: !coding,
              isChecked: coding?.direction === direction,
            }),
          ),
          entryOf('memo', { isDisabled: !coding }),
          entryOf('star', { isDisabled: !coding, isChecked: coding?.starred === true }),
          entryOf('addToFinding', { isDisabled: !coding }),
          entryOf('recode', { isDisabled: !coding }),
          entryOf('resize', { isDisabled: !coding || !hasText }),
          entryOf('remove', { isDisabled: !coding, isDangerous: true }),
        ],
      },
    ];
  }, [actions, codebook, coding, entryOf, hasText, unit, words]);
}

function useEntries(): EntryOf {
  const { actions } = useDesk();
  const words = useWords();
  const writeKey = useShortcutWriter();
  const { keys } = useDeskPreferences();
  return useMemo(() => {
    const commands = new Map(keysInForce(keys).map((command) => [command.id, command]));
    return (id, more = {}) => {
      const command = commands.get(id);
      const [first] = command?.keys ?? [];
      return {
        id,
        label: words(`coding.command.${id}`),
        ...(first !== undefined && { shortcut: writeKey(first) }),
        onAction: () => command?.run(actions),
        ...more,
      };
    };
  }, [actions, keys, words, writeKey]);
}
