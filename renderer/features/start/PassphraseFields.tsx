/** Choosing how a new evaluation is sealed: a passphrase typed twice, or none, which is an explicit choice. */
import { TriangleAlert } from 'lucide-react';
import { measurePassphrase } from '#renderer/features/start/passphrase-strength.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './PassphraseFields.css';

export type PassphraseChoice = {
  readonly passphrase: string;
  readonly again: string;
  readonly wantsNone: boolean;
};

export const NO_CHOICE_YET: PassphraseChoice = { passphrase: '', again: '', wantsNone: false };

/** What keeps the choice from being taken, as the end of a locale key; null when it can be. */
export function whyNotYet({ passphrase, again, wantsNone }: PassphraseChoice): 'missing' | 'different' | null {
  if (wantsNone) return null;
  if (passphrase === '') return 'missing';
  return passphrase === again ? null : 'different';
}

export type PassphraseFieldsProps = {
  readonly choice: PassphraseChoice;
  readonly onChange: (choice: PassphraseChoice) => void;
  /** Mistakes are shown once somebody has tried to go on. */
  readonly showsMistakes: boolean;
};

/** The fields of the choice. */
export function PassphraseFields({ choice, onChange, showsMistakes }: PassphraseFieldsProps) {
  const words = useWords();
  const strength = measurePassphrase(choice.passphrase);
  const mistake = showsMistakes ? whyNotYet(choice) : null;
  return (
    <fieldset className="start-sealing">
      <legend className="start-sealing__legend">{words('start.sealing.title')}</legend>
      <p className="start-sealing__text">{words('start.sealing.text')}</p>
      {!choice.wantsNone && (
        <div className="start-sealing__pair">
          <TextField
            type="password"
            label={words('start.sealing.passphrase')}
            value={choice.passphrase}
            onChange={(passphrase) => onChange({ ...choice, passphrase })}
            autoComplete="new-password"
            error={mistake === 'missing' ? words('start.sealing.missing') : ''}
            description={
              <span className={`start-strength start-strength--${strength}`}>
                <span className="start-strength__bar" aria-hidden />
                {words(`start.strength.${strength}`)}
              </span>
            }
          />
          <TextField
            type="password"
            label={words('start.sealing.again')}
            value={choice.again}
            onChange={(again) => onChange({ ...choice, again })}
            autoComplete="new-password"
            error={
              mistake === 'different' || (choice.again !== '' && !choice.passphrase.startsWith(choice.again))
                ? words('start.sealing.different')
                : ''
            }
            description={words('start.sealing.noRecovery')}
          />
        </div>
      )}
      <Checkbox isSelected={choice.wantsNone} onChange={(wantsNone) => onChange({ ...choice, wantsNone })}>
        {words('start.sealing.none')}
      </Checkbox>
      {choice.wantsNone && (
        <p className="start-sealing__warning" role="alert">
          <TriangleAlert aria-hidden />
          {words('start.sealing.noneWarning')}
        </p>
      )}
    </fieldset>
  );
}
