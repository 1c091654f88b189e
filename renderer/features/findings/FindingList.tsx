/** The findings by criterion, with what each needs: changed evidence, contrary evidence without an answer. */
import { Plus } from 'lucide-react';
import { useMemo, useState, type CSSProperties } from 'react';
import type { Code } from '#shared/domain/codebook/code.ts';
import type { Finding, FindingId } from '#shared/domain/findings/finding.ts';
import { criteriaOf, groupFindings } from '#renderer/features/findings/finding-groups.ts';
import { useFindingState } from '#renderer/features/findings/use-finding-state.ts';
import { useAddFinding } from '#renderer/features/findings/use-add-finding.ts';
import { useRecords, useSession } from '#renderer/data/hooks.ts';
import { selectFinding } from '#renderer/view-state/navigation.ts';
import { IconButton } from '#renderer/ui/Button.tsx';
import { useStrengthWord } from '#renderer/view-state/strength-words.ts';
import { Badge } from '#renderer/ui/Chip.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { SearchField } from '#renderer/ui/TextField.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { useWords } from '#renderer/ui/words.ts';

type Row = { readonly key: string } & ({ readonly criterion: Code | null } | { readonly finding: Finding });

/** The list. */
export function FindingList({ selectedId }: { readonly selectedId: FindingId }) {
  const words = useWords();
  const session = useSession();
  const findings = useRecords('finding');
  const codes = useRecords('code');
  const [search, setSearch] = useState('');
  const add = useAddFinding();
  const rows = useMemo(
    () =>
      groupFindings(findings, codes, search).flatMap((group): Row[] => [
        { key: `criterion ${group.criterion?.id ?? ''}`, criterion: group.criterion },
        ...group.findings.map((finding) => ({ key: finding.id, finding })),
      ]),
    [codes, findings, search],
  );
  return (
    <div className="findings-list">
      <div className="findings-list__head">
        <SearchField label={words('findings.searchFindings')} value={search} onChange={setSearch} />
        {!session.lockedBy && (
          <Menu
            label={words('findings.underWhich')}
            entries={criteriaOf(codes).map((code) => ({ id: code.id, label: code.name, onAction: () => add(code) }))}
          >
            <IconButton label={words('findings.add')} icon={<Plus aria-hidden />} variant="secondary" />
          </Menu>
        )}
      </div>
      <div className="findings-list__rows">
        {rows.length === 0 ? (
          <EmptyState isSmall title={words('findings.nothingFound')} />
        ) : (
          <VirtualList<Row>
            label={words('findings.tab.finding')}
            items={rows}
            keyOf={(row) => row.key}
            estimateHeight={64}
            isSelectable={(row) => 'finding' in row}
            selectedKey={selectedId}
            onSelect={(row) => 'finding' in row && selectFinding(row.finding.id)}
            renderItem={(row, { isSelected }) =>
              'finding' in row ? (
                <FindingItem finding={row.finding} isSelected={isSelected} />
              ) : (
                <CriterionHead criterion={row.criterion} />
              )
            }
          />
        )}
      </div>
    </div>
  );
}

function CriterionHead({ criterion }: { readonly criterion: Code | null }) {
  const words = useWords();
  return (
    <div className="findings-list__criterion">
      <i style={{ '--criterion-color': criterion?.color || 'var(--ink-faint)' } as CSSProperties} aria-hidden />
      {criterion?.name ?? words('findings.criterionRemoved')}
    </div>
  );
}

function FindingItem({ finding, isSelected }: { readonly finding: Finding; readonly isSelected: boolean }) {
  const words = useWords();
  const wordStrength = useStrengthWord(words);
  const state = useFindingState(finding);
  return (
    <div className={classNames('findings-item', isSelected && 'findings-item--selected')}>
      <span className="findings-item__number">{finding.number}</span>
      <span className={classNames('findings-item__title', finding.title === '' && 'findings-item__title--none')}>
        {finding.title || words('findings.untitled')}
      </span>
      <span className="findings-item__facts">
        <span>{finding.strength ? wordStrength(finding.strength) : words('findings.undecided')}</span>
        {state.evidence === 0 ? (
          <Badge tone="warning">{words('findings.noEvidence')}</Badge>
        ) : (
          <span>· {words('matrix.excerpts', { count: state.evidence })}</span>
        )}
        {state.isContested && <Badge tone="danger">{words('findings.contested')}</Badge>}
        {state.flagged > 0 && <Badge tone="warning">{words('findings.changed', { count: state.flagged })}</Badge>}
      </span>
    </div>
  );
}
