/** Handing over: only what a colleague has not seen yet, or a whole copy with a passphrase of its own. */
import { useSession } from '#renderer/data/hooks.ts';
import { SendWork } from '#renderer/features/merge/SendWork.tsx';
import { ShareCopy } from '#renderer/features/merge/ShareCopy.tsx';
import { useWords } from '#renderer/ui/words.ts';

/** The section. */
export function HandOver() {
  const words = useWords();
  const session = useSession();
  return (
    <section className="merge-section" aria-labelledby="merge-hand-over">
      <h2 id="merge-hand-over">{words('merge.handOver.title')}</h2>
      <div className="merge-cards">
        <SendWork key={`work ${session.replica}`} />
        <ShareCopy key={`copy ${session.replica}`} />
      </div>
    </section>
  );
}
