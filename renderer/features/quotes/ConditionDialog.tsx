/** Puts a condition together: what it is about, which values, and whether it must hold or must not. */
import { useMemo, useState } from 'react';
import type { Dimension } from '#shared/analysis/dimension.ts';
import type { QuoteQuery, Relation } from '#shared/analysis/query/quote-query.ts';
import { useCodebook, useSession } from '#renderer/data/hooks.ts';
import { attributeDimensions, choicesFor } from '#renderer/features/quotes/condition-choices.ts';
import { conditionKinds, dimensionWords, type ConditionKind } from '#renderer/features/quotes/condition-words.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { SearchField, TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type ConditionDialogProps = {
  readonly onAdd: (condition: QuoteQuery) => void;
  readonly onClose: () => void;
};

const WITHOUT_VALUE: readonly ConditionKind[] = ['starred', 'touched'];
const TYPED: readonly ConditionKind[] = ['words', 'memo'];
/** More than these are found by typing. */
const MOST_SHOWN = 300;

/** The dialog. */
export function ConditionDialog({ onAdd, onClose }: ConditionDialogProps) {
  const words = useWords();
  const { project } = useSession();
  const codebook = useCodebook();
  const [kind, setKind] = useState<ConditionKind>('code');
  const [dimension, setDimension] = useState<Dimension>('group');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [text, setText] = useState('');
  const [search, setSearch] = useState('');
  const [isNot, setNot] = useState(false);
  const choices = useMemo(
    () => choicesFor(project, codebook, kind, dimension, words),
    [codebook, dimension, kind, project, words],
  );
  const wanted = search.trim().toLowerCase();
  const shown = choices.filter(({ id, label }) => chosen.has(id) || label.toLowerCase().includes(wanted));
  const start = (): void => {
    setChosen(new Set());
    setSearch('');
  };
  const condition = makeCondition(kind, dimension, [...chosen], text);
  const add = (): void => {
    if (condition) onAdd(isNot ? { kind: 'not', of: condition } : condition);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words('quotes.addCondition')}
      actions={
        <>
          <Button onPress={onClose}>{words('common.cancel')}</Button>
          <Button variant="primary" isDisabled={!condition} onPress={add}>
            {words('quotes.add')}
          </Button>
        </>
      }
    >
      <div className="quotes-condition">
        <Select<ConditionKind>
          label={words('quotes.about')}
          choices={conditionKinds.map((id) => ({ id, label: words(`quotes.kind.${id}`) }))}
          value={kind}
          onChange={(next) => {
            setKind(next);
            start();
          }}
        />
        {kind === 'attribute' && (
          <Select<Dimension>
            label={words('quotes.attribute')}
            choices={attributeDimensions(project).map((id) => ({ id, label: dimensionWords(id, words) }))}
            value={dimension}
            onChange={(next) => {
              setDimension(next);
              start();
            }}
          />
        )}
        {TYPED.includes(kind) && (
          <TextField
            label={words(kind === 'memo' ? 'quotes.memoWords' : 'quotes.quoteWords')}
            value={text}
            onChange={setText}
            onKeyDown={(event) => {
              if (event.key === 'Enter') add();
            }}
          />
        )}
        {choices.length > 0 && (
          <fieldset className="quotes-condition__values">
            <legend className="ui-field__label">{words('quotes.oneOf')}</legend>
            {choices.length > 8 && (
              <SearchField label={words('quotes.findValue')} value={search} onChange={setSearch} />
            )}
            <div className="quotes-condition__list">
              {shown.slice(0, MOST_SHOWN).map(({ id, label }) => (
                <Checkbox
                  key={id}
                  isSelected={chosen.has(id)}
                  onChange={(isOn) => {
                    const next = new Set(chosen);
                    if (isOn) next.add(id);
                    else next.delete(id);
                    setChosen(next);
                  }}
                >
                  {label}
                </Checkbox>
              ))}
            </div>
          </fieldset>
        )}
        <Checkbox isSelected={isNot} onChange={setNot}>
          {words('quotes.mustNot')}
        </Checkbox>
      </div>
    </Dialog>
  );
}

function makeCondition(
  kind: ConditionKind,
  dimension: Dimension,
  values: readonly string[],
  text: string,
): QuoteQuery | null {
  if (kind === 'memo') return { kind, text };
  if (kind === 'words') return text.trim() === '' ? null : { kind, text };
  if (WITHOUT_VALUE.includes(kind)) return { kind: kind as 'starred' | 'touched' };
  if (values.length === 0) return null;
  switch (kind) {
    case 'code':
      return { kind, codes: values };
    case 'direction':
    case 'method':
      return { kind, values };
    case 'source':
    case 'coder':
      return { kind, ids: values };
    case 'attribute':
      return { kind, dimension, values };
    default:
      return { kind: 'relation', relation: kind as Relation, codes: values };
  }
}
