/** The criteria: name, definition, key and colour, order, hidden or not; further ones and the team's own. */
import { ArrowDown, ArrowUp, Eye, EyeOff, Plus } from 'lucide-react';
import type { Code } from '#shared/domain/codebook/code.ts';
import { editCode } from '#shared/domain/codebook/codebook-edits.ts';
import { isCriterion } from '#shared/domain/evaluation/criterion-code.ts';
import {
  addKnownCriterion,
  addOwnCriterion,
  missingCriteria,
  shiftCriterion,
} from '#shared/domain/evaluation/criterion-edits.ts';
import { useRecords, useSession } from '#renderer/data/hooks.ts';
import { randomBytes } from '#renderer/data/random.ts';
import { commitPlan } from '#renderer/features/evaluation/evaluation-commit.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { useDraftText, useLongDraftText } from '#renderer/ui/draft-text.ts';
import { Menu } from '#renderer/ui/Menu.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextArea, TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

/** The section. */
export function CriteriaSection({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const words = useWords();
  const session = useSession();
  const criteria = useRecords('code').filter(isCriterion);
  const { language } = session.project.evaluation;
  const add = (): void => {
    const input = { name: words('evaluation.setup.newCriterion'), definition: '', color: '#5B6B8C' };
    commitPlan(session, addOwnCriterion(session.project, input, randomBytes).draft);
  };
  const offers = missingCriteria(session.project).map((criterion) => ({
    id: criterion.slug,
    label: criterion.wording[language].name,
    onAction: () => void commitPlan(session, addKnownCriterion(session.project, criterion).draft),
  }));
  const own = { id: 'own', label: words('evaluation.setup.ownCriterion'), onAction: add };
  return (
    <section aria-label={words('evaluation.setup.criteria')}>
      <h2>{words('evaluation.setup.criteria')}</h2>
      <p className="evaluation-page__text">{words('evaluation.setup.criteriaText')}</p>
      {criteria.map((criterion) => (
        <CriterionRow key={criterion.id} criterion={criterion} criteria={criteria} isReadOnly={isReadOnly} />
      ))}
      {!isReadOnly && (
        <Menu label={words('evaluation.setup.addCriterion')} entries={[...offers, own]}>
          <Button icon={<Plus aria-hidden />}>{words('evaluation.setup.addCriterion')}</Button>
        </Menu>
      )}
    </section>
  );
}

type CriterionRowProps = {
  readonly criterion: Code;
  readonly criteria: readonly Code[];
  readonly isReadOnly: boolean;
};

const NO_KEY = 'none';
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

function CriterionRow({ criterion, criteria, isReadOnly }: CriterionRowProps) {
  const words = useWords();
  const session = useSession();
  const { name } = criterion;
  const edit = (values: Parameters<typeof editCode>[1]): void => {
    const current = session.project.get('code', criterion.id);
    if (current) commitPlan(session, editCode(current, values));
  };
  const wording = useDraftText(name, (value) => {
    if (value.trim() !== '') edit({ name: value.trim() });
  });
  const definition = useLongDraftText(criterion.definition, (value) => edit({ definition: value }));
  const shift = (by: -1 | 1): void => void commitPlan(session, shiftCriterion(session.project, criterion, by));
  // A key belongs to one criterion; one of the team's own may go without.
  const taken = new Set(criteria.flatMap(({ id, key }) => (id === criterion.id ? [] : key)));
  const keys = [NO_KEY, ...KEYS.filter((key) => !taken.has(key))];
  return (
    <div className="evaluation-criterion" role="group" aria-label={name} data-hidden={criterion.hidden || undefined}>
      <input
        type="color"
        className="evaluation-criterion__color"
        aria-label={words('evaluation.setup.colorOf', { name })}
        value={/^#[0-9a-f]{6}$/iu.test(criterion.color) ? criterion.color.toLowerCase() : '#888888'}
        disabled={isReadOnly}
        onChange={(event) => edit({ color: event.target.value })}
      />
      <TextField label={words('evaluation.setup.name')} isReadOnly={isReadOnly} maxLength={300} {...wording} />
      <TextArea label={words('evaluation.setup.definition')} rows={2} isReadOnly={isReadOnly} {...definition} />
      <Select
        label={words('evaluation.setup.key')}
        choices={keys.map((key) => ({ id: key, label: key === NO_KEY ? words('common.none') : key }))}
        value={criterion.key === '' ? NO_KEY : criterion.key}
        onChange={(key) => edit({ key: key === NO_KEY ? '' : key })}
        isDisabled={isReadOnly || criterion.criterion === null}
      />
      <div className="evaluation-criterion__actions">
        <IconButton
          label={words('evaluation.upNamed', { name })}
          icon={<ArrowUp aria-hidden />}
          onPress={() => shift(-1)}
          isDisabled={isReadOnly}
        />
        <IconButton
          label={words('evaluation.downNamed', { name })}
          icon={<ArrowDown aria-hidden />}
          onPress={() => shift(1)}
          isDisabled={isReadOnly}
        />
        <IconButton
          label={words(criterion.hidden ? 'evaluation.setup.show' : 'evaluation.setup.hide', { name })}
          icon={criterion.hidden ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
          isPressed={criterion.hidden}
          onPress={() => edit({ hidden: !criterion.hidden })}
          isDisabled={isReadOnly}
        />
      </div>
    </div>
  );
}
