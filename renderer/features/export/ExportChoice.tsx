/** What to export, for whom, in which language, of how much; and what stays out of it. */
import { languages, type Language } from '#shared/domain/evaluation/language.ts';
import { exportProfiles, type ExportProfile } from '#shared/formats/deliverable/profile/export-profile.ts';
import { DeliverableOptions } from '#renderer/features/export/DeliverableOptions.tsx';
import { StaysOut } from '#renderer/features/export/StaysOut.tsx';
import type { ExportDesk } from '#renderer/features/export/use-export-desk.ts';
import { chooseDeliverable, deliverables } from '#renderer/view-state/export-request.ts';
import { RadioGroup } from '#renderer/ui/Checkbox.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { interfaceLanguages, useWords } from '#renderer/ui/words.ts';

const names = new Map<string, string>(interfaceLanguages.map(({ id, name }) => [id, name]));

/** The choice. */
export function ExportChoice({ desk }: { readonly desk: ExportDesk }) {
  const words = useWords();
  const { deliverable, profile, setProfile, language, setLanguage, task, staysOut } = desk;
  return (
    <div className="export-choice">
      <RadioGroup
        label={words('export-screen.what')}
        options={deliverables.map((value) => ({
          value,
          label: words(`export-screen.deliverable.${value}`),
          description: words(`export-screen.about.${value}`),
        }))}
        value={deliverable}
        onChange={chooseDeliverable}
      />
      <div className="export-choice__options">
        <Select<ExportProfile>
          label={words('export-screen.profile')}
          choices={exportProfiles.map((id) => ({ id, label: words(`export-screen.profiles.${id}`) }))}
          value={profile}
          onChange={setProfile}
          description={words(`export-screen.profileHelp.${profile}`)}
        />
        {deliverable !== 'everything-json' && (
          <Select<Language>
            label={words('export-screen.language')}
            choices={languages.map((id) => ({ id, label: names.get(id) ?? id }))}
            value={language}
            onChange={setLanguage}
            description={words('export-screen.languageHelp')}
          />
        )}
        <DeliverableOptions deliverable={deliverable} task={task} />
        <StaysOut state={staysOut} />
      </div>
    </div>
  );
}
