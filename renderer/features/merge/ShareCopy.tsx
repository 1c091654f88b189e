/** Sharing a whole copy: without the list of identities, under a passphrase that opens nothing but this copy. */
import { useState } from 'react';
import { useSession } from '#renderer/data/hooks.ts';
import { useSaveFile } from '#renderer/features/merge/use-save-file.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

/** The card. */
export function ShareCopy() {
  const words = useWords();
  const session = useSession();
  const save = useSaveFile();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [hasTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const isMissing = hasTried && passphrase === '';
  const isDifferent = hasTried && passphrase !== again;
  const share = async (): Promise<void> => {
    setTried(true);
    if (passphrase === '' || passphrase !== again) return;
    setBusy(true);
    const isWritten = await save(words('merge.handOver.copyTitle'), words('merge.handOver.copyName'), () =>
      session.packCopy(passphrase),
    );
    setBusy(false);
    if (!isWritten) return;
    setTried(false);
    setPassphrase('');
    setAgain('');
  };
  return (
    <section className="merge-card" aria-labelledby="merge-share-copy">
      <h3 id="merge-share-copy">{words('merge.handOver.copy')}</h3>
      <p>{words('merge.handOver.aboutCopy')}</p>
      <TextField
        type="password"
        label={words('merge.handOver.passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        autoComplete="new-password"
        error={isMissing ? words('merge.handOver.missing') : ''}
      />
      <TextField
        type="password"
        label={words('merge.handOver.again')}
        value={again}
        onChange={setAgain}
        autoComplete="new-password"
        error={isDifferent ? words('merge.handOver.different') : ''}
      />
      <Button isDisabled={isBusy} onPress={() => void share()}>
        {words('merge.handOver.share')}
      </Button>
    </section>
  );
}
