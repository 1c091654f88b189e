/** A box of the theory of change: its words, its level, and what it leads to. */
import { Trash2, X } from 'lucide-react';
import { addTheoryLink, editTheoryNode, removeTheoryNode } from '#shared/domain/theory-of-change/theory-edits.ts';
import {
  theoryLevels,
  type TheoryLevel,
  type TheoryNode,
  type TheoryNodeId,
} from '#shared/domain/theory-of-change/theory-node.ts';
import { commitDraft, commitWithUndo } from '#renderer/features/findings/findings-commit.ts';
import { textRows } from '#renderer/features/findings/text-rows.ts';
import { nodeName } from '#renderer/features/findings/theory/TheoryTable.tsx';
import type { TheorySelection } from '#renderer/features/findings/theory/TheoryView.tsx';
import { useRecords, useSession } from '#renderer/data/hooks.ts';
import { randomBytes } from '#renderer/data/random.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { useLongDraftText } from '#renderer/ui/draft-text.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { TextArea, TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type NodeEditorProps = {
  readonly node: TheoryNode;
  readonly onSelect: (selection: TheorySelection | null) => void;
};

/** The editor. */
export function NodeEditor({ node, onSelect }: NodeEditorProps) {
  const words = useWords();
  const session = useSession();
  const nodes = useRecords('theory-node');
  const links = useRecords('theory-link');
  const isReadOnly = session.lockedBy !== null;
  const edit = (values: Partial<TheoryNode>): void => {
    const current = session.project.get('theory-node', node.id);
    if (current) commitDraft(session, editTheoryNode(current, values));
  };
  const text = useLongDraftText(node.text, (value) => edit({ text: value }));
  const indicator = useLongDraftText(node.indicator, (value) => edit({ indicator: value }));
  const outgoing = links.filter(({ from }) => from === node.id);
  const incoming = links.filter(({ to }) => to === node.id);
  const offered = nodes.filter(({ id }) => id !== node.id && !outgoing.some(({ to }) => to === id));
  const connect = (to: TheoryNodeId): void => {
    const made = addTheoryLink(session.project, node.id, to, randomBytes);
    if (made && commitDraft(session, made.draft)) onSelect({ kind: 'link', id: made.id });
  };
  const remove = (): void => {
    const message = words('findings.removed', { number: nodeName(node, words) });
    if (commitWithUndo(session, removeTheoryNode(session.project, node), message)) onSelect(null);
  };
  const nameOf = (id: TheoryNodeId): string =>
    nodeName(
      nodes.find((one) => one.id === id),
      words,
    );
  return (
    <section className="theory-editor" aria-label={words(`findings.theory.level.${node.level}`)}>
      <div className="theory-editor__head">
        <h2>{words(`findings.theory.level.${node.level}`)}</h2>
        {!isReadOnly && <IconButton label={words('common.remove')} icon={<Trash2 aria-hidden />} onPress={remove} />}
        <IconButton label={words('common.close')} icon={<X aria-hidden />} onPress={() => onSelect(null)} />
      </div>
      <TextArea
        label={words('findings.theory.text')}
        rows={textRows(text.value, 2)}
        isReadOnly={isReadOnly}
        autoFocus={node.text === ''}
        {...text}
      />
      <Select<TheoryLevel>
        label={words('findings.theory.levelLabel')}
        choices={theoryLevels.map((id) => ({ id, label: words(`findings.theory.level.${id}`) }))}
        value={node.level}
        onChange={(level) => edit({ level })}
        isDisabled={isReadOnly}
      />
      <TextField label={words('findings.theory.indicator')} isReadOnly={isReadOnly} {...indicator} />
      {[
        { title: words('findings.theory.leadsTo'), own: outgoing, end: 'to' as const },
        { title: words('findings.theory.follows'), own: incoming, end: 'from' as const },
      ].map(({ title, own, end }) => (
        <div key={end}>
          <h3 className="theory__heading">{title}</h3>
          <ul className="theory__list">
            {own.map((link) => (
              <li key={link.id}>
                <Button variant="quiet" onPress={() => onSelect({ kind: 'link', id: link.id })}>
                  {nameOf(link[end])}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {!isReadOnly && offered.length > 0 && (
        <Select<TheoryNodeId>
          label={words('findings.theory.connect')}
          choices={offered.map((other) => ({
            id: other.id,
            label: nodeName(other, words),
            description: words(`findings.theory.level.${other.level}`),
          }))}
          value={null}
          onChange={connect}
        />
      )}
    </section>
  );
}
