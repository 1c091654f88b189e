/** Gathers what the palette can find in the open evaluation. */
import { useMemo } from 'react';
import { useCodebook, useRecords } from '#renderer/data/hooks.ts';
import { useCommands } from '#renderer/view-state/commands.ts';
import { showCode, showSource } from '#renderer/view-state/navigation.ts';
import type { PaletteEntry } from '#renderer/app/palette-entries.ts';
import { useWords } from '#renderer/ui/words.ts';

/** Commands, sources and codes, in this order. */
export function usePaletteEntries(): readonly PaletteEntry[] {
  const words = useWords();
  const commands = useCommands();
  const sources = useRecords('source');
  const codebook = useCodebook();
  return useMemo(
    () => [
      ...commands
        .filter((command) => !command.isKeyOnly && !command.isHandledElsewhere && command.isEnabled !== false)
        .map((command): PaletteEntry => ({
          id: `command ${command.id}`,
          group: 'commands',
          title: words(command.titleKey, command.titleValues),
          detail: '',
          ...(command.keys?.[0] !== undefined && { keys: command.keys[0] }),
          run: command.run,
        })),
      ...sources.map((source): PaletteEntry => ({
        id: `source ${source.id}`,
        group: 'sources',
        title: source.name,
        detail: words(`common.method.${source.method}`),
        run: () => showSource(source.id),
      })),
      ...codebook.flat.map(({ code }): PaletteEntry => ({
        id: `code ${code.id}`,
        group: 'codes',
        title: code.name,
        detail: codebook.pathOf(code.id).slice(0, -1).join(' / '),
        color: codebook.colorOf(code.id),
        run: () => showCode(code.id),
      })),
    ],
    [codebook, commands, sources, words],
  );
}
