/** A round that is being coded: who has finished what, and closing it. Counts of others stay hidden: they would tell. */
import { Check, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { closeRound, removeRound } from '#shared/domain/team/coding-round-edits.ts';
import { codersOfRound, type CodingRound } from '#shared/domain/team/coding-round.ts';
import { useCodebook, useRecords, useSession } from '#renderer/data/hooks.ts';
import { useFinished, useSourcesOfRound } from '#renderer/features/agreement/rounds/use-rounds.ts';
import { showSource } from '#renderer/view-state/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ConfirmDialog } from '#renderer/ui/Dialog.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { useWords } from '#renderer/ui/words.ts';

/** The round. */
export function OpenRound({ round }: { readonly round: CodingRound }) {
  const words = useWords();
  const { list, date } = useFormats();
  const session = useSession();
  const codebook = useCodebook();
  const sources = useSourcesOfRound(round);
  const isFinished = useFinished();
  const people = useRecords('person');
  const coders = codersOfRound(round);
  const nameOf = (id: string): string => people.find((one) => one.id === id)?.name ?? words('common.unknown');
  const [isAsking, setAsking] = useState(false);
  const left = sources.flatMap(({ id }) => coders.filter((coder) => !isFinished(id, coder))).length;
  const codes = Object.keys(round.codes).map((id) => codebook.byId.get(id as never)?.name ?? words('common.unknown'));
  const close = (): void => {
    setAsking(false);
    session.commit(closeRound(round));
  };
  return (
    <section className="round" aria-label={round.title}>
      <header className="round__head">
        <h2 className="round__title">{round.title}</h2>
        <p>{words('rounds.startedBy', { person: nameOf(round.startedBy), date: date(round.startedAt) })}</p>
        <p>{codes.length > 0 ? words('rounds.aboutCodes', { codes: list(codes) }) : words('rounds.aboutAll')}</p>
        <p className="round__blind">
          <EyeOff aria-hidden />
          {words(coders.includes(session.person) ? 'rounds.blindForYou' : 'rounds.blindForThem')}
        </p>
      </header>
      <div className="round__body">
        <table className="agreement-table">
          <caption className="ui-hidden-text">{words('rounds.progress')}</caption>
          <thead>
            <tr>
              <th scope="col">{words('agreement.sources')}</th>
              {coders.map((coder) => (
                <th key={coder} scope="col">
                  {nameOf(coder)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sources.map((source) => (
              <tr key={source.id}>
                <th scope="row">
                  <Button variant="quiet" onPress={() => showSource(source.id)}>
                    {source.name}
                  </Button>
                </th>
                {coders.map((coder) => (
                  <td key={coder}>
                    {isFinished(source.id, coder) ? (
                      <span className="round__done">
                        <Check aria-hidden /> {words('rounds.finished')}
                      </span>
                    ) : (
                      words('rounds.notFinished')
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <footer className="round__actions">
        <Button onPress={() => session.commit(removeRound(session.project, round))}>{words('rounds.remove')}</Button>
        <Button variant="primary" onPress={() => (left > 0 ? setAsking(true) : close())}>
          {words('rounds.close')}
        </Button>
      </footer>
      <ConfirmDialog
        isOpen={isAsking}
        title={words('rounds.close')}
        confirmLabel={words('rounds.close')}
        onConfirm={close}
        onCancel={() => setAsking(false)}
      >
        {words('rounds.closeEarly', { count: left })}
      </ConfirmDialog>
    </section>
  );
}
