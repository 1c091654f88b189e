/** Questions kept under a name: asked again, kept, forgotten. */
import { useState } from 'react';
import { readQuery, writeQuery } from '#shared/analysis/query/quote-query.ts';
import { addQuoteSet, removeQuoteSet } from '#shared/domain/quote-set/quote-set-edits.ts';
import type { QuoteSet } from '#shared/domain/quote-set/quote-set.ts';
import { useRecords, useSession } from '#renderer/data/hooks.ts';
import { randomBytes } from '#renderer/data/random.ts';
import { commitQuotes } from '#renderer/features/quotes/quote-commit.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Menu, type MenuEntry } from '#renderer/ui/Menu.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';
import { askQuotes, useQuoteList } from '#renderer/view-state/quote-list.ts';

/** The menu, and the dialog that asks for a name. */
export function QuoteSets() {
  const words = useWords();
  const session = useSession();
  const sets = useRecords('quote-set');
  const { conditions } = useQuoteList();
  const [isNaming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const written = writeQuery(conditions);
  const current = sets.find(({ query }) => query === written);
  const ask = ({ query }: QuoteSet): void => {
    const read = readQuery(query);
    if (read) askQuotes(read.kind === 'all' || read.kind === 'any' ? read : { kind: 'all', of: [read] });
  };
  const entries: readonly MenuEntry[] = [
    ...sets.map((set): MenuEntry => ({
      id: set.id,
      label: set.name,
      isChecked: set.id === current?.id,
      onAction: () => ask(set),
    })),
    ...(sets.length > 0 ? [{ id: 'line', line: true } as const] : []),
    {
      id: 'keep',
      label: words('quotes.sets.keep'),
      isDisabled: conditions.of.length === 0 || session.lockedBy !== null,
      onAction: () => setNaming(true),
    },
    ...(current
      ? [
          {
            id: 'forget',
            label: words('quotes.sets.forget', { name: current.name }),
            isDangerous: true,
            onAction: () =>
              commitQuotes(session, removeQuoteSet(current), words('quotes.sets.forgotten', { name: current.name })),
          },
        ]
      : []),
  ];
  const keep = (): void => {
    if (name.trim() === '') return;
    const at = new Date().toISOString();
    session.commit(addQuoteSet({ name: name.trim(), query: written, by: session.person, at }, randomBytes).draft);
    setNaming(false);
    setName('');
  };
  return (
    <>
      <Menu label={words('quotes.sets.title')} entries={entries}>
        <Button>{current ? current.name : words('quotes.sets.title')}</Button>
      </Menu>
      <Dialog
        isOpen={isNaming}
        onClose={() => setNaming(false)}
        title={words('quotes.sets.keep')}
        actions={
          <>
            <Button onPress={() => setNaming(false)}>{words('common.cancel')}</Button>
            <Button variant="primary" isDisabled={name.trim() === ''} onPress={keep}>
              {words('quotes.sets.keepIt')}
            </Button>
          </>
        }
      >
        <TextField
          label={words('quotes.sets.name')}
          description={words('quotes.sets.help')}
          value={name}
          onChange={setName}
          autoFocus
          onKeyDown={(event) => {
            if (event.key === 'Enter') keep();
          }}
        />
      </Dialog>
    </>
  );
}
