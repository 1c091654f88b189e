/** Decides on a passage: one coder's codings, all of them, none, or something new; with a reason. */
import { useState } from 'react';
import type { Passage } from '#shared/analysis/agreement/disagreements.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import { directions, type Coding, type Direction } from '#shared/domain/coding/coding.ts';
import { settlePassage, unsettlePassage, type Accepted } from '#shared/domain/team/coding-round-edits.ts';
import { codersOfRound, type CodingRound } from '#shared/domain/team/coding-round.ts';
import { useCodebook, useRecords, useSession } from '#renderer/data/hooks.ts';
import { randomBytes } from '#renderer/data/random.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ComboBox, Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type SettleBoxProps = { readonly round: CodingRound; readonly passage: Passage };

/** The box. */
export function SettleBox({ round, passage }: SettleBoxProps) {
  const words = useWords();
  const session = useSession();
  const names = new Map(useRecords('person').map(({ id, name }) => [id, name]));
  const settled = round.settled[passage.key];
  const [reason, setReason] = useState(settled?.reason ?? '');
  const [isNew, setNew] = useState(false);
  const settle = (kept: readonly Coding[], fresh: readonly Accepted[] = []): void => {
    const by = { person: session.person, at: new Date().toISOString() };
    session.commit(settlePassage(round, { passage: passage.key, kept, fresh, reason: reason.trim() }, by, randomBytes));
    setNew(false);
  };
  if (round.state === 'agreed') {
    return (
      <div className="settle">
        <p>{settled?.reason ? words('rounds.becauseOf', { reason: settled.reason }) : words('rounds.noReason')}</p>
      </div>
    );
  }
  const present = codersOfRound(round).filter((coder) => passage.codings.some((coding) => coding.coder === coder));
  return (
    <div className="settle" role="group" aria-label={words('rounds.settle')}>
      <TextField label={words('rounds.reason')} value={reason} onChange={setReason} />
      <div className="settle__buttons">
        {present.map((coder) => (
          <Button key={coder} onPress={() => settle(passage.codings.filter((coding) => coding.coder === coder))}>
            {coder === session.person
              ? words('rounds.acceptMine')
              : words('rounds.accept', { person: names.get(coder) ?? words('common.unknown') })}
          </Button>
        ))}
        {present.length > 1 && <Button onPress={() => settle(passage.codings)}>{words('rounds.acceptAll')}</Button>}
        <Button onPress={() => settle([])}>{words('rounds.acceptNone')}</Button>
        <Button aria-expanded={isNew} onPress={() => setNew(!isNew)}>
          {words('rounds.acceptNew')}
        </Button>
        {settled && (
          <Button variant="quiet" onPress={() => session.commit(unsettlePassage(round, passage.key))}>
            {words('rounds.unsettle')}
          </Button>
        )}
      </div>
      {isNew && <NewCoding passage={passage} onDone={(fresh) => settle([], [fresh])} />}
    </div>
  );
}

/** Another code or direction for the whole passage. */
function NewCoding({ passage, onDone }: { readonly passage: Passage; readonly onDone: (fresh: Accepted) => void }) {
  const words = useWords();
  const codebook = useCodebook();
  const first = passage.codings[0] as Coding;
  const choices = codebook.flat.map(({ code }) => ({ id: code.id, label: codebook.pathOf(code.id).join(' / ') }));
  const [label, setLabel] = useState(choices.find(({ id }) => id === first.code)?.label ?? '');
  const [direction, setDirection] = useState<Direction>(first.direction);
  const code: CodeId | undefined = choices.find((choice) => choice.label === label)?.id;
  const { source, revision } = first;
  return (
    <div className="settle__new">
      <ComboBox label={words('agreement.column.code')} choices={choices} value={label} onChange={setLabel} />
      <Select
        label={words('rounds.direction')}
        choices={directions.map((id) => ({ id, label: words(`common.direction.${id}`) }))}
        value={direction}
        onChange={setDirection}
      />
      <Button
        variant="primary"
        isDisabled={code === undefined}
        onPress={() => {
          if (code) onDone({ source, revision, start: passage.start, end: passage.end, code, direction, memo: '' });
        }}
      >
        {words('rounds.take')}
      </Button>
    </div>
  );
}
