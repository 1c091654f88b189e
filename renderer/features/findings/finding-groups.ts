/** Findings by criterion, and the number that one gets under another criterion. */
import type { Code, CodeId } from '#shared/domain/codebook/code.ts';
import { foldName } from '#shared/domain/codebook/codebook.ts';
import { isCriterion } from '#shared/domain/evaluation/criterion-code.ts';
import type { Finding } from '#shared/domain/findings/finding.ts';
import type { Project } from '#shared/domain/project/project.ts';

export type FindingGroup = {
  /** Null for findings whose criterion was removed. */
  readonly criterion: Code | null;
  readonly findings: readonly Finding[];
};

/** Criteria that findings can stand under. */
export function criteriaOf(codes: readonly Code[]): readonly Code[] {
  return codes.filter((code) => isCriterion(code) && !code.hidden);
}

/** The findings that fit what is searched for, by criterion in the order of the codebook; within it by number. */
export function groupFindings(
  findings: readonly Finding[],
  codes: readonly Code[],
  search: string,
): readonly FindingGroup[] {
  const wanted = foldName(search);
  const fitting = findings.filter(({ number, title, text }) => foldName(`${number} ${title} ${text}`).includes(wanted));
  const roots = codes.filter((code) => code.parent === null);
  const known = new Set<CodeId>(roots.map((code) => code.id));
  const byNumber = (a: Finding, b: Finding): number =>
    a.number.localeCompare(b.number, 'en', { numeric: true }) || a.order - b.order;
  const under = (criterion: Code): FindingGroup => ({
    criterion,
    findings: fitting.filter((finding) => finding.criterion === criterion.id).sort(byNumber),
  });
  const orphans = fitting.filter((finding) => !known.has(finding.criterion)).sort(byNumber);
  return [...roots.map(under), { criterion: null, findings: orphans }].filter((group) => group.findings.length > 0);
}

/** The number after the last one under a criterion, such as F4.3. */
export function numberUnder(project: Project, criterion: CodeId): string {
  const place = project
    .all('code')
    .filter((code) => code.parent === null)
    .findIndex((code) => code.id === criterion);
  const taken = project
    .all('finding')
    .filter((finding) => finding.criterion === criterion)
    .map((finding) => Number.parseInt(finding.number.split('.').at(-1) ?? '', 10) || 0);
  return `F${place + 1}.${Math.max(0, ...taken) + 1}`;
}
