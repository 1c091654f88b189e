/** One file before it is added: what was found in it, to look at and to correct. */
import { useRecords } from '#renderer/data/hooks.ts';
import { ColumnTable } from '#renderer/features/sources/import/ColumnTable.tsx';
import { ForeignOutcome } from '#renderer/features/sources/import/ForeignOutcome.tsx';
import { ForeignPreview } from '#renderer/features/sources/import/ForeignPreview.tsx';
import { contentOf, type BatchFile, type ReadyFile } from '#renderer/features/sources/import/import-batch.ts';
import { explainImportFailure, sayWarning } from '#renderer/features/sources/import/import-words.ts';
import { SpeakerTable } from '#renderer/features/sources/import/SpeakerTable.tsx';
import { TextPreview } from '#renderer/features/sources/import/TextPreview.tsx';
import { WavePreview } from '#renderer/features/sources/import/WavePreview.tsx';
import type { ImportControls } from '#renderer/features/sources/import/use-import.ts';
import { InterventionChips } from '#renderer/features/sources/InterventionChips.tsx';
import { MethodSelect } from '#renderer/features/sources/MethodSelect.tsx';
import { LanguageField } from '#renderer/features/sources/LanguageField.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';
import { ReadChoiceFields } from '#renderer/features/sources/import/ReadChoiceFields.tsx';
import './ImportPreview.css';

export type ImportPreviewProps = {
  readonly entry: BatchFile;
  readonly controls: ImportControls;
  readonly fileCount: number;
};

/** The preview at the right of the import. */
export function ImportPreview({ entry, controls, fileCount }: ImportPreviewProps) {
  const words = useWords();
  const { state, file } = entry;
  switch (state.kind) {
    case 'ready':
      return <ReadyPreview entry={entry} ready={state} controls={controls} fileCount={fileCount} />;
    case 'failed':
      return (
        <EmptyState title={words('import.notImported', { name: file.name })}>
          {explainImportFailure(state.failure, words)}
        </EmptyState>
      );
    case 'duplicate':
      return (
        <EmptyState title={words('import.notImported', { name: file.name })}>
          {words('import.duplicateOf', { name: state.of })}
        </EmptyState>
      );
    case 'foreign':
      return <ForeignPreview entry={entry} state={state} controls={controls} />;
    case 'imported':
      return state.report ? (
        <ForeignOutcome name={file.name} report={state.report} />
      ) : (
        <EmptyState title={words('import.isImported', { name: file.name })} />
      );
    case 'waiting':
    case 'reading':
      return <EmptyState title={words('import.reading', { name: file.name })} />;
  }
}

function ReadyPreview(props: ImportPreviewProps & { readonly ready: ReadyFile }) {
  const { entry, ready, controls, fileCount } = props;
  const words = useWords();
  const interventions = useRecords('intervention');
  const { dispatch } = controls;
  const { decision, imported } = ready;
  const { key } = entry;
  const decide = (values: Partial<ReadyFile['decision']>): void => dispatch({ type: 'decide', key, values });
  return (
    <div className="import-preview">
      <div className="import-preview__head">
        <h3>{entry.file.name}</h3>
        <Checkbox isSelected={ready.isWanted} onChange={(isWanted) => dispatch({ type: 'want', key, isWanted })}>
          {words('import.want')}
        </Checkbox>
      </div>
      {imported.warnings.length > 0 && (
        <ul className="import-preview__warnings">
          {imported.warnings.map((warning) => (
            <li key={warning.code}>{sayWarning(warning, words)}</li>
          ))}
        </ul>
      )}
      <div className="import-preview__fields">
        <TextField
          label={words('sources.field.name')}
          value={decision.name}
          onChange={(name) => decide({ name })}
          maxLength={500}
        />
        <MethodSelect value={decision.method} onChange={(method) => decide({ method })} />
        <LanguageField value={decision.language} onChange={(language) => decide({ language })} />
        <TextField
          label={words('sources.field.date')}
          type="date"
          value={decision.date}
          onChange={(date) => decide({ date })}
        />
        <TextField
          label={words('sources.field.place')}
          value={decision.place}
          onChange={(place) => decide({ place })}
        />
        <ReadChoiceFields entry={entry} ready={ready} controls={controls} />
      </div>
      {interventions.length > 0 && (
        <div className="import-preview__chips">
          <InterventionChips
            concerns={decision.interventions}
            onChange={(chosen) => decide({ interventions: chosen })}
          />
          {fileCount > 1 && (
            <Button
              variant="quiet"
              onPress={() => dispatch({ type: 'decide-all', values: { interventions: decision.interventions } })}
            >
              {words('import.sameForAll')}
            </Button>
          )}
        </div>
      )}
      {ready.known && (
        <WavePreview
          ready={ready}
          known={ready.known}
          onChange={(isInto) => dispatch({ type: 'into-known', key, isInto })}
        />
      )}
      {imported.content.table ? (
        <ColumnTable ready={ready} onRole={(column, role) => dispatch({ type: 'role', key, column, role })} />
      ) : (
        imported.speakers.length > 0 && <SpeakerTable ready={ready} onChange={(speakers) => decide({ speakers })} />
      )}
      {contentOf(ready).text !== '' && <TextPreview ready={ready} />}
    </div>
  );
}
