/** Sending only what a colleague has not seen, as far as their last copy that was taken over here tells. */
import { useEffect, useState } from 'react';
import type { Acquaintance } from '#shared/formats/project-file/hand-over.ts';
import { useRecords, useSession } from '#renderer/data/hooks.ts';
import { useSaveFile } from '#renderer/features/merge/use-save-file.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { useWords } from '#renderer/ui/words.ts';

/** The card. */
export function SendWork() {
  const words = useWords();
  const { date } = useFormats();
  const session = useSession();
  const people = useRecords('person');
  const save = useSaveFile();
  const [colleagues, setColleagues] = useState<readonly Acquaintance[] | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    void session.knownColleagues().then((known) => {
      if (isCurrent) setColleagues(known);
    });
    return () => {
      isCurrent = false;
    };
  }, [session]);
  const named = (colleagues ?? []).flatMap((one) => {
    const person = people.find(({ id }) => id === one.person);
    return person ? [{ ...one, name: person.name }] : [];
  });
  const target = named.find(({ person }) => person === chosen);
  const send = async (): Promise<void> => {
    if (!target) return;
    setBusy(true);
    const what = words('merge.handOver.workFor', { person: target.name });
    await save(words('merge.handOver.workTitle'), what, () => session.packWork(target.seen));
    setBusy(false);
  };
  return (
    <section className="merge-card" aria-labelledby="merge-send-work">
      <h3 id="merge-send-work">{words('merge.handOver.work')}</h3>
      <p>{words('merge.handOver.aboutWork')}</p>
      {colleagues !== null && named.length === 0 ? (
        <p>{words('merge.handOver.nobody')}</p>
      ) : (
        <>
          <Select
            label={words('merge.handOver.to')}
            value={chosen}
            onChange={setChosen}
            placeholder={words('merge.handOver.choosePerson')}
            choices={named.map(({ person, name, lastAt }) => ({
              id: person,
              label: name,
              description: words('merge.handOver.lastSeen', { date: date(lastAt) }),
            }))}
          />
          <Button isDisabled={!target || isBusy} onPress={() => void send()}>
            {words('merge.handOver.send')}
          </Button>
        </>
      )}
    </section>
  );
}
