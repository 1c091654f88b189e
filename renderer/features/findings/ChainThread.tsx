/** The red thread of an item: down through conclusions and findings to the words that were said, and up to what rests on it. */
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { CodingId } from '#shared/domain/coding/coding.ts';
import type { Finding } from '#shared/domain/findings/finding.ts';
import { addChainItem } from '#renderer/features/findings/chain-edits.ts';
import { conclusionsBelow, findingsBelow, restingOn, type ChainRecord } from '#renderer/features/findings/chain.ts';
import { useFindingState } from '#renderer/features/findings/use-finding-state.ts';
import { LinkChip } from '#renderer/features/findings/LinkChip.tsx';
import { useCodebook, useSession, useVersion } from '#renderer/data/hooks.ts';
import { useExcerptRows, useQuote, type ExcerptRow } from '#renderer/view-state/excerpt-rows.ts';
import { showChainItem, showCoding, showFinding } from '#renderer/view-state/navigation.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { useStrengthWord } from '#renderer/view-state/strength-words.ts';
import { Badge } from '#renderer/ui/Chip.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Quote } from '#renderer/ui/Quote.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './ChainThread.css';

/** The thread. */
export function ChainThread({ item }: { readonly item: ChainRecord }) {
  const words = useWords();
  const session = useSession();
  useVersion(['finding', 'conclusion', 'recommendation', 'learning', 'coding']);
  const { project } = session;
  const conclusions = conclusionsBelow(project, item);
  const findings = findingsBelow(project, item);
  const isConclusion = item.number.startsWith('C') && !('type' in item) && !('addressee' in item);
  const above = restingOn(project, item.id);
  return (
    <section className="thread" aria-label={words('findings.thread')}>
      {isConclusion && (
        <>
          <h2 className="thread__title">{words('findings.restsOnThis')}</h2>
          <div className="link-picker__chips">
            {above.map((link) => (
              <LinkChip key={link.id} number={link.number} text={link.text} onOpen={() => showChainItem(link)} />
            ))}
            {above.length === 0 && <span className="link-picker__empty">{words('findings.nothingRests')}</span>}
            {!session.lockedBy && (
              <Button
                variant="quiet"
                onPress={() => addChainItem(session, 'recommendation', { conclusions: [item.id] })}
              >
                {words('findings.addItem.recommendation')}
              </Button>
            )}
          </div>
        </>
      )}
      <h2 className="thread__title">{words('findings.restsOn')}</h2>
      {conclusions.map((conclusion) => (
        <div key={conclusion.id} className="thread__conclusion">
          <LinkChip
            number={conclusion.number}
            text={conclusion.text}
            onOpen={() => showChainItem({ list: 'conclusion', id: conclusion.id })}
          />
          <div className="thread__below">
            {findingsBelow(project, conclusion).map((finding) => (
              <ThreadFinding key={finding.id} finding={finding} />
            ))}
          </div>
        </div>
      ))}
      {findings.map((finding) => (
        <ThreadFinding key={finding.id} finding={finding} />
      ))}
      {findings.length + conclusions.length === 0 && (
        <EmptyState isSmall title={words('findings.gap.no-basis')}>
          {words('findings.noBasisText')}
        </EmptyState>
      )}
    </section>
  );
}

function ThreadFinding({ finding }: { readonly finding: Finding }) {
  const words = useWords();
  const wordStrength = useStrengthWord(words);
  const codebook = useCodebook();
  const ids = useMemo(() => Object.keys(finding.evidence) as CodingId[], [finding]);
  const state = useFindingState(finding);
  const color = codebook.colorOf(finding.criterion);
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="thread-finding">
      <div className="thread-finding__head">
        <IconButton
          className="thread-finding__fold"
          label={words(isOpen ? 'findings.hideQuotes' : 'findings.showQuotes', { number: finding.number })}
          icon={isOpen ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
          aria-expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
        />
        <LinkChip number={finding.number} text={finding.title} color={color} onOpen={() => showFinding(finding.id)} />
        <span className="findings-item__facts">
          <span>{finding.strength ? wordStrength(finding.strength) : words('findings.undecided')}</span>
          <span>· {words('matrix.excerpts', { count: state.evidence })}</span>
          {state.isContested && <Badge tone="danger">{words('findings.contested')}</Badge>}
          {state.flagged > 0 && <Badge tone="warning">{words('findings.changed', { count: state.flagged })}</Badge>}
        </span>
      </div>
      {isOpen && <ThreadQuotes ids={ids} />}
    </div>
  );
}

function ThreadQuotes({ ids }: { readonly ids: readonly CodingId[] }) {
  const rows = useExcerptRows(ids);
  return (
    <ul className="thread-finding__quotes">
      {rows.map((row) => (
        <ThreadQuote key={row.coding.id} row={row} />
      ))}
    </ul>
  );
}

function ThreadQuote({ row }: { readonly row: ExcerptRow }) {
  const codebook = useCodebook();
  const { coding, excerpt } = row;
  const text = useQuote(coding.revision, coding);
  return (
    <li
      className="evidence__row"
      tabIndex={0}
      onDoubleClick={() => showCoding(coding)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') showCoding(coding);
      }}
    >
      <Quote
        text={text}
        direction={coding.direction}
        labels={[excerpt.source, excerpt.participant === excerpt.source ? '' : excerpt.participant, excerpt.group]}
        code={excerpt.codePath.join(' / ')}
        color={codebook.colorOf(coding.code)}
        isCut
      />
    </li>
  );
}
