/** Everything that is missing before a report, by kind; each leads to its subject and can be dismissed with a reason. */
import { CircleCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import { describeGap, gapKinds, type Gap, type GapKind } from '#shared/analysis/gaps/gap.ts';
import { recallGap } from '#shared/domain/gaps/gap-edits.ts';
import { useRecords, useSession } from '#renderer/data/hooks.ts';
import { DismissDialog } from '#renderer/features/evaluation/DismissDialog.tsx';
import { commitPlan } from '#renderer/features/evaluation/evaluation-commit.ts';
import { leadToSubject } from '#renderer/features/evaluation/lead-to-subject.ts';
import { useGaps } from '#renderer/view-state/gaps.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Badge } from '#renderer/ui/Chip.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './evaluation.css';
import './GapsView.css';

/** The view. */
export function GapsView() {
  const words = useWords();
  const gaps = useGaps();
  const [withDismissed, setWithDismissed] = useState(false);
  const [asked, setAsked] = useState<Gap | null>(null);
  const shown = useMemo(
    () => (gaps ?? []).filter(({ dismissal }) => withDismissed || dismissal === null),
    [gaps, withDismissed],
  );
  if (!gaps) return <p className="gaps-waiting">{words('evaluation.gaps.looking')}</p>;
  const dismissed = gaps.filter(({ dismissal }) => dismissal !== null).length;
  const open = gaps.length - dismissed;
  return (
    <div className="gaps">
      <div className="gaps__inside">
        <header className="gaps__head">
          <h2>{words('evaluation.gaps.open', { count: open })}</h2>
          {dismissed > 0 && (
            <Checkbox isSelected={withDismissed} onChange={setWithDismissed}>
              {words('evaluation.gaps.withDismissed', { count: dismissed })}
            </Checkbox>
          )}
        </header>
        {shown.length === 0 ? (
          <EmptyState icon={<CircleCheck />} title={words('gaps.none')}>
            {words('evaluation.gaps.noneText')}
          </EmptyState>
        ) : (
          gapKinds.map((kind) => (
            <GapGroup key={kind} kind={kind} gaps={shown.filter((gap) => gap.kind === kind)} onDismiss={setAsked} />
          ))
        )}
      </div>
      {asked && <DismissDialog gap={asked} onClose={() => setAsked(null)} />}
    </div>
  );
}

/** A long group opens with its first gaps. */
const FIRST = 12;

type GapGroupProps = {
  readonly kind: GapKind;
  readonly gaps: readonly Gap[];
  readonly onDismiss: (gap: Gap) => void;
};

function GapGroup({ kind, gaps, onDismiss }: GapGroupProps) {
  const words = useWords();
  const [isWhole, setWhole] = useState(false);
  if (gaps.length === 0) return null;
  return (
    <section className="gaps__group" aria-label={words(`gaps.kind.${kind}`)}>
      <h3>
        {words(`gaps.kind.${kind}`)} <Badge isCount>{gaps.length}</Badge>
      </h3>
      <ul>
        {(isWhole ? gaps : gaps.slice(0, FIRST)).map((gap) => (
          <GapItem key={`${gap.key} ${gap.subject.id}`} gap={gap} onDismiss={onDismiss} />
        ))}
      </ul>
      {gaps.length > FIRST && !isWhole && (
        <Button variant="quiet" onPress={() => setWhole(true)}>
          {words('evaluation.gaps.more', { count: gaps.length - FIRST })}
        </Button>
      )}
    </section>
  );
}

function GapItem({ gap, onDismiss }: { readonly gap: Gap; readonly onDismiss: (gap: Gap) => void }) {
  const words = useWords();
  const session = useSession();
  const people = useRecords('person');
  const isReadOnly = session.lockedBy !== null;
  const { dismissal, subject } = gap;
  const message = describeGap(gap, (key, values) => words(`gaps.${key}`, values));
  const by = people.find(({ id }) => id === dismissal?.by)?.name ?? '';
  return (
    <li className="gaps__gap" data-dismissed={dismissal !== null || undefined}>
      <div className="gaps__words">
        <p>{message}</p>
        {dismissal && (
          <p className="gaps__reason">{words('evaluation.gaps.stays', { reason: dismissal.reason, by })}</p>
        )}
      </div>
      <Button
        variant="quiet"
        aria-label={`${words('evaluation.gaps.show')}: ${message}`}
        onPress={() => leadToSubject(subject)}
      >
        {words('evaluation.gaps.show')}
      </Button>
      {dismissal ? (
        <Button
          variant="quiet"
          isDisabled={isReadOnly}
          onPress={() => commitPlan(session, recallGap(gap.key, subject.id))}
        >
          {words('evaluation.gaps.recall')}
        </Button>
      ) : (
        <Button
          variant="quiet"
          isDisabled={isReadOnly}
          aria-label={`${words('evaluation.gaps.dismiss')}: ${message}`}
          onPress={() => onDismiss(gap)}
        >
          {words('evaluation.gaps.dismiss')}
        </Button>
      )}
    </li>
  );
}
