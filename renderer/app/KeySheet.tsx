/** The sheet of keys: everything that the keyboard can do here and now. */
import { useCommands, type Command } from '#renderer/view-state/commands.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { useShortcutWriter } from '#renderer/ui/shortcuts.ts';
import { useWords } from '#renderer/ui/words.ts';
import './KeySheet.css';

const groups: readonly Command['group'][] = ['coding', 'matrix', 'findings', 'edit', 'places', 'evaluation', 'view'];

/** The sheet of keys over the window. */
export function KeySheet({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const words = useWords();
  const writeShortcut = useShortcutWriter();
  const commands = useCommands().filter((command) => command.keys && command.keys.length > 0);
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={words('shell.keys.title')} size="wide">
      <div className="app-keys">
        {groups.map((group) => {
          const members = commands.filter((command) => command.group === group);
          if (members.length === 0) return null;
          return (
            <section key={group} className="app-keys__group">
              <h3 className="app-keys__heading">{words(`shell.keys.group.${group}`)}</h3>
              <ul className="app-keys__list">
                {members.map((command) => (
                  <li key={command.id} className="app-keys__row">
                    <span>{words(command.titleKey, command.titleValues)}</span>
                    <span className="app-keys__keys">
                      {command.keys?.map((keys) => (
                        <kbd key={keys}>{writeShortcut(keys)}</kbd>
                      ))}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
