/** Several panels in one place, one shown at a time. */
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import { classNames } from '#renderer/ui/class-names.ts';
import './Tabs.css';

export type TabEntry<Id extends string = string> = {
  readonly id: Id;
  readonly label: ReactNode;
  readonly content: ReactNode;
};

export type TabsProps<Id extends string> = {
  readonly label: string;
  readonly tabs: readonly TabEntry<Id>[];
  /** With `onChange`, the caller decides which is shown; else the tabs do. */
  readonly selected?: Id;
  readonly onChange?: (id: Id) => void;
  readonly className?: string;
};

/** Tabs with their panels. */
export function Tabs<Id extends string>({ label, tabs, selected, onChange, className }: TabsProps<Id>) {
  return (
    <AriaTabs
      className={classNames('ui-tabs', className)}
      {...(selected !== undefined && { selectedKey: selected })}
      onSelectionChange={(key) => onChange?.(key as Id)}
    >
      <TabList aria-label={label} className="ui-tabs__list">
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className="ui-tab">
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="ui-tabs__panel">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
