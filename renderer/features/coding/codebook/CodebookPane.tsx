/** The codebook at the side: search, tree with counts, and the boxes to add, edit and move codes. */
import { Plus } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { Code } from '#shared/domain/codebook/code.ts';
import { useCodebook } from '#renderer/data/hooks.ts';
import { CodeDialog, type CodeDialogSubject } from '#renderer/features/coding/codebook/CodeDialog.tsx';
import { CodeTree } from '#renderer/features/coding/codebook/CodeTree.tsx';
import { MoveCodeDialog } from '#renderer/features/coding/codebook/MoveCodeDialog.tsx';
import { visibleCodes } from '#renderer/features/coding/codebook/visible-codes.ts';
import { IconButton } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { SearchField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';
import { useCodingDesk } from '#renderer/view-state/coding-desk.ts';
import { useNavigation } from '#renderer/view-state/navigation.ts';

/** The pane of the codebook. */
export function CodebookPane() {
  const words = useWords();
  const codebook = useCodebook();
  const filter = useCodingDesk((desk) => desk.codeFilter);
  const folded = useCodingDesk((desk) => desk.collapsedCodes);
  const showsHidden = useCodingDesk((desk) => desk.showsHiddenCodes);
  const selected = useNavigation(({ here }) => here.code);
  const [edited, setEdited] = useState<CodeDialogSubject | null>(null);
  const [moved, setMoved] = useState<Code | null>(null);
  const rows = useMemo(
    () => visibleCodes(codebook, { filter, folded, showsHidden }),
    [codebook, filter, folded, showsHidden],
  );
  const editCode = useCallback((code: Code) => setEdited({ kind: 'edit', code }), []);
  const addBelow = useCallback((code: Code) => setEdited({ kind: 'new', parent: code.id }), []);
  const hiddenCount = codebook.flat.filter(({ code }) => code.hidden).length;
  return (
    <section className="desk-pane" aria-label={words('coding.codebook')} data-desk-pane="codebook">
      <div className="desk-pane__head">
        <h2 className="desk-pane__title">{words('coding.codebook')}</h2>
        <IconButton
          label={words('coding.addCode')}
          icon={<Plus aria-hidden />}
          onPress={() => setEdited({ kind: 'new', parent: selected })}
        />
      </div>
      <div className="desk-pane__search">
        <SearchField
          label={words('coding.searchCodes')}
          value={filter}
          onChange={(codeFilter) => useCodingDesk.setState({ codeFilter })}
        />
      </div>
      <div className="desk-pane__body">
        {rows.length === 0 ? (
          <p className="desk-pane__note">{words('coding.noCodeMatches')}</p>
        ) : (
          <CodeTree rows={rows} onEdit={editCode} onAddBelow={addBelow} onMove={setMoved} />
        )}
      </div>
      {hiddenCount > 0 && (
        <div className="desk-pane__chips">
          <Chip isSelected={showsHidden} onChange={(showsHiddenCodes) => useCodingDesk.setState({ showsHiddenCodes })}>
            {words('coding.hiddenCodes', { count: hiddenCount })}
          </Chip>
        </div>
      )}
      {edited && <CodeDialog subject={edited} onClose={() => setEdited(null)} />}
      {moved && <MoveCodeDialog code={moved} onClose={() => setMoved(null)} />}
    </section>
  );
}
