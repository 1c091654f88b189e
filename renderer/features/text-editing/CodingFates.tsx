/** What an edit does to the codings: a line of counts, and the codings whose words change or go. */
import type { RevisionPreview, TouchedCoding } from '#shared/domain/revision/preview-revision.ts';
import { useCodebook } from '#renderer/data/hooks.ts';
import { useWords } from '#renderer/ui/words.ts';

export type Fates = RevisionPreview & {
  readonly before: (touched: TouchedCoding) => string;
  readonly after: (touched: TouchedCoding) => string;
};

/** More are counted, not listed. */
const MOST_LISTED = 200;

/** The counts, for a live region, and the list. */
export function CodingFates({ fates }: { readonly fates: Fates }) {
  const words = useWords();
  const codebook = useCodebook();
  const touched = [...fates.lost, ...fates.changed];
  const { moved, changed, lost } = fates;
  return (
    <section className="coding-fates" aria-label={words('texts.codings')}>
      <p className="coding-fates__counts" role="status">
        {words('texts.fates', { moved, changed: changed.length, lost: lost.length })}
      </p>
      {lost.length > 0 && <p className="coding-fates__hint">{words('texts.lostHelp')}</p>}
      {touched.length > 0 && (
        <ul className="coding-fates__list">
          {touched.slice(0, MOST_LISTED).map((item) => (
            <li key={item.coding.id} className="coding-fates__item">
              <span className="coding-fates__code">
                {item.after ? words('texts.fate.changed') : words('texts.fate.lost')}
                {' · '}
                {codebook.byId.get(item.coding.code)?.name ?? ''}
              </span>
              <del>{fates.before(item)}</del>
              {item.after && <ins>{fates.after(item)}</ins>}
            </li>
          ))}
        </ul>
      )}
      {touched.length > MOST_LISTED && <p>{words('texts.andMore', { count: touched.length - MOST_LISTED })}</p>}
    </section>
  );
}
