/** The view Blind rounds of the place Team: start a round, see how far it is, compare, and agree. */
import { EyeOff, Plus } from 'lucide-react';
import { useState } from 'react';
import type { CodingRound, CodingRoundId } from '#shared/domain/team/coding-round.ts';
import { useRecords } from '#renderer/data/hooks.ts';
import { ComparedRound } from '#renderer/features/agreement/rounds/ComparedRound.tsx';
import { NewRoundDialog } from '#renderer/features/agreement/rounds/NewRoundDialog.tsx';
import { OpenRound } from '#renderer/features/agreement/rounds/OpenRound.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Badge } from '#renderer/ui/Chip.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Splitter } from '#renderer/ui/Splitter.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './Rounds.css';

/** The view. */
export function RoundsView() {
  const words = useWords();
  const rounds = useRecords('coding-round');
  const [selected, setSelected] = useState<CodingRoundId | null>(null);
  const [isNew, setNew] = useState(false);
  const round = rounds.find(({ id }) => id === selected) ?? rounds.at(-1);
  const start = (
    <Button variant="primary" icon={<Plus aria-hidden />} onPress={() => setNew(true)}>
      {words('rounds.new')}
    </Button>
  );
  return (
    <>
      {round ? (
        <Splitter
          id="rounds"
          panels={[
            {
              id: 'list',
              size: 240,
              minimum: 180,
              maximum: 360,
              keepsSize: true,
              content: (
                <div className="rounds-list">
                  <div className="rounds-list__head">{start}</div>
                  <VirtualList
                    label={words('rounds.title')}
                    items={rounds}
                    keyOf={({ id }) => id}
                    selectedKey={round.id}
                    onSelect={({ id }) => setSelected(id)}
                    renderItem={(one) => <RoundLine round={one} />}
                  />
                </div>
              ),
            },
            {
              id: 'round',
              minimum: 480,
              content:
                round.state === 'open' ? (
                  <OpenRound key={round.id} round={round} />
                ) : (
                  <ComparedRound key={round.id} round={round} />
                ),
            },
          ]}
        />
      ) : (
        <EmptyState icon={<EyeOff />} title={words('rounds.none.title')} actions={start}>
          {words('rounds.none.text')}
        </EmptyState>
      )}
      {isNew && (
        <NewRoundDialog
          onClose={(started) => {
            setNew(false);
            if (started) setSelected(started);
          }}
        />
      )}
    </>
  );
}

function RoundLine({ round }: { readonly round: CodingRound }) {
  const words = useWords();
  const tone = { open: 'warning', closed: 'plain', agreed: 'good' } as const;
  return (
    <div className="rounds-list__row">
      <span>{round.title}</span>
      <Badge tone={tone[round.state]}>{words(`rounds.state.${round.state}`)}</Badge>
    </div>
  );
}
