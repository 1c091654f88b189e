/** From choosing copies to what came of it: nothing is written before somebody has seen what would come in. */
import { FileDown, TriangleAlert } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { useSession } from '#renderer/data/hooks.ts';
import type { MergePreview } from '#renderer/data/merge-copies.ts';
import { MergeOutcome } from '#renderer/features/merge/MergeOutcome.tsx';
import { useMerge, type MergeControls } from '#renderer/features/merge/use-merge.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

/** The section. */
export function TakeOver() {
  const words = useWords();
  const session = useSession();
  const merge = useMerge();
  const { stage, mistake } = merge;
  const isReadOnly = session.lockedBy !== null;
  return (
    <section className="merge-section" aria-labelledby="merge-take-over">
      <h2 id="merge-take-over">{words('merge.title')}</h2>
      {mistake !== '' && (
        <p className="merge-mistake" role="alert">
          <TriangleAlert aria-hidden /> {mistake}
        </p>
      )}
      {stage.kind === 'start' && (
        <>
          <p>{words('merge.about')}</p>
          <Button
            variant="primary"
            icon={<FileDown aria-hidden />}
            isDisabled={isReadOnly}
            onPress={() => void merge.choose()}
          >
            {words('merge.choose')}
          </Button>
          {isReadOnly && <p>{words('merge.readOnly')}</p>}
        </>
      )}
      {(stage.kind === 'reading' || stage.kind === 'merging') && (
        <ProgressBar
          label={words(stage.kind === 'reading' ? 'merge.reading' : 'merge.merging')}
          done={null}
          total={1}
        />
      )}
      {stage.kind === 'looked' && <Looked merge={merge} preview={stage.preview} />}
      {stage.kind === 'merged' && <Merged merge={merge} preview={stage.preview} />}
    </section>
  );
}

type StageProps = { readonly merge: MergeControls; readonly preview: MergePreview };

function Looked({ merge, preview }: StageProps) {
  const words = useWords();
  const isEmpty = preview.report.changes === 0;
  const hasCopies = preview.opened.length > 0;
  return (
    <>
      <RefusedCopies merge={merge} preview={preview} />
      {hasCopies && isEmpty && <p role="status">{words('merge.nothingNew')}</p>}
      {!isEmpty && (
        <>
          <h3>{words('merge.wouldBring')}</h3>
          <MergeOutcome preview={preview} />
          <p>{words(preview.isFinal ? 'merge.isFinal' : 'merge.promise')}</p>
        </>
      )}
      <div className="merge-actions">
        <Button onPress={merge.leave}>{words(isEmpty ? 'merge.close' : 'common.cancel')}</Button>
        {!isEmpty && (
          <Button variant="primary" onPress={() => void merge.merge()}>
            {words('merge.merge')}
          </Button>
        )}
      </div>
    </>
  );
}

function Merged({ merge, preview }: StageProps) {
  const words = useWords();
  const session = useSession();
  const canTakeBack = useSyncExternalStore(session.listen, session.mergeToTakeBack) !== null;
  return (
    <>
      <p role="status">
        <strong>{words('merge.merged', { count: preview.report.changes })}</strong>
      </p>
      <MergeOutcome preview={preview} />
      <div className="merge-actions">
        {canTakeBack && <Button onPress={() => void merge.takeBack()}>{words('merge.takeBack')}</Button>}
        <Button variant="primary" onPress={merge.leave}>
          {words('merge.close')}
        </Button>
      </div>
    </>
  );
}

function RefusedCopies({ merge, preview }: StageProps) {
  const words = useWords();
  const [passphrase, setPassphrase] = useState('');
  const refused = preview.copies.filter(({ refusal }) => refusal !== null);
  if (refused.length === 0) return null;
  const isSealed = refused.some(({ refusal }) => refusal === 'passphrase-needed' || refusal === 'wrong-passphrase');
  return (
    <div className="merge-refused">
      <h3>{words('merge.refusedTitle')}</h3>
      <ul>
        {refused.map(({ name, refusal }) => (
          <li key={name}>
            <strong>{name}</strong> {words(`merge.refused.${refusal}`)}
          </li>
        ))}
      </ul>
      {isSealed && (
        <form
          className="merge-passphrase"
          onSubmit={(event) => {
            event.preventDefault();
            if (passphrase !== '') void merge.tryPassphrase(passphrase);
          }}
        >
          <TextField
            label={words('merge.passphrase')}
            type="password"
            autoComplete="off"
            value={passphrase}
            onChange={setPassphrase}
          />
          <Button type="submit" isDisabled={passphrase === ''}>
            {words('merge.tryPassphrase')}
          </Button>
        </form>
      )}
    </div>
  );
}
