/** What is chosen for an export, what would stay out, and its way to the written file: for the dialog and the place. */
import { useState } from 'react';
import type { Language } from '#shared/domain/evaluation/language.ts';
import type { ExportProfile } from '#shared/formats/deliverable/profile/export-profile.ts';
import { useExport, type ExportControls } from '#renderer/features/export/use-export.ts';
import { useExportTask, type ChosenTask } from '#renderer/features/export/use-export-task.ts';
import { useStaysOut, type StaysOutState } from '#renderer/features/export/use-stays-out.ts';
import { useSession } from '#renderer/data/hooks.ts';
import { useExportChoice, type Deliverable } from '#renderer/view-state/export-request.ts';

export type ExportDesk = {
  readonly deliverable: Deliverable;
  readonly profile: ExportProfile;
  readonly setProfile: (profile: ExportProfile) => void;
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly task: ChosenTask;
  readonly staysOut: StaysOutState;
  readonly controls: ExportControls;
  readonly isBusy: boolean;
  /** Outside the team nothing is written before it is known what stays out. */
  readonly isReady: boolean;
  readonly start: () => void;
};

/** The desk. */
export function useExportDesk(): ExportDesk {
  const { project } = useSession();
  const deliverable = useExportChoice((state) => state.deliverable);
  const [profile, setProfile] = useState<ExportProfile>('full');
  const [language, setLanguage] = useState<Language>(project.evaluation.language);
  const task = useExportTask(deliverable, language);
  const staysOut = useStaysOut(task, profile, language);
  const controls = useExport();
  const { kind } = controls.stage;
  return {
    deliverable,
    profile,
    setProfile,
    language,
    setLanguage,
    task,
    staysOut,
    controls,
    isBusy: kind === 'reading' || kind === 'writing' || kind === 'printing',
    isReady: !task.isEmpty && (profile === 'full' || staysOut.kind !== 'checking'),
    start: () => controls.start({ deliverable, profile, language, makeTask: task.make }),
  };
}
