/** The palette: type a few letters of anything and go there or do it. */
import { CornerDownLeft, FileText } from 'lucide-react';
import { useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components';
import { findEntries, type PaletteEntry } from '#renderer/app/palette-entries.ts';
import { usePaletteEntries } from '#renderer/app/use-palette-entries.ts';
import { useShortcutWriter } from '#renderer/ui/shortcuts.ts';
import { useWords } from '#renderer/ui/words.ts';
import '#renderer/ui/list.css';
import './CommandPalette.css';

export type CommandPaletteProps = { readonly isOpen: boolean; readonly onClose: () => void };

/** The palette over the window. */
export function CommandPalette({ isOpen, onClose }: CommandPaletteProps) {
  const words = useWords();
  return (
    <ModalOverlay
      className="ui-overlay ui-overlay--top"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable
    >
      <Modal className="app-palette">
        <Dialog className="app-palette__dialog" aria-label={words('shell.palette')}>
          <PaletteBody onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

const groups = ['commands', 'sources', 'codes'] as const;

function PaletteBody({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const entries = usePaletteEntries();
  const found = findEntries(entries, typed);
  const run = (key: unknown): void => {
    const entry = found.find((item) => item.id === key);
    onClose();
    // The box gives the focus back first, so that what is opened can take it.
    if (entry) setTimeout(entry.run, 0);
  };
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped} filter={() => true}>
      <TextField aria-label={words('shell.palette')} autoFocus>
        <Input
          className="app-palette__input"
          // The list below belongs to the field and is walked from here.
          role="combobox"
          aria-expanded
          aria-haspopup="listbox"
          placeholder={words('shell.palettePlaceholder')}
        />
      </TextField>
      <ListBox
        className="app-palette__list"
        aria-label={words('shell.paletteResults')}
        onAction={run}
        renderEmptyState={() => <div className="ui-options__none">{words('shell.paletteNothing')}</div>}
      >
        {groups.map((group) => {
          const members = found.filter((entry) => entry.group === group);
          if (members.length === 0) return null;
          return (
            <ListBoxSection key={group} id={group}>
              <Header className="ui-options__heading">{words(`shell.paletteGroup.${group}`)}</Header>
              {members.map((entry) => (
                <PaletteRow key={entry.id} entry={entry} />
              ))}
            </ListBoxSection>
          );
        })}
      </ListBox>
    </Autocomplete>
  );
}

function PaletteRow({ entry }: { readonly entry: PaletteEntry }) {
  const writeShortcut = useShortcutWriter();
  return (
    <ListBoxItem id={entry.id} textValue={entry.title} className="ui-option">
      {entry.group === 'commands' && <CornerDownLeft aria-hidden />}
      {entry.group === 'sources' && <FileText aria-hidden />}
      {entry.group === 'codes' && (
        <span className="app-palette__dot" style={{ backgroundColor: entry.color }} aria-hidden />
      )}
      <span className="ui-option__words">{entry.title}</span>
      <span className="app-palette__detail">{entry.detail}</span>
      {entry.keys !== undefined && <kbd>{writeShortcut(entry.keys)}</kbd>}
    </ListBoxItem>
  );
}
