/** The view Agreement of the place Team: how far coders agree, for each code, and where they do not. */
import { Scale } from 'lucide-react';
import type { AgreementReport } from '#shared/analysis/agreement/agreement-report.ts';
import { useRecords } from '#renderer/data/hooks.ts';
import { AgreementTable } from '#renderer/features/agreement/AgreementTable.tsx';
import { AgreementToolbar } from '#renderer/features/agreement/AgreementToolbar.tsx';
import { figuresOfRow } from '#renderer/features/agreement/agreement-words.ts';
import { FiguresPanel } from '#renderer/features/agreement/FiguresPanel.tsx';
import { useAgreement, type AgreementInSight } from '#renderer/features/agreement/use-agreement.ts';
import { lookAtAgreement, useAgreementView } from '#renderer/view-state/agreement-view.ts';
import { openPlace } from '#renderer/view-state/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { Splitter } from '#renderer/ui/Splitter.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './Agreement.css';

/** The view. */
export function AgreementView() {
  const words = useWords();
  const agreement = useAgreement();
  const hasTwoPeople = useRecords('person').length > 1;
  const report = agreement.stage.kind === 'measured' ? agreement.stage.report : null;
  if (!hasTwoPeople) {
    return (
      <EmptyState
        icon={<Scale />}
        title={words('agreement.alone.title')}
        actions={<Button onPress={() => openPlace('coding')}>{words('agreement.alone.code')}</Button>}
      >
        {words('agreement.alone.text')}
      </EmptyState>
    );
  }
  return (
    <div className="agreement">
      <AgreementToolbar report={report} />
      {report ? <Measured report={report} /> : <NotYet agreement={agreement} />}
    </div>
  );
}

function Measured({ report }: { readonly report: AgreementReport }) {
  const words = useWords();
  const selected = useAgreementView((view) => view.selected);
  const figures = selected === null ? undefined : figuresOfRow(report, selected);
  const table = (
    <div className="agreement__main">
      <AgreementTable report={report} selected={selected} />
      <LeftOutLine report={report} />
    </div>
  );
  return (
    <Splitter
      id="agreement"
      panels={[
        { id: 'table', minimum: 420, content: table },
        {
          id: 'figures',
          size: 440,
          minimum: 320,
          maximum: 760,
          keepsSize: true,
          content:
            selected !== null && figures ? (
              <FiguresPanel key={selected} report={report} selected={selected} figures={figures} />
            ) : (
              <EmptyState icon={<Scale />} title={words('agreement.noneSelected.title')}>
                {words('agreement.noneSelected.text')}
              </EmptyState>
            ),
        },
      ]}
    />
  );
}

/** What does not count, so that nobody takes a part for the whole. */
function LeftOutLine({ report }: { readonly report: AgreementReport }) {
  const words = useWords();
  const { oneCoder, noPieces, olderText } = report.leftOut;
  const parts = [
    words('agreement.countsSources', { count: report.sources.length }),
    oneCoder.length > 0 ? words('agreement.leftOut.oneCoder', { count: oneCoder.length }) : '',
    noPieces.length > 0 ? words('agreement.leftOut.noPieces', { count: noPieces.length }) : '',
    olderText > 0 ? words('agreement.leftOut.olderText', { count: olderText }) : '',
  ];
  return <p className="agreement__left-out">{parts.filter(Boolean).join(' ')}</p>;
}

function NotYet({ agreement }: { readonly agreement: AgreementInSight }) {
  const words = useWords();
  const { stage, stop, again } = agreement;
  if (stage.kind === 'refused') {
    return (
      <EmptyState
        icon={<Scale />}
        title={words(`agreement.refused.${stage.why}.title`)}
        actions={
          <Button onPress={() => lookAtAgreement({ coders: null, sources: null, codes: null, unit: 'character' })}>
            {words('agreement.refused.reset')}
          </Button>
        }
      >
        {words(`agreement.refused.${stage.why}.text`)}
      </EmptyState>
    );
  }
  if (stage.kind === 'reading' || stage.kind === 'measuring') {
    return (
      <div className="agreement__progress">
        <ProgressBar
          label={words(`agreement.${stage.kind}`)}
          done={stage.done}
          total={stage.total}
          detail={words('agreement.progress', { count: stage.done, total: stage.total })}
          onCancel={stop}
        />
      </div>
    );
  }
  return (
    <EmptyState
      icon={<Scale />}
      title={words('agreement.stopped')}
      actions={<Button onPress={again}>{words('agreement.measureAgain')}</Button>}
    />
  );
}
