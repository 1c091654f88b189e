/** The codebook at the side: search, tree with counts, filters in the open, and the boxes to work on codes. */
import { History, Plus } from 'lucide-react';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { Code, CodeId } from '#shared/domain/codebook/code.ts';
import { useCodebook, useSession, useVersion } from '#renderer/data/hooks.ts';
import { CodeBoxes, type CodeBox } from '#renderer/features/coding/codebook/CodeBoxes.tsx';
import { CodeTree } from '#renderer/features/coding/codebook/CodeTree.tsx';
import { visibleCodes } from '#renderer/features/coding/codebook/visible-codes.ts';
import { IconButton } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { SearchField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';
import { useCodingDesk } from '#renderer/view-state/coding-desk.ts';
import { useNavigation } from '#renderer/view-state/navigation.ts';
import './CodeBoxes.css';

/** The pane of the codebook. */
export function CodebookPane() {
  const words = useWords();
  const codebook = useCodebook();
  const filter = useCodingDesk((desk) => desk.codeFilter);
  const folded = useCodingDesk((desk) => desk.collapsedCodes);
  const showsHidden = useCodingDesk((desk) => desk.showsHiddenCodes);
  const showsUnusedOnly = useCodingDesk((desk) => desk.showsUnusedOnly);
  const selected = useNavigation(({ here }) => here.code);
  const [box, setBox] = useState<CodeBox | null>(null);
  const unused = useUnusedCodes();
  const isWanted = useMemo(
    () => (showsUnusedOnly ? (code: CodeId) => unused.has(code) : undefined),
    [showsUnusedOnly, unused],
  );
  const rows = useMemo(
    () => visibleCodes(codebook, { filter, folded, showsHidden, ...(isWanted && { isWanted }) }),
    [codebook, filter, folded, isWanted, showsHidden],
  );
  const events = useBoxEvents(setBox);
  return (
    <section className="desk-pane" aria-label={words('coding.codebook')} data-desk-pane="codebook">
      <div className="desk-pane__head">
        <h2 className="desk-pane__title">{words('coding.codebook')}</h2>
        <IconButton
          label={words('coding.versions.title')}
          icon={<History aria-hidden />}
          onPress={() => setBox({ kind: 'versions' })}
        />
        <IconButton
          label={words('coding.addCode')}
          icon={<Plus aria-hidden />}
          onPress={() => setBox({ kind: 'new', parent: selected })}
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
          <CodeTree rows={rows} {...events} />
        )}
      </div>
      <CodebookChips unusedCount={unused.size} />
      {box && <CodeBoxes box={box} onOpen={setBox} />}
    </section>
  );
}

function useBoxEvents(setBox: (box: CodeBox) => void) {
  const onEdit = useCallback((code: Code) => setBox({ kind: 'edit', code }), [setBox]);
  const onAddBelow = useCallback((code: Code) => setBox({ kind: 'new', parent: code.id }), [setBox]);
  const onMove = useCallback((code: Code) => setBox({ kind: 'move', code }), [setBox]);
  const onSplit = useCallback((code: Code) => setBox({ kind: 'split', code }), [setBox]);
  const onMerge = useCallback((code: Code) => setBox({ kind: 'choose-merge', code }), [setBox]);
  const onDrop = useCallback((from: Code, into: Code) => setBox({ kind: 'merge', from, into }), [setBox]);
  return { onEdit, onAddBelow, onMove, onSplit, onMerge, onDrop };
}

/** Codes that hold no coding of their own. */
function useUnusedCodes(): ReadonlySet<CodeId> {
  const session = useSession();
  const codebook = useCodebook();
  const version = useDeferredValue(useVersion(['coding']));
  return useMemo(() => {
    void version;
    const codes = codebook.flat.map(({ code }) => code.id);
    return new Set(codes.filter((code) => session.project.codingsOfCode(code).length === 0));
  }, [codebook, session, version]);
}

function CodebookChips({ unusedCount }: { readonly unusedCount: number }) {
  const words = useWords();
  const codebook = useCodebook();
  const { showsHiddenCodes, showsUnusedOnly, countsBelow } = useCodingDesk();
  const hiddenCount = codebook.flat.filter(({ code }) => code.hidden).length;
  return (
    <div className="desk-pane__chips">
      <Chip isSelected={countsBelow} onChange={(isOn) => useCodingDesk.setState({ countsBelow: isOn })}>
        {words('coding.countsBelow')}
      </Chip>
      {(unusedCount > 0 || showsUnusedOnly) && (
        <Chip isSelected={showsUnusedOnly} onChange={(isOn) => useCodingDesk.setState({ showsUnusedOnly: isOn })}>
          {words('coding.unusedCodes', { count: unusedCount })}
        </Chip>
      )}
      {hiddenCount > 0 && (
        <Chip isSelected={showsHiddenCodes} onChange={(isOn) => useCodingDesk.setState({ showsHiddenCodes: isOn })}>
          {words('coding.hiddenCodes', { count: hiddenCount })}
        </Chip>
      )}
    </div>
  );
}
