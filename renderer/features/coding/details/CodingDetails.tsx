/** The selected coding: code, direction, quote, memo, coder, and the findings that rest on it. */
import { ArrowRight, Lightbulb, Star, Trash2 } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import type { Coding } from '#shared/domain/coding/coding.ts';
import { useCodebook, useContent, useRecord, useRecords } from '#renderer/data/hooks.ts';
import { CodeSwatch } from '#renderer/features/coding/codebook/CodeSwatch.tsx';
import { useDesk } from '#renderer/features/coding/desk-context.ts';
import { DeskHelp } from '#renderer/features/coding/details/DeskHelp.tsx';
import { DirectionControl } from '#renderer/features/coding/details/DirectionControl.tsx';
import { useCommandKey } from '#renderer/features/coding/use-command-key.ts';
import { Button, IconButton, type IconButtonProps } from '#renderer/ui/Button.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { useDraftText } from '#renderer/ui/draft-text.ts';
import { TextArea } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';
import { useCodingDesk } from '#renderer/view-state/coding-desk.ts';
import { showFinding, useNavigation } from '#renderer/view-state/navigation.ts';
import { usePanels } from '#renderer/view-state/panels.ts';
import './CodingDetails.css';

const QUOTE_LENGTH = 600;

/** The pane of the selected coding. */
export function CodingDetails() {
  const words = useWords();
  const selected = useNavigation(({ here }) => here.coding);
  // The text shows first what a key did; a memo that is asked for is there at once, before the next key is typed.
  const settled = useDeferredValue(selected);
  const isMemoWanted = useCodingDesk((desk) => desk.memoRequest !== 0);
  const id = isMemoWanted ? selected : settled;
  const coding = useRecord('coding', id);
  const { actions } = useDesk();
  return (
    <section className="desk-pane" aria-label={words('coding.thisCoding')} data-desk-pane="details">
      <div className="desk-pane__head">
        <h2 className="desk-pane__title">{words('coding.thisCoding')}</h2>
        {coding && (
          <>
            <CommandButton
              command="star"
              label={words(coding.starred ? 'coding.unstar' : 'coding.command.star')}
              icon={<Star aria-hidden className={coding.starred ? 'coding-details__star' : undefined} />}
              onPress={() => actions.toggleStar()}
            />
            <CommandButton
              command="addToFinding"
              label={words('coding.command.addToFinding')}
              icon={<Lightbulb aria-hidden />}
              onPress={() => actions.addToFinding()}
            />
            <CommandButton
              command="remove"
              label={words('coding.command.remove')}
              icon={<Trash2 aria-hidden />}
              onPress={() => actions.removeSelected()}
            />
          </>
        )}
      </div>
      <div className="desk-pane__body">{coding ? <CodingForm coding={coding} /> : <DeskHelp />}</div>
    </section>
  );
}

/** A button with the key that holds for its command. */
function CommandButton({ command, ...rest }: IconButtonProps & { readonly command: string }) {
  const shortcut = useCommandKey(command);
  return <IconButton {...rest} {...(shortcut !== '' && { shortcut })} />;
}

function CodingForm({ coding }: { readonly coding: Coding }) {
  const words = useWords();
  const formats = useFormats();
  const { CodingMarks } = usePanels();
  const { actions } = useDesk();
  const codebook = useCodebook();
  const coder = useRecord('person', coding.coder);
  const content = useContent(coding.revision);
  const codedAt = useMemo(() => formats.dateTime(coding.codedAt), [coding.codedAt, formats]);
  const path = codebook.pathOf(coding.code);
  const quote = content?.text.slice(coding.start, coding.end) ?? '';
  return (
    <div className="coding-details">
      <div className="coding-details__code">
        <CodeSwatch code={coding.code} />
        <span className="coding-details__path">
          {path.length > 1 && <span className="coding-details__above">{path.slice(0, -1).join(' / ')}</span>}
          {path.at(-1)}
        </span>
        <Button variant="quiet" onPress={() => actions.pick('recode')}>
          {words('coding.recode')}
        </Button>
      </div>
      <DirectionControl value={coding.direction} onChange={(direction) => actions.setDirection(direction)} />
      <CodingMarks coding={coding} />
      <MemoField key={coding.id} coding={coding} />
      <blockquote className="coding-details__quote">
        {quote.length > QUOTE_LENGTH ? `${quote.slice(0, QUOTE_LENGTH)}…` : quote}
      </blockquote>
      <p className="coding-details__facts">
        {[coder?.name, codedAt, words('coding.characters', { count: quote.length })].filter(Boolean).join(' · ')}
      </p>
      <FindingsOn coding={coding} />
    </div>
  );
}

function MemoField({ coding }: { readonly coding: Coding }) {
  const words = useWords();
  const { actions, reader } = useDesk();
  const draft = useDraftText(coding.memo, (memo) => actions.writeMemo(coding, memo));
  const place = useRef<HTMLDivElement>(null);
  const request = useCodingDesk((desk) => desk.memoRequest);
  useEffect(() => {
    if (request === 0 || useNavigation.getState().here.coding !== coding.id) return;
    place.current?.querySelector('textarea')?.focus();
    useCodingDesk.setState({ memoRequest: 0 });
  }, [coding.id, request]);
  return (
    <div
      ref={place}
      onKeyDown={(event) => {
        const isDone = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
        if (!isDone) return;
        event.preventDefault();
        event.stopPropagation();
        reader.focus();
      }}
    >
      <TextArea label={words('coding.memo')} description={words('coding.memoHelp')} rows={2} {...draft} />
    </div>
  );
}

function FindingsOn({ coding }: { readonly coding: Coding }) {
  const words = useWords();
  const findings = useRecords('finding').filter((finding) => coding.id in finding.evidence);
  if (findings.length === 0) return <p className="coding-details__facts">{words('coding.inNoFinding')}</p>;
  return (
    <div className="coding-details__findings">
      <h3 className="ui-field__label">{words('coding.usedIn')}</h3>
      {findings.map((finding) => (
        <Button
          key={finding.id}
          variant="quiet"
          className="coding-details__finding"
          icon={<ArrowRight aria-hidden />}
          onPress={() => showFinding(finding.id)}
        >
          <span>
            {finding.number} {finding.title}
          </span>
        </Button>
      ))}
    </div>
  );
}
