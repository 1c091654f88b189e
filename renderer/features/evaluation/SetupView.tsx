/** What is evaluated and by which criteria: interventions with all that is known of them, and the list of criteria. */
import { Plus } from 'lucide-react';
import { addIntervention } from '#shared/domain/evaluation/evaluation-edits.ts';
import { useRecords, useSession } from '#renderer/data/hooks.ts';
import { randomBytes } from '#renderer/data/random.ts';
import { CriteriaSection } from '#renderer/features/evaluation/CriteriaSection.tsx';
import { commitPlan } from '#renderer/features/evaluation/evaluation-commit.ts';
import { InterventionCard } from '#renderer/features/evaluation/InterventionCard.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './evaluation.css';

/** The view. */
export function SetupView() {
  const words = useWords();
  const session = useSession();
  const interventions = useRecords('intervention');
  const isReadOnly = session.lockedBy !== null;
  const add = (): void => {
    const input = { code: `P${interventions.length + 1}`, title: '' };
    commitPlan(session, addIntervention(session.project, input, randomBytes));
  };
  return (
    <div className="evaluation-page">
      <div className="evaluation-page__inside">
        <section aria-label={words('evaluation.setup.interventions')}>
          <h2>{words('evaluation.setup.interventions')}</h2>
          <p className="evaluation-page__text">{words('evaluation.setup.interventionsText')}</p>
          {interventions.map((intervention) => (
            <InterventionCard key={intervention.id} intervention={intervention} isReadOnly={isReadOnly} />
          ))}
          {!isReadOnly && (
            <Button icon={<Plus aria-hidden />} onPress={add}>
              {words('settings.interventions.add')}
            </Button>
          )}
        </section>
        <CriteriaSection isReadOnly={isReadOnly} />
      </div>
    </div>
  );
}
