/** Findings: the list by criterion, the one in hand, and its evidence beside it. */
import { Lightbulb } from 'lucide-react';
import { criteriaOf } from '#renderer/features/findings/finding-groups.ts';
import { EvidencePanel } from '#renderer/features/findings/EvidencePanel.tsx';
import { FindingEditor } from '#renderer/features/findings/FindingEditor.tsx';
import { FindingList } from '#renderer/features/findings/FindingList.tsx';
import { useAddFinding } from '#renderer/features/findings/use-add-finding.ts';
import { useRecords } from '#renderer/data/hooks.ts';
import { openPlace, useNavigation } from '#renderer/view-state/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { Splitter } from '#renderer/ui/Splitter.tsx';
import { useWords } from '#renderer/ui/words.ts';

/** The findings. */
export function FindingsTab() {
  const findings = useRecords('finding');
  const selectedId = useNavigation(({ here }) => here.finding);
  const finding = findings.find(({ id }) => id === selectedId) ?? findings[0];
  if (!finding) return <NoFindings />;
  return (
    <Splitter
      id="findings"
      panels={[
        { id: 'list', content: <FindingList selectedId={finding.id} />, size: 280, minimum: 200, keepsSize: true },
        { id: 'editor', content: <FindingEditor key={finding.id} finding={finding} />, minimum: 320 },
        {
          id: 'evidence',
          content: <EvidencePanel key={finding.id} finding={finding} />,
          size: 440,
          minimum: 280,
          keepsSize: true,
        },
      ]}
    />
  );
}

function NoFindings() {
  const words = useWords();
  const codes = useRecords('code');
  const add = useAddFinding();
  return (
    <EmptyState
      icon={<Lightbulb />}
      title={words('findings.empty.title')}
      actions={
        <>
          <Button onPress={() => openPlace('matrix')}>{words('findings.empty.matrix')}</Button>
          <Menu
            label={words('findings.underWhich')}
            entries={criteriaOf(codes).map((code) => ({ id: code.id, label: code.name, onAction: () => add(code) }))}
          >
            <Button variant="primary">{words('findings.add')}</Button>
          </Menu>
        </>
      }
    >
      {words('findings.empty.text')}
    </EmptyState>
  );
}
