/** One section of the settings: a heading, perhaps a sentence, its controls. */
import type { ReactNode } from 'react';

export type SettingsSectionProps = {
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
};

/** A section of the settings. */
export function SettingsSection({ title, text, children }: SettingsSectionProps) {
  return (
    <section className="settings-section" aria-label={title}>
      <h3 className="settings-section__title">{title}</h3>
      {text !== undefined && <p className="settings-section__text">{text}</p>}
      {children}
    </section>
  );
}
