/** The bar at the top: back and forward, what is open, undo and redo, the way into the palette. */
import { ArrowLeft, ArrowRight, Redo2, Search, Share, Undo2 } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { useUndo } from '#renderer/app/use-undo.ts';
import { useRecords } from '#renderer/data/hooks.ts';
import { goBack, goForward, useNavigation } from '#renderer/view-state/navigation.ts';
import { openOverlay } from '#renderer/view-state/overlays.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { useShortcutWriter } from '#renderer/ui/shortcuts.ts';
import { useWords } from '#renderer/ui/words.ts';
import './TopBar.css';

/** The bar at the top of the window. */
export function TopBar() {
  const words = useWords();
  const writeShortcut = useShortcutWriter();
  const [evaluation] = useRecords('evaluation');
  const canGoBack = useNavigation(({ past }) => past.length > 0);
  const canGoForward = useNavigation(({ future }) => future.length > 0);
  const { undoName, redoName, undo, redo } = useUndo();
  return (
    <header className="app-top">
      <div className="app-top__group">
        <IconButton
          label={words('shell.back')}
          shortcut={writeShortcut('Alt+ArrowLeft')}
          icon={<ArrowLeft aria-hidden />}
          isDisabled={!canGoBack}
          onPress={goBack}
        />
        <IconButton
          label={words('shell.forward')}
          shortcut={writeShortcut('Alt+ArrowRight')}
          icon={<ArrowRight aria-hidden />}
          isDisabled={!canGoForward}
          onPress={goForward}
        />
      </div>
      <h1 className="app-top__title" title={evaluation?.title}>
        {evaluation?.title}
      </h1>
      <div className="app-top__group">
        <IconButton
          label={undoName === null ? words('shell.nothingToUndo') : words('shell.undoNamed', { change: undoName })}
          shortcut={writeShortcut('Mod+Z')}
          icon={<Undo2 aria-hidden />}
          isDisabled={undoName === null}
          onPress={undo}
        />
        <IconButton
          label={redoName === null ? words('shell.nothingToRedo') : words('shell.redoNamed', { change: redoName })}
          shortcut={writeShortcut('Mod+Shift+Z')}
          icon={<Redo2 aria-hidden />}
          isDisabled={redoName === null}
          onPress={redo}
        />
      </div>
      <AriaButton className="app-top__palette" onPress={() => openOverlay('palette')}>
        <Search aria-hidden />
        <span className="app-top__palette-words">{words('shell.paletteHint')}</span>
        <kbd>{writeShortcut('Mod+K')}</kbd>
      </AriaButton>
      <Button icon={<Share aria-hidden />} onPress={() => openOverlay('export')}>
        {words('shell.export')}
      </Button>
    </header>
  );
}
