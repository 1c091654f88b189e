/** How much of each kind a deliverable will hold. */
import { useSession } from '#renderer/data/hooks.ts';
import { useWords } from '#renderer/ui/words.ts';

type CountedKind =
  'finding' | 'conclusion' | 'recommendation' | 'learning' | 'source' | 'participant' | 'code' | 'coding';

/** The list. */
export function RecordCounts({ kinds }: { readonly kinds: readonly CountedKind[] }) {
  const words = useWords();
  const { project } = useSession();
  return (
    <ul className="export-counts">
      {kinds.map((kind) => (
        <li key={kind}>{words(`export-screen.count.${kind}`, { count: project.all(kind).length })}</li>
      ))}
    </ul>
  );
}
