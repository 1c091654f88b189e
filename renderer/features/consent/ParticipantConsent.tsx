/** Consent of one participant, folded up until it is wanted: most say the same as their source. */
import { useMemo } from 'react';
import { effectiveConsent } from '#shared/domain/consent/effective-consent.ts';
import { answerOn, consentMatters } from '#shared/domain/consent/consent.ts';
import type { Participant } from '#shared/domain/participant/participant.ts';
import { ConsentForm } from '#renderer/features/consent/ConsentForm.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './Consent.css';

export type ParticipantConsentProps = {
  readonly participant: Participant;
  readonly isReadOnly: boolean;
  readonly startsOpen?: boolean;
};

/** The folded section with a summary of what was answered. */
export function ParticipantConsent({ participant, isReadOnly, startsOpen = false }: ParticipantConsentProps) {
  const words = useWords();
  const owner = useMemo(
    () => ({ kind: 'participant', id: participant.id, name: participant.codeName }) as const,
    [participant.codeName, participant.id],
  );
  const { isWithdrawn, sensitivity } = effectiveConsent([participant]);
  const refused = consentMatters.filter((matter) => answerOn(participant, matter) === 'no');
  const asked = consentMatters.filter((matter) => answerOn(participant, matter) !== 'not-asked');
  const summary = isWithdrawn
    ? words('consent.mark.withdrawn')
    : refused.length > 0
      ? words('consent.refused', { matters: refused.map((matter) => words(`consent.short.${matter}`)).join(', ') })
      : words(asked.length > 0 ? 'consent.allYes' : 'consent.asSource');
  return (
    <details className="consent-person" open={startsOpen || undefined}>
      <summary className="consent-person__summary">
        <span className="consent-person__title">{words('consent.ofPerson')}</span>
        <span className="consent-person__facts">
          {[summary, sensitivity ? words(`consent.level.${sensitivity}`) : ''].filter(Boolean).join(' · ')}
        </span>
      </summary>
      <div className="consent">
        <ConsentForm owner={owner} fields={participant} isReadOnly={isReadOnly} />
      </div>
    </details>
  );
}
