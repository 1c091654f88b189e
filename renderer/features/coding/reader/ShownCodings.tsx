/** Whose codings, and of which codes, show in the text. */
import { Eye } from 'lucide-react';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { PersonId } from '#shared/domain/team/person.ts';
import { useCodebook, useRecords } from '#renderer/data/hooks.ts';
import { CodeSwatch } from '#renderer/features/coding/codebook/CodeSwatch.tsx';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { Popover } from '#renderer/ui/Popover.tsx';
import { useWords } from '#renderer/ui/words.ts';
import { showCodings, useCodingDesk } from '#renderer/view-state/coding-desk.ts';
import { useNavigation } from '#renderer/view-state/navigation.ts';

/** The button with its panel. */
export function ShownCodings() {
  const words = useWords();
  const isFiltered = useCodingDesk(({ shownCodes, shownCoders }) => shownCodes !== null || shownCoders !== null);
  return (
    <Popover
      label={words('coding.shown.title')}
      trigger={<IconButton label={words('coding.shown.title')} icon={<Eye aria-hidden />} isPressed={isFiltered} />}
    >
      {() => (
        <div className="text-options">
          <Coders />
          <Codes />
          <Button onPress={() => showCodings({ shownCodes: null, shownCoders: null })} isDisabled={!isFiltered}>
            {words('coding.shown.all')}
          </Button>
        </div>
      )}
    </Popover>
  );
}

function Coders() {
  const words = useWords();
  const people = useRecords('person');
  const shown = useCodingDesk((desk) => desk.shownCoders);
  const ids = people.map(({ id }) => id);
  return (
    <fieldset className="text-options__group">
      <legend className="ui-field__label">{words('coding.shown.coders')}</legend>
      {people.map(({ id, name }) => (
        <Checkbox
          key={id}
          isSelected={!shown || shown.has(id)}
          onChange={(isOn) => showCodings({ shownCoders: toggle<PersonId>(ids, shown, id, isOn) })}
        >
          {name}
        </Checkbox>
      ))}
    </fieldset>
  );
}

function Codes() {
  const words = useWords();
  const codebook = useCodebook();
  const shown = useCodingDesk((desk) => desk.shownCodes);
  const selected = useNavigation(({ here }) => here.code);
  const name = selected === null ? undefined : codebook.byId.get(selected)?.name;
  const ids = codebook.roots.map(({ id }) => id);
  const isBranches = !shown || [...shown].every((id) => ids.includes(id));
  return (
    <fieldset className="text-options__group">
      <legend className="ui-field__label">{words('coding.shown.codes')}</legend>
      {codebook.roots.map((code) => (
        <Checkbox
          key={code.id}
          isSelected={isBranches && (!shown || shown.has(code.id))}
          onChange={(isOn) =>
            showCodings({ shownCodes: toggle<CodeId>(ids, isBranches ? shown : new Set(), code.id, isOn) })
          }
        >
          <CodeSwatch code={code.id} /> {code.name}
        </Checkbox>
      ))}
      {selected !== null && name !== undefined && (
        <Button variant="quiet" onPress={() => showCodings({ shownCodes: new Set([selected]) })}>
          {words('coding.shown.onlyCode', { code: name })}
        </Button>
      )}
    </fieldset>
  );
}

/** With all on there is no filter. */
function toggle<Id>(all: readonly Id[], shown: ReadonlySet<Id> | null, id: Id, isOn: boolean): ReadonlySet<Id> | null {
  const next = new Set(shown ?? all);
  if (isOn) next.add(id);
  else next.delete(id);
  return all.every((one) => next.has(one)) ? null : next;
}

/** Always in sight while codings are filtered out: how many, and the way to see them all. */
export function HiddenCodings({ hiddenCount, total }: { readonly hiddenCount: number; readonly total: number }) {
  const words = useWords();
  const codebook = useCodebook();
  const people = useRecords('person');
  const { shownCodes, shownCoders } = useCodingDesk();
  if (!shownCodes && !shownCoders) return null;
  const codes = [...(shownCodes ?? [])].flatMap((id) => codebook.byId.get(id)?.name ?? []).join(', ');
  const coders = people.filter(({ id }) => shownCoders?.has(id)).map(({ name }) => name);
  return (
    <div className="text-pane__filter" role="status">
      {shownCodes && (
        <Chip onRemove={() => showCodings({ shownCodes: null })}>{words('coding.shown.only', { names: codes })}</Chip>
      )}
      {shownCoders && (
        <Chip onRemove={() => showCodings({ shownCoders: null })}>
          {words('coding.shown.only', { names: coders.join(', ') })}
        </Chip>
      )}
      <span>{words('coding.shown.hidden', { count: total, hidden: hiddenCount })}</span>
      <Button variant="quiet" onPress={() => showCodings({ shownCodes: null, shownCoders: null })}>
        {words('coding.shown.show')}
      </Button>
    </div>
  );
}
