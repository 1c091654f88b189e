/** The head of an open text: its name and facts, how far its coding is, how it is shown, what is filtered out. */
import { CircleCheck, Columns2, X } from 'lucide-react';
import { useMemo } from 'react';
import type { Source } from '#shared/domain/source/source.ts';
import { useRecords, useSession } from '#renderer/data/hooks.ts';
import { useDesk } from '#renderer/features/coding/desk-context.ts';
import { ShownCodings } from '#renderer/features/coding/reader/ShownCodings.tsx';
import { TextOptions } from '#renderer/features/coding/reader/TextOptions.tsx';
import type { ReaderCodings } from '#renderer/features/coding/reader/use-reader-codings.ts';
import { useCommandKey } from '#renderer/features/coding/use-command-key.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { useWords } from '#renderer/ui/words.ts';
import { closeBeside, openBeside, useCodingDesk } from '#renderer/view-state/coding-desk.ts';
import { requestTextEdit } from '#renderer/view-state/text-request.ts';

export type TextHeadProps = {
  readonly source: Source;
  readonly codings: ReaderCodings;
  /** It is the one beside the text in hand. */
  readonly isBeside: boolean;
};

/** The head. */
export function TextHead({ source, codings, isBeside }: TextHeadProps) {
  const words = useWords();
  const formats = useFormats();
  const { actions } = useDesk();
  const session = useSession();
  const finishKey = useCommandKey('finish');
  const date = useMemo(() => (source.date === '' ? '' : formats.date(source.date)), [formats, source.date]);
  const isFinished = session.person in (source.finished ?? {});
  const facts = [
    words(`common.method.${source.method}`),
    date,
    source.place,
    words('common.codings', { count: codings.total }),
  ];
  return (
    <header className="text-pane__head">
      <h2 className="text-pane__title">{source.name}</h2>
      <p className="text-pane__facts">{facts.filter(Boolean).join(' · ')}</p>
      <div className="text-pane__tools">
        <Button variant="quiet" onPress={() => requestTextEdit(source.id)}>
          {words('texts.editButton')}
        </Button>
        <IconButton
          label={words(isFinished ? 'coding.progress.takeUp' : 'coding.command.finish')}
          icon={<CircleCheck aria-hidden />}
          isPressed={isFinished}
          {...(finishKey !== '' && { shortcut: finishKey })}
          onPress={() => actions.toggleFinished()}
        />
        <ShownCodings />
        <TextOptions />
        {isBeside ? (
          <span data-keeps-hand>
            <IconButton label={words('coding.beside.close')} icon={<X aria-hidden />} onPress={closeBeside} />
          </span>
        ) : (
          <BesideButton source={source} />
        )}
      </div>
    </header>
  );
}

function BesideButton({ source }: { readonly source: Source }) {
  const words = useWords();
  const sources = useRecords('source');
  const isOpen = useCodingDesk((desk) => desk.beside !== null);
  const at = sources.findIndex(({ id }) => id === source.id);
  const next = sources[at + 1] ?? sources[at - 1];
  return (
    <IconButton
      label={words(isOpen ? 'coding.beside.close' : 'coding.beside.open')}
      icon={<Columns2 aria-hidden />}
      isPressed={isOpen}
      isDisabled={!next}
      onPress={() => {
        if (isOpen) closeBeside();
        else if (next) openBeside(next.id);
      }}
    />
  );
}
