/** What answers a question: its codes and findings, and what they add up to at present. */
import { Plus, Tag } from 'lucide-react';
import { useState } from 'react';
import type { MatrixRow } from '#shared/analysis/matrix.ts';
import { asId } from '#shared/basics/ids.ts';
import { foldName } from '#shared/domain/codebook/codebook.ts';
import { setFindingQuestion } from '#shared/domain/evaluation/intervention-scope-edits.ts';
import { addQuestionCode, setQuestionEntry } from '#shared/domain/evaluation/question-edits.ts';
import type { Question } from '#shared/domain/evaluation/question.ts';
import { useCodebook, useRecords, useSession } from '#renderer/data/hooks.ts';
import { randomBytes } from '#renderer/data/random.ts';
import { commitPlan } from '#renderer/features/evaluation/evaluation-commit.ts';
import { showCode, showFinding } from '#renderer/view-state/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Popover } from '#renderer/ui/Popover.tsx';
import { SearchField } from '#renderer/ui/TextField.tsx';
import { directionShapes } from '#renderer/ui/DirectionGlyph.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { useWords } from '#renderer/ui/words.ts';

export type QuestionEvidenceProps = {
  readonly question: Question;
  readonly evidence: MatrixRow | undefined;
  readonly isReadOnly: boolean;
};

/** The evidence. */
export function QuestionEvidence({ question, evidence, isReadOnly }: QuestionEvidenceProps) {
  const words = useWords();
  const session = useSession();
  const codebook = useCodebook();
  const findings = useRecords('finding');
  const codes = codebook.flat.map(({ code }) => ({ id: code.id, label: codebook.pathOf(code.id).join(' / ') }));
  const answers = findings.map(({ id, number, title }) => ({ id, label: `${number} ${title}`.trim() }));
  const linkFinding = (id: string, isOn: boolean): void => {
    const finding = session.project.get('finding', asId(id));
    if (finding) commitPlan(session, setFindingQuestion(finding, question.id, isOn));
  };
  const hasNoCode = Object.keys(question.codes).length === 0;
  return (
    <div className="evaluation-evidence" role="group" aria-label={words('evaluation.matrix.soFar')}>
      <h2 className="evaluation-evidence__title">{words('evaluation.matrix.soFar')}</h2>
      <Summary evidence={evidence} />
      <Links
        label={words('evaluation.matrix.codes')}
        targets={codes}
        isLinked={(id) => id in question.codes}
        onLink={(id, isOn) => commitPlan(session, setQuestionEntry(question, 'codes', id, isOn))}
        onOpen={(id) => showCode(asId(id))}
        isReadOnly={isReadOnly}
      >
        {hasNoCode && !isReadOnly && (
          <Button
            variant="quiet"
            icon={<Tag aria-hidden />}
            onPress={() => commitPlan(session, addQuestionCode(session.project, question, randomBytes).draft)}
          >
            {words('evaluation.matrix.makeCode')}
          </Button>
        )}
      </Links>
      <Links
        label={words('evaluation.matrix.findings')}
        targets={answers}
        isLinked={(id) => findings.some((finding) => finding.id === id && finding.questions?.[question.id])}
        onLink={linkFinding}
        onOpen={(id) => showFinding(asId(id))}
        isReadOnly={isReadOnly}
      />
    </div>
  );
}

function Summary({ evidence }: { readonly evidence: MatrixRow | undefined }) {
  const words = useWords();
  const { list } = useFormats();
  if (!evidence || evidence.independentSources === 0) {
    return <p className="evaluation-evidence__none">{words('evaluation.matrix.nothingYet')}</p>;
  }
  const { facts } = evidence.strength;
  const [forIt, against] =
    facts.direction === 'contradicts' ? [facts.contrary, facts.supporting] : [facts.supporting, facts.contrary];
  const said = [
    { glyph: directionShapes.supports, count: forIt, word: words('common.direction.supports') },
    { glyph: directionShapes.contradicts, count: against, word: words('common.direction.contradicts') },
    { glyph: directionShapes.mixed, count: facts.mixed, word: words('common.direction.mixed') },
  ].filter(({ count }) => count > 0);
  return (
    <p className="evaluation-evidence__summary">
      {words('common.sources', { count: evidence.independentSources })} ·{' '}
      {list(evidence.methods.map((method) => words(`common.methods.${method}`)))} ·{' '}
      {words('matrix.excerpts', { count: evidence.codings })}
      {said.map(({ glyph, count, word }) => (
        <span key={word}>
          {' · '}
          <span aria-hidden>{glyph}</span> {count} {word}
        </span>
      ))}
    </p>
  );
}

type LinksProps = {
  readonly label: string;
  readonly targets: readonly { readonly id: string; readonly label: string }[];
  readonly isLinked: (id: string) => boolean;
  readonly onLink: (id: string, isOn: boolean) => void;
  readonly onOpen: (id: string) => void;
  readonly isReadOnly: boolean;
  readonly children?: React.ReactNode;
};

function Links({ label, targets, isLinked, onLink, onOpen, isReadOnly, children }: LinksProps) {
  const words = useWords();
  const [search, setSearch] = useState('');
  const linked = targets.filter(({ id }) => isLinked(id));
  const wanted = foldName(search);
  const offered = targets.filter((target) => foldName(target.label).includes(wanted));
  return (
    <div className="evaluation-links" role="group" aria-label={label}>
      <span className="ui-field__label">{label}</span>
      <div className="evaluation-plan__chips">
        {linked.map((target) => (
          <Button key={target.id} variant="secondary" onPress={() => onOpen(target.id)}>
            {target.label}
          </Button>
        ))}
        {linked.length === 0 && <span className="evaluation-evidence__none">{words('common.none')}</span>}
        {!isReadOnly && (
          <Popover
            label={label}
            trigger={
              <Button
                variant="quiet"
                icon={<Plus aria-hidden />}
                aria-label={words('evaluation.matrix.linkNamed', { what: label })}
              >
                {words('evaluation.matrix.link')}
              </Button>
            }
          >
            {() => (
              <div className="evaluation-links__panel">
                <SearchField label={words('evaluation.search')} value={search} onChange={setSearch} autoFocus />
                <div className="evaluation-links__offers">
                  {offered.slice(0, OFFERED).map((target) => (
                    <Checkbox
                      key={target.id}
                      isSelected={isLinked(target.id)}
                      onChange={(isOn) => onLink(target.id, isOn)}
                    >
                      {target.label}
                    </Checkbox>
                  ))}
                  {offered.length === 0 && <p>{words('evaluation.nothingFound')}</p>}
                </div>
              </div>
            )}
          </Popover>
        )}
        {children}
      </div>
    </div>
  );
}

/** More are found by searching. */
const OFFERED = 200;
