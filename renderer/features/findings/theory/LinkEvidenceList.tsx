/** The excerpts on a link: what each says of it, and whether it tells what happened or what somebody thinks. */
import { BookOpenText, Unlink } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { CodingId } from '#shared/domain/coding/coding.ts';
import { setLinkEvidence } from '#shared/domain/theory-of-change/theory-edits.ts';
import {
  evidenceRoles,
  testimonies,
  type EvidenceRole,
  type LinkEvidence,
  type Testimony,
  type TheoryLink,
} from '#shared/domain/theory-of-change/theory-link.ts';
import { commitDraft, commitWithUndo } from '#renderer/features/findings/findings-commit.ts';
import { PickExcerptsDialog } from '#renderer/features/findings/PickExcerptsDialog.tsx';
import { useCodebook, useSession } from '#renderer/data/hooks.ts';
import { useExcerptRows, useQuote, type ExcerptRow } from '#renderer/view-state/excerpt-rows.ts';
import { showCoding } from '#renderer/view-state/navigation.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { Quote } from '#renderer/ui/Quote.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type LinkEvidenceListProps = {
  readonly link: TheoryLink;
  readonly removed: number;
  readonly isReadOnly: boolean;
};

/** The list. */
export function LinkEvidenceList({ link, removed, isReadOnly }: LinkEvidenceListProps) {
  const words = useWords();
  const session = useSession();
  const ids = useMemo(() => Object.keys(link.evidence) as CodingId[], [link.evidence]);
  const rows = useExcerptRows(ids);
  const [isAdding, setAdding] = useState(false);
  const dropRemoved = (): void => {
    const gone = ids.filter((id) => !session.project.get('coding', id));
    commitDraft(session, setLinkEvidence(link, gone, null));
  };
  return (
    <section aria-label={words('findings.theory.evidence')}>
      <h3 className="theory__heading">{words('findings.theory.evidence')}</h3>
      {removed > 0 && (
        <p className="thread-details__flag">
          {words('findings.theory.removedExcerpts', { count: removed })}{' '}
          {!isReadOnly && (
            <Button variant="quiet" onPress={dropRemoved}>
              {words('findings.theory.dropRemoved')}
            </Button>
          )}
        </p>
      )}
      <ul className="theory-evidence">
        {rows.map((row) => (
          <LinkExcerpt key={row.coding.id} link={link} row={row} isReadOnly={isReadOnly} />
        ))}
      </ul>
      {!isReadOnly && <Button onPress={() => setAdding(true)}>{words('findings.theory.addEvidence')}</Button>}
      {isAdding && (
        <PickExcerptsDialog
          title={words('findings.theory.addEvidence')}
          taken={link.evidence}
          criterion={null}
          onAdd={(codings) => {
            const evidence: LinkEvidence = { role: 'supports', testimony: 'account' };
            const draft = setLinkEvidence(
              link,
              codings.map(({ id }) => id),
              evidence,
            );
            commitWithUndo(session, draft, words('findings.theory.addedEvidence', { count: codings.length }));
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </section>
  );
}

type LinkExcerptProps = Pick<LinkEvidenceListProps, 'link' | 'isReadOnly'> & { readonly row: ExcerptRow };

function LinkExcerpt({ link, row: { coding, excerpt }, isReadOnly }: LinkExcerptProps) {
  const words = useWords();
  const session = useSession();
  const codebook = useCodebook();
  const text = useQuote(coding.revision, coding);
  const evidence = link.evidence[coding.id];
  if (!evidence) return null;
  const set = (values: Partial<LinkEvidence>): void => {
    commitDraft(session, setLinkEvidence(link, [coding.id], { ...evidence, ...values }));
  };
  return (
    <li className="theory-evidence__row">
      <Quote
        text={text}
        direction={coding.direction}
        labels={[excerpt.source, excerpt.participant === excerpt.source ? '' : excerpt.participant, excerpt.group]}
        code={excerpt.codePath.join(' / ')}
        color={codebook.colorOf(coding.code)}
        memo={coding.memo}
        end={
          <span className="evidence__actions">
            <IconButton
              label={words('findings.openInText')}
              icon={<BookOpenText aria-hidden />}
              onPress={() => showCoding(coding)}
            />
            {!isReadOnly && (
              <IconButton
                label={words('findings.unlink')}
                icon={<Unlink aria-hidden />}
                onPress={() => commitDraft(session, setLinkEvidence(link, [coding.id], null))}
              />
            )}
          </span>
        }
      />
      <div className="theory-evidence__kind">
        <Select<EvidenceRole>
          label={words('findings.theory.role')}
          choices={evidenceRoles.map((id) => ({ id, label: words(`findings.theory.roles.${id}`) }))}
          value={evidence.role}
          onChange={(role) => set({ role })}
          isDisabled={isReadOnly}
        />
        <Select<Testimony>
          label={words('findings.theory.testimony')}
          choices={testimonies.map((id) => ({ id, label: words(`findings.theory.testimonies.${id}`) }))}
          value={evidence.testimony}
          onChange={(testimony) => set({ testimony })}
          isDisabled={isReadOnly}
        />
      </div>
    </li>
  );
}
