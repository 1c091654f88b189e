/** Consent and sensitivity in the details of a source; a questionnaire's respondents are found by their code name. */
import { useMemo, useState } from 'react';
import { participantsOf } from '#shared/domain/source/source-edits.ts';
import type { Source } from '#shared/domain/source/source.ts';
import { useRecords } from '#renderer/data/hooks.ts';
import { ConsentForm } from '#renderer/features/consent/ConsentForm.tsx';
import { ParticipantConsent } from '#renderer/features/consent/ParticipantConsent.tsx';
import { ComboBox } from '#renderer/ui/Select.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './Consent.css';

export type SourceConsentProps = { readonly source: Source; readonly isReadOnly: boolean };

/** The section. */
export function SourceConsent({ source, isReadOnly }: SourceConsentProps) {
  const words = useWords();
  const owner = useMemo(
    () => ({ kind: 'source', id: source.id, name: source.name }) as const,
    [source.id, source.name],
  );
  return (
    <section className="consent" aria-label={words('consent.title')}>
      <h4 className="consent__heading">{words('consent.title')}</h4>
      <ConsentForm key={source.id} owner={owner} fields={source} isReadOnly={isReadOnly} />
      {source.method === 'questionnaire' && <RespondentConsent key={source.id} {...{ source, isReadOnly }} />}
    </section>
  );
}

function RespondentConsent({ source, isReadOnly }: SourceConsentProps) {
  const words = useWords();
  const participants = useRecords('participant');
  const [name, setName] = useState('');
  const respondents = useMemo(() => {
    const own = new Set(participantsOf(source));
    return participants.filter(({ id }) => own.has(id));
  }, [participants, source]);
  const chosen = respondents.find(({ codeName }) => codeName === name);
  return (
    <>
      <ComboBox
        label={words('consent.respondent')}
        description={words('consent.respondentHelp')}
        choices={respondents.map(({ id, codeName }) => ({ id, label: codeName }))}
        value={name}
        onChange={setName}
      />
      {chosen && <ParticipantConsent key={chosen.id} participant={chosen} isReadOnly={isReadOnly} startsOpen />}
    </>
  );
}
