/** A closed round: the text with both margins, where coders differ, and what is decided on each passage. */
import { useMemo, useState } from 'react';
import type { Passage } from '#shared/analysis/agreement/disagreements.ts';
import { agreeOnRound, reopenRound } from '#shared/domain/team/coding-round-edits.ts';
import { codersOfRound, type CodingRound } from '#shared/domain/team/coding-round.ts';
import { useSession } from '#renderer/data/hooks.ts';
import { randomBytes } from '#renderer/data/random.ts';
import { PassageRow } from '#renderer/features/agreement/PassageRow.tsx';
import { SettleBox } from '#renderer/features/agreement/rounds/SettleBox.tsx';
import { TwoMargins } from '#renderer/features/agreement/rounds/TwoMargins.tsx';
import { usePassagesOfRound } from '#renderer/features/agreement/rounds/use-rounds.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Badge } from '#renderer/ui/Chip.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Splitter } from '#renderer/ui/Splitter.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { useWords } from '#renderer/ui/words.ts';

/** The round. */
export function ComparedRound({ round }: { readonly round: CodingRound }) {
  const words = useWords();
  const passages = usePassagesOfRound(round);
  const coders = useMemo(() => codersOfRound(round), [round]);
  const differing = useMemo(() => passages.filter(({ kinds }) => kinds.length > 0), [passages]);
  const [key, setKey] = useState<string | null>(null);
  const passage = differing.find((one) => one.key === key) ?? differing[0];
  return (
    <section className="round" aria-label={round.title}>
      <RoundHead round={round} passages={passages} differing={differing} />
      {passage ? (
        <div className="round__compare">
          <Splitter
            id="round-compare"
            panels={[
              {
                id: 'text',
                minimum: 320,
                content: <TwoMargins key={passage.source} round={round} passage={passage} passages={passages} />,
              },
              {
                id: 'list',
                size: 400,
                minimum: 300,
                keepsSize: true,
                content: (
                  <div className="round__side">
                    <VirtualList
                      className="round__list"
                      label={words('agreement.passages')}
                      items={differing}
                      keyOf={(one) => one.key}
                      estimateHeight={150}
                      selectedKey={passage.key}
                      onSelect={(one) => setKey(one.key)}
                      renderItem={(one, { isSelected }) => (
                        <div>
                          {round.settled[one.key] && <Badge tone="good">{words('rounds.settled')}</Badge>}
                          <PassageRow passage={one} coders={coders} isSelected={isSelected} />
                        </div>
                      )}
                    />
                    <SettleBox key={passage.key} round={round} passage={passage} />
                  </div>
                ),
              },
            ]}
          />
        </div>
      ) : (
        <EmptyState isSmall title={words(passages.length > 0 ? 'agreement.allAgree' : 'rounds.nothingCoded')} />
      )}
    </section>
  );
}

type RoundHeadProps = {
  readonly round: CodingRound;
  readonly passages: readonly Passage[];
  readonly differing: readonly Passage[];
};

/** How far the round is, and its next step. */
function RoundHead({ round, passages, differing }: RoundHeadProps) {
  const words = useWords();
  const session = useSession();
  const left = differing.filter(({ key }) => round.settled[key] === undefined).length;
  const agree = (): void => {
    // Where all agree, the coding of the first coder stands for all.
    const agreed = passages
      .filter(({ kinds }) => kinds.length === 0)
      .map(({ key, codings }) => ({
        passage: key,
        codings: codings.filter(({ coder }) => coder === codings[0]?.coder),
      }));
    const by = { person: session.person, at: new Date().toISOString() };
    session.commit(agreeOnRound(round, agreed, by, randomBytes));
  };
  return (
    <header className="round__head round__head--line">
      <div>
        <h2 className="round__title">{round.title}</h2>
        <p>
          {words('agreement.passageCount', { count: passages.length, differing: differing.length })}{' '}
          {words(round.state === 'agreed' ? 'rounds.counts' : 'rounds.left', { count: left })}
        </p>
      </div>
      <div className="round__buttons">
        <Button onPress={() => session.commit(reopenRound(round))}>
          {words(round.state === 'agreed' ? 'rounds.takeBack' : 'rounds.reopen')}
        </Button>
        {round.state === 'closed' && (
          <Button variant="primary" isDisabled={left > 0 || passages.length === 0} onPress={agree}>
            {words('rounds.agree')}
          </Button>
        )}
      </div>
    </header>
  );
}
