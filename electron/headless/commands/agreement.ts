/** `agreement`: how far coders agree, for each code and for all together. */
import type { Command, CommandCall } from '#electron/headless/command.ts';
import { codePath, splitCodePath } from '#electron/headless/code-path.ts';
import { misuse, refuse, stop } from '#electron/headless/failure.ts';
import { findSource } from '#electron/headless/find-source.ts';
import { openToRead, type ProjectSession } from '#electron/headless/project-session.ts';
import { helpHint } from '#electron/headless/words-of-command.ts';
import type { AgreementFigures, AgreementReport } from '#shared/analysis/agreement/agreement-report.ts';
import {
  collectAgreement,
  type AgreementRefusal,
  type AgreementRequest,
} from '#shared/analysis/agreement/collect-agreement.ts';
import { measureAgreement } from '#shared/analysis/agreement/measure-agreement.ts';
import { agreementUnits } from '#shared/analysis/agreement/text-units.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import { buildCodebook, foldName, type Codebook } from '#shared/domain/codebook/codebook.ts';
import { findCriterionByName } from '#shared/domain/evaluation/criterion.ts';
import { findPersonByName } from '#shared/domain/evaluation/evaluation-edits.ts';
import type { SourceContent } from '#shared/domain/source/source-content.ts';
import type { SourceId } from '#shared/domain/source/source.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

export const agreementCommand: Command = {
  name: 'agreement',
  summary: 'how far coders agree, for each code and for all together',
  operands: ['FILE'],
  options: {
    coders: { value: 'A,B…', many: true, about: 'whom to compare; all who coded a source that another coded, too' },
    unit: { value: agreementUnits.join('|'), about: 'what they agree on; character when left out' },
    code: { value: 'PATH', many: true, about: 'only this code and those below it' },
    source: { value: 'ID', many: true, about: 'only this source, which all of the coders have read' },
  },
  details: [
    'Without --source, those sources count that at least two of the coders coded; who coded nothing in one is',
    'missing there. With --source, who coded nothing in it found nothing to code.',
    'A code counts with all codes below it; overall counts each coding once, for each unit and code.',
    'A segment is a turn or an answer, or a paragraph where a source has neither.',
    'What is not defined is null: kappa and alpha, for example, where all coders did the same everywhere.',
  ],
  run: async (call) => {
    const unit = call.choice('unit', agreementUnits) ?? 'character';
    const session = await openToRead(call);
    const codebook = buildCodebook(session.project.all('code'));
    const coders = readCoders(call, session);
    const codes = call.values('code').map((path) => findCode(codebook, path));
    const sources = readSources(call, session);
    const request: AgreementRequest = {
      unit,
      ...(coders.length > 0 ? { coders } : {}),
      ...(codes.length > 0 ? { codes } : {}),
      ...(sources.length > 0 ? { sources } : {}),
    };
    const report = await measure(call, session, request);
    return { json: describeReport(report, session, codebook), text: table(report, session, codebook) };
  },
};

async function measure(
  call: CommandCall,
  session: ProjectSession,
  request: AgreementRequest,
): Promise<AgreementReport> {
  const { project } = session;
  const contents = new Map<SourceId, SourceContent | null>();
  for (const { id, revision } of project.all('source')) {
    if (!request.sources || request.sources.includes(id)) contents.set(id, await session.content(revision));
  }
  const data = collectAgreement(project, ({ id }) => contents.get(id), request);
  if (!data.ok) stop(explain(data.failure));
  return measureAgreement(data.value, (done, total) => call.surroundings.progress(`${done} of ${total} codes`));
}

function explain(failure: AgreementRefusal) {
  switch (failure) {
    case 'too-few-coders':
      return refuse(failure, 'There are not two coders who coded the same source.', 'Name them with --coders A,B.');
    case 'too-many-coders':
      return refuse(failure, 'That is more coders than can be compared at once.', 'Name up to 20 with --coders A,B.');
    case 'no-common-source':
      return refuse(
        failure,
        'There is no text that two of these coders coded.',
        'Name sources that all have read with --source, or choose another --unit.',
      );
  }
}

function readCoders(call: CommandCall, { project }: ProjectSession): readonly PersonId[] {
  const names = call
    .values('coders')
    .flatMap((value) => (findPersonByName(project, value) ? [value] : value.split(',')))
    .map((name) => name.trim())
    .filter(Boolean);
  const ids = names.map((name) => {
    const person = project.get('person', name as PersonId) ?? findPersonByName(project, name);
    if (person) return person.id;
    const known = project.all('person').map((one) => one.name);
    return stop(refuse('no-coder', `There is no coder "${name}".`, `There are: ${known.join(', ')}.`));
  });
  const coders = [...new Set(ids)];
  if (call.has('coders') && coders.length < 2) {
    stop(misuse('--coders needs two names or more, such as --coders Ana,Luis.', helpHint('agreement')));
  }
  return coders;
}

function readSources(call: CommandCall, { project }: ProjectSession): readonly SourceId[] {
  return call.values('source').map((wanted) => {
    const found = findSource(project, wanted);
    if (!found.ok) stop(refuse('no-source', found.failure, 'See the sources with: triangula show FILE'));
    return found.value.id;
  });
}

/** Finds the code at a path; a criterion by its name in any language. */
function findCode(codebook: Codebook, path: string): CodeId {
  const names = splitCodePath(path) ?? [];
  let siblings = codebook.roots;
  let found: CodeId | undefined;
  for (const [depth, name] of names.entries()) {
    const slug = depth === 0 ? findCriterionByName(name)?.slug : undefined;
    const code =
      siblings.find((one) => foldName(one.name) === foldName(name)) ??
      siblings.find((one) => slug !== undefined && one.criterion === slug);
    found = code?.id;
    if (!found) break;
    siblings = codebook.childrenOf(found);
  }
  return found ?? stop(refuse('no-code', `There is no code "${path}".`, 'See the codes with: triangula show FILE'));
}

function describeReport(report: AgreementReport, { project }: ProjectSession, codebook: Codebook): unknown {
  const nameOf = (id: PersonId): string => project.get('person', id)?.name ?? id;
  const describe = (figures: AgreementFigures) => ({
    a: figures.counts?.a ?? null,
    b: figures.counts?.b ?? null,
    c: figures.counts?.c ?? null,
    d: figures.counts?.d ?? null,
    percent: figures.percent,
    kappa: figures.kappa,
    ac1: figures.ac1,
    alpha: figures.alpha,
    fleiss: figures.fleiss,
    brennanPrediger: figures.brennanPrediger,
    maximumKappa: figures.maximumKappa,
    uAlpha: figures.uAlpha,
    binaryUAlpha: figures.binaryUAlpha,
    n: figures.n,
    intervals: figures.intervals,
    direction: figures.direction,
    pairs: figures.pairs.map((pair) => ({ ...pair, coders: pair.coders.map(nameOf) })),
  });
  const { overall } = report;
  return {
    coders: report.coders.map(nameOf),
    unit: report.unit,
    sources: report.sources,
    leftOut: report.leftOut,
    codes: report.codes.map((figures) => ({
      code: codePath(codebook, figures.code),
      id: figures.code,
      ...describe(figures),
      kuAlpha: figures.kuAlpha,
      frequency: figures.frequency,
      alphaU1995: figures.alphaU1995,
    })),
    overall: {
      ...describe(overall),
      cuAlpha: overall.cuAlpha,
      cuCoverage: overall.cuCoverage,
      hasOverlaps: overall.hasOverlaps,
      alphaJaccard: overall.alphaJaccard,
      alphaMasi: overall.alphaMasi,
    },
  };
}

function table(report: AgreementReport, { project }: ProjectSession, codebook: Codebook): string {
  const head = ['', 'n', 'a', 'b', 'c', 'd', '%', 'kappa', 'AC1', 'alpha', 'u-alpha'];
  const line = (label: string, { counts, ...figures }: AgreementFigures): readonly string[] => [
    label,
    String(figures.n),
    ...(['a', 'b', 'c', 'd'] as const).map((cell) => (counts ? String(counts[cell]) : '–')),
    figures.percent === null ? '–' : (figures.percent * 100).toFixed(1),
    ...[figures.kappa, figures.ac1, figures.alpha, figures.uAlpha].map((value) => value?.toFixed(3) ?? '–'),
  ];
  const lines = [
    head,
    ...report.codes.map((figures) => line(codePath(codebook, figures.code), figures)),
    line('overall', report.overall),
  ];
  const widths = head.map((_, place) => Math.max(...lines.map((cells) => cells[place]?.length ?? 0)));
  const names = report.coders.map((id) => project.get('person', id)?.name ?? id);
  return [
    `${names.join(', ')}: ${report.sources.length} sources, unit ${report.unit}`,
    ...lines.map((cells) =>
      cells
        .map((text, place) => (place === 0 ? text.padEnd(widths[place] ?? 0) : text.padStart(widths[place] ?? 0)))
        .join('  '),
    ),
  ].join('\n');
}
