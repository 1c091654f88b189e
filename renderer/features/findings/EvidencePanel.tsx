/** The evidence of a finding: supporting and contrary apart, with what has changed since it was linked. */
import { Plus } from 'lucide-react';
import { useMemo, useState, type KeyboardEvent } from 'react';
import type { Finding } from '#shared/domain/findings/finding.ts';
import { linkCodings } from '#shared/domain/findings/finding-edits.ts';
import { PickExcerptsDialog } from '#renderer/features/findings/PickExcerptsDialog.tsx';
import { EvidenceRow } from '#renderer/features/findings/EvidenceRow.tsx';
import { evidenceOf, groupEvidence } from '#renderer/features/findings/finding-evidence.ts';
import { StatisticEvidence } from '#renderer/features/findings/StatisticEvidence.tsx';
import { useFindingState } from '#renderer/features/findings/use-finding-state.ts';
import { commitDraft, commitWithUndo } from '#renderer/features/findings/findings-commit.ts';
import { useSession, useVersion } from '#renderer/data/hooks.ts';
import { excerptRows } from '#renderer/view-state/excerpt-rows.ts';
import { openPlace } from '#renderer/view-state/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Badge } from '#renderer/ui/Chip.tsx';
import { directionShapes } from '#renderer/ui/DirectionGlyph.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './EvidencePanel.css';

/** The panel. */
export function EvidencePanel({ finding }: { readonly finding: Finding }) {
  const words = useWords();
  const session = useSession();
  const version = useVersion(['coding', 'source', 'participant', 'code', 'person', 'intervention']);
  const [isAdding, setAdding] = useState(false);
  const { items, rows } = useMemo(
    () => {
      const evidence = evidenceOf(session.project, finding);
      const codings = evidence.flatMap(({ coding }) => coding ?? []);
      const byId = new Map(excerptRows(session, codings).map((row) => [row.coding.id, row]));
      return { items: evidence, rows: byId };
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [finding, session, version],
  );
  const { side } = useFindingState(finding);
  const count = items.length + Object.keys(finding.statistics).length;
  const flagged = items.filter((item) => item.flags.length > 0);
  const acceptable = flagged.flatMap(({ coding }) => coding ?? []);
  return (
    <section className="evidence" aria-label={words('findings.evidence')}>
      <header className="evidence__head">
        <h2 className="evidence__title">
          {words('findings.evidence')} <Badge isCount>{count}</Badge>
        </h2>
        {!session.lockedBy && (
          <Button icon={<Plus aria-hidden />} onPress={() => setAdding(true)}>
            {words('findings.addEvidence')}
          </Button>
        )}
      </header>
      {flagged.length > 0 && (
        <div className="evidence__flags" role="status">
          <span>{words('findings.changedSince', { count: flagged.length })}</span>
          {acceptable.length > 1 && !session.lockedBy && (
            <Button variant="quiet" onPress={() => commitDraft(session, linkCodings(finding, acceptable))}>
              {words('findings.acceptAll')}
            </Button>
          )}
        </div>
      )}
      <div className="evidence__scroll" onKeyDown={walkRows}>
        {groupEvidence(items, side).map(({ group, items: own }) => (
          <section key={group} className="evidence__group">
            <h3 className={`evidence__heading evidence__heading--${group}`}>
              {group !== 'removed' && <span aria-hidden>{directionShapes[group]} </span>}
              {words(`findings.group.${group}`, { count: own.length })}
            </h3>
            <ul className="evidence__rows">
              {own.map((item) => (
                <EvidenceRow key={item.id} finding={finding} item={item} row={rows.get(item.id)} />
              ))}
            </ul>
          </section>
        ))}
        <StatisticEvidence finding={finding} />
        {count === 0 && <NoEvidence onAdd={() => setAdding(true)} />}
      </div>
      {isAdding && (
        <PickExcerptsDialog
          title={words('findings.addEvidenceTo', { number: finding.number })}
          taken={finding.evidence}
          criterion={finding.criterion}
          onAdd={(codings) => {
            const message = words('findings.added', { count: codings.length, number: finding.number });
            commitWithUndo(session, linkCodings(finding, codings), message);
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </section>
  );
}

function NoEvidence({ onAdd }: { readonly onAdd: () => void }) {
  const words = useWords();
  return (
    <EmptyState
      isSmall
      title={words('findings.noEvidenceTitle')}
      actions={
        <>
          <Button onPress={() => openPlace('matrix')}>{words('findings.empty.matrix')}</Button>
          <Button variant="primary" onPress={onAdd}>
            {words('findings.addEvidence')}
          </Button>
        </>
      }
    >
      {words('findings.noEvidenceText')}
    </EmptyState>
  );
}

/** Arrow keys walk from one piece of evidence to the next. */
function walkRows(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const row = (event.target as HTMLElement).closest<HTMLElement>('[data-evidence]');
  if (step === undefined || !row) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-evidence]')];
  const next = rows[rows.indexOf(row) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
