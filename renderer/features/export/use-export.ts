/** One export from the choice of a place to the written file, with progress, a way to stop, and what went wrong. */
import { useEffect, useRef, useState } from 'react';
import type { DiskFailure, FileHandle } from '#shared/bridge/requests.ts';
import type { Language } from '#shared/domain/evaluation/language.ts';
import type { DeliverableTask } from '#shared/formats/deliverable/deliverable-order.ts';
import { BRIEF_PAGES, type BriefContent } from '#shared/formats/brief/brief-content.ts';
import type { ExportProfile } from '#shared/formats/deliverable/profile/export-profile.ts';
import type { ExportRemark } from '#shared/formats/deliverable/exported-file.ts';
import { wordsFrom } from '#shared/formats/deliverable/words.ts';
import { deliverables } from '#shared/formats/deliverable/write-deliverable.ts';
import { startWriting, type Writing, type WritingFailure } from '#renderer/workers/export-writer.ts';
import { hostBridge } from '#renderer/bridge/bridge.ts';
import { useSession } from '#renderer/data/hooks.ts';
import { exportFileName } from '#renderer/features/export/export-file-name.ts';
import { exportEntries, makeOrder } from '#renderer/features/export/export-order.ts';
import { printSheet } from '#renderer/features/export/print-sheet.ts';
import type { Deliverable } from '#renderer/view-state/export-request.ts';
import { useWords } from '#renderer/ui/words.ts';

export type ExportStage =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'reading' | 'writing'; readonly done: number | null; readonly total: number }
  | { readonly kind: 'printing'; readonly sheet: BriefContent }
  | { readonly kind: 'done'; readonly name: string; readonly sizeBytes: number; readonly remarks: readonly string[] }
  | { readonly kind: 'failed'; readonly failure: DiskFailure | WritingFailure };

export type ExportPlan = {
  readonly deliverable: Deliverable;
  readonly profile: ExportProfile;
  readonly language: Language;
  /** Called when the place is chosen: counting is done then, of what is there then. */
  readonly makeTask: () => DeliverableTask;
};

export type ExportControls = {
  readonly stage: ExportStage;
  readonly start: (plan: ExportPlan) => void;
  readonly cancel: () => void;
  readonly again: () => void;
};

/** The export of this dialog; leaving the dialog stops it. */
export function useExport(): ExportControls {
  const words = useWords();
  const session = useSession();
  const [stage, setStage] = useState<ExportStage>({ kind: 'choosing' });
  const writing = useRef<Writing | null>(null);
  const run = useRef(0);
  const stop = (): void => {
    run.current += 1;
    writing.current?.cancel();
    writing.current = null;
  };
  useEffect(() => stop, []);

  const start = async (plan: ExportPlan): Promise<void> => {
    const mine = (run.current += 1);
    const isStopped = (): boolean => run.current !== mine;
    const { extension } = deliverables[plan.deliverable];
    const what = words(`export-screen.fileName.${plan.deliverable}`);
    const place: FileHandle | null = await hostBridge().ask('files.pickToSave', {
      title: words('export-screen.saveTitle'),
      suggestedName: exportFileName(session.project.evaluation.title, what, extension),
      extension,
    });
    if (!place || isStopped()) return;
    const report = (kind: 'reading' | 'writing') => (done: number, total: number) => {
      if (!isStopped()) setStage({ kind, done, total });
    };
    setStage({ kind: 'reading', done: null, total: 1 });
    const order = await makeOrder(session, plan, report('reading'));
    if (isStopped()) return;
    setStage({ kind: 'writing', done: null, total: 1 });
    writing.current = startWriting(order, report('writing'));
    const made = await writing.current.result;
    if (isStopped()) return;
    if (!made.ok) return setStage({ kind: 'failed', failure: made.failure });
    let { bytes, remarks } = made.value;
    if (plan.deliverable === 'brief-pdf') {
      const sheet = JSON.parse(new TextDecoder().decode(bytes)) as BriefContent;
      setStage({ kind: 'printing', sheet });
      const printed = await printSheet(sheet);
      if (isStopped()) return;
      if (!printed) return setStage({ kind: 'failed', failure: { code: 'broken', values: {} } });
      bytes = printed.bytes;
      if (printed.pages > BRIEF_PAGES) {
        remarks = [...remarks, { code: 'brief-too-long', values: { pages: printed.pages, most: BRIEF_PAGES } }];
      }
    }
    const written = await hostBridge().ask('files.write', { token: place.token, bytes });
    if (isStopped()) return;
    if (!written.ok) return setStage({ kind: 'failed', failure: written.failure });
    setStage({ kind: 'done', name: place.name, sizeBytes: bytes.length, remarks: inWords(remarks, plan.language) });
  };

  return {
    stage,
    start: (plan) => void start(plan),
    cancel: () => {
      stop();
      setStage({ kind: 'choosing' });
    },
    again: () => setStage({ kind: 'choosing' }),
  };
}

function inWords(remarks: readonly ExportRemark[], language: Language): readonly string[] {
  const words = wordsFrom(exportEntries[language]);
  return remarks.map((remark) => words(`remark.${remark.code}`, remark.values));
}
