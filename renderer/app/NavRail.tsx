/** The rail at the left: one button per place. */
import { Button } from 'react-aria-components';
import { places } from '#renderer/app/places.tsx';
import { openPlace, useNavigation } from '#renderer/view-state/navigation.ts';
import { useShortcutWriter } from '#renderer/ui/shortcuts.ts';
import { Tooltip } from '#renderer/ui/Tooltip.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './NavRail.css';

/** The places of the app. */
export function NavRail() {
  const words = useWords();
  const writeShortcut = useShortcutWriter();
  const current = useNavigation(({ here }) => here.place);
  return (
    <nav className="app-rail" aria-label={words('shell.places')}>
      <ul className="app-rail__list">
        {places.map(({ id, icon: Icon, titleKey, keys }) => (
          <li key={id} className={id === 'settings' ? 'app-rail__last' : ''}>
            <Tooltip text={words(titleKey)} shortcut={writeShortcut(keys)}>
              <Button
                className="app-rail__button"
                onPress={() => openPlace(id)}
                {...(id === current && { 'aria-current': 'page' })}
              >
                <Icon aria-hidden />
                {words(titleKey)}
              </Button>
            </Tooltip>
          </li>
        ))}
      </ul>
    </nav>
  );
}
