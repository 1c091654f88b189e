/** Withdrawn words are in no byte of either copy afterwards, and no older copy brings them back. */
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { inflateSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { codePassage } from '#shared/domain/coding/coding-edits.ts';
import { createCutter } from '#shared/domain/consent/scrub-changes.ts';
import { addFinding, editFinding, linkCodings } from '#shared/domain/findings/finding-edits.ts';
import { reviseContent, type TextEdit } from '#shared/domain/revision/revise-content.ts';
import { reviseSources } from '#shared/domain/revision/revision-edits.ts';
import type { SourceContent } from '#shared/domain/source/source-content.ts';
import { addSources } from '#shared/domain/source/source-edits.ts';
import { createStandIn, type StandInHost } from '#renderer/bridge/stand-in.ts';
import { previewWithdrawal } from '#renderer/data/erase-withdrawn.ts';
import { randomBytes } from '#renderer/data/random.ts';
import type { ProjectSession } from '#renderer/data/session.ts';
import { make, mustOpen } from '#tests/unit/session/open-session.ts';
import { newSource } from '#tests/support/small-project.ts';

const HER_WORDS = 'nos encerraron en la casa de la calle Jacaranda toda la noche';
const HIS_WORDS = 'el albergue abrió sus puertas a todas las que llegaban';
const MEMO = 'Zanahoria: compare with the other interview';
const FILE = 'Petunia Lopez.docx';

/** A talk of two people, or of one. */
function talk(...turns: readonly (readonly [speaker: string, words: string])[]): SourceContent {
  let text = '';
  const segments = turns.map(([speaker, words]) => {
    const start = text.length;
    text += `${speaker}: ${words}\n`;
    return { start, end: text.length, role: 'turn' as const, speaker, bodyStart: start + speaker.length + 2 };
  });
  return { text, segments, table: null };
}

async function addTalk(session: ProjectSession, name: string, content: SourceContent, fileName: string) {
  const revision = await session.contents.add(content);
  const labels = [...new Set(content.segments.map(({ speaker }) => speaker ?? ''))];
  const speakers = labels.map((label, place) => ({
    label,
    as: { codeName: `${name}-${place + 1}`, group: '', gender: '', interventions: {}, attributes: {} },
  }));
  const input = newSource(name, { revision, speakers, fileName, characters: content.text.length });
  const { ids, draft } = addSources(session.project, [input], randomBytes);
  session.commit(draft);
  return session.project.get('source', ids[0]!)!;
}

function codeWords(session: ProjectSession, id: string, text: string, words: string, memo = '') {
  const source = session.project.get('source', id as never)!;
  const start = text.indexOf(words);
  const place = { start, end: start + words.length };
  const code = session.project.all('code')[3]!;
  const coded = codePassage({ source, code, ...place, coder: session.person, codedAt: '', memo }, randomBytes);
  session.commit(coded.draft);
  return coded.id;
}

/** A project with her interview, a focus group of both, codings with memos, and a finding that repeats her words. */
async function build(host: StandInHost, passphrase: string | null = null) {
  const { name, session } = await make(host, passphrase);
  const alone = talk(['Jacinta', HER_WORDS]);
  const group = talk(['Jacinta', HER_WORDS], ['Tomás', HIS_WORDS]);
  const interview = await addTalk(session, 'E-01', alone, FILE);
  const focus = await addTalk(session, 'GF-01', group, 'group.txt');
  const hers = codeWords(session, interview.id, alone.text, 'encerraron', MEMO);
  const inGroup = codeWords(session, focus.id, group.text, 'calle Jacaranda', MEMO);
  const his = codeWords(session, focus.id, group.text, 'abrió sus puertas');
  const criterion = session.project.all('code')[0]!;
  const made = addFinding(session.project, { criterion, title: 'Encierro', text: '', evidence: [] }, randomBytes);
  session.commit(made.draft);
  const codings = [hers, inGroup, his].map((id) => session.project.get('coding', id)!);
  session.commit(linkCodings(session.project.get('finding', made.id)!, codings));
  const text = `Ella dijo: "${HER_WORDS}". Lo confirma otra voz.`;
  session.commit(editFinding(session.project.get('finding', made.id)!, { text }));
  await session.flush();
  return { name, session, interview, focus, finding: made.id, his, group };
}

const owner = (id: string, name: string) => ({ kind: 'source', id, name }) as const;
const note = (session: ProjectSession) => ({ date: '2026-01-02', recordedBy: session.person, reason: '' });

/** All plain text in both copies: every payload, unpacked where it is packed. */
async function everyWord(host: StandInHost, name: string): Promise<string> {
  const words: string[] = [looseText(host.files.get(name)!)];
  for (const database of await Dexie.getDatabaseNames()) {
    const tables = await new Dexie(database).open();
    for (const table of tables.tables) {
      for (const row of (await table.toArray()) as Record<string, unknown>[]) {
        const { payload, value } = row as { payload?: Uint8Array; value?: { payload?: Uint8Array } };
        words.push(JSON.stringify(row), unpack(payload), unpack(value?.payload));
      }
    }
    tables.close();
  }
  return words.join('\n');
}

function unpack(bytes?: Uint8Array): string {
  if (!bytes) return '';
  const plain = new TextDecoder().decode(bytes);
  try {
    return plain + new TextDecoder().decode(inflateSync(bytes));
  } catch {
    return plain;
  }
}

/** Frames stand behind each other: every place at which packed bytes may begin is tried. */
function looseText(file: Uint8Array): string {
  const marker = [0x54, 0x52, 0x46, 0x1e];
  const words = [new TextDecoder().decode(file)];
  for (let place = 0; place < file.length; place += 1) {
    if (!marker.every((byte, index) => file[place + index] === byte)) continue;
    const length = new DataView(file.buffer, file.byteOffset + place).getUint32(4, true);
    words.push(unpack(file.slice(place + 68, place + 68 + length)));
  }
  return words.join('\n');
}

async function erase(session: ProjectSession, id: string, name: string): Promise<ProjectSession> {
  const erased = await session.eraseWithdrawn(owner(id, name), note(session));
  if (!erased.ok) throw new Error(erased.failure.code);
  return erased.value;
}

describe('removing a source', () => {
  test('leaves no word of it in either copy, and says what findings lost', async () => {
    await Dexie.getDatabaseNames().then((names) => Promise.all(names.map((name) => Dexie.delete(name))));
    const host = createStandIn();
    const { name, session, interview, focus, finding } = await build(host);
    expect(await everyWord(host, name)).toContain('Jacaranda');
    const { plan, repeatedIn } = await previewWithdrawal(session, owner(interview.id, 'E-01'));
    expect(plan.codings).toHaveLength(1);
    expect(plan.findings).toMatchObject([{ lost: 1, left: 2 }]);
    expect(repeatedIn).toHaveLength(1);
    let after = await erase(session, interview.id, 'E-01');
    // The focus group holds the same words, and she has not withdrawn there.
    after = await erase(after, focus.id, 'GF-01');
    await after.close();
    const words = await everyWord(host, name);
    for (const word of ['Jacaranda', 'encerraron', 'Zanahoria', 'Petunia', 'Jacinta'])
      expect(words).not.toContain(word);
    const again = await mustOpen(host, name);
    expect(again.project.all('source')).toEqual([]);
    expect(again.project.all('coding')).toEqual([]);
    expect(again.project.all('withdrawal')).toMatchObject([{ name: 'E-01' }, { name: 'GF-01' }]);
    expect(again.project.get('finding', finding)?.text).toMatch(/^Ella dijo: "\[…\]/u);
    expect(again.openReport).toBeNull();
    // Undo reaches further back and never the words.
    for (let step = 0; step < 12; step += 1) again.undo();
    await again.close();
    expect(await everyWord(host, name)).not.toContain('Jacaranda');
  });

  test('works the same under a passphrase', async () => {
    const host = createStandIn();
    const { name, session, interview } = await build(host, 'una frase larga');
    const after = await erase(session, interview.id, 'E-01');
    expect(after.project.get('source', interview.id)).toBeUndefined();
    expect(await after.contents.load(interview.revision)).toBeNull();
    await after.close();
    const again = await mustOpen(host, name, { passphrase: 'una frase larga' });
    expect(again.project.all('source')).toHaveLength(1);
    await again.close();
  }, 30_000);
});

describe('removing a participant', () => {
  test('takes her interview and blacks her out among others, whose codings stay where they are', async () => {
    const host = createStandIn();
    const { name, session, interview, focus, his, group, finding } = await build(host);
    // She is one person under one code name in both.
    const roles = session.project.get('source', interview.id)!.speakers['Jacinta']!;
    session.commit({
      label: { key: 'assign-speaker', values: { speaker: 'Jacinta' } },
      ops: [{ op: 'set', kind: 'source', id: focus.id, fields: { 'speakers.Jacinta': roles } }],
    });
    const id = 'participant' in roles ? roles.participant : '';
    const her = { kind: 'participant', id, name: 'KII-01' } as const;
    const erased = await session.eraseWithdrawn(her, note(session));
    if (!erased.ok) throw new Error(erased.failure.code);
    const { project, contents } = erased.value;
    expect(project.get('source', interview.id)).toBeUndefined();
    const left = project.get('source', focus.id)!;
    expect(Object.keys(left.speakers)).toEqual(['Tomás']);
    const content = (await contents.load(left.revision))!;
    expect(content.text).toHaveLength(group.text.length);
    const coding = project.get('coding', his)!;
    expect(content.text.slice(coding.start, coding.end)).toBe('abrió sus puertas');
    expect(project.get('finding', finding)!.evidence[his]!.revision).toBe(left.revision);
    expect(project.all('coding')).toHaveLength(1);
    await erased.value.close();
    const file = looseText(host.files.get(name)!);
    expect(file).toContain(HIS_WORDS);
    for (const word of ['Jacaranda', 'Zanahoria', 'Jacinta']) expect(file).not.toContain(word);
  });
});

describe('a copy that comes later', () => {
  test('an older file of a colleague, with work on it, does not bring the words back', async () => {
    const host = createStandIn();
    const { name, session, interview } = await build(host);
    await session.close();
    const before = host.files.get(name)!.slice();
    const elsewhere = createStandIn();
    elsewhere.files.set('copy.triangula', before);
    const theirs = await mustOpen(elsewhere, 'copy.triangula', { personName: 'Luis Cano' });
    codeWords(theirs, interview.id, talk(['Jacinta', HER_WORDS]).text, 'toda la noche', 'Berenjena');
    await theirs.close();
    const mine = await mustOpen(host, name);
    await (await erase(mine, interview.id, 'E-01')).close();
    // Their file takes the place of mine, as a sync tool does.
    host.files.set(name, elsewhere.files.get('copy.triangula')!);
    const merged = await mustOpen(host, name);
    expect(merged.project.get('source', interview.id)).toBeUndefined();
    expect(merged.project.all('coding').filter(({ source }) => source === interview.id)).toEqual([]);
    expect(await merged.contents.load(interview.revision)).toBeNull();
    await merged.close();
    expect(looseText(host.files.get(name)!)).not.toContain('Petunia');
    // And where they have only their own database, my file cleans it.
    elsewhere.files.set('copy.triangula', host.files.get(name)!.slice());
    const cleaned = await mustOpen(elsewhere, 'copy.triangula', { personName: 'Luis Cano' });
    expect(cleaned.project.get('source', interview.id)).toBeUndefined();
    expect(await cleaned.contents.load(interview.revision)).toBeNull();
    await cleaned.close();
    const file = looseText(elsewhere.files.get('copy.triangula')!);
    for (const word of ['Petunia', 'Berenjena']) expect(file).not.toContain(word);
  });
});

test('cutting takes out what is repeated and leaves phrases that anybody uses', () => {
  const cut = createCutter([HER_WORDS]);
  expect(cut(`Dijo: ${HER_WORDS}!`)).toBe('Dijo: […]!');
  expect(cut('en la casa de otra')).toBe('en la casa de otra');
  expect(cut(cut(HER_WORDS))).toBe('[…]');
});

describe('texts that were edited', () => {
  async function editText(session: ProjectSession, id: string, edits: readonly TextEdit[]) {
    const source = session.project.get('source', id as never)!;
    const revised = reviseContent((await session.contents.load(source.revision))!, edits);
    const to = await session.contents.add(revised.content);
    const next = { source, to, characters: revised.content.text.length, ...revised };
    session.commit(reviseSources([next], 'edit', { person: session.person, at: '2026-01-01' }, randomBytes));
    await session.flush();
  }

  test('earlier revisions go with the present one, also where she had another label then', async () => {
    const host = createStandIn();
    const { name, session, focus, his, group } = await build(host);
    const label = { from: 0, to: 'Jacinta'.length, insert: 'P7' };
    const word = group.text.indexOf('puertas');
    await editText(session, focus.id, [label, { from: word, to: word + 7, insert: 'ventanas' }]);
    expect(Object.keys(session.project.get('source', focus.id)!.speakers).sort()).toEqual(['P7', 'Tomás']);
    const role = session.project.get('source', focus.id)!.speakers['P7']!;
    const participant = 'participant' in role ? role.participant : '';
    const erased = await session.eraseWithdrawn({ kind: 'participant', id: participant, name: 'P7' }, note(session));
    if (!erased.ok) throw new Error(erased.failure.code);
    const source = erased.value.project.get('source', focus.id)!;
    const { text } = (await erased.value.contents.load(source.revision))!;
    const coding = erased.value.project.get('coding', his)!;
    expect(text.slice(coding.start, coding.end)).toBe('abrió sus ventanas');
    await erased.value.close();
    const left = looseText(host.files.get(name)!);
    expect(left).not.toContain('sus puertas a todas');
    const again = await mustOpen(host, name);
    expect(again.project.get('coding', his)).toBeDefined();
    expect(text).not.toContain('encerraron');
  });

  test("a colleague's edit of the withdrawn text, made before they knew, does not bring the words back", async () => {
    const host = createStandIn();
    const { name, session, interview, focus, his } = await build(host);
    await session.close();
    const elsewhere = createStandIn();
    elsewhere.files.set('copy.triangula', host.files.get(name)!.slice());
    const luis = await mustOpen(elsewhere, 'copy.triangula', { personName: 'Luis Cano' });
    await editText(luis, interview.id, [{ from: 9, to: 12, insert: 'Todas nos' }]);
    await editText(luis, focus.id, [{ from: 9, to: 12, insert: 'Todas nos' }]);
    await luis.close();

    const ana = await mustOpen(host, name);
    const role = Object.values(ana.project.get('source', focus.id)!.speakers)[0]!;
    const participant = 'participant' in role ? role.participant : '';
    const first = await erase(ana, interview.id, 'E-01');
    const second = await first.eraseWithdrawn({ kind: 'participant', id: participant, name: 'GF-01-1' }, note(first));
    if (!second.ok) throw new Error(second.failure.code);
    await second.value.close();
    expect(looseText(host.files.get(name)!)).not.toContain('Jacaranda');

    // Luis takes in what Ana did.
    host.files.set(name, elsewhere.files.get('copy.triangula')!.slice());
    const last = await mustOpen(host, name);
    expect(last.project.get('source', interview.id)).toBeUndefined();
    const source = last.project.get('source', focus.id)!;
    const { text } = (await last.contents.load(source.revision))!;
    expect(text).not.toContain('Jacaranda');
    expect(text).not.toContain('Todas');
    const coding = last.project.get('coding', his)!;
    expect(text.slice(coding.start, coding.end)).toBe('abrió sus puertas');
    await last.close();
    expect(looseText(host.files.get(name)!)).not.toContain('Jacaranda');
  });
});
