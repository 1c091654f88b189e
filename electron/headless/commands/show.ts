/** `show`: the project, or one source with its segments and codings. */
import type { Command, CommandAnswer } from '#electron/headless/command.ts';
import { codePath } from '#electron/headless/code-path.ts';
import { findSource } from '#electron/headless/find-source.ts';
import { openToRead, type ProjectSession } from '#electron/headless/project-session.ts';
import { CodingFacts } from '#shared/analysis/coding-facts.ts';
import { countCodes } from '#shared/analysis/counts.ts';
import { isCriterion } from '#shared/domain/evaluation/criterion-code.ts';
import { buildCodebook } from '#shared/domain/codebook/codebook.ts';
import { participantsOf } from '#shared/domain/source/source-edits.ts';
import type { Source } from '#shared/domain/source/source.ts';
import { refuse, stop } from '#electron/headless/failure.ts';

export const showCommand: Command = {
  name: 'show',
  summary: 'shows the project, or one source',
  operands: ['FILE'],
  options: {
    source: { value: 'ID', about: 'one source, by id or by name' },
    text: { value: null, about: 'with its whole text' },
  },
  details: [
    'Offsets are UTF-16 code units, the end exclusive; times are milliseconds from the beginning of a recording.',
    'A coding stands where its words are in the present text; afterEdits is "changed" where an edit touched them, "gone" where none is left (then start and end count in its own revision).',
    'Codings and sources of a code are those of the code alone, without the codes below it.',
  ],
  run: async (call) => {
    const wanted = call.value('source');
    if (call.has('text') && wanted === undefined) call.misuse('--text goes with --source ID.');
    const session = await openToRead(call);
    return wanted === undefined ? showProject(session) : showSource(session, wanted, call.has('text'));
  },
};

async function showProject(session: ProjectSession): Promise<CommandAnswer> {
  const { project, opened } = session;
  const codebook = buildCodebook(project.all('code'));
  const counts = countCodes(new CodingFacts(project, () => undefined));
  const sources = await Promise.all(project.all('source').map((source) => describeSource(session, source)));
  const json = {
    title: project.evaluation.title,
    language: project.evaluation.language,
    interventions: project.all('intervention'),
    criteria: project
      .all('code')
      .filter(isCriterion)
      .map((code) => ({ id: code.id, name: code.name, key: code.key, criterion: code.criterion })),
    codes: codebook.flat.map(({ code }) => {
      const own = counts.get(code.id)?.own;
      return { id: code.id, path: codePath(codebook, code.id), codings: own?.codings ?? 0, sources: own?.sources ?? 0 };
    }),
    sources,
    participants: participantsWithSources(session),
    findings: project.all('finding').map(({ evidence, ...finding }) => ({
      ...finding,
      evidence: Object.keys(evidence),
    })),
    changes: opened.changes.length,
    verified: opened.file.problems.length === 0 && opened.unreadable.length === 0,
  };
  const lines = [
    `${json.title} (${json.language}), ${json.changes} changes`,
    ...json.interventions.map((item) => `  ${item.code}  ${item.title}`),
    '',
    `${sources.length} sources`,
    ...sources.map((item) => `  ${item.id}  ${item.method.padEnd(13)}  ${item.name}  ${item.codings} codings`),
    '',
    `${json.codes.length} codes`,
    ...json.codes.map((item) => `  ${item.path}  ${item.codings} codings in ${item.sources} sources`),
    '',
    `${json.participants.length} participants, ${json.findings.length} findings`,
    ...json.findings.map((item) => `  ${item.number}  ${item.title}`),
  ];
  return { json, text: lines.join('\n') };
}

function participantsWithSources({ project }: ProjectSession) {
  const sources = new Map<string, string[]>();
  for (const source of project.all('source')) {
    for (const id of new Set(participantsOf(source))) sources.set(id, [...(sources.get(id) ?? []), source.id]);
  }
  return project.all('participant').map((participant) => ({
    id: participant.id,
    codeName: participant.codeName,
    group: participant.group,
    gender: participant.gender,
    interventions: Object.keys(participant.interventions),
    attributes: participant.attributes,
    sources: sources.get(participant.id) ?? [],
  }));
}

/** Earlier texts of a source, the first one first. */
function revisionsBefore({ project }: ProjectSession, source: Source) {
  return project.revisionsOf(source.id).map(({ from, to, cause, by, at }) => ({
    from,
    to,
    cause,
    by: project.get('person', by)?.name ?? null,
    at,
  }));
}

async function describeSource(session: ProjectSession, source: Source) {
  return {
    id: source.id,
    name: source.name,
    method: source.method,
    language: source.language,
    revision: source.revision,
    revisions: revisionsBefore(session, source),
    characters: source.characters,
    segments: (await session.content(source.revision))?.segments.length ?? null,
    codings: session.project.codingsOfSource(source.id).length,
    attributes: source.attributes,
    fileName: source.fileName,
    format: source.format,
    encoding: source.encoding,
    date: source.date,
    place: source.place,
    dependencyGroup: source.dependencyGroup,
    interventions: Object.keys(source.interventions),
    speakers: source.speakers,
  };
}

async function showSource(session: ProjectSession, wanted: string, withText: boolean): Promise<CommandAnswer> {
  const { project } = session;
  const found = findSource(project, wanted);
  if (!found.ok) stop(refuse('no-source', found.failure, 'See the sources with: triangula show FILE'));
  const source = found.value;
  const content = await session.content(source.revision);
  if (!content) {
    stop(
      refuse('damaged', `The text of ${source.name} cannot be read.`, 'See what is wrong with: triangula verify FILE'),
    );
  }
  const codebook = buildCodebook(project.all('code'));
  const codings = await Promise.all(
    project.codingsOfSource(source.id).map(async (coding) => ({
      id: coding.id,
      start: coding.start,
      end: coding.end,
      quote: (await session.content(coding.revision))?.text.slice(coding.start, coding.end) ?? null,
      code: codePath(codebook, coding.code),
      direction: coding.direction,
      coder: project.get('person', coding.coder)?.name ?? null,
      memo: coding.memo,
      revision: coding.revision,
      afterEdits: project.fateOf(coding.id),
    })),
  );
  const json = {
    ...(await describeSource(session, source)),
    ...(withText ? { text: content.text } : {}),
    segments: content.segments.map((segment) => ({
      start: segment.start,
      end: segment.end,
      role: segment.role,
      speaker: segment.speaker ?? null,
      time: segment.timeMilliseconds ?? null,
      question: segment.question ?? null,
      respondent: segment.respondent ?? null,
      page: segment.page ?? null,
      bodyStart: segment.bodyStart ?? null,
      level: segment.level ?? null,
    })),
    codings,
    table: content.table && { columns: content.table.columns, respondents: content.table.respondents.length },
  };
  const lines = [
    `${source.id}  ${source.name}  ${source.method}, ${source.characters} characters, ${json.segments.length} segments`,
    ...codings.map((item) => `  ${item.start}-${item.end}  ${item.code}  ${item.direction}  ${oneLine(item.quote)}`),
    ...(withText ? ['', content.text] : []),
  ];
  return { json, text: lines.join('\n') };
}

function oneLine(quote: string | null): string {
  return (quote ?? '').replace(/\s+/gu, ' ');
}
