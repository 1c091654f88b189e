/** Which feature lends which panel. */
import { KeysSection } from '#renderer/features/coding/keys/KeysSection.tsx';
import { CodingMarks, SourceMarks } from '#renderer/features/consent/ConsentMarks.tsx';
import { ParticipantConsent } from '#renderer/features/consent/ParticipantConsent.tsx';
import { SourceConsent } from '#renderer/features/consent/SourceConsent.tsx';
import { WithdrawalsSection } from '#renderer/features/consent/WithdrawalsSection.tsx';
import { IdentitiesSection } from '#renderer/features/identities/IdentitiesSection.tsx';
import type { Panels } from '#renderer/view-state/panels.ts';

export const panels: Panels = {
  SourceConsent,
  ParticipantConsent,
  SourceMarks,
  CodingMarks,
  IdentitiesSection,
  CodingKeysSection: KeysSection,
  WithdrawalsSection,
};
