/** Starts a blind round: which sources and codes, and who codes them without seeing the others. */
import { useState } from 'react';
import { startRound } from '#shared/domain/team/coding-round-edits.ts';
import type { CodingRoundId } from '#shared/domain/team/coding-round.ts';
import { useCodebook, useRecords, useSession } from '#renderer/data/hooks.ts';
import { randomBytes } from '#renderer/data/random.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type NewRoundDialogProps = { readonly onClose: (started: CodingRoundId | null) => void };

type Ticked = Readonly<Record<string, true>>;

/** The dialog. */
export function NewRoundDialog({ onClose }: NewRoundDialogProps) {
  const words = useWords();
  const session = useSession();
  const codebook = useCodebook();
  const people = useRecords('person');
  const sources = useRecords('source');
  const count = useRecords('coding-round').length;
  const [title, setTitle] = useState(words('rounds.suggestedTitle', { count: count + 1 }));
  const [coders, setCoders] = useState<Ticked>({});
  const [chosen, setChosen] = useState<Ticked>({});
  const [codes, setCodes] = useState<Ticked>({});
  const [isTried, setTried] = useState(false);
  const problem =
    title.trim() === ''
      ? 'title'
      : Object.keys(coders).length < 2
        ? 'coders'
        : Object.keys(chosen).length === 0
          ? 'sources'
          : null;
  const start = (): void => {
    setTried(true);
    if (problem) return;
    const { id, draft } = startRound(
      {
        ...{ title: title.trim(), coders, codes, sources: chosen },
        startedBy: session.person,
        startedAt: new Date().toISOString(),
      },
      randomBytes,
    );
    onClose(session.commit(draft) ? id : null);
  };
  return (
    <Dialog
      isOpen
      onClose={() => onClose(null)}
      title={words('rounds.new')}
      size="wide"
      actionsStart={isTried && problem && <span role="alert">{words(`rounds.needs.${problem}`)}</span>}
      actions={
        <>
          <Button onPress={() => onClose(null)}>{words('common.cancel')}</Button>
          <Button variant="primary" onPress={start}>
            {words('rounds.start')}
          </Button>
        </>
      }
    >
      <div className="rounds-new">
        <p>{words('rounds.newHint')}</p>
        <TextField label={words('rounds.name')} value={title} onChange={setTitle} />
        <div className="rounds-new__columns">
          <Ticks
            legend={words('rounds.coders')}
            items={people.map(({ id, name }) => ({ id, name, depth: 0 }))}
            ticked={coders}
            onChange={setCoders}
          />
          <Ticks
            legend={words('rounds.sources')}
            items={sources.map(({ id, name }) => ({ id, name, depth: 0 }))}
            ticked={chosen}
            onChange={setChosen}
          />
          <Ticks
            legend={words('rounds.codes')}
            items={codebook.flat.map(({ code, depth }) => ({ id: code.id, name: code.name, depth }))}
            ticked={codes}
            onChange={setCodes}
          />
        </div>
      </div>
    </Dialog>
  );
}

type TicksProps = {
  readonly legend: string;
  readonly items: readonly { readonly id: string; readonly name: string; readonly depth: number }[];
  readonly ticked: Ticked;
  readonly onChange: (ticked: Ticked) => void;
};

function Ticks({ legend, items, ticked, onChange }: TicksProps) {
  const toggle = (id: string, isOn: boolean): void => {
    const { [id]: _, ...others } = ticked;
    onChange(isOn ? { ...others, [id]: true } : others);
  };
  return (
    <fieldset className="rounds-new__group">
      <legend>{legend}</legend>
      <div className="rounds-new__items">
        {items.map(({ id, name, depth }) => (
          <div key={id} style={{ paddingInlineStart: `${depth}rem` }}>
            <Checkbox isSelected={ticked[id] === true} onChange={(isOn) => toggle(id, isOn)}>
              {name}
            </Checkbox>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
