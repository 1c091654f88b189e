/** Codes what was found: which code, how much around each hit, how many; one undo takes all back. */
import { useMemo, useState } from 'react';
import {
  autocodeUnits,
  codePlaces,
  newPlaces,
  type AutocodePlace,
  type AutocodeUnit,
} from '#shared/analysis/autocode.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import { useCodebook, useSession, useVersion } from '#renderer/data/hooks.ts';
import { randomBytes } from '#renderer/data/random.ts';
import type { TextHit } from '#renderer/features/search/use-text-hits.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { RadioGroup } from '#renderer/ui/Checkbox.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { showToast } from '#renderer/ui/Toast.tsx';
import { useWords } from '#renderer/ui/words.ts';
import { takeBack } from '#renderer/view-state/take-back.ts';

export type AutocodePanelProps = {
  readonly places: readonly AutocodePlace[];
  readonly unit: AutocodeUnit;
  readonly onUnit: (unit: AutocodeUnit) => void;
  /** The hit in hand. */
  readonly selected: TextHit | null;
  readonly onToggle: (hit: TextHit) => void;
  readonly onTickAll: (isTicked: boolean) => void;
};

/** The panel. */
export function AutocodePanel({ places, unit, onUnit, selected, onToggle, onTickAll }: AutocodePanelProps) {
  const words = useWords();
  const session = useSession();
  const codebook = useCodebook();
  const version = useVersion(['coding']);
  const [chosen, setChosen] = useState<CodeId | null>(null);
  const code = chosen === null ? undefined : codebook.byId.get(chosen);
  const fresh = useMemo(
    () => (code ? newPlaces(session.project, places, code) : []),
    // The version stands for the codings that are there.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [code, places, session, version],
  );
  const run = (): void => {
    if (!code) return;
    const by = { code, coder: session.person, codedAt: new Date().toISOString() };
    const change = session.commit(codePlaces(fresh, by, randomBytes));
    if (change) {
      showToast({
        message: words('search.coded', { count: fresh.length, code: code.name }),
        action: { label: words('common.undo'), onPress: () => takeBack(session, change) },
      });
    } else if (session.lockedBy) showToast({ message: words('texts.readOnly'), tone: 'danger' });
  };
  return (
    <section className="autocode" aria-label={words('search.autocode')}>
      <h2 className="autocode__title">{words('search.autocode')}</h2>
      <div className="autocode__ticks">
        <Button onPress={() => onTickAll(true)}>{words('search.tickAll')}</Button>
        <Button onPress={() => onTickAll(false)}>{words('search.tickNone')}</Button>
        <Button isDisabled={selected === null} onPress={() => selected && onToggle(selected)}>
          {words('search.toggle')}
        </Button>
      </div>
      <Select<CodeId>
        label={words('search.code')}
        placeholder={words('search.chooseCode')}
        choices={codebook.flat.map((item) => ({ id: item.code.id, label: codebook.pathOf(item.code.id).join(' / ') }))}
        value={chosen}
        onChange={setChosen}
      />
      <RadioGroup
        label={words('search.unit')}
        options={autocodeUnits.map((value) => ({ value, label: words(`search.units.${value}`) }))}
        value={unit}
        onChange={onUnit}
      />
      <p className="autocode__hint">
        {code
          ? words('search.willCode', { count: fresh.length, ticked: places.length })
          : words('search.chooseCodeHelp')}
      </p>
      <Button variant="primary" isDisabled={fresh.length === 0 || session.lockedBy !== null} onPress={run}>
        {words('search.run', { count: fresh.length })}
      </Button>
    </section>
  );
}
