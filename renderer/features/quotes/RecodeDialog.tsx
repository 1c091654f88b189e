/** Gives quotes another code, found by typing. */
import { useMemo, useState } from 'react';
import { recodeCodings } from '#shared/domain/coding/coding-edits.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';
import { useCodebook, useSession } from '#renderer/data/hooks.ts';
import { commitQuotes } from '#renderer/features/quotes/quote-commit.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { SearchField } from '#renderer/ui/TextField.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type RecodeDialogProps = { readonly codings: readonly Coding[]; readonly onClose: () => void };

/** The dialog. */
export function RecodeDialog({ codings, onClose }: RecodeDialogProps) {
  const words = useWords();
  const session = useSession();
  const codebook = useCodebook();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<CodeId | null>(null);
  const offered = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    return codebook.flat
      .map(({ code }) => ({ code, path: codebook.pathOf(code.id).join(' / ') }))
      .filter(({ path }) => path.toLowerCase().includes(wanted));
  }, [codebook, search]);
  const recode = (id: CodeId | null): void => {
    const code = id === null ? undefined : codebook.byId.get(id);
    if (!code) return;
    const count = codings.length;
    commitQuotes(session, recodeCodings(codings, code), words('quotes.recoded', { count, code: code.name }));
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words('quotes.recodeCount', { count: codings.length })}
      actions={
        <>
          <Button onPress={onClose}>{words('common.cancel')}</Button>
          <Button variant="primary" isDisabled={chosen === null} onPress={() => recode(chosen)}>
            {words('quotes.recodeIt')}
          </Button>
        </>
      }
    >
      <SearchField label={words('quotes.findCode')} value={search} onChange={setSearch} autoFocus />
      <div className="quotes-recode__list">
        <VirtualList
          label={words('quotes.codes')}
          items={offered}
          keyOf={({ code }) => code.id}
          selectedKey={chosen}
          onSelect={({ code }) => setChosen(code.id)}
          onOpen={({ code }) => recode(code.id)}
          renderItem={({ path }, { isSelected }) => (
            <div className="quotes-recode__code" data-selected={isSelected || undefined}>
              {path}
            </div>
          )}
        />
      </div>
    </Dialog>
  );
}
