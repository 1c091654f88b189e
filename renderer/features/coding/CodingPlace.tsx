/** The coding desk: sources at the left, the text with its margin in the middle, codebook and coding at the right. */
import { FileText } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { Source } from '#shared/domain/source/source.ts';
import { useCodebook, useRecord, useRecords, useSession } from '#renderer/data/hooks.ts';
import type { ProjectSession } from '#renderer/data/session.ts';
import { CodebookPane } from '#renderer/features/coding/codebook/CodebookPane.tsx';
import { useCodeColors } from '#renderer/features/coding/codebook/code-color-sheet.ts';
import { CodingActions } from '#renderer/features/coding/coding-actions.ts';
import { DeskContext } from '#renderer/features/coding/desk-context.ts';
import { CodingDetails } from '#renderer/features/coding/details/CodingDetails.tsx';
import { CodePicker } from '#renderer/features/coding/picker/CodePicker.tsx';
import { ReaderHandle } from '#renderer/features/coding/reader/reader-handle.ts';
import { TextPane } from '#renderer/features/coding/reader/TextPane.tsx';
import { SourcesPane } from '#renderer/features/coding/sources/SourcesPane.tsx';
import { useCodingKeys } from '#renderer/features/coding/use-coding-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Splitter } from '#renderer/ui/Splitter.tsx';
import { useWords } from '#renderer/ui/words.ts';
import { clearDeskFor, closeBeside, useCodingDesk } from '#renderer/view-state/coding-desk.ts';
import { openPlace, selectSource, useNavigation } from '#renderer/view-state/navigation.ts';
import './CodingPlace.css';

/** The Coding place. */
export function CodingPlace() {
  const session = useSession();
  const words = useWords();
  const hasSources = useRecords('source').length > 0;
  const desk = useMemo(() => {
    const reader = new ReaderHandle();
    return { reader, actions: new CodingActions(session, reader) };
  }, [session]);
  useCodeColors(useCodebook());
  useEffect(() => {
    if (clearDeskFor(session)) proposeRecentCodes(session);
  }, [session]);
  if (!hasSources) {
    return (
      <EmptyState
        icon={<FileText />}
        title={words('coding.noSources')}
        actions={
          <Button variant="primary" onPress={() => openPlace('sources')}>
            {words('coding.toSources')}
          </Button>
        }
      >
        {words('coding.noSourcesHelp')}
      </EmptyState>
    );
  }
  return (
    <DeskContext value={desk}>
      <Desk />
    </DeskContext>
  );
}

function Desk() {
  const source = useOpenSource();
  useCodingKeys();
  return (
    <div className="coding-desk">
      <Splitter
        id="coding"
        panels={[
          { id: 'sources', size: 216, minimum: 150, maximum: 420, keepsSize: true, content: <SourcesPane /> },
          { id: 'text', minimum: 380, content: source ? <Texts source={source} /> : null },
          { id: 'codes', size: 336, minimum: 220, maximum: 560, keepsSize: true, content: <CodesColumn /> },
        ]}
      />
      <CodePicker />
    </div>
  );
}

/** The source in hand, and the one beside it when there is one. */
function Texts({ source }: { readonly source: Source }) {
  const beside = useCodingDesk((desk) => desk.beside);
  const other = useRecord('source', beside?.source ?? null);
  // Jumping into the text beside leaves one text; a source that was removed leaves none beside.
  const isOver = beside !== null && (!other || other.id === source.id);
  useEffect(() => {
    if (isOver) closeBeside();
  }, [isOver]);
  const inHand = { minimum: 260, content: <TextPane key={source.id} source={source} /> };
  if (!beside || !other || isOver) return inHand.content;
  const second = { minimum: 260, content: <TextPane key={other.id} source={other} /> };
  const [left, right] = beside.side === 'right' ? [inHand, second] : [second, inHand];
  return (
    <Splitter
      id="coding-texts"
      panels={[
        { ...left, id: 'left' },
        { ...right, id: 'right' },
      ]}
    />
  );
}

function CodesColumn() {
  return (
    <Splitter
      id="coding-codes"
      direction="rows"
      panels={[
        { id: 'codebook', size: '52%', minimum: 160, content: <CodebookPane /> },
        { id: 'details', minimum: 140, content: <CodingDetails /> },
      ]}
    />
  );
}

/** The source in hand; the first one while there is none. */
function useOpenSource(): Source | undefined {
  const id = useNavigation(({ here }) => here.source);
  const source = useRecord('source', id);
  const first = useRecords('source')[0]?.id;
  useEffect(() => {
    if (!source && first !== undefined) selectSource(first);
  }, [source, first]);
  return source;
}

const RECENT_CODES = 5;

/** After a start the codes that this person used last are the recent ones. */
function proposeRecentCodes({ project, person }: ProjectSession): void {
  const lastUse = new Map<CodeId, string>();
  for (const { coder, code, codedAt } of project.all('coding')) {
    if (coder === person && codedAt > (lastUse.get(code) ?? '')) lastUse.set(code, codedAt);
  }
  const newestFirst = [...lastUse].sort(([, a], [, b]) => (a < b ? 1 : -1)).map(([code]) => code);
  useCodingDesk.setState({ recentCodes: newestFirst.slice(0, RECENT_CODES) });
}
