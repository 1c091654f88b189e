/** What is known about one source, to look at and to correct. */
import { Highlighter, Trash2 } from 'lucide-react';
import { editSource, setIntervention } from '#shared/domain/source/source-edits.ts';
import type { Source } from '#shared/domain/source/source.ts';
import { useCodingsOfSource, useRecords, useSession } from '#renderer/data/hooks.ts';
import { AttributeFields } from '#renderer/features/sources/AttributeFields.tsx';
import { InterventionChips } from '#renderer/features/sources/InterventionChips.tsx';
import { LanguageField } from '#renderer/features/sources/LanguageField.tsx';
import { MethodSelect } from '#renderer/features/sources/MethodSelect.tsx';
import { SpeakerFields } from '#renderer/features/sources/SpeakerFields.tsx';
import { useKnownOrigins } from '#renderer/features/sources/use-known-values.ts';
import { useRemoveSource } from '#renderer/features/sources/use-remove-source.ts';
import { showSource } from '#renderer/view-state/navigation.ts';
import { usePanels } from '#renderer/view-state/panels.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { ComboBox } from '#renderer/ui/Select.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { useDraftText } from '#renderer/ui/draft-text.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './SourceDetails.css';

/** The details of a source. */
export function SourceDetails({ source }: { readonly source: Source }) {
  const words = useWords();
  const session = useSession();
  const remove = useRemoveSource();
  const { SourceConsent } = usePanels();
  const isReadOnly = session.lockedBy !== null;
  return (
    <section className="sources-details" aria-label={words('sources.detailsOf', { name: source.name })}>
      <div className="sources-details__head">
        <h3 className="sources-details__name">{source.name}</h3>
        <Button icon={<Highlighter aria-hidden />} onPress={() => showSource(source.id)}>
          {words('sources.open')}
        </Button>
        <IconButton
          label={words('sources.remove')}
          icon={<Trash2 aria-hidden />}
          onPress={() => remove(source)}
          isDisabled={isReadOnly}
        />
      </div>
      <div className="sources-details__body">
        <SourceFields source={source} isReadOnly={isReadOnly} />
        <AttributeFields source={source} isReadOnly={isReadOnly} />
        <SpeakerFields source={source} isReadOnly={isReadOnly} />
        <SourceConsent source={source} isReadOnly={isReadOnly} />
        <FileFacts source={source} />
      </div>
    </section>
  );
}

function SourceFields({ source, isReadOnly }: { readonly source: Source; readonly isReadOnly: boolean }) {
  const words = useWords();
  const session = useSession();
  const interventions = useRecords('intervention');
  const origins = useKnownOrigins();
  const edit = (values: Parameters<typeof editSource>[1]): void => void session.commit(editSource(source, values));
  const name = useDraftText(source.name, (value) => {
    if (value.trim() !== '') edit({ name: value.trim() });
  });
  const date = useDraftText(source.date, (value) => edit({ date: value }));
  return (
    <>
      <TextField label={words('sources.field.name')} {...name} maxLength={500} isReadOnly={isReadOnly} />
      <div className="sources-details__pair">
        <MethodSelect value={source.method} onChange={(method) => edit({ method })} isDisabled={isReadOnly} />
        <LanguageField value={source.language} onChange={(language) => edit({ language })} isDisabled={isReadOnly} />
        <TextField label={words('sources.field.date')} type="date" {...date} isReadOnly={isReadOnly} />
        <ComboBox
          label={words('sources.field.place')}
          choices={origins.places}
          value={source.place}
          onChange={(place) => edit({ place })}
          isDisabled={isReadOnly}
        />
      </div>
      {interventions.length > 0 && (
        <InterventionChips
          concerns={source.interventions}
          onChange={(concerns) => {
            const changed = interventions.find(({ id }) => concerns[id] !== source.interventions[id]);
            if (changed)
              session.commit(setIntervention('source', source.id, changed.id, concerns[changed.id] ?? false));
          }}
        />
      )}
      <ComboBox
        label={words('sources.field.dependencyGroup')}
        choices={origins.groups}
        value={source.dependencyGroup}
        onChange={(dependencyGroup) => edit({ dependencyGroup })}
        description={words('sources.dependencyHelp')}
        isDisabled={isReadOnly}
      />
    </>
  );
}

function FileFacts({ source }: { readonly source: Source }) {
  const words = useWords();
  const { number } = useFormats();
  const codings = useCodingsOfSource(source.id).length;
  return (
    <section className="sources-details__section">
      <h4 className="sources-details__heading">{words('sources.file')}</h4>
      <dl className="sources-details__facts">
        <dt>{words('sources.field.fileName')}</dt>
        <dd>{source.fileName}</dd>
        <dt>{words('sources.field.format')}</dt>
        <dd>{source.format.toUpperCase() + (source.encoding === null ? '' : `, ${source.encoding}`)}</dd>
        <dt>{words('sources.field.characters')}</dt>
        <dd>{number(source.characters)}</dd>
        <dt>{words('sources.field.codings')}</dt>
        <dd>{codings === 0 ? words('sources.notCoded') : number(codings)}</dd>
      </dl>
    </section>
  );
}
