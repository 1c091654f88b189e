/** Contrary evidence asks for a written answer; until it is there the finding is contested. */
import type { Finding } from '#shared/domain/findings/finding.ts';
import { textRows } from '#renderer/features/findings/text-rows.ts';
import { useLongDraftText } from '#renderer/ui/draft-text.ts';
import { useFindingState } from '#renderer/features/findings/use-finding-state.ts';
import { Badge } from '#renderer/ui/Chip.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { TextArea } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type ContestedBoxProps = {
  readonly finding: Finding;
  readonly onEdit: (contested: string) => void;
  readonly isReadOnly: boolean;
};

/** The box; nothing while no evidence speaks against the finding and nothing was answered. */
export function ContestedBox({ finding, onEdit, isReadOnly }: ContestedBoxProps) {
  const words = useWords();
  const answer = useLongDraftText(finding.contested, onEdit);
  const { contrary, side, isContested } = useFindingState(finding);
  if (contrary === 0 && finding.contested === '') return null;
  return (
    <section className={classNames('findings-box', isContested && 'findings-box--warning')}>
      <div className="findings-box__head">
        <h3 className="findings-box__title">
          {side === 'supports' ? '▼' : '▲'} {words('findings.contraryTitle', { count: contrary })}
        </h3>
        <Badge tone={isContested ? 'danger' : 'good'}>
          {words(isContested ? 'findings.contested' : 'findings.answered')}
        </Badge>
      </div>
      <TextArea
        label={words('findings.answer')}
        rows={textRows(answer.value, 3)}
        description={words('findings.answerHelp')}
        isReadOnly={isReadOnly}
        {...answer}
      />
    </section>
  );
}
