/** Replaces a word or name in one text or in all, at the places that stay ticked. */
import { useMemo, useState } from 'react';
import { previewRevision } from '#shared/domain/revision/preview-revision.ts';
import { reviseContent } from '#shared/domain/revision/revise-content.ts';
import { replaceAt } from '#shared/analysis/replace-words.ts';
import type { Source } from '#shared/domain/source/source.ts';
import { useSession } from '#renderer/data/hooks.ts';
import { makeRevision } from '#renderer/features/text-editing/make-revision.ts';
import { PersonalSuggestions } from '#renderer/features/text-editing/PersonalSuggestions.tsx';
import { useReplaceHits, type ReplaceHit } from '#renderer/features/text-editing/use-replace-hits.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox, SegmentedControl } from '#renderer/ui/Checkbox.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';

const AROUND = 48;

/** The fields, the hits, and the button. */
export function ReplaceView({ source, onDone }: { readonly source: Source; readonly onDone: () => void }) {
  const words = useWords();
  const session = useSession();
  const [find, setFind] = useState('');
  const [insert, setInsert] = useState('');
  const [matchCase, setMatchCase] = useState(true);
  const [wholeWords, setWholeWords] = useState(true);
  const [scope, setScope] = useState<'one' | 'all'>('all');
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set());
  const [selected, setSelected] = useState<string | null>(null);
  const hits = useReplaceHits({ find, matchCase, wholeWords }, scope === 'one' ? source.id : null);
  const ticked = useMemo(() => (hits ?? []).filter(({ key }) => !unticked.has(key)), [hits, unticked]);
  const plan = useMemo(() => {
    const bySource = new Map<Source, ReplaceHit[]>();
    for (const hit of ticked) bySource.set(hit.source, [...(bySource.get(hit.source) ?? []), hit]);
    return [...bySource].flatMap(([one, places]) => {
      const content = session.contents.peek(one.revision);
      return content ? [{ source: one, revised: reviseContent(content, replaceAt(places, insert)) }] : [];
    });
  }, [insert, session, ticked]);
  const fates = plan.map(({ source: one, revised }) =>
    previewRevision(
      session.project.codingsOfSource(one.id).filter(({ revision }) => revision === one.revision),
      revised.sections,
    ),
  );
  const sum = (count: (fate: (typeof fates)[number]) => number): number =>
    fates.reduce((total, fate) => total + count(fate), 0);
  const toggle = (hit: ReplaceHit): void =>
    setUnticked((before) => {
      const next = new Set(before);
      if (!next.delete(hit.key)) next.add(hit.key);
      return next;
    });
  const replace = async (): Promise<void> => {
    if (await makeRevision(session, plan, 'replace')) onDone();
  };
  return (
    <div className="edit-text edit-text--replace">
      <div className="replace-hits">
        <VirtualList
          label={words('texts.hits')}
          items={hits ?? []}
          keyOf={({ key }) => key}
          estimateHeight={40}
          selectedKey={selected}
          onSelect={(hit) => setSelected(hit.key)}
          onOpen={toggle}
          renderItem={(hit) => (
            <div className="replace-hit">
              <span className="replace-hit__tick" aria-hidden onClick={() => toggle(hit)}>
                {unticked.has(hit.key) ? '☐' : '☑'}
              </span>
              <span className="ui-hidden-text">
                {words(unticked.has(hit.key) ? 'texts.leftOut' : 'texts.willReplace')}
              </span>
              <strong className="replace-hit__source">{hit.source.name}</strong>
              <span className="replace-hit__words">
                {hit.text.slice(Math.max(0, hit.start - AROUND), hit.start)}
                <mark>{hit.text.slice(hit.start, hit.end)}</mark>
                {hit.text.slice(hit.end, hit.end + AROUND)}
              </span>
            </div>
          )}
        />
      </div>
      <div className="edit-text__side">
        <TextField label={words('texts.find')} value={find} onChange={setFind} autoFocus />
        <TextField label={words('texts.replaceWith')} value={insert} onChange={setInsert} />
        <SegmentedControl
          label={words('texts.where')}
          options={[
            { value: 'all', label: words('texts.inAll') },
            { value: 'one', label: words('texts.inOne', { source: source.name }) },
          ]}
          value={scope}
          onChange={setScope}
        />
        <Checkbox isSelected={matchCase} onChange={setMatchCase}>
          {words('texts.matchCase')}
        </Checkbox>
        <Checkbox isSelected={wholeWords} onChange={setWholeWords}>
          {words('texts.wholeWords')}
        </Checkbox>
        <p className="coding-fates__hint">{words('texts.replaceHelp')}</p>
        <p className="coding-fates__counts" role="status">
          {find.trim() !== '' &&
            words('texts.hitCount', { count: ticked.length, texts: plan.length, all: hits?.length ?? 0 })}
          {ticked.length > 0 &&
            ` ${words('texts.fates', {
              moved: sum(({ moved }) => moved),
              changed: sum(({ changed }) => changed.length),
              lost: sum(({ lost }) => lost.length),
            })}`}
        </p>
        <Button
          variant="primary"
          isDisabled={ticked.length === 0 || session.lockedBy !== null}
          onPress={() => void replace()}
        >
          {words('texts.replace', { count: ticked.length })}
        </Button>
        <PersonalSuggestions
          onPick={(word) => {
            setFind(word.words);
            setInsert(words(`texts.personal.insert.${word.kind}`));
            setMatchCase(true);
            setWholeWords(true);
            setScope('all');
            setUnticked(new Set());
          }}
        />
      </div>
    </div>
  );
}
