/** A further wave of a known questionnaire: who is new, and what known respondents answer otherwise now. */
import { useMemo } from 'react';
import { isMasked } from '#shared/domain/consent/mask-content.ts';
import { planWave, type ChangedAnswer } from '#shared/domain/source/questionnaire-wave.ts';
import { contentOf, type ReadyFile } from '#renderer/features/sources/import/import-batch.ts';
import type { KnownQuestionnaire } from '#renderer/features/sources/import/known-wave.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { useWords } from '#renderer/ui/words.ts';

/** So many changed answers are shown; all of them stand in the report of the import. */
const SHOWN_CHANGES = 100;

export type WavePreviewProps = {
  readonly ready: ReadyFile;
  readonly known: KnownQuestionnaire;
  readonly onChange: (isInto: boolean) => void;
};

/** Asks whether the new respondents join the known questionnaire, and says what that does. */
export function WavePreview({ ready, known, onChange }: WavePreviewProps) {
  const words = useWords();
  const wave = useMemo(
    () => (ready.isIntoKnown ? planWave(known.content, contentOf(ready)) : null),
    [known.content, ready],
  );
  const hasWithdrawn = known.content.table?.respondents.some(isMasked) ?? false;
  return (
    <section className="import-preview__section">
      <h4>{words('import.wave.title', { name: known.name })}</h4>
      <Checkbox isSelected={ready.isIntoKnown} onChange={onChange}>
        {words('import.wave.into', { name: known.name })}
      </Checkbox>
      {wave && (
        <>
          <p className="import-preview__facts" role="status">
            {words('import.wave.added', { count: wave.added.length })}{' '}
            {wave.newColumns.length > 0 && words('import.wave.columns', { names: wave.newColumns.join(', ') })}{' '}
            {wave.missing.length > 0 && words('import.wave.missing', { count: wave.missing.length })}
          </p>
          {hasWithdrawn && <p className="import-preview__facts">{words('import.wave.withdrawn')}</p>}
          {wave.changed.length > 0 && <ChangedAnswers changed={wave.changed} />}
        </>
      )}
    </section>
  );
}

function ChangedAnswers({ changed }: { readonly changed: readonly ChangedAnswer[] }) {
  const words = useWords();
  return (
    <>
      <p className="import-preview__facts">
        {words('import.wave.changed', { count: changed.length })}{' '}
        {changed.length > SHOWN_CHANGES && words('import.wave.shown', { count: SHOWN_CHANGES })}
      </p>
      <table className="import-table">
        <thead>
          <tr>
            <th scope="col">{words('import.wave.respondent')}</th>
            <th scope="col">{words('import.column')}</th>
            <th scope="col">{words('import.wave.before')}</th>
            <th scope="col">{words('import.wave.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changed.slice(0, SHOWN_CHANGES).map(({ respondent, column, label, before, after }) => (
            <tr key={`${respondent} ${column}`}>
              <td>{respondent}</td>
              <td>{label}</td>
              <td>{before}</td>
              <td>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
