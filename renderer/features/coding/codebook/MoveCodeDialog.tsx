/** The box that moves a code: find the one it shall stand under. */
import { useMemo } from 'react';
import type { Code, CodeId } from '#shared/domain/codebook/code.ts';
import { useCodebook, useSession } from '#renderer/data/hooks.ts';
import { moveCodeTo } from '#renderer/features/coding/codebook/codebook-actions.ts';
import { CodeChooser } from '#renderer/features/coding/picker/CodeChooser.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { useWords } from '#renderer/ui/words.ts';

const NONE: readonly CodeId[] = [];
const UNTICKED: ReadonlySet<CodeId> = new Set();

/** The box for one code. */
export function MoveCodeDialog({ code, onClose }: { readonly code: Code; readonly onClose: () => void }) {
  const words = useWords();
  const session = useSession();
  const codebook = useCodebook();
  // Under itself or what is below it a code cannot stand; where it stands is no move.
  const without = useMemo(
    () => new Set([...codebook.withDescendants(code.id), ...(code.parent === null ? [] : [code.parent])]),
    [code, codebook],
  );
  const moveTo = (parent: CodeId | null): void => {
    moveCodeTo(session, code, parent);
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words('coding.moveCode', { code: code.name })}
      isBare
      actions={<Button onPress={onClose}>{words('common.cancel')}</Button>}
      actionsStart={
        code.parent !== null && (
          <Button variant="quiet" onPress={() => moveTo(null)}>
            {words('coding.toTheTop')}
          </Button>
        )
      }
    >
      <CodeChooser
        label={words('coding.moveUnder')}
        recent={NONE}
        ticked={UNTICKED}
        without={without}
        onChoose={moveTo}
      />
    </Dialog>
  );
}

/** The box that finds the code to merge with; the question follows when it is found. */
export function ChooseMergeDialog(props: {
  readonly code: Code;
  readonly onChoose: (into: CodeId) => void;
  readonly onClose: () => void;
}) {
  const { code, onChoose, onClose } = props;
  const words = useWords();
  const codebook = useCodebook();
  const without = useMemo(() => new Set(codebook.withDescendants(code.id)), [code, codebook]);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words('coding.merge.choose', { code: code.name })}
      isBare
      actions={<Button onPress={onClose}>{words('common.cancel')}</Button>}
    >
      <CodeChooser
        label={words('coding.merge.with')}
        recent={NONE}
        ticked={UNTICKED}
        without={without}
        onChoose={onChoose}
      />
    </Dialog>
  );
}
