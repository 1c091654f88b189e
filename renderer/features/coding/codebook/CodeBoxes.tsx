/** The boxes that work on codes; one is open at a time. */
import type { Code, CodeId } from '#shared/domain/codebook/code.ts';
import { useCodebook } from '#renderer/data/hooks.ts';
import { CodebookVersions } from '#renderer/features/coding/codebook/CodebookVersions.tsx';
import { CodeDialog } from '#renderer/features/coding/codebook/CodeDialog.tsx';
import { MergeCodeDialog } from '#renderer/features/coding/codebook/MergeCodeDialog.tsx';
import { ChooseMergeDialog, MoveCodeDialog } from '#renderer/features/coding/codebook/MoveCodeDialog.tsx';
import { SplitCodeDialog } from '#renderer/features/coding/codebook/SplitCodeDialog.tsx';

/** Which box, and for what. */
export type CodeBox =
  | { readonly kind: 'new'; readonly parent: CodeId | null }
  | { readonly kind: 'edit' | 'move' | 'split' | 'choose-merge'; readonly code: Code }
  | { readonly kind: 'merge'; readonly from: Code; readonly into: Code }
  | { readonly kind: 'versions' };

type CodeBoxesProps = { readonly box: CodeBox; readonly onOpen: (box: CodeBox | null) => void };

/** The open box. */
export function CodeBoxes({ box, onOpen }: CodeBoxesProps) {
  const codebook = useCodebook();
  const close = (): void => onOpen(null);
  switch (box.kind) {
    case 'new':
      return <CodeDialog subject={box} onClose={close} />;
    case 'edit':
      return <CodeDialog subject={{ kind: 'edit', code: box.code }} onClose={close} />;
    case 'move':
      return <MoveCodeDialog code={box.code} onClose={close} />;
    case 'split':
      return <SplitCodeDialog code={box.code} onClose={close} />;
    case 'choose-merge':
      return (
        <ChooseMergeDialog
          code={box.code}
          onClose={close}
          onChoose={(id) => {
            const into = codebook.byId.get(id);
            onOpen(into ? { kind: 'merge', from: box.code, into } : null);
          }}
        />
      );
    case 'merge':
      return <MergeCodeDialog from={box.from} into={box.into} onClose={close} />;
    case 'versions':
      return <CodebookVersions onClose={close} />;
  }
}
