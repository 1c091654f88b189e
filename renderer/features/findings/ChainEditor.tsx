/** One conclusion, recommendation, lesson or good practice: its wording, what it rests on, and for whom it is. */
import { Trash2 } from 'lucide-react';
import { useRef } from 'react';
import type { FindingId } from '#shared/domain/findings/finding.ts';
import { editChainItem, removeFindingOrItem, setChainLink } from '#shared/domain/findings/finding-edits.ts';
import { priorities, type Priority, type Recommendation } from '#shared/domain/findings/recommendation.ts';
import { itemOf, kindOfList, type ChainRecord } from '#renderer/features/findings/chain.ts';
import { criteriaOf } from '#renderer/features/findings/finding-groups.ts';
import { commitDraft, commitWithUndo } from '#renderer/features/findings/findings-commit.ts';
import { LinkPicker } from '#renderer/features/findings/LinkPicker.tsx';
import { ResponseBox } from '#renderer/features/findings/ResponseBox.tsx';
import { textRows } from '#renderer/features/findings/text-rows.ts';
import { useLongDraftText } from '#renderer/ui/draft-text.ts';
import { useRecords, useSession } from '#renderer/data/hooks.ts';
import { selectChainItem, showChainItem, showFinding, type ChainList } from '#renderer/view-state/navigation.ts';
import { IconButton } from '#renderer/ui/Button.tsx';
import { SegmentedControl } from '#renderer/ui/Checkbox.tsx';
import { TextArea, TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type ChainEditorProps = { readonly list: ChainList; readonly item: ChainRecord };

/** The editor. */
export function ChainEditor({ list, item }: ChainEditorProps) {
  const words = useWords();
  const session = useSession();
  const findings = useRecords('finding');
  const isReadOnly = session.lockedBy !== null;
  const isNew = useRef(item.text === '');
  const kind = kindOfList(list);
  const edit = (values: Partial<Recommendation>): void => {
    const current = itemOf(session.project, list, item.id);
    if (current) commitDraft(session, editChainItem(kind, current, values));
  };
  const text = useLongDraftText(item.text, (value) => edit({ text: value }));
  const link = (map: 'findings' | 'conclusions' | 'criteria') => (target: string, isLinked: boolean) => {
    commitDraft(session, setChainLink(kind, item, map, target, isLinked));
  };
  const remove = (): void => {
    const draft = removeFindingOrItem(session.project, kind, item);
    if (commitWithUndo(session, draft, words('findings.removed', { number: item.number }))) {
      selectChainItem({ list, id: null });
    }
  };
  return (
    <section className="findings-editor" aria-label={`${words(`findings.one.${list}`)} ${item.number}`}>
      <div className="findings-editor__inside">
        <div className="findings-editor__head">
          <h2 className="findings-editor__number">{item.number}</h2>
          <span className="findings-editor__space" />
          {!isReadOnly && <IconButton label={words('common.remove')} icon={<Trash2 aria-hidden />} onPress={remove} />}
        </div>
        <TextArea
          className="findings-editor__text"
          label={words(`findings.one.${list}`)}
          rows={textRows(text.value, 4)}
          placeholder={words(`findings.placeholder.${list}`)}
          isReadOnly={isReadOnly}
          autoFocus={isNew.current}
          {...text}
        />
        {'addressee' in item && (
          <RecommendationFields item={item} onEdit={edit} onLink={link} isReadOnly={isReadOnly} />
        )}
        <LinkPicker
          label={words('findings.restsOnFindings')}
          targets={findings.map((finding) => ({ id: finding.id, number: finding.number, text: finding.title }))}
          linked={item.findings}
          onLink={link('findings')}
          onOpen={(id) => showFinding(id as FindingId)}
          isReadOnly={isReadOnly}
          emptyText={words('findings.noFindingsLinked')}
        />
        {'addressee' in item && <ResponseBox item={item} onEdit={edit} isReadOnly={isReadOnly} />}
      </div>
    </section>
  );
}

type RecommendationFieldsProps = {
  readonly item: Recommendation;
  readonly onEdit: (values: Partial<Recommendation>) => void;
  readonly onLink: (map: 'conclusions' | 'criteria') => (target: string, isLinked: boolean) => void;
  readonly isReadOnly: boolean;
};

function RecommendationFields({ item, onEdit, onLink, isReadOnly }: RecommendationFieldsProps) {
  const words = useWords();
  const conclusions = useRecords('conclusion');
  const codes = useRecords('code');
  const addressee = useLongDraftText(item.addressee, (value) => onEdit({ addressee: value }));
  const timeframe = useLongDraftText(item.timeframe, (value) => onEdit({ timeframe: value }));
  return (
    <>
      <div className="findings-row">
        <TextField label={words('findings.addressee')} isReadOnly={isReadOnly} {...addressee} />
        <TextField label={words('findings.timeframe')} isReadOnly={isReadOnly} {...timeframe} />
        <SegmentedControl<Priority>
          label={words('findings.priority.label')}
          options={priorities.map((value) => ({ value, label: words(`findings.priority.${value}`) }))}
          value={item.priority}
          onChange={(priority) => onEdit({ priority })}
          isDisabled={isReadOnly}
        />
      </div>
      <LinkPicker
        label={words('findings.criteria')}
        targets={criteriaOf(codes).map((code) => ({ id: code.id, number: '', text: code.name, color: code.color }))}
        linked={item.criteria}
        onLink={onLink('criteria')}
        isReadOnly={isReadOnly}
        emptyText={words('findings.noCriteriaLinked')}
      />
      <LinkPicker
        label={words('findings.restsOnConclusions')}
        targets={conclusions.map(({ id, number, text }) => ({ id, number, text }))}
        linked={item.conclusions}
        onLink={onLink('conclusions')}
        onOpen={(id) => showChainItem({ list: 'conclusion', id })}
        isReadOnly={isReadOnly}
        emptyText={words('findings.noConclusionsLinked')}
      />
    </>
  );
}
