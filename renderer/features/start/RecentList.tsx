/** Evaluations that were opened at this machine, the latest first. */
import { Archive, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { RecentProject } from '#shared/bridge/requests.ts';
import { hostBridge } from '#renderer/bridge/bridge.ts';
import { openOverlay } from '#renderer/view-state/overlays.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { useWords } from '#renderer/ui/words.ts';

export type RecentListProps = { readonly isDisabled: boolean; readonly onOpen: (id: string) => void };

/** The recent evaluations. */
export function RecentList({ isDisabled, onOpen }: RecentListProps) {
  const words = useWords();
  const { dateTime } = useFormats();
  const [recent, setRecent] = useState<readonly RecentProject[] | null>(null);
  useEffect(() => {
    void hostBridge().ask('recent.list', {}).then(setRecent);
  }, []);
  const forget = (id: string): void => {
    void hostBridge().ask('recent.forget', { id });
    setRecent((before) => before?.filter((project) => project.id !== id) ?? null);
  };
  return (
    <section className="start__recent" aria-labelledby="start-recent">
      <div className="start__heads">
        <h2 id="start-recent" className="start__heading">
          {words('start.recent.title')}
        </h2>
        <Button variant="quiet" icon={<Archive aria-hidden />} onPress={() => openOverlay('backups')}>
          {words('start.recent.backups')}
        </Button>
      </div>
      {recent?.length === 0 && <p className="start__none">{words('start.recent.none')}</p>}
      {recent && recent.length > 0 && (
        <ul className="start__list">
          {recent.map((project) => (
            <li key={project.id} className="start-recent">
              <AriaButton className="start-recent__open" isDisabled={isDisabled} onPress={() => onOpen(project.id)}>
                <span className="start-recent__name">{project.name.replace(/\.triangula$/u, '')}</span>
                <span className="start-recent__where">
                  {project.exists
                    ? words('start.recent.where', { folder: project.folder, when: dateTime(project.openedAt) })
                    : words('start.recent.missing', { folder: project.folder })}
                </span>
              </AriaButton>
              <IconButton
                label={words('start.recent.forget', { name: project.name })}
                icon={<X aria-hidden />}
                onPress={() => forget(project.id)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
