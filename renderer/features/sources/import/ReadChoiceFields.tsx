/** How a file is read, where a guess may be wrong: encoding, speaker labels, footnotes, where its table stands. */
import type { BatchFile, ReadyFile } from '#renderer/features/sources/import/import-batch.ts';
import { TableLayoutFields } from '#renderer/features/sources/import/TableLayoutFields.tsx';
import type { ImportControls } from '#renderer/features/sources/import/use-import.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { useWords } from '#renderer/ui/words.ts';

/** The encodings that field material comes in, by their WHATWG labels. */
const encodings = [
  'utf-8',
  'windows-1252',
  'utf-16le',
  'utf-16be',
  'macintosh',
  'windows-1250',
  'windows-1251',
  'windows-1256',
] as const;
const speakerChoices = ['guess', 'always', 'never'] as const;
const footnoteChoices = ['left-out', 'at-end'] as const;

export type ReadChoiceFieldsProps = {
  readonly entry: BatchFile;
  readonly ready: ReadyFile;
  readonly controls: ImportControls;
};

/** The fields that read the file again. */
export function ReadChoiceFields({ entry, ready, controls }: ReadChoiceFieldsProps) {
  const words = useWords();
  const { imported, choices } = ready;
  const isTalk = imported.content.table === null && imported.format !== 'vtt';
  const known = encodings.map((id) => ({ id, label: id.toUpperCase() }));
  const own = imported.encoding;
  const hasFootnotes =
    choices.footnotes !== undefined || imported.warnings.some(({ code }) => code === 'footnotes-left-out');
  return (
    <>
      {own !== null && (
        <Select
          label={words('import.encoding')}
          choices={known.some(({ id }) => id === own) ? known : [{ id: own, label: own.toUpperCase() }, ...known]}
          value={own}
          onChange={(encoding) => void controls.readAgain(entry, { ...choices, encoding })}
        />
      )}
      {isTalk && (
        <Select
          label={words('import.speakerLabels')}
          choices={speakerChoices.map((id) => ({ id, label: words(`import.speakerChoice.${id}`) }))}
          value={choices.speakers ?? 'guess'}
          onChange={(speakers) => void controls.readAgain(entry, { ...choices, speakers })}
        />
      )}
      {hasFootnotes && (
        <Select
          label={words('import.footnotes')}
          choices={footnoteChoices.map((id) => ({ id, label: words(`import.footnoteChoice.${id}`) }))}
          value={choices.footnotes ?? 'left-out'}
          onChange={(footnotes) => void controls.readAgain(entry, { ...choices, footnotes })}
        />
      )}
      {imported.tableLayout && (
        <TableLayoutFields
          ready={ready}
          layout={imported.tableLayout}
          onChoose={(next) => void controls.readAgain(entry, next)}
        />
      )}
    </>
  );
}
