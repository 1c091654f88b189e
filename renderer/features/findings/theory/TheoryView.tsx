/** Contribution analysis: the theory of change as a table, a diagram and the story that follows from it. */
import { Workflow } from 'lucide-react';
import { useMemo, useState } from 'react';
import { assessLink, type LinkAssessment } from '#shared/analysis/theory-links.ts';
import { addTheoryNode } from '#shared/domain/theory-of-change/theory-edits.ts';
import type { TheoryLinkId } from '#shared/domain/theory-of-change/theory-link.ts';
import { theoryLevels, type TheoryLevel } from '#shared/domain/theory-of-change/theory-node.ts';
import { commitDraft } from '#renderer/features/findings/findings-commit.ts';
import { LinkEditor } from '#renderer/features/findings/theory/LinkEditor.tsx';
import { NodeEditor } from '#renderer/features/findings/theory/NodeEditor.tsx';
import { TheoryDiagram } from '#renderer/features/findings/theory/TheoryDiagram.tsx';
import { TheoryStory } from '#renderer/features/findings/theory/TheoryStory.tsx';
import { TheoryTable } from '#renderer/features/findings/theory/TheoryTable.tsx';
import { useRecords, useSession, useVersion } from '#renderer/data/hooks.ts';
import { randomBytes } from '#renderer/data/random.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { SegmentedControl } from '#renderer/ui/Checkbox.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { Splitter } from '#renderer/ui/Splitter.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './TheoryView.css';

/** What every link says now, by id. */
export type Assessments = ReadonlyMap<TheoryLinkId, LinkAssessment>;

/** The box or link in hand. */
export type TheorySelection = { readonly kind: 'node' | 'link'; readonly id: string };

type Look = 'table' | 'diagram' | 'story';

/** The view. */
export function TheoryView() {
  const words = useWords();
  const session = useSession();
  const nodes = useRecords('theory-node');
  const links = useRecords('theory-link');
  const version = useVersion(['coding', 'source', 'theory-condition', 'evaluation']);
  const [look, setLook] = useState<Look>('table');
  const [selection, setSelection] = useState<TheorySelection | null>(null);
  const assessments: Assessments = useMemo(
    () =>
      new Map(
        links.map((link) => [
          link.id,
          assessLink(session.project, link, (_source, revision) => session.contents.peek(revision)?.segments),
        ]),
      ),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [links, session, version],
  );
  const add = (level: TheoryLevel): void => {
    const made = addTheoryNode(session.project, level, randomBytes);
    if (commitDraft(session, made.draft)) setSelection({ kind: 'node', id: made.id });
  };
  const adding = (
    <Menu
      label={words('findings.theory.add')}
      entries={theoryLevels.map((level) => ({
        id: level,
        label: words(`findings.theory.level.${level}`),
        onAction: () => add(level),
      }))}
    >
      <Button variant={nodes.length === 0 ? 'primary' : 'secondary'}>{words('findings.theory.add')}</Button>
    </Menu>
  );
  if (nodes.length === 0) {
    return (
      <EmptyState
        icon={<Workflow />}
        title={words('findings.theory.empty')}
        actions={session.lockedBy ? undefined : adding}
      >
        {words('findings.theory.emptyText')}
      </EmptyState>
    );
  }
  const node = selection?.kind === 'node' ? nodes.find(({ id }) => id === selection.id) : undefined;
  const link = selection?.kind === 'link' ? links.find(({ id }) => id === selection.id) : undefined;
  const shown = { nodes, links, assessments, selection, onSelect: setSelection };
  const main = (
    <div className="theory">
      <div className="theory__bar">
        <SegmentedControl<Look>
          label={words('findings.graph.showAs')}
          isLabelHidden
          options={(['table', 'diagram', 'story'] as const).map((value) => ({
            value,
            label: words(`findings.theory.look.${value}`),
          }))}
          value={look}
          onChange={setLook}
        />
        <span className="theory__space" />
        {!session.lockedBy && adding}
      </div>
      {look === 'table' && <TheoryTable {...shown} />}
      {look === 'diagram' && <TheoryDiagram {...shown} />}
      {look === 'story' && <TheoryStory {...shown} />}
    </div>
  );
  const editor = node ? (
    <NodeEditor key={node.id} node={node} onSelect={setSelection} />
  ) : (
    link && (
      <LinkEditor
        key={link.id}
        link={link}
        assessment={assessments.get(link.id) as LinkAssessment}
        onSelect={setSelection}
      />
    )
  );
  return (
    <Splitter
      id="theory"
      panels={[
        { id: 'main', content: main, minimum: 400 },
        {
          id: 'editor',
          content: editor ?? <EmptyState isSmall title={words('findings.theory.choose')} />,
          size: 440,
          minimum: 320,
          keepsSize: true,
        },
      ]}
    />
  );
}
