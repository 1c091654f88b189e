/** Makes and opens evaluations over the stand-in host, and edits them, for the tests of the session. */
import type { ProjectFileHandle } from '#shared/bridge/requests.ts';
import { codePassage } from '#shared/domain/coding/coding-edits.ts';
import type { SourceContent } from '#shared/domain/source/source-content.ts';
import { addSources } from '#shared/domain/source/source-edits.ts';
import type { StandInHost } from '#renderer/bridge/stand-in.ts';
import { createProject, openProject, type OpenOptions } from '#renderer/data/open-project.ts';
import { randomBytes } from '#renderer/data/random.ts';
import type { ProjectSession } from '#renderer/data/session.ts';
import { newSource } from '#tests/support/small-project.ts';

let files = 0;

export async function pick(host: StandInHost, name: string): Promise<ProjectFileHandle> {
  host.picks.push(name);
  const picked = await host.bridge.ask('project.pickToOpen', { title: '' });
  if (!picked?.ok) throw new Error('not picked');
  return picked.value;
}

export async function make(host: StandInHost, passphrase: string | null = null) {
  files += 1;
  const name = `Prueba ${files} ${passphrase === null ? 'abierta' : 'sellada'}.triangula`;
  const made = await createProject(host.bridge, {
    handle: await pick(host, name),
    title: 'Prueba',
    language: 'es',
    passphrase,
    personName: 'Ana Robles',
    interventions: [{ code: 'MEX-01', title: 'Uno' }],
  });
  if (!made.ok) throw new Error(made.failure.code);
  return { name, session: made.value };
}

export async function open(host: StandInHost, name: string, options: Partial<OpenOptions> = {}) {
  return openProject(host.bridge, await pick(host, name), { passphrase: null, personName: 'Ana Robles', ...options });
}

export async function mustOpen(
  host: StandInHost,
  name: string,
  options: Partial<OpenOptions> = {},
): Promise<ProjectSession> {
  const opened = await open(host, name, options);
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value;
}

/** Imports an interview and codes a stretch of it. */
export async function codeSomething(session: ProjectSession, text = 'Una frase dicha por alguien.') {
  const content: SourceContent = { text, segments: [], table: null };
  const revision = await session.contents.add(content);
  const name = `E-${session.project.all('source').length + 1}`;
  const { ids, draft } = addSources(
    session.project,
    [newSource(name, { revision, characters: text.length })],
    randomBytes,
  );
  session.commit(draft);
  const source = session.project.get('source', ids[0]!)!;
  const code = session.project.all('code')[3]!;
  const coded = codePassage({ source, code, start: 4, end: 9, coder: session.person, codedAt: '' }, randomBytes);
  session.commit(coded.draft);
  return { content, revision, coding: coded.id };
}
