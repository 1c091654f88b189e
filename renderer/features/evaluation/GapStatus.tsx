/** In the status bar: how many gaps are open; leads to them. */
import { CircleAlert } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useGaps } from '#renderer/view-state/gaps.ts';
import { openView } from '#renderer/view-state/navigation.ts';
import { useWords } from '#renderer/ui/words.ts';

/** The count of open gaps. */
export function GapStatus() {
  const words = useWords();
  const gaps = useGaps();
  if (!gaps) return null;
  const count = gaps.filter(({ dismissal }) => dismissal === null).length;
  return (
    <Button className="app-status__button" onPress={() => openView('evaluation', 'gaps')}>
      <CircleAlert aria-hidden />
      {words('evaluation.gaps.badge', { count })}
    </Button>
  );
}
