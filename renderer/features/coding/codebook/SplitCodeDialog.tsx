/** The box that splits a code: quote by quote, each to one of the codes below it; one change when it is done. */
import { useMemo, useState, type KeyboardEvent } from 'react';
import { drawId, type RandomBytes } from '#shared/basics/ids.ts';
import type { Code, CodeId } from '#shared/domain/codebook/code.ts';
import type { Coding, CodingId } from '#shared/domain/coding/coding.ts';
import { useCodebook, useContent, useRecord, useSession } from '#renderer/data/hooks.ts';
import { CodeSwatch } from '#renderer/features/coding/codebook/CodeSwatch.tsx';
import { splitCodeInto } from '#renderer/features/coding/codebook/codebook-actions.ts';
import { canCreate } from '#renderer/features/coding/picker/rank-codes.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

const randomBytes: RandomBytes = (count) => crypto.getRandomValues(new Uint8Array(count));
const CONTEXT_LENGTH = 160;
const MAXIMUM_KEYS = 9;

/** A code that quotes can be sorted into: one that is there, or one that will be made. */
export type SplitTarget = { readonly id: CodeId; readonly name: string; readonly isNew: boolean };

/** The box for one code. */
export function SplitCodeDialog({ code, onClose }: { readonly code: Code; readonly onClose: () => void }) {
  const words = useWords();
  const session = useSession();
  const codebook = useCodebook();
  // As they were when the box was opened: sorting does not change the list.
  const [codings] = useState<readonly Coding[]>(() => session.project.codingsOfCode(code.id));
  const [made, setMade] = useState<readonly SplitTarget[]>([]);
  const [sorted, setSorted] = useState<ReadonlyMap<CodingId, CodeId>>(new Map());
  const [at, setAt] = useState(0);
  const targets = useMemo(
    () => [...codebook.childrenOf(code.id).map(({ id, name }) => ({ id, name, isNew: false })), ...made],
    [code.id, codebook, made],
  );
  const coding = codings[at];
  const sort = (target: SplitTarget | null): void => {
    if (!coding) return;
    const next = new Map(sorted);
    if (target) next.set(coding.id, target.id);
    else next.delete(coding.id);
    setSorted(next);
    setAt(Math.min(at + 1, codings.length));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLInputElement) return;
    const target = /^[1-9]$/u.test(event.key) ? targets[Number(event.key) - 1] : undefined;
    if (target) sort(target);
    else if (event.key === 'ArrowRight') sort(null);
    else if (event.key === 'ArrowLeft') setAt(Math.max(0, at - 1));
    else return;
    event.preventDefault();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="wide"
      title={words('coding.split.title', { code: code.name })}
      actionsStart={<Button onPress={onClose}>{words('common.cancel')}</Button>}
      actions={
        <Button
          variant="primary"
          isDisabled={sorted.size === 0}
          onPress={() => {
            splitCodeInto(session, code, targets, sorted);
            onClose();
          }}
        >
          {words('coding.split.apply', { count: sorted.size })}
        </Button>
      }
    >
      <div className="code-split" onKeyDown={onKeyDown}>
        <ProgressBar
          label={words('coding.split.progress', { at: Math.min(at + 1, codings.length), count: codings.length })}
          done={at}
          total={codings.length}
        />
        {coding ? <SplitQuote coding={coding} /> : <p>{words('coding.split.end')}</p>}
        <NewTarget
          isTaken={(name) => !canCreate(codebook, name, code.id) || made.some((target) => target.name === name)}
          onMake={(name) => setMade([...made, { id: drawId<'code'>(randomBytes), name, isNew: true }])}
        />
        <div className="code-split__targets">
          {targets.map((target, index) => (
            <Button
              key={target.id}
              isDisabled={!coding}
              className={coding && sorted.get(coding.id) === target.id ? 'code-split__chosen' : ''}
              onPress={() => sort(target)}
            >
              {!target.isNew && <CodeSwatch code={target.id} />}
              {target.name}
              <span className="code-split__count">{[...sorted.values()].filter((id) => id === target.id).length}</span>
              {index < MAXIMUM_KEYS && <kbd>{index + 1}</kbd>}
            </Button>
          ))}
        </div>
        <div className="code-split__targets">
          <Button variant="quiet" isDisabled={at === 0} onPress={() => setAt(at - 1)}>
            {words('coding.split.back')} <kbd>←</kbd>
          </Button>
          <Button variant="quiet" isDisabled={!coding} onPress={() => sort(null)}>
            {words('coding.split.stay', { code: code.name })} <kbd>→</kbd>
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function SplitQuote({ coding }: { readonly coding: Coding }) {
  const source = useRecord('source', coding.source);
  const content = useContent(coding.revision);
  const text = content?.text ?? '';
  return (
    <blockquote className="code-split__quote" aria-live="polite">
      <cite>{source?.name}</cite>
      <p>
        <span className="code-split__around">
          {text.slice(Math.max(0, coding.start - CONTEXT_LENGTH), coding.start)}
        </span>
        <mark>{text.slice(coding.start, coding.end)}</mark>
        <span className="code-split__around">{text.slice(coding.end, coding.end + CONTEXT_LENGTH)}</span>
      </p>
      {coding.memo !== '' && <p className="code-split__memo">{coding.memo}</p>}
    </blockquote>
  );
}

type NewTargetProps = { readonly isTaken: (name: string) => boolean; readonly onMake: (name: string) => void };

function NewTarget({ isTaken, onMake }: NewTargetProps) {
  const words = useWords();
  const [name, setName] = useState('');
  const trimmed = name.trim();
  const canMake = trimmed !== '' && !isTaken(trimmed);
  const make = (): void => {
    if (!canMake) return;
    onMake(trimmed);
    setName('');
  };
  return (
    <div
      className="code-split__new"
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        make();
      }}
    >
      <TextField
        label={words('coding.split.newCode')}
        value={name}
        onChange={setName}
        error={trimmed !== '' && !canMake ? words('coding.nameTaken') : ''}
      />
      <Button isDisabled={!canMake} onPress={make}>
        {words('common.add')}
      </Button>
    </div>
  );
}
