/** What rests on a finding, and a way to write the next link of the chain from here. */
import type { Finding } from '#shared/domain/findings/finding.ts';
import { restingOn } from '#renderer/features/findings/chain.ts';
import { addChainItem } from '#renderer/features/findings/chain-edits.ts';
import { LinkChip } from '#renderer/features/findings/LinkChip.tsx';
import { useSession, useVersion } from '#renderer/data/hooks.ts';
import { chainLists, showChainItem } from '#renderer/view-state/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { useWords } from '#renderer/ui/words.ts';

/** The links. */
export function RestingOn({ finding }: { readonly finding: Finding }) {
  const words = useWords();
  const session = useSession();
  useVersion(['conclusion', 'recommendation', 'learning']);
  const links = restingOn(session.project, finding.id);
  return (
    <section className="link-picker" aria-label={words('findings.restsOnThis')}>
      <span className="link-picker__label">{words('findings.restsOnThis')}</span>
      <div className="link-picker__chips">
        {links.map((link) => (
          <LinkChip key={link.id} number={link.number} text={link.text} onOpen={() => showChainItem(link)} />
        ))}
        {links.length === 0 && <span className="link-picker__empty">{words('findings.nothingRests')}</span>}
        {!session.lockedBy && (
          <Menu
            label={words('findings.writeNext')}
            entries={chainLists.map((list) => ({
              id: list,
              label: words(`findings.addItem.${list}`),
              onAction: () => addChainItem(session, list, { findings: [finding.id], criteria: [finding.criterion] }),
            }))}
          >
            <Button variant="quiet">{words('findings.writeNext')}</Button>
          </Menu>
        )}
      </div>
    </section>
  );
}
