/** What a link hangs on: assumptions, risks and rival explanations, each with what was found of it. */
import { Trash2 } from 'lucide-react';
import { addCondition, editCondition, removeCondition } from '#shared/domain/theory-of-change/theory-edits.ts';
import {
  conditionTypes,
  conditionVerdicts,
  type ConditionVerdict,
  type TheoryCondition,
} from '#shared/domain/theory-of-change/theory-condition.ts';
import type { TheoryLink } from '#shared/domain/theory-of-change/theory-link.ts';
import { commitDraft } from '#renderer/features/findings/findings-commit.ts';
import { useSession } from '#renderer/data/hooks.ts';
import { randomBytes } from '#renderer/data/random.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { useLongDraftText } from '#renderer/ui/draft-text.ts';
import { Menu } from '#renderer/ui/Menu.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type ConditionsProps = {
  readonly link: TheoryLink;
  readonly conditions: readonly TheoryCondition[];
  readonly isReadOnly: boolean;
};

/** The list. */
export function Conditions({ link, conditions, isReadOnly }: ConditionsProps) {
  const words = useWords();
  const session = useSession();
  return (
    <section aria-label={words('findings.theory.conditions')}>
      <h3 className="theory__heading">{words('findings.theory.conditions')}</h3>
      {conditions.map((condition) => (
        <Condition key={condition.id} condition={condition} isReadOnly={isReadOnly} />
      ))}
      {!isReadOnly && (
        <Menu
          label={words('findings.theory.addCondition')}
          entries={conditionTypes.map((type) => ({
            id: type,
            label: words(`findings.theory.condition.${type}`),
            onAction: () => commitDraft(session, addCondition(session.project, link, type, '', randomBytes)),
          }))}
        >
          <Button variant="quiet">{words('findings.theory.addCondition')}</Button>
        </Menu>
      )}
    </section>
  );
}

function Condition({ condition, isReadOnly }: { readonly condition: TheoryCondition; readonly isReadOnly: boolean }) {
  const words = useWords();
  const session = useSession();
  const edit = (values: Parameters<typeof editCondition>[1]): void => {
    const current = session.project.get('theory-condition', condition.id);
    if (current) commitDraft(session, editCondition(current, values));
  };
  const text = useLongDraftText(condition.text, (value) => edit({ text: value }));
  return (
    <div className="theory-condition">
      <TextField
        label={words(`findings.theory.condition.${condition.type}`)}
        isReadOnly={isReadOnly}
        autoFocus={condition.text === ''}
        {...text}
      />
      <Select<ConditionVerdict>
        label={words('findings.theory.verdictLabel')}
        choices={conditionVerdicts.map((id) => ({
          id,
          label: words(`findings.theory.verdict.${condition.type}.${id}`),
        }))}
        value={condition.verdict}
        placeholder={words(`findings.theory.verdict.${condition.type}.open`)}
        onChange={(verdict) => edit({ verdict })}
        isDisabled={isReadOnly}
      />
      {!isReadOnly && (
        <IconButton
          label={words('common.remove')}
          icon={<Trash2 aria-hidden />}
          onPress={() => commitDraft(session, removeCondition(condition))}
        />
      )}
    </div>
  );
}
