/** How strong the evidence of a finding is: the suggestion with its facts, and beside it what a person decides and why. */
import { useMemo } from 'react';
import { suggestFindingStrength } from '#shared/analysis/strength.ts';
import type { CerqualComponent, ConcernLevel } from '#shared/domain/evidence/strength-scale.ts';
import { strengths, type Finding, type Strength } from '#shared/domain/findings/finding.ts';
import { ConcernsBox } from '#renderer/features/findings/ConcernsBox.tsx';
import { textRows } from '#renderer/features/findings/text-rows.ts';
import { useLongDraftText } from '#renderer/ui/draft-text.ts';
import { useRecords, useSession, useVersion } from '#renderer/data/hooks.ts';
import { useStrengthWord } from '#renderer/view-state/strength-words.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { SegmentedControl } from '#renderer/ui/Checkbox.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { TextArea } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type StrengthBoxProps = {
  readonly finding: Finding;
  readonly onEdit: (values: Partial<Pick<Finding, 'strength' | 'strengthReason'>>) => void;
  readonly onAssess: (component: CerqualComponent, concern: ConcernLevel) => void;
  readonly isReadOnly: boolean;
};

/** The box. */
export function StrengthBox({ finding, onEdit, onAssess, isReadOnly }: StrengthBoxProps) {
  const words = useWords();
  const { list } = useFormats();
  const session = useSession();
  const version = useVersion(['coding', 'statistic', 'source', 'participant', 'finding', 'evaluation']);
  const wordStrength = useStrengthWord(words);
  const [evaluation] = useRecords('evaluation');
  const { suggested, scale, facts, isAnswered } = useMemo(
    () =>
      suggestFindingStrength(
        session.project,
        finding,
        (_source, revision) => session.contents.peek(revision)?.segments,
        { tableOf: (source) => session.contents.peek(source.revision)?.table },
      ),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [finding, session, version],
  );
  const reason = useLongDraftText(finding.strengthReason, (strengthReason) => onEdit({ strengthReason }));
  const needsReason = finding.strength !== null && reason.value.trim() === '';
  const methods = list(facts.methods.map((method) => words(`common.methods.${method}`)));
  return (
    <section className="findings-box">
      <div className="findings-box__head">
        <h3 className="findings-box__title">{words('matrix.head.strength')}</h3>
        {finding.strength !== null && !isReadOnly && (
          <Button variant="quiet" onPress={() => onEdit({ strength: null })}>
            {words('findings.takeDecisionBack')}
          </Button>
        )}
      </div>
      <p className="findings-box__hint">
        <strong>
          {words('findings.suggestedStrength', {
            strength: scale ? wordStrength(scale) : words('common.none'),
            level: words(`matrix.strengthLevel.${suggested}`),
          })}
        </strong>{' '}
        {facts.supporting + facts.contrary + facts.mixed > 0 &&
          words('findings.strengthFacts', {
            count: facts.supporting,
            methods: methods || words('common.none'),
            contrary: facts.contrary,
            mixed: facts.mixed,
          })}
        {facts.groups.length > 0 && ` ${words('findings.strengthGroups', { groups: list(facts.groups) })}`}
        {isAnswered && ` ${words('matrix.fact.answered')}`}
        {facts.direction === 'contradicts' && ` ${words('findings.readAsCritical')}`}
      </p>
      {evaluation?.strengthScale === 'cerqual' && (
        <ConcernsBox finding={finding} onAssess={onAssess} isReadOnly={isReadOnly} />
      )}
      <SegmentedControl<Strength | ''>
        label={words('findings.yourDecision')}
        options={strengths.map((value) => ({ value, label: wordStrength(value) }))}
        value={finding.strength ?? ''}
        onChange={(strength) => strength !== '' && onEdit({ strength })}
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
  );
}
