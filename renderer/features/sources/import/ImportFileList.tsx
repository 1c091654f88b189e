/** The files of a batch, each with what became of it. */
import { CircleCheck, CircleDashed, CircleX, Copy, LoaderCircle, MinusCircle } from 'lucide-react';
import type { Batch, FileState } from '#renderer/features/sources/import/import-batch.ts';
import { sayState } from '#renderer/features/sources/import/import-words.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { useFormats } from '#renderer/ui/formats.ts';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type ImportFileListProps = {
  readonly batch: Batch;
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
};

/** The list at the left of the import. */
export function ImportFileList({ batch, selected, onSelect }: ImportFileListProps) {
  const words = useWords();
  const formats = useFormats();
  return (
    <VirtualList
      label={words('import.files')}
      items={batch}
      keyOf={({ key }) => key}
      estimateHeight={52}
      selectedKey={selected}
      onSelect={({ key }) => onSelect(key)}
      renderItem={({ file, state }, { isSelected }) => (
        <div
          className={classNames('import-file', `import-file--${toneOf(state)}`, isSelected && 'import-file--selected')}
        >
          <StateIcon state={state} />
          <span className="import-file__name" title={file.name}>
            {file.name}
          </span>
          <span className="import-file__state">{sayState(state, words, formats)}</span>
        </div>
      )}
    />
  );
}

function toneOf(state: FileState): string {
  if (state.kind === 'ready' || state.kind === 'foreign') return state.isWanted ? 'good' : 'plain';
  return state.kind === 'imported' ? 'good' : state.kind;
}

function StateIcon({ state }: { readonly state: FileState }) {
  switch (state.kind) {
    case 'waiting':
      return <CircleDashed aria-hidden />;
    case 'reading':
      return <LoaderCircle aria-hidden />;
    case 'ready':
    case 'foreign':
      return state.isWanted ? <CircleCheck aria-hidden /> : <MinusCircle aria-hidden />;
    case 'duplicate':
      return <Copy aria-hidden />;
    case 'failed':
      return <CircleX aria-hidden />;
    case 'imported':
      return <CircleCheck aria-hidden />;
  }
}
