/** The Settings place: what the evaluation is about, who works here, how the app looks and speaks. */
import { AppearanceSection } from '#renderer/features/settings/AppearanceSection.tsx';
import { AboutFacts } from '#renderer/features/settings/AboutDialog.tsx';
import { EvaluationSection } from '#renderer/features/settings/EvaluationSection.tsx';
import { InterventionsSection } from '#renderer/features/settings/InterventionsSection.tsx';
import { LockSection } from '#renderer/features/settings/LockSection.tsx';
import { PersonSection } from '#renderer/features/settings/PersonSection.tsx';
import { SettingsSection } from '#renderer/features/settings/SettingsSection.tsx';
import { StrengthSection } from '#renderer/features/settings/StrengthSection.tsx';
import { usePanels } from '#renderer/view-state/panels.ts';
import { useWords } from '#renderer/ui/words.ts';
import './SettingsPlace.css';

/** The Settings place. */
export function SettingsPlace() {
  const words = useWords();
  const { CodingKeysSection, IdentitiesSection, WithdrawalsSection } = usePanels();
  return (
    <div className="settings">
      <div className="settings__column">
        <h2 className="settings__title">{words('shell.place.settings')}</h2>
        <EvaluationSection />
        <InterventionsSection />
        <StrengthSection />
        <PersonSection />
        <IdentitiesSection />
        <WithdrawalsSection />
        <AppearanceSection />
        <CodingKeysSection />
        <LockSection />
        <SettingsSection title={words('settings.about.title')}>
          <AboutFacts />
        </SettingsSection>
      </div>
    </div>
  );
}
