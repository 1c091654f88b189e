/** Takes up the wish, from whatever place, to add excerpts to a finding: choose one, or make one of them. */
import { useMemo, useState } from 'react';
import type { Coding } from '#shared/domain/coding/coding.ts';
import { linkOfFigure } from '#shared/analysis/survey/statistic-figures.ts';
import { linkStatistic } from '#shared/domain/evidence/statistic-edits.ts';
import type { Statistic, StatisticId, StatisticLink } from '#shared/domain/evidence/statistic.ts';
import type { Finding, FindingId } from '#shared/domain/findings/finding.ts';
import { addFinding, linkCodings } from '#shared/domain/findings/finding-edits.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import { criteriaOf, groupFindings } from '#renderer/features/findings/finding-groups.ts';
import { commitDraft } from '#renderer/features/findings/findings-commit.ts';
import { useCodebook, useRecord, useRecords, useSession } from '#renderer/data/hooks.ts';
import { randomBytes } from '#renderer/data/random.ts';
import { clearFindingRequest, useFindingRequest } from '#renderer/view-state/finding-request.ts';
import { useFigures } from '#renderer/view-state/survey-figures.ts';
import { showFinding } from '#renderer/view-state/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { SearchField, TextField } from '#renderer/ui/TextField.tsx';
import { showToast } from '#renderer/ui/Toast.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './AddToFindingHost.css';

/** Stands once in the window. */
export function AddToFindingHost() {
  const session = useSession();
  const ids = useFindingRequest((state) => state.codings);
  const statisticId = useFindingRequest((state) => state.statistic);
  const statistic = useRecord('statistic', statisticId);
  const figure = useFigures(useMemo(() => (statistic ? [statistic] : []), [statistic])).get(
    statistic?.id as StatisticId,
  );
  const codings = ids.flatMap((id) => session.project.get('coding', id) ?? []);
  if (statistic && figure) {
    const evidence = { codings: [], statistic, link: linkOfFigure(statistic, figure) };
    return <AddToFindingDialog key={statistic.id} evidence={evidence} />;
  }
  if (codings.length === 0) return null;
  return <AddToFindingDialog key={ids.join()} evidence={{ codings, statistic: null, link: null }} />;
}

/** Excerpts, or a survey result with what it says now. */
type Offered =
  | { readonly codings: readonly Coding[]; readonly statistic: null; readonly link: null }
  | { readonly codings: readonly Coding[]; readonly statistic: Statistic; readonly link: StatisticLink };

function AddToFindingDialog({ evidence }: { readonly evidence: Offered }) {
  const { codings, statistic } = evidence;
  const count = statistic ? 1 : codings.length;
  const words = useWords();
  const session = useSession();
  const codebook = useCodebook();
  const codes = useRecords('code');
  const findings = useRecords('finding');
  const criteria = criteriaOf(codes);
  const likely = codebook.rootOf(statistic?.code ?? (codings[0] as Coding).code)?.id;
  const [criterion, setCriterion] = useState<CodeId | null>(
    criteria.find((code) => code.id === likely)?.id ?? criteria[0]?.id ?? null,
  );
  const [title, setTitle] = useState('');
  const [search, setSearch] = useState('');
  const [chosenId, setChosenId] = useState<FindingId | null>(null);
  const offered = useMemo(() => {
    const groups = groupFindings(findings, codes, search);
    // Findings under the criterion of the excerpts are the likely ones.
    return [
      ...groups.filter((group) => group.criterion?.id === likely),
      ...groups.filter((group) => group.criterion?.id !== likely),
    ].flatMap((group) => group.findings);
  }, [codes, findings, likely, search]);

  const chosen = offered.find((finding) => finding.id === chosenId);
  const tell = (id: FindingId): void => {
    const number = session.project.get('finding', id)?.number ?? '';
    showToast({
      message: words(statistic ? 'findings.statisticAdded' : 'findings.added', { count, number }),
      action: { label: words('findings.openFinding'), onPress: () => showFinding(id) },
    });
    clearFindingRequest();
  };
  const addTo = (id: FindingId): void => {
    const finding = session.project.get('finding', id);
    const draft = (to: Finding) =>
      statistic ? linkStatistic(to, statistic.id, evidence.link) : linkCodings(to, codings);
    if (finding && commitDraft(session, draft(finding))) tell(id);
    else clearFindingRequest();
  };
  const make = (): void => {
    const code = criteria.find((one) => one.id === criterion);
    if (!code) return;
    const made = addFinding(
      session.project,
      {
        criterion: code,
        title: title.trim(),
        text: '',
        evidence: codings,
        ...(statistic && { statistics: { [statistic.id]: evidence.link } }),
      },
      randomBytes,
    );
    if (commitDraft(session, made.draft)) tell(made.id);
  };
  return (
    <Dialog
      isOpen
      onClose={clearFindingRequest}
      title={words(statistic ? 'findings.addStatistic' : 'findings.addToFinding', { count })}
      size="wide"
      isBare
    >
      <div className="add-to-finding">
        <section className="add-to-finding__side" aria-label={words('findings.toExisting')}>
          <h3 className="findings-box__title">{words('findings.toExisting')}</h3>
          <SearchField label={words('findings.searchFindings')} value={search} onChange={setSearch} autoFocus />
          <div className="add-to-finding__list">
            <VirtualList
              label={words('findings.tab.finding')}
              items={offered}
              keyOf={(finding) => finding.id}
              estimateHeight={52}
              selectedKey={chosen?.id ?? null}
              onSelect={(finding) => setChosenId(finding.id)}
              onOpen={(finding) => addTo(finding.id)}
              renderItem={(finding, { isSelected }) => (
                <div className={classNames('findings-item', isSelected && 'findings-item--selected')}>
                  <span className="findings-item__number">{finding.number}</span>
                  <span className="findings-item__title">{finding.title || words('findings.untitled')}</span>
                </div>
              )}
            />
          </div>
          <Button variant="primary" isDisabled={!chosen} onPress={() => chosen && addTo(chosen.id)}>
            {words(statistic ? 'findings.addStatisticTo' : 'findings.addToNamed', {
              count,
              number: chosen?.number ?? '…',
            })}
          </Button>
        </section>
        <section className="add-to-finding__side" aria-label={words('findings.toNew')}>
          <h3 className="findings-box__title">{words('findings.toNew')}</h3>
          <Select<CodeId>
            label={words('findings.criterion')}
            choices={criteria.map((code) => ({ id: code.id, label: code.name }))}
            value={criterion}
            onChange={setCriterion}
          />
          <TextField
            label={words('findings.title')}
            value={title}
            onChange={setTitle}
            placeholder={words('findings.titlePlaceholder')}
            onKeyDown={(event) => {
              if (event.key === 'Enter') make();
            }}
          />
          <p className="findings-box__hint">{words('findings.toNewHint')}</p>
          <Button variant="primary" onPress={make} isDisabled={criterion === null}>
            {words(statistic ? 'findings.makeOfStatistic' : 'findings.makeOf', { count })}
          </Button>
        </section>
      </div>
    </Dialog>
  );
}
