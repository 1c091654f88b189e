/** One piece of evidence: its quote, what has changed since it was linked, and what can be done about it. */
import { BookOpenText, Unlink } from 'lucide-react';
import type { Finding } from '#shared/domain/findings/finding.ts';
import { linkCodings, unlinkCodings } from '#shared/domain/findings/finding-edits.ts';
import type { ContentHash } from '#shared/domain/source/source-content.ts';
import { EvidenceFlags } from '#renderer/features/findings/EvidenceFlags.tsx';
import type { EvidenceItem } from '#renderer/features/findings/finding-evidence.ts';
import { commitDraft, commitWithUndo } from '#renderer/features/findings/findings-commit.ts';
import { useCodebook, useSession } from '#renderer/data/hooks.ts';
import { useQuote, type ExcerptRow } from '#renderer/view-state/excerpt-rows.ts';
import { showCoding } from '#renderer/view-state/navigation.ts';
import { usePanels } from '#renderer/view-state/panels.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import type { DirectionName } from '#renderer/ui/DirectionGlyph.tsx';
import { Quote } from '#renderer/ui/Quote.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type EvidenceRowProps = {
  readonly finding: Finding;
  readonly item: EvidenceItem;
  /** Undefined when the coding was removed. */
  readonly row: ExcerptRow | undefined;
};

/** A piece of evidence. */
export function EvidenceRow({ finding, item, row }: EvidenceRowProps) {
  const words = useWords();
  const session = useSession();
  const codebook = useCodebook();
  const { CodingMarks } = usePanels();
  const { coding, link } = item;
  const text = useQuote(coding?.revision ?? (link.revision as ContentHash), coding ?? link);
  const isReadOnly = session.lockedBy !== null;
  const open = (): void => {
    if (coding) showCoding(coding);
  };
  const unlink = (): void => {
    const message = words('findings.unlinked', { number: finding.number });
    commitWithUndo(session, unlinkCodings(finding, [item.id]), message);
  };
  const excerpt = row?.excerpt;
  const code = coding?.code ?? link.code;
  const labels = excerpt
    ? [excerpt.source, excerpt.participant === excerpt.source ? '' : excerpt.participant, excerpt.group]
    : [words('findings.codingRemoved')];
  return (
    <li
      className="evidence__row"
      data-evidence={item.id}
      tabIndex={0}
      onDoubleClick={open}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget) return;
        if (event.key === 'Enter') open();
        if (event.key === 'Delete' && !isReadOnly) unlink();
      }}
    >
      <Quote
        text={text}
        direction={(coding?.direction ?? link.direction) as DirectionName}
        labels={labels}
        code={codebook.pathOf(code as never).join(' / ')}
        color={codebook.colorOf(code as never)}
        memo={coding?.memo ?? ''}
        isGone={!coding}
        end={
          <span className="evidence__actions">
            {coding && <CodingMarks coding={coding} />}
            {coding && (
              <IconButton label={words('findings.openInText')} icon={<BookOpenText aria-hidden />} onPress={open} />
            )}
            {!isReadOnly && (
              <IconButton label={words('findings.unlink')} icon={<Unlink aria-hidden />} onPress={unlink} />
            )}
          </span>
        }
      >
        {item.flags.length > 0 && (
          <EvidenceFlags item={item}>
            {!isReadOnly && (
              <>
                {coding && (
                  <Button onPress={() => commitDraft(session, linkCodings(finding, [coding]))}>
                    {words('findings.accept')}
                  </Button>
                )}
                <Button variant="quiet" onPress={unlink}>
                  {words('findings.unlink')}
                </Button>
              </>
            )}
          </EvidenceFlags>
        )}
      </Quote>
    </li>
  );
}
