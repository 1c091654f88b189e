/** `new`: makes a project file with the nine criteria. */
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command, CommandCall } from '#electron/headless/command.ts';
import { refuse, stop } from '#electron/headless/failure.ts';
import { readPassphrase } from '#electron/headless/passphrase.ts';
import { accessToFile, pathOf } from '#electron/headless/project-path.ts';
import { explainDisk, explainHeader } from '#electron/headless/refusals.ts';
import { splitOnce } from '#electron/headless/words-of-command.ts';
import { drawId } from '#shared/basics/ids.ts';
import { newEvaluation } from '#shared/domain/evaluation/evaluation-edits.ts';
import { languages } from '#shared/domain/evaluation/language.ts';
import { Project } from '#shared/domain/project/project.ts';
import { loadDigest } from '#shared/formats/project-file/digest.ts';
import { sealChanges } from '#shared/formats/project-file/project-blocks.ts';
import { newProjectHeader, writeNewProjectFile } from '#shared/formats/project-file/project-file.ts';

export const newCommand: Command = {
  name: 'new',
  summary: 'makes a project with the nine criteria',
  operands: ['FILE'],
  options: {
    title: { value: 'T', about: 'title of the evaluation (needed)' },
    language: { value: languages.join('|'), about: 'language of the criteria; en when left out' },
    intervention: { value: 'CODE=Title', many: true, about: 'a project or programme that is evaluated' },
    'no-passphrase': { value: null, about: 'leave the project unsealed: whoever has the file can read it' },
  },
  run: async (call) => {
    const title = call.value('title')?.trim() ?? '';
    if (title === '') call.misuse('new needs --title T.');
    if (title.length > 500) call.misuse('A title has at most 500 characters.');
    const language = call.choice('language', languages) ?? 'en';
    const interventions = readInterventions(call);
    const path = pathOf(call);
    const name = basename(path);
    if (await isThere(path)) {
      stop(refuse('exists', `${name} is already there; nothing was touched.`, 'Choose another name.'));
    }
    const passphrase = await choosePassphrase(call, name);
    const { randomBytes } = call.surroundings;
    const author = {
      replica: drawId<'replica'>(randomBytes),
      person: drawId<'person'>(randomBytes),
      nowMilliseconds: call.now().getTime(),
    };
    const person = { id: author.person, name: call.actor() };
    const draft = newEvaluation({ title, language, interventions, person }, randomBytes);
    const project = new Project();
    const change = project.prepare(draft, author);
    if (!change) throw new Error('A new evaluation made no change.');
    project.apply(change);
    const createdAt = call.now().toISOString();
    const { header, keyring } = await newProjectHeader(
      { projectId: drawId(randomBytes), createdAt, passphrase },
      randomBytes,
    );
    const block = await sealChanges(keyring, [change], randomBytes);
    const written = await writeNewProjectFile(accessToFile(path), await loadDigest(), header, [block]);
    if (!written.ok) {
      stop(typeof written.failure === 'string' ? explainHeader(written.failure, name) : explainDisk(written.failure));
    }
    const criteria = project.all('code').map((code) => ({ id: code.id, name: code.name, key: code.key }));
    return {
      json: { file: path, title, language, sealed: passphrase !== null, interventions, criteria },
      text: `${name}: ${title}, ${criteria.length} criteria, ${passphrase === null ? 'not sealed' : 'sealed'}`,
    };
  },
};

async function choosePassphrase(call: CommandCall, name: string): Promise<string | null> {
  if (call.has('no-passphrase')) {
    if (call.has('passphrase-file')) call.misuse('--no-passphrase and --passphrase-file exclude each other.');
    return null;
  }
  const passphrase = await readPassphrase(call);
  if (passphrase !== null) return passphrase;
  return stop(
    refuse(
      'passphrase-needed',
      `${name} needs a passphrase.`,
      'Set TRIANGULA_PASSPHRASE, give --passphrase-file F, or choose --no-passphrase.',
    ),
  );
}

function readInterventions(call: CommandCall): readonly { readonly code: string; readonly title: string }[] {
  const read = call.values('intervention').map((text) => {
    const [code, title] = splitOnce(text, '=');
    if (code.trim() === '') call.misuse(`--intervention is CODE=Title, not "${text}".`);
    return { code: code.trim(), title: (title ?? '').trim() };
  });
  const twice = read.find((item, place) => read.findIndex((other) => other.code === item.code) !== place);
  if (twice) call.misuse(`The intervention ${twice.code} is given twice.`);
  return read;
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
