/** One finding: criterion, wording, strength with its reason, the answer to contrary evidence, and what rests on it. */
import { Trash2 } from 'lucide-react';
import { useRef } from 'react';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { CerqualComponent, ConcernLevel } from '#shared/domain/evidence/strength-scale.ts';
import type { Finding } from '#shared/domain/findings/finding.ts';
import { assessConcern, editFinding, removeFindingOrItem } from '#shared/domain/findings/finding-edits.ts';
import { AnsweredQuestions } from '#renderer/features/findings/AnsweredQuestions.tsx';
import { ContestedBox } from '#renderer/features/findings/ContestedBox.tsx';
import { criteriaOf, numberUnder } from '#renderer/features/findings/finding-groups.ts';
import { commitDraft, commitWithUndo } from '#renderer/features/findings/findings-commit.ts';
import { RestingOn } from '#renderer/features/findings/RestingOn.tsx';
import { StrengthBox } from '#renderer/features/findings/StrengthBox.tsx';
import { textRows } from '#renderer/features/findings/text-rows.ts';
import { useLongDraftText } from '#renderer/ui/draft-text.ts';
import { useRecords, useSession } from '#renderer/data/hooks.ts';
import { selectFinding } from '#renderer/view-state/navigation.ts';
import { IconButton } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextArea } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type FindingEditorProps = { readonly finding: Finding };

/** The editor. */
export function FindingEditor({ finding }: FindingEditorProps) {
  const words = useWords();
  const session = useSession();
  const codes = useRecords('code');
  const isReadOnly = session.lockedBy !== null;
  const isNew = useRef(finding.title === '' && finding.text === '');
  const edit = (values: Parameters<typeof editFinding>[1]): void => {
    // Typing that is handed on after a removal must not bring half a finding back.
    const current = session.project.get('finding', finding.id);
    if (current) commitDraft(session, editFinding(current, values));
  };
  const assess = (component: CerqualComponent, concern: ConcernLevel): void => {
    commitDraft(session, assessConcern(finding, component, concern));
  };
  const title = useLongDraftText(finding.title, (value) => edit({ title: value.replace(/\s*\n\s*/gu, ' ') }));
  const text = useLongDraftText(finding.text, (value) => edit({ text: value }));
  const move = (criterion: CodeId): void => {
    if (criterion !== finding.criterion) edit({ criterion, number: numberUnder(session.project, criterion) });
  };
  const remove = (): void => {
    const draft = removeFindingOrItem(session.project, 'finding', finding);
    const message = words('findings.removed', { number: finding.number });
    if (commitWithUndo(session, draft, message)) selectFinding(null);
  };
  return (
    <section className="findings-editor" aria-label={words('findings.findingNamed', { number: finding.number })}>
      <div className="findings-editor__inside">
        <div className="findings-editor__head">
          <h2 className="findings-editor__number">{finding.number}</h2>
          <Select<CodeId>
            label={words('findings.criterion')}
            choices={criteriaOf(codes).map((code) => ({ id: code.id, label: code.name }))}
            value={finding.criterion}
            onChange={move}
            isDisabled={isReadOnly}
          />
          <span className="findings-editor__space" />
          {!isReadOnly && (
            <IconButton label={words('findings.removeFinding')} icon={<Trash2 aria-hidden />} onPress={remove} />
          )}
        </div>
        <TextArea
          className="findings-editor__title"
          label={words('findings.title')}
          rows={2}
          placeholder={words('findings.titlePlaceholder')}
          isReadOnly={isReadOnly}
          autoFocus={isNew.current}
          {...title}
        />
        <TextArea
          className="findings-editor__text"
          label={words('findings.text')}
          rows={textRows(text.value, 7)}
          placeholder={words('findings.textPlaceholder')}
          isReadOnly={isReadOnly}
          {...text}
        />
        <ContestedBox finding={finding} onEdit={(contested) => edit({ contested })} isReadOnly={isReadOnly} />
        <StrengthBox finding={finding} onEdit={edit} onAssess={assess} isReadOnly={isReadOnly} />
        <AnsweredQuestions finding={finding} isReadOnly={isReadOnly} />
        <RestingOn finding={finding} />
      </div>
    </section>
  );
}
