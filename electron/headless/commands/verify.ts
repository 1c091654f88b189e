/** `verify`: reads every frame, opens every block, and checks every anchor against its text. */
import { basename } from 'node:path';
import type { Command } from '#electron/headless/command.ts';
import { failureLine, refuse } from '#electron/headless/failure.ts';
import { pathOf } from '#electron/headless/project-path.ts';
import { openFile, ProjectSession } from '#electron/headless/project-session.ts';
import { splitsPair } from '#electron/headless/text-place.ts';
import { lengthsOf } from '#shared/domain/revision/sections.ts';
import type { ContentHash } from '#shared/domain/source/source-content.ts';
import { THE_EVALUATION } from '#shared/domain/evaluation/evaluation.ts';
import { neededContents } from '#shared/formats/deliverable/material.ts';
import type { FrameProblem } from '#shared/formats/project-file/frame.ts';

type Problem = { readonly frame: number | null; readonly kind: string; readonly message: string };

export const verifyCommand: Command = {
  name: 'verify',
  summary: 'reads every frame, checks every anchor against its text, prints what is wrong',
  operands: ['FILE'],
  options: {},
  details: ['Leaves with 1 when something is wrong.'],
  run: async (call) => {
    const opened = await openFile(call, pathOf(call));
    const session = new ProjectSession(opened, call);
    const name = basename(opened.path);
    const problems: Problem[] = [
      ...opened.file.problems.map(describeFrame),
      ...opened.unreadable.map((place) => ({
        frame: opened.file.problems.length === 0 ? place : null,
        kind: 'unreadable-changes',
        message: 'A batch of changes cannot be opened.',
      })),
      ...(await checkRecords(session)),
    ];
    const ok = problems.length === 0;
    if (!ok) {
      const failure = refuse('problems', `${name} has ${problems.length} problems.`, 'Use a backup or another copy.');
      call.surroundings.remark(failureLine(failure));
    }
    const lines = problems.map((item) => `${item.frame === null ? '' : `frame ${item.frame}: `}${item.message}`);
    const verdict = ok ? `${name}: all ${opened.file.frames} frames are sound.` : `${problems.length} problems`;
    return {
      json: { ok, frames: opened.file.frames, problems, changes: opened.changes.length },
      text: [...lines, verdict].join('\n'),
      isBad: !ok,
    };
  },
};

const frameWords: Readonly<Record<FrameProblem['kind'], string>> = {
  torn: 'The end of the file is cut off or damaged',
  damaged: 'A stretch cannot be read',
  'chain-broken': 'Frames are missing or were put in another order before this one',
  'unknown-kind': 'A frame is of a kind that this version does not know',
};

function describeFrame(problem: FrameProblem): Problem {
  const where = `${problem.lengthBytes} bytes from byte ${problem.offsetBytes} on`;
  return { frame: problem.frame, kind: problem.kind, message: `${frameWords[problem.kind]}: ${where}.` };
}

async function checkRecords(session: ProjectSession): Promise<readonly Problem[]> {
  const { project } = session;
  const problems: Problem[] = [];
  const add = (kind: string, message: string): void => {
    problems.push({ frame: null, kind, message });
  };
  if (!project.get('evaluation', THE_EVALUATION)) add('no-evaluation', 'There is no evaluation in the file.');
  const missing = new Set<ContentHash>();
  for (const hash of neededContents(project)) if (!(await session.content(hash))) missing.add(hash);
  for (const source of project.all('source')) {
    if (missing.has(source.revision)) add('text-missing', `The text of ${source.name} is missing or damaged.`);
    else if ((await session.content(source.revision))?.text.length !== source.characters) {
      add('wrong-length', `The text of ${source.name} is not as long as it is said to be.`);
    }
  }
  for (const coding of project.codings('everything')) {
    const source = project.get('source', coding.source);
    if (!source) add('no-source', `The coding ${coding.id} belongs to a source that is not there.`);
    if (!project.get('code', coding.code)) add('no-code', `The coding ${coding.id} has a code that is not there.`);
    if (project.fateOf(coding.id) === 'unrelated') {
      add('anchor', `The coding ${coding.id} stands in a text from which no edit leads to the present one.`);
    }
    const text = missing.has(coding.revision) ? undefined : (await session.content(coding.revision))?.text;
    if (text === undefined) {
      if (source?.revision !== coding.revision) add('text-missing', `The text of coding ${coding.id} is missing.`);
    } else if (coding.start >= coding.end || coding.end > text.length) {
      add('anchor', `The coding ${coding.id} reaches beyond its text (${coding.start}-${coding.end}).`);
    } else if (splitsPair(text, coding.start) || splitsPair(text, coding.end)) {
      add('anchor', `The coding ${coding.id} begins or ends inside a character (${coding.start}-${coding.end}).`);
    }
  }
  problems.push(...(await checkRevisions(session)));
  return problems;
}

/** An edit says how long the texts before and after it are: where both are at hand, they must be. */
async function checkRevisions(session: ProjectSession): Promise<readonly Problem[]> {
  const { project } = session;
  const problems: Problem[] = [];
  for (const { id, source, from, to, sections } of project.all('revision')) {
    const { before, after } = lengthsOf(sections);
    const lengths = [(await session.content(from))?.text.length, (await session.content(to))?.text.length];
    if ((lengths[0] ?? before) === before && (lengths[1] ?? after) === after) continue;
    const name = project.get('source', source)?.name ?? source;
    problems.push({ frame: null, kind: 'revision', message: `The edit ${id} of ${name} does not fit its texts.` });
  }
  return problems;
}
