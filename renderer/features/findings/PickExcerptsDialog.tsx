/** Picks excerpts as evidence: looks through all codings, those under a criterion first in sight. */
import { useEffect, useMemo, useState } from 'react';
import { foldName } from '#shared/domain/codebook/codebook.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';
import { useCodebook, useRecords, useSession } from '#renderer/data/hooks.ts';
import type { ProjectSession } from '#renderer/data/session.ts';
import { excerptRows, type ExcerptRow } from '#renderer/view-state/excerpt-rows.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Quote } from '#renderer/ui/Quote.tsx';
import { SelectionList } from '#renderer/ui/SelectionList.tsx';
import { SearchField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './PickExcerptsDialog.css';

export type PickExcerptsDialogProps = {
  readonly title: string;
  /** Excerpts that are evidence already and need no picking. */
  readonly taken: Readonly<Record<string, unknown>>;
  readonly criterion: CodeId | null;
  readonly onAdd: (codings: readonly Coding[]) => void;
  readonly onClose: () => void;
};

/** The dialog. */
export function PickExcerptsDialog({ title, taken, criterion, onAdd, onClose }: PickExcerptsDialogProps) {
  const words = useWords();
  const session = useSession();
  const codebook = useCodebook();
  const codings = useRecords('coding');
  const areTextsRead = useAllTexts(session);
  const [search, setSearch] = useState('');
  const [isUnderCriterion, setUnderCriterion] = useState(criterion !== null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(
    () => {
      const offered = codings.filter(
        (coding) =>
          taken[coding.id] === undefined && (!isUnderCriterion || codebook.rootOf(coding.code)?.id === criterion),
      );
      return excerptRows(session, offered).map((row) => ({ row, folded: foldName(textOf(row)) }));
    },
    // Texts that have been read in the meantime fill the quotes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [areTextsRead, codebook, codings, criterion, isUnderCriterion, session, taken],
  );
  const wanted = foldName(search);
  const shown = useMemo(
    () => rows.filter(({ folded }) => wanted.split(' ').every((word) => folded.includes(word))).map(({ row }) => row),
    [rows, wanted],
  );
  const add = (): void => {
    onAdd(codings.filter((coding) => selected.has(coding.id)));
    onClose();
  };
  const root = criterion && codebook.byId.get(criterion);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      size="full"
      isBare
      actionsStart={words('findings.foundCodings', { count: shown.length })}
      actions={
        <>
          <Button onPress={onClose}>{words('common.cancel')}</Button>
          <Button variant="primary" onPress={add} isDisabled={selected.size === 0}>
            {words('findings.addCount', { count: selected.size })}
          </Button>
        </>
      }
    >
      <div className="add-evidence__head">
        <SearchField label={words('findings.searchQuotes')} value={search} onChange={setSearch} autoFocus />
        {root && (
          <Checkbox isSelected={isUnderCriterion} onChange={setUnderCriterion}>
            {words('findings.onlyUnder', { criterion: root.name })}
          </Checkbox>
        )}
      </div>
      <div className="add-evidence__list">
        {shown.length === 0 ? (
          <EmptyState isSmall title={words('findings.nothingFound')} />
        ) : (
          <SelectionList
            label={words('matrix.excerptList')}
            items={shown}
            keyOf={({ coding }) => coding.id}
            textOf={textOf}
            renderItem={({ coding, excerpt }, { isSelected }) => (
              <Quote
                text={excerpt.quote || undefined}
                direction={coding.direction}
                labels={[
                  excerpt.source,
                  excerpt.participant === excerpt.source ? '' : excerpt.participant,
                  excerpt.group,
                ]}
                code={excerpt.codePath.join(' / ')}
                color={codebook.colorOf(coding.code)}
                coder={excerpt.coder}
                memo={coding.memo}
                isCut={!isSelected}
              />
            )}
            selected={selected}
            onSelect={setSelected}
            isPicking
          />
        )}
      </div>
    </Dialog>
  );
}

function textOf({ excerpt }: ExcerptRow): string {
  return [
    excerpt.source,
    excerpt.participant,
    excerpt.group,
    excerpt.codePath.join(' '),
    excerpt.quote,
    excerpt.memo,
  ].join(' ');
}

/** Searching quotes needs every coded text; says when all are at hand. */
function useAllTexts(session: ProjectSession): boolean {
  const [areRead, setRead] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    const revisions = new Set(session.project.all('coding').map((coding) => coding.revision));
    void Promise.all([...revisions].map((revision) => session.contents.load(revision))).then(() => {
      if (isCurrent) setRead(true);
    });
    return () => {
      isCurrent = false;
    };
  }, [session]);
  return areRead;
}
