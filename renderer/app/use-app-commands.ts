/** The commands that are on offer in every place of an open evaluation. */
import { useMemo } from 'react';
import { hostBridge } from '#renderer/bridge/bridge.ts';
import { useSession } from '#renderer/data/hooks.ts';
import { places, type Place, type PlaceView } from '#renderer/app/places.tsx';
import type { StartIntent } from '#renderer/features/start/start-intent.ts';
import { useUndo } from '#renderer/app/use-undo.ts';
import { pickFilesToImport } from '#renderer/features/sources/pick-files.ts';
import { useOfferCommands, type Command } from '#renderer/view-state/commands.ts';
import { goBack, goForward, openPlace, openView } from '#renderer/view-state/navigation.ts';
import { openOverlay } from '#renderer/view-state/overlays.ts';
import { changePreferences, usePreferences } from '#renderer/view-state/preferences.ts';
import { useWords, type Words } from '#renderer/ui/words.ts';

const themes = ['system', 'light', 'dark', 'contrast'] as const;

/** Steps to the next theme. */
export function switchTheme(): void {
  const { theme } = usePreferences.getState().preferences;
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
  void changePreferences(hostBridge(), { theme: next });
}

const SCALE_STEP = 0.125;

function changeScale(step: number): void {
  const { fontScale } = usePreferences.getState().preferences;
  const next = step === 0 ? 1 : Math.min(2, Math.max(0.75, fontScale + step));
  void changePreferences(hostBridge(), { fontScale: next });
}

const viewCommands: readonly Command[] = [
  {
    id: 'palette',
    titleKey: 'shell.palette',
    group: 'view',
    keys: ['Mod+K'],
    isKeyOnly: true,
    run: () => openOverlay('palette'),
  },
  { id: 'keys', titleKey: 'shell.keys.title', group: 'view', keys: ['?', 'F1'], run: () => openOverlay('keys') },
  { id: 'theme', titleKey: 'shell.command.theme', group: 'view', run: switchTheme },
  {
    id: 'larger',
    titleKey: 'shell.command.larger',
    group: 'view',
    keys: ['Mod+Alt+ArrowUp'],
    run: () => changeScale(SCALE_STEP),
  },
  {
    id: 'smaller',
    titleKey: 'shell.command.smaller',
    group: 'view',
    keys: ['Mod+Alt+ArrowDown'],
    run: () => changeScale(-SCALE_STEP),
  },
  { id: 'about', titleKey: 'shell.command.about', group: 'view', run: () => openOverlay('about') },
];

/** One command for the place, and one for each of its views where it has several. */
function commandsOfPlace({ id, titleKey, keys, views }: Place, words: Words): readonly Command[] {
  const title = words(titleKey);
  const toView = (view: PlaceView): Command => ({
    id: `place-${id}-${view.id}`,
    titleKey: 'shell.command.openView',
    titleValues: { place: title, view: words(view.titleKey) },
    group: 'places',
    run: () => openView(id, view.id),
  });
  return [
    {
      id: `place-${id}`,
      titleKey: 'shell.command.openPlace',
      titleValues: { place: title },
      group: 'places',
      keys: [keys],
      run: () => openPlace(id),
    },
    ...(views.length > 1 ? views.map(toView) : []),
  ];
}

/** Offers the app's own commands; `onLeave` closes the evaluation and does what was asked for next. */
export function useAppCommands(onLeave: (intent: StartIntent) => void): void {
  const words = useWords();
  const { undoName, redoName, undo, redo } = useUndo();
  const { isSealed } = useSession();
  const commands = useMemo(
    (): readonly Command[] => [
      ...places.flatMap((place) => commandsOfPlace(place, words)),
      { id: 'back', titleKey: 'shell.back', group: 'places', keys: ['Alt+ArrowLeft'], run: goBack },
      { id: 'forward', titleKey: 'shell.forward', group: 'places', keys: ['Alt+ArrowRight'], run: goForward },
      {
        id: 'undo',
        titleKey: undoName === null ? 'common.undo' : 'shell.undoNamed',
        titleValues: { change: undoName ?? '' },
        group: 'edit',
        keys: ['Mod+Z'],
        isEnabled: undoName !== null,
        run: undo,
      },
      {
        id: 'redo',
        titleKey: redoName === null ? 'common.redo' : 'shell.redoNamed',
        titleValues: { change: redoName ?? '' },
        group: 'edit',
        keys: ['Mod+Shift+Z', 'Mod+Y'],
        isEnabled: redoName !== null,
        run: redo,
      },
      {
        id: 'import',
        titleKey: 'shell.command.import',
        group: 'evaluation',
        keys: ['Mod+I'],
        run: () => void pickFilesToImport(hostBridge(), words),
      },
      {
        id: 'export',
        titleKey: 'shell.command.export',
        group: 'evaluation',
        keys: ['Mod+E'],
        run: () => openOverlay('export'),
      },
      {
        id: 'backups',
        titleKey: 'shell.command.backups',
        group: 'evaluation',
        run: () => openOverlay('backups'),
      },
      {
        id: 'recovery',
        titleKey: 'recovery.command',
        group: 'evaluation',
        isEnabled: isSealed,
        run: () => openOverlay('recovery'),
      },
      { id: 'new', titleKey: 'shell.command.new', group: 'evaluation', keys: ['Mod+N'], run: () => onLeave('new') },
      { id: 'open', titleKey: 'shell.command.open', group: 'evaluation', keys: ['Mod+O'], run: () => onLeave('open') },
      { id: 'sample', titleKey: 'shell.command.sample', group: 'evaluation', run: () => onLeave('sample') },
      { id: 'close-project', titleKey: 'shell.command.close', group: 'evaluation', run: () => onLeave(null) },
      ...viewCommands,
    ],
    [isSealed, onLeave, redo, redoName, undo, undoName, words],
  );
  useOfferCommands(commands);
}
