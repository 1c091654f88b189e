/** A link of the theory of change: mechanism, evidence, what it hangs on, how strong it is, and what can be claimed. */
import { Trash2, X } from 'lucide-react';
import type { LinkAssessment } from '#shared/analysis/theory-links.ts';
import { editTheoryLink, removeTheoryLink } from '#shared/domain/theory-of-change/theory-edits.ts';
import { linkStrengths, type LinkStrength, type TheoryLink } from '#shared/domain/theory-of-change/theory-link.ts';
import { commitDraft, commitWithUndo } from '#renderer/features/findings/findings-commit.ts';
import { textRows } from '#renderer/features/findings/text-rows.ts';
import { Conditions } from '#renderer/features/findings/theory/Conditions.tsx';
import { LinkEvidenceList } from '#renderer/features/findings/theory/LinkEvidenceList.tsx';
import { nodeName } from '#renderer/features/findings/theory/TheoryTable.tsx';
import type { TheorySelection } from '#renderer/features/findings/theory/TheoryView.tsx';
import { useRecord, useSession } from '#renderer/data/hooks.ts';
import { IconButton } from '#renderer/ui/Button.tsx';
import { SegmentedControl } from '#renderer/ui/Checkbox.tsx';
import { Badge } from '#renderer/ui/Chip.tsx';
import { useLongDraftText } from '#renderer/ui/draft-text.ts';
import { TextArea } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type LinkEditorProps = {
  readonly link: TheoryLink;
  readonly assessment: LinkAssessment;
  readonly onSelect: (selection: TheorySelection | null) => void;
};

/** The editor. */
export function LinkEditor({ link, assessment, onSelect }: LinkEditorProps) {
  const words = useWords();
  const session = useSession();
  const from = useRecord('theory-node', link.from);
  const to = useRecord('theory-node', link.to);
  const isReadOnly = session.lockedBy !== null;
  const edit = (values: Parameters<typeof editTheoryLink>[1]): void => {
    const current = session.project.get('theory-link', link.id);
    if (current) commitDraft(session, editTheoryLink(current, values));
  };
  const mechanism = useLongDraftText(link.mechanism, (value) => edit({ mechanism: value }));
  const claim = useLongDraftText(link.claim, (value) => edit({ claim: value }));
  const reason = useLongDraftText(link.strengthReason, (value) => edit({ strengthReason: value }));
  const remove = (): void => {
    const message = words('findings.removed', { number: words('findings.theory.link') });
    if (commitWithUndo(session, removeTheoryLink(session.project, link), message)) onSelect(null);
  };
  const needsReason = link.strength !== null && reason.value.trim() === '';
  return (
    <section className="theory-editor" aria-label={words('findings.theory.link')}>
      <div className="theory-editor__head">
        <h2>
          {nodeName(from, words)} → {nodeName(to, words)}
        </h2>
        {!isReadOnly && <IconButton label={words('common.remove')} icon={<Trash2 aria-hidden />} onPress={remove} />}
        <IconButton label={words('common.close')} icon={<X aria-hidden />} onPress={() => onSelect(null)} />
      </div>
      {assessment.gaps.length > 0 && (
        <div className="theory-editor__gaps">
          {assessment.gaps.map((gap) => (
            <Badge key={gap} tone="warning">
              {words(`findings.theory.gap.${gap}`)}
            </Badge>
          ))}
        </div>
      )}
      <TextArea
        label={words('findings.theory.mechanism')}
        rows={textRows(mechanism.value, 2)}
        isReadOnly={isReadOnly}
        {...mechanism}
      />
      <Conditions link={link} conditions={assessment.conditions} isReadOnly={isReadOnly} />
      <LinkEvidenceList link={link} removed={assessment.removed} isReadOnly={isReadOnly} />
      <section className="findings-box">
        <h3 className="findings-box__title">{words('matrix.head.strength')}</h3>
        <p className="findings-box__hint">
          {words('findings.theory.suggestedLong', {
            strength: words(`findings.theory.strength.${assessment.suggested}`),
            count: assessment.voices.supports,
            accounts: assessment.accounts,
            weakens: assessment.voices.weakens,
          })}
        </p>
        <SegmentedControl<LinkStrength | ''>
          label={words('findings.yourDecision')}
          options={linkStrengths.map((value) => ({ value, label: words(`findings.theory.strength.${value}`) }))}
          value={link.strength ?? ''}
          onChange={(strength) => strength !== '' && edit({ strength })}
          isDisabled={isReadOnly}
        />
        <TextArea
          label={words('findings.strengthReason')}
          rows={textRows(reason.value, 2)}
          isReadOnly={isReadOnly}
          error={needsReason ? words('findings.reasonMissing') : ''}
          {...reason}
        />
      </section>
      <TextArea
        label={words('findings.theory.claim')}
        description={words('findings.theory.claimHelp')}
        rows={textRows(claim.value, 3)}
        isReadOnly={isReadOnly}
        {...claim}
      />
    </section>
  );
}
