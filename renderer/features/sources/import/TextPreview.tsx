/** The beginning of a file's text, as it will be read. */
import { contentOf, type ReadyFile } from '#renderer/features/sources/import/import-batch.ts';
import { useFormats } from '#renderer/ui/formats.ts';
import { useWords } from '#renderer/ui/words.ts';

const SHOWN_CHARACTERS = 1800;

/** The first words of a file. */
export function TextPreview({ ready }: { readonly ready: ReadyFile }) {
  const words = useWords();
  const { number } = useFormats();
  const { text } = contentOf(ready);
  // No half character at the cut.
  const beginning = text.slice(0, SHOWN_CHARACTERS).replace(/[\uD800-\uDBFF]$/u, '');
  return (
    <section className="import-preview__section">
      <h4>{words('import.text')}</h4>
      <p className="import-preview__facts">
        {words('import.characters', { count: text.length, shown: number(beginning.length) })}
      </p>
      <div className="import-preview__text" tabIndex={0} role="region" aria-label={words('import.text')} dir="auto">
        {beginning}
        {text.length > beginning.length && '…'}
      </div>
    </section>
  );
}
