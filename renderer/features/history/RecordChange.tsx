/** What a change did to one record: made, edited or removed, field by field. */
import type { FieldStory, RecordStory } from '#shared/domain/change/describe-change.ts';
import { bringBack, canReturn, isPresent, presentValue, putBackField } from '#shared/domain/change/restore-edits.ts';
import { useSession } from '#renderer/data/hooks.ts';
import { wordField, wordValue } from '#renderer/view-state/record-words.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { useWords } from '#renderer/ui/words.ts';

export type RecordChangeProps = { readonly story: RecordStory; readonly isReadOnly: boolean };

/** One record of a change. */
export function RecordChange({ story, isReadOnly }: RecordChangeProps) {
  const words = useWords();
  const session = useSession();
  const { kind, id, name, what } = story;
  const { fold } = session.project;
  return (
    <article className="history-record">
      <div className="history-record__head">
        <span className="history-record__what">
          {words(`history.what.${what}`, { kind: words(`history.kind.${kind}`) })}
        </span>
        <span className="history-record__name">{name}</span>
        {canReturn(fold, kind, id) && (
          <Button isDisabled={isReadOnly} onPress={() => session.commit(bringBack(fold, kind, id))}>
            {words('history.bringBack')}
          </Button>
        )}
      </div>
      {story.fields.length > 0 && (
        <dl className="history-fields">
          {story.fields.map((field) => (
            <FieldChange key={field.field} story={story} field={field} isReadOnly={isReadOnly} />
          ))}
        </dl>
      )}
    </article>
  );
}

type FieldChangeProps = RecordChangeProps & { readonly field: FieldStory };

function FieldChange({ story, field, isReadOnly }: FieldChangeProps) {
  const words = useWords();
  const formats = useFormats();
  const session = useSession();
  const { fold } = session.project;
  const { kind, id } = story;
  const write = (value: FieldStory['before']): string =>
    wordValue(fold, { kind, field: field.field }, value, words, formats) || words('history.nothing');
  const now = presentValue(fold, kind, id, field.field);
  const isAsAfter = isSame(now, field.after);
  const canPutBack = story.what === 'edited' && isPresent(fold, kind, id) && !isSame(now, field.before);
  return (
    <div className="history-field">
      <dt>{wordField(fold, kind, field.field, words)}</dt>
      <dd>
        {story.what === 'edited' && <del className="history-field__before">{write(field.before)}</del>}
        <ins className="history-field__after">{write(field.after)}</ins>
        {!isAsAfter && isPresent(fold, kind, id) && (
          <span className="history-field__now">{words('history.now', { value: write(now) })}</span>
        )}
        {canPutBack && (
          <Button
            isDisabled={isReadOnly}
            onPress={() => session.commit(putBackField(fold, kind, id, field.field, field.before))}
          >
            {words('history.putBack')}
          </Button>
        )}
      </dd>
    </div>
  );
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
