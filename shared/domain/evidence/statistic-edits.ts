/** Edits of statistics and of their links to findings, each a pure function to a draft of a change. */
import { drawId, type RandomBytes } from '#shared/basics/ids.ts';
import type { Draft } from '#shared/domain/change/change.ts';
import { removeOperation, setMapEntry, setOperation, touchOperation } from '#shared/domain/change/fields.ts';
import type { Finding } from '#shared/domain/findings/finding.ts';
import type { Statistic, StatisticId, StatisticLink } from '#shared/domain/evidence/statistic.ts';
import type { Project } from '#shared/domain/project/project.ts';

/** Takes a result as evidence on a criterion or code. */
export function addStatistic(
  project: Project,
  input: Omit<Statistic, 'id' | 'order'>,
  randomBytes: RandomBytes,
): { id: StatisticId; draft: Draft } {
  const id = drawId<'statistic'>(randomBytes);
  const order = Math.max(0, ...project.all('statistic').map((item) => item.order)) + 1;
  const ops = [
    setOperation('statistic', id, { ...input, order }),
    touchOperation('source', input.source),
    touchOperation('code', input.code),
  ];
  return { id, draft: { label: { key: 'add-statistic', values: { statistic: input.label } }, ops } };
}

/** Changes what a statistic counts or says. */
export function editStatistic(
  statistic: Statistic,
  values: Partial<Pick<Statistic, 'answers' | 'filter' | 'code' | 'direction' | 'label' | 'result'>>,
): Draft {
  return {
    label: { key: 'edit-statistic', values: { statistic: statistic.label } },
    ops: [setOperation('statistic', statistic.id, values)],
  };
}

/** Removes statistics and takes them off the findings that rest on them. */
export function removeStatistic(project: Project, statistic: Statistic): Draft {
  const links = project
    .all('finding')
    .filter((finding) => finding.statistics[statistic.id])
    .map((finding) => setMapEntry('finding', finding.id, 'statistics', statistic.id, null));
  return {
    label: { key: 'remove-statistic', values: { statistic: statistic.label } },
    ops: [...links, removeOperation('statistic', statistic.id)],
  };
}

/** Links a statistic as evidence; linking again takes down what it says now, which clears its flags. */
export function linkStatistic(finding: Finding, statistic: StatisticId, link: StatisticLink): Draft {
  return {
    label: { key: 'link-statistic', values: { number: finding.number } },
    ops: [setMapEntry('finding', finding.id, 'statistics', statistic, link)],
  };
}

/** Takes a statistic off a finding; it stays in the matrix. */
export function unlinkStatistic(finding: Finding, statistic: StatisticId): Draft {
  return {
    label: { key: 'unlink-statistic', values: { number: finding.number } },
    ops: [setMapEntry('finding', finding.id, 'statistics', statistic, null)],
  };
}
