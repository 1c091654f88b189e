/** What must be known before words are used, in a word or two: withdrawn, not to be quoted, whose words they are. */
import { memo } from 'react';
import { participantOfCoding } from '#shared/analysis/voices.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';
import {
  effectiveConsent,
  mayAttribute,
  mayShare,
  type EffectiveConsent,
} from '#shared/domain/consent/effective-consent.ts';
import { participantsOf } from '#shared/domain/source/source-edits.ts';
import type { Source } from '#shared/domain/source/source.ts';
import { useRecord, useRecords, useSession } from '#renderer/data/hooks.ts';
import { Badge } from '#renderer/ui/Chip.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './ConsentMarks.css';

/** Marks of a source in a list. Its speakers count where one of them speaks for all of it. */
export const SourceMarks = memo(function SourceMarks({ source }: { readonly source: Source }) {
  const { project } = useSession();
  useRecords('participant');
  const ids = participantsOf(source);
  const only = ids.length === 1 && ids[0] ? project.get('participant', ids[0]) : undefined;
  return <Marks consent={effectiveConsent(only ? [source, only] : [source])} />;
});

/** Marks beside a quote. */
export const CodingMarks = memo(function CodingMarks({ coding }: { readonly coding: Coding }) {
  const { project, contents } = useSession();
  const source = useRecord('source', coding.source);
  useRecords('participant');
  if (!source) return null;
  const speaker = participantOfCoding(source, coding, contents.peek(coding.revision)?.segments);
  const speakers = speaker ? [speaker] : participantsOf(source);
  const owners = speakers.flatMap((id) => project.get('participant', id) ?? []);
  return <Marks consent={effectiveConsent([source, ...owners])} />;
});

function Marks({ consent }: { readonly consent: EffectiveConsent }) {
  const words = useWords();
  const shared = mayShare(consent);
  const isSensitive = consent.sensitivity === 'restricted' || consent.sensitivity === 'victim-survivor';
  const restrictions = consent.restrictions.join('\n');
  if (shared === true && !isSensitive && restrictions === '' && mayAttribute(consent)) return null;
  return (
    <span className="consent-marks">
      {shared !== true && shared !== 'sensitive' && (
        <Badge tone={shared === 'withdrawn' ? 'danger' : 'warning'}>{words(`consent.mark.${shared}`)}</Badge>
      )}
      {isSensitive && <Badge tone="warning">{words(`consent.level.${consent.sensitivity}`)}</Badge>}
      {!mayAttribute(consent) && <Badge>{words('consent.mark.attribute')}</Badge>}
      {restrictions !== '' && (
        <span title={restrictions}>
          <Badge>{words('consent.mark.restrictions')}</Badge>
        </span>
      )}
    </span>
  );
}
