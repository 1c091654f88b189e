/** Takes up the wish, from whatever place, to edit the text of a source: correct it, replace words, look at earlier ones. */
import { useCallback, useMemo, useState } from 'react';
import type { Source } from '#shared/domain/source/source.ts';
import { useContent, useRecord } from '#renderer/data/hooks.ts';
import { EarlierView } from '#renderer/features/text-editing/EarlierView.tsx';
import { EditView } from '#renderer/features/text-editing/EditView.tsx';
import { ReplaceView } from '#renderer/features/text-editing/ReplaceView.tsx';
import { ConfirmDialog, Dialog } from '#renderer/ui/Dialog.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { SegmentedControl } from '#renderer/ui/Checkbox.tsx';
import { useWords } from '#renderer/ui/words.ts';
import { useOfferCommands, type Command } from '#renderer/view-state/commands.ts';
import { useNavigation } from '#renderer/view-state/navigation.ts';
import {
  clearTextRequest,
  requestTextEdit,
  showTextView,
  textViews,
  useTextRequest,
  type TextView,
} from '#renderer/view-state/text-request.ts';
import './TextEditing.css';

/** Stands once in the window. */
export function TextEditHost() {
  const id = useTextRequest((state) => state.source);
  const source = useRecord('source', id);
  useTextCommands();
  return source ? <TextEditDialog key={source.id} source={source} /> : null;
}

function TextEditDialog({ source }: { readonly source: Source }) {
  const words = useWords();
  const view = useTextRequest((state) => state.view);
  const content = useContent(source.revision);
  const [isDirty, setDirty] = useState(false);
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  const leaveFor = (go: () => void): void => {
    if (isDirty) setLeaving(() => go);
    else go();
  };
  const done = useCallback(() => {
    setDirty(false);
    clearTextRequest();
  }, []);
  return (
    <>
      <Dialog
        isOpen
        onClose={() => leaveFor(done)}
        title={words('texts.title', { source: source.name })}
        size="full"
        isBare
      >
        <div className="text-editing">
          <SegmentedControl<TextView>
            label={words('texts.views')}
            isLabelHidden
            className="text-editing__views"
            options={textViews.map((value) => ({ value, label: words(`texts.view.${value}`) }))}
            value={view}
            onChange={(next) =>
              leaveFor(() => {
                setDirty(false);
                showTextView(next);
              })
            }
          />
          {content && view === 'edit' && (
            <EditView source={source} content={content} onDone={done} onDirty={setDirty} />
          )}
          {content && view === 'replace' && <ReplaceView source={source} onDone={done} />}
          {content && view === 'earlier' && <EarlierView source={source} content={content} onDone={done} />}
          {content === null && (
            <EmptyState isSmall title={words('coding.textMissing')}>
              {words('coding.textMissingHelp')}
            </EmptyState>
          )}
        </div>
      </Dialog>
      <ConfirmDialog
        isOpen={leaving !== null}
        title={words('texts.discard')}
        confirmLabel={words('texts.discardConfirm')}
        isDangerous
        onCancel={() => setLeaving(null)}
        onConfirm={() => {
          const go = leaving;
          setLeaving(null);
          go?.();
        }}
      >
        {words('texts.discardHelp')}
      </ConfirmDialog>
    </>
  );
}

/** The source in hand can be edited from wherever one is. */
function useTextCommands(): void {
  const inHand = useNavigation(({ here }) => here.source);
  const isThere = useRecord('source', inHand) !== undefined;
  const commands = useMemo(
    (): readonly Command[] =>
      textViews.map((view) => ({
        id: `text.${view}`,
        titleKey: `texts.command.${view}`,
        group: 'edit',
        isEnabled: isThere,
        run: () => {
          if (inHand !== null) requestTextEdit(inHand, view);
        },
      })),
    [inHand, isThere],
  );
  useOfferCommands(commands);
}
