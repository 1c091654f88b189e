/** Agreement of the open evaluation as it is being looked at: collected here, measured by the worker. */
import { useEffect, useState } from 'react';
import type { AgreementReport } from '#shared/analysis/agreement/agreement-report.ts';
import { collectAgreement, type AgreementRefusal } from '#shared/analysis/agreement/collect-agreement.ts';
import type { Kind } from '#shared/domain/kinds.ts';
import { useSession, useVersion } from '#renderer/data/hooks.ts';
import { startMeasuring, type Measuring } from '#renderer/workers/agreement-measurer.ts';
import { useAgreementView, type AgreementView } from '#renderer/view-state/agreement-view.ts';

export type AgreementStage =
  | { readonly kind: 'reading' | 'measuring'; readonly done: number; readonly total: number }
  | { readonly kind: 'measured'; readonly report: AgreementReport }
  | { readonly kind: 'refused'; readonly why: AgreementRefusal }
  | { readonly kind: 'stopped' };

export type AgreementInSight = {
  readonly stage: AgreementStage;
  readonly stop: () => void;
  readonly again: () => void;
};

const KINDS: readonly Kind[] = ['coding', 'source', 'code', 'person'];
/** Typing and clicking come in bursts; measuring waits for their end. */
const CALM_MILLISECONDS = 250;

/** Measures anew whenever what it counts has changed. */
export function useAgreement(): AgreementInSight {
  const session = useSession();
  const { coders, unit, codes, sources } = useAgreementView();
  const version = useVersion(KINDS);
  const [stage, setStage] = useState<AgreementStage>({ kind: 'reading', done: 0, total: 1 });
  const [run, setRun] = useState(0);
  const [stopped, setStopped] = useState<number | null>(null);
  useEffect(() => {
    if (stopped === run) return;
    let isCurrent = true;
    let measuring: Measuring | null = null;
    const measure = async (): Promise<void> => {
      const { project, contents } = session;
      const all = project.all('source');
      for (const [place, { revision }] of all.entries()) {
        if (contents.peek(revision)) continue;
        if (place % 20 === 0) setStage({ kind: 'reading', done: place, total: all.length });
        await contents.load(revision);
        if (!isCurrent) return;
      }
      const data = collectAgreement(
        project,
        ({ revision }) => contents.peek(revision),
        chosen({ coders, unit, codes, sources }),
      );
      if (!data.ok) return setStage({ kind: 'refused', why: data.failure });
      setStage({ kind: 'measuring', done: 0, total: data.value.codes.length });
      measuring = startMeasuring(data.value, (done, total) => {
        if (isCurrent) setStage({ kind: 'measuring', done, total });
      });
      const report = await measuring.report;
      if (isCurrent) setStage(report ? { kind: 'measured', report } : { kind: 'stopped' });
    };
    const calm = setTimeout(() => void measure(), CALM_MILLISECONDS);
    return () => {
      isCurrent = false;
      clearTimeout(calm);
      measuring?.cancel();
    };
  }, [session, coders, unit, codes, sources, version, run, stopped]);
  return {
    stage: stopped === run ? { kind: 'stopped' } : stage,
    stop: () => setStopped(run),
    again: () => setRun((count) => count + 1),
  };
}

function chosen({ coders, unit, codes, sources }: Pick<AgreementView, 'coders' | 'unit' | 'codes' | 'sources'>) {
  return { unit, ...(coders && { coders }), ...(codes && { codes }), ...(sources && { sources }) };
}
