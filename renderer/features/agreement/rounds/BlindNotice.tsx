/** Says at the bottom of the window that a blind round hides codings, or which layer is looked at. */
import { EyeOff } from 'lucide-react';
import { useRecords, useSession } from '#renderer/data/hooks.ts';
import { openView } from '#renderer/view-state/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useWords } from '#renderer/ui/words.ts';

/** The notice; nothing outside of open rounds. */
export function BlindNotice() {
  const words = useWords();
  const { person } = useSession();
  const blind = useRecords('coding-round').filter((round) => round.state === 'open' && round.coders[person] === true);
  const [first] = blind;
  if (!first) return null;
  return (
    <Button
      variant="quiet"
      className="blind-notice"
      icon={<EyeOff aria-hidden />}
      onPress={() => openView('team', 'rounds')}
    >
      {words('rounds.notice', { round: first.title, count: blind.length })}
    </Button>
  );
}
