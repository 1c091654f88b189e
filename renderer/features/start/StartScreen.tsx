/** Where everybody begins: make an evaluation, open one, try the sample, go on with a recent one. */
import { FilePlus2, FolderOpen, GraduationCap } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { hostBridge } from '#renderer/bridge/bridge.ts';
import type { ProjectSession } from '#renderer/data/session.ts';
import { BrandMark } from '#renderer/features/start/BrandMark.tsx';
import { LanguageChoice } from '#renderer/features/start/LanguageChoice.tsx';
import { NewEvaluationDialog } from '#renderer/features/start/NewEvaluationDialog.tsx';
import { OpeningDialogs } from '#renderer/features/start/OpeningDialogs.tsx';
import { RecentList } from '#renderer/features/start/RecentList.tsx';
import type { StartIntent } from '#renderer/features/start/start-intent.ts';
import { useOpening } from '#renderer/features/start/use-opening.ts';
import { useSample } from '#renderer/features/start/use-sample.ts';
import { useWords } from '#renderer/ui/words.ts';
import './StartScreen.css';

export type StartScreenProps = {
  /** What to begin with, when it was asked for elsewhere; a new object each time it is asked for. */
  readonly start: { readonly intent: StartIntent };
  readonly onOpened: (session: ProjectSession) => void;
};

/** The start screen. */
export function StartScreen({ start, onOpened }: StartScreenProps) {
  const words = useWords();
  const [isMaking, setMaking] = useState(false);
  const controls = useOpening(onOpened);
  const { begin } = controls;
  const sample = useSample(onOpened, controls.fail);
  const pick = async (): Promise<void> =>
    begin(await hostBridge().ask('project.pickToOpen', { title: words('start.open.title') }));
  const isBusy = controls.opening.kind === 'busy' || sample.isBusy;

  useEffect(() => {
    const { intent } = start;
    if (intent === 'new') setMaking(true);
    else if (intent === 'open') void pick();
    else if (intent === 'sample') void sample.make();
    else if (intent) void begin(intent.requested);
    // An intent is taken up once, when it comes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [start]);

  return (
    <main className="start">
      <div className="start__middle">
        <section>
          <div className="start__brand">
            <BrandMark />
            <h1 className="start__name">{words('common.appName')}</h1>
          </div>
          <p className="start__purpose">{words('start.purpose')}</p>
          <div className="start__actions">
            <Action
              icon={<FilePlus2 aria-hidden />}
              title={words('start.new.action')}
              text={words('start.new.text')}
              isDisabled={isBusy}
              onPress={() => setMaking(true)}
            />
            <Action
              icon={<FolderOpen aria-hidden />}
              title={words('start.open.action')}
              text={words('start.open.text')}
              isDisabled={isBusy}
              onPress={() => void pick()}
            />
            <Action
              icon={<GraduationCap aria-hidden />}
              title={words('start.sample.action')}
              text={words('start.sample.text')}
              isDisabled={isBusy}
              onPress={() => void sample.make()}
            />
          </div>
        </section>
        <RecentList isDisabled={isBusy} onOpen={(id) => void hostBridge().ask('recent.open', { id }).then(begin)} />
      </div>
      <footer className="start__foot">
        <span role="status">
          {controls.opening.kind === 'busy' && words('start.opening', { name: controls.opening.name })}
          {sample.isBusy && words('start.sample.making')}
          {!isBusy && words('start.offline')}
        </span>
        <LanguageChoice />
      </footer>
      <NewEvaluationDialog isOpen={isMaking} onClose={() => setMaking(false)} onOpened={onOpened} />
      <OpeningDialogs controls={controls} onPick={() => void pick()} />
    </main>
  );
}

type ActionProps = {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly isDisabled: boolean;
  readonly onPress: () => void;
};

function Action({ icon, title, text, isDisabled, onPress }: ActionProps) {
  return (
    <AriaButton className="start-action" isDisabled={isDisabled} onPress={onPress}>
      {icon}
      <span>
        <span className="start-action__title">{title}</span>
        <span className="start-action__text">{text}</span>
      </span>
    </AriaButton>
  );
}
