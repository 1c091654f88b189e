/** What stays out of a deliverable and why, before it is written. */
import type { StaysOutState } from '#renderer/features/export/use-stays-out.ts';
import { useWords } from '#renderer/ui/words.ts';

/** The list. */
export function StaysOut({ state }: { readonly state: StaysOutState }) {
  const words = useWords();
  return (
    <section className="export-stays-out" aria-label={words('export-screen.staysOut')}>
      <h3>{words('export-screen.staysOut')}</h3>
      <div role="status">
        {state.kind === 'checking' && <p>{words('export-screen.checking')}</p>}
        {state.kind === 'unknown' && <p>{words('export-screen.uncheckable')}</p>}
        {state.kind === 'known' && state.lines.length === 0 && <p>{words('export-screen.nothingStaysOut')}</p>}
        {state.kind === 'known' && state.lines.length > 0 && (
          <ul>
            {state.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
