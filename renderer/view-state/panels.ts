/** Panels that one feature lends to others: features never know each other, so the app hands the panels out. */
import { createContext, useContext, type ComponentType } from 'react';
import type { Coding } from '#shared/domain/coding/coding.ts';
import type { Participant } from '#shared/domain/participant/participant.ts';
import type { Source } from '#shared/domain/source/source.ts';

export type Panels = {
  /** Consent and sensitivity of a source, to look at and to change. */
  readonly SourceConsent: ComponentType<{ readonly source: Source; readonly isReadOnly: boolean }>;
  readonly ParticipantConsent: ComponentType<{ readonly participant: Participant; readonly isReadOnly: boolean }>;
  /** Small words in a list of sources: withdrawn, not to be quoted, restricted. */
  readonly SourceMarks: ComponentType<{ readonly source: Source }>;
  /** The same beside a quote, of its source and who speaks. */
  readonly CodingMarks: ComponentType<{ readonly coding: Coding }>;
  /** Who the code names stand for: a section of the settings. */
  readonly IdentitiesSection: ComponentType;
  /** The keys of the coding desk: a section of the settings. */
  readonly CodingKeysSection: ComponentType;
  /** What is left of words that were removed for good: a section of the settings. */
  readonly WithdrawalsSection: ComponentType;
};

const Nothing = (): null => null;

/** Without an app around them, places stand alone. */
const NO_PANELS: Panels = {
  SourceConsent: Nothing,
  ParticipantConsent: Nothing,
  SourceMarks: Nothing,
  CodingMarks: Nothing,
  IdentitiesSection: Nothing,
  CodingKeysSection: Nothing,
  WithdrawalsSection: Nothing,
};

export const PanelsContext = createContext<Panels>(NO_PANELS);

/** The panels that the app hands out. */
export function usePanels(): Panels {
  return useContext(PanelsContext);
}
