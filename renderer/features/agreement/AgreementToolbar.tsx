/** Above the table: whom to compare, on what, which codes and sources; and the table as a file. */
import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AgreementReport } from '#shared/analysis/agreement/agreement-report.ts';
import { agreementUnits } from '#shared/analysis/agreement/text-units.ts';
import { useCodebook, useRecords } from '#renderer/data/hooks.ts';
import { useTableFile } from '#renderer/features/agreement/use-table-file.ts';
import { lookAtAgreement, useAgreementView } from '#renderer/view-state/agreement-view.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Popover } from '#renderer/ui/Popover.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { useWords } from '#renderer/ui/words.ts';

/** The toolbar; `report` is null while nothing is measured. */
export function AgreementToolbar({ report }: { readonly report: AgreementReport | null }) {
  const words = useWords();
  const view = useAgreementView();
  const codebook = useCodebook();
  const people = useRecords('person').map(({ id, name }) => ({ id, name, depth: 0 }));
  const sources = useRecords('source').map(({ id, name }) => ({ id, name, depth: 0 }));
  const codes = codebook.flat.map(({ code, depth }) => ({ id: code.id, name: code.name, depth }));
  const saveTable = useTableFile();
  return (
    <div className="agreement-toolbar" role="toolbar" aria-label={words('agreement.toolbar')}>
      <Picker
        label={words('agreement.coders')}
        all={words('agreement.allCoders')}
        some={(count) => words('agreement.someCoders', { count })}
        hint={words('agreement.codersHint')}
        items={people}
        chosen={view.coders}
        implied={report?.coders ?? []}
        onChange={(coders) => lookAtAgreement({ coders })}
      />
      <Select
        label={words('agreement.unit')}
        className="agreement-toolbar__unit"
        choices={agreementUnits.map((id) => ({
          id,
          label: words(`agreement.units.${id}.name`),
          description: words(`agreement.units.${id}.hint`),
        }))}
        value={view.unit}
        onChange={(unit) => lookAtAgreement({ unit })}
      />
      <Picker
        label={words('agreement.codes')}
        all={words('agreement.allCodes')}
        some={(count) => words('agreement.someCodes', { count })}
        hint={words('agreement.codesHint')}
        items={codes}
        chosen={view.codes}
        implied={[]}
        onChange={(chosen) => lookAtAgreement({ codes: chosen })}
      />
      <Picker
        label={words('agreement.sources')}
        all={words('agreement.allSources')}
        some={(count) => words('agreement.someSources', { count })}
        hint={words('agreement.sourcesHint')}
        items={sources}
        chosen={view.sources}
        implied={report?.sources ?? []}
        onChange={(chosen) => lookAtAgreement({ sources: chosen })}
      />
      <span className="agreement-toolbar__space" />
      <Button
        icon={<Download aria-hidden />}
        isDisabled={report === null}
        onPress={() => {
          if (report) saveTable(report);
        }}
      >
        {words('agreement.saveTable')}
      </Button>
    </div>
  );
}

type Item<Id extends string> = { readonly id: Id; readonly name: string; readonly depth: number };

type PickerProps<Id extends string> = {
  readonly label: string;
  readonly all: string;
  readonly some: (count: number) => string;
  readonly hint: string;
  readonly items: readonly Item<Id>[];
  /** Null while the app chooses. */
  readonly chosen: readonly Id[] | null;
  /** What the app chose. */
  readonly implied: readonly Id[];
  readonly onChange: (chosen: readonly Id[] | null) => void;
};

/** Boxes to tick behind a button; with none ticked the app chooses. */
function Picker<Id extends string>(props: PickerProps<Id>) {
  const { label, all, some, hint, items, chosen, implied, onChange } = props;
  const ticked = new Set<Id>(chosen ?? implied);
  const toggle = (id: Id, isOn: boolean): void => {
    const next = items.flatMap((item) => ((item.id === id ? isOn : ticked.has(item.id)) ? item.id : []));
    onChange(next.length === 0 ? null : next);
  };
  const button: ReactNode = <Button>{chosen ? some(chosen.length) : all}</Button>;
  return (
    <div className="agreement-toolbar__picker" role="group" aria-label={label}>
      <span className="ui-field__label">{label}</span>
      <Popover label={label} trigger={button}>
        {() => (
          <div className="agreement-picker">
            <p className="agreement-picker__hint">{hint}</p>
            <Checkbox isSelected={chosen === null} onChange={(isOn) => onChange(isOn ? null : [...ticked])}>
              {all}
            </Checkbox>
            <div className="agreement-picker__items">
              {items.map((item) => (
                <div key={item.id} style={{ paddingInlineStart: `${item.depth}rem` }}>
                  <Checkbox isSelected={ticked.has(item.id)} onChange={(isOn) => toggle(item.id, isOn)}>
                    {item.name}
                  </Checkbox>
                </div>
              ))}
            </div>
          </div>
        )}
      </Popover>
    </div>
  );
}
