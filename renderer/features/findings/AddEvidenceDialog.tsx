/** Adds evidence to a finding: looks through all codings, those under its criterion first in sight. */
import { useEffect, useMemo, useState } from 'react';
import { foldName } from '#shared/domain/codebook/codebook.ts';
import type { Finding } from '#shared/domain/findings/finding.ts';
import { linkCodings } from '#shared/domain/findings/finding-edits.ts';
import { commitWithUndo } from '#renderer/features/findings/findings-commit.ts';
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
import './AddEvidenceDialog.css';

export type AddEvidenceDialogProps = { readonly finding: Finding; readonly onClose: () => void };

/** The dialog. */
export function AddEvidenceDialog({ finding, onClose }: AddEvidenceDialogProps) {
  const words = useWords();
  const session = useSession();
  const codebook = useCodebook();
  const codings = useRecords('coding');
  const areTextsRead = useAllTexts(session);
  const [search, setSearch] = useState('');
  const [isUnderCriterion, setUnderCriterion] = useState(true);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(
    () => {
      const offered = codings.filter(
        (coding) =>
          finding.evidence[coding.id] === undefined &&
          (!isUnderCriterion || codebook.rootOf(coding.code)?.id === finding.criterion),
      );
      return excerptRows(session, offered).map((row) => ({ row, folded: foldName(textOf(row)) }));
    },
    // Texts that have been read in the meantime fill the quotes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [areTextsRead, codebook, codings, finding, isUnderCriterion, session],
  );
  const wanted = foldName(search);
  const shown = useMemo(
    () => rows.filter(({ folded }) => wanted.split(' ').every((word) => folded.includes(word))).map(({ row }) => row),
    [rows, wanted],
  );
  const add = (): void => {
    const chosen = codings.filter((coding) => selected.has(coding.id));
    const message = words('findings.added', { count: chosen.length, number: finding.number });
    commitWithUndo(session, linkCodings(finding, chosen), message);
    onClose();
  };
  const criterion = codebook.byId.get(finding.criterion);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words('findings.addEvidenceTo', { number: finding.number })}
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
        {criterion && (
          <Checkbox isSelected={isUnderCriterion} onChange={setUnderCriterion}>
            {words('findings.onlyUnder', { criterion: criterion.name })}
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
