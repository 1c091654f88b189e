/** Labels of many styles are found as turns; prose, forms and lists give none. Samples are invented. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ImportedSource } from '#shared/formats/imported-source.ts';
import { readBytes, readText, talkOf, turnsOf } from '#tests/unit/formats/support.ts';

const folder = fileURLToPath(new URL('../../samples/formats/labels/', import.meta.url));

function read(name: string): Promise<ImportedSource> {
  return readBytes(new Uint8Array(readFileSync(folder + name)), name);
}

/** Speakers with their number of turns, as in the command line's answer. */
const styles: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'colon.txt': { INTERVIEWER: 2, P1: 2, P2: 1 },
  'form-above.txt': { Interviewer: 2, Respondent: 1 },
  'bold.md': { Moderator: 2, Fatou: 2, Awa: 1 },
  'bold-colon-outside.md': { Interviewer: 2, P3: 2 },
  'bold-own-line.md': { Entrevistadora: 2, Rosa: 2 },
  'own-line.txt': { Facilitator: 2, 'Maria Lopez': 2, Joao: 1 },
  'bracket-time.txt': { Interviewer: 2, 'Ms. Ndiaye': 2 },
  'time-behind-name.txt': { Anna: 2, Interviewer: 2 },
  'time-behind-colon.txt': { Aaron: 2, Sjors: 1 },
  'header-time.txt': { 'Speaker 1': 2, 'Speaker 2': 1 },
  'time-alone.txt': { Lidia: 2, Carmen: 2 },
  'square.txt': { P1: 2, P2: 2 },
  'chat-android.txt': { Moderadora: 2, 'Zoë 🌻': 1, '+41 78 000 00 00': 1 },
  'dash.txt': { E: 3, R: 3 },
  'french.txt': { Enquêtrice: 2, 'Participante 07': 2 },
  'hebrew.txt': { מראיינת: 2, דוד: 2 },
  'several-attributes.txt': {
    Moderadora: 2,
    'P1 (mujer, 34 años)': 2,
    'P2 (mujer, 51 años)': 2,
    'Varias voces': 1,
  },
  'teams.txt': { 'Ana Torres': 1, 'Li Wei': 1 },
  'question-answer.txt': { Q: 2, A: 2 },
};

describe('labels', () => {
  it.each(Object.entries(styles))('%s', async (name, speakers) => {
    const source = await read(name);
    expect(Object.fromEntries(source.speakers.map((speaker) => [speaker.name, speaker.turns]))).toEqual(speakers);
  });

  it('has a case for every sample', () => {
    const samples = readdirSync(folder).filter((name) => name !== 'none');
    expect(samples.sort()).toEqual(Object.keys(styles).sort());
  });

  it('keeps colons inside of what was said', async () => {
    expect(talkOf(await read('colon.txt'))).toEqual([
      ['INTERVIEWER', 'How did the training change your work?'],
      ['P1', 'A lot. Before: nothing was written down. After: we keep a register.'],
      ['P1', 'And the register is checked.'],
      ['INTERVIEWER', 'By whom?'],
      ['P2', 'By the office: every month.'],
    ]);
  });

  it('gives lines without label to the turn before, and ends a turn at a heading', async () => {
    const talk = talkOf(await read('bold.md'));
    expect(talk[1]).toEqual(['Fatou', 'The well.\n\nIt was dry for two years.']);
    expect(talk[2]).toEqual(['Awa', 'The meetings.']);
    expect(talkOf(await read('form-above.txt'))[1]).toEqual(['Respondent', 'Yes.\nIt is fine with me.']);
  });

  it('takes what programs sign with out of the last turn', async () => {
    const talk = talkOf(await read('header-time.txt'));
    expect(talk[2]).toEqual(['Speaker 1', 'And goodbye.']);
  });

  it.each([
    ['Date: 3 May\nInterviewer: Ana Ríos\nRespondent: P7\n\nInterviewer: Hello.\nP7: Hi.\n', 2],
    ['Date: 3 May\nInterviewer: Hello.\nP1: Hi.\n\nInterviewer: And then?\nP1: Nothing.\n', 4],
    ['Interviewer: Ana\nRespondent: P7\nDate: 3 May\nInterviewer: Hello.\nP7: Hi.\n', 2],
    ['Interviewer: Hello.\nP7: Hi.\nTime: half past ten\nInterviewer: Go on.\nP7: Yes.\n', 4],
  ])('tells a form from the talk in %j', async (text, turns) => {
    expect(turnsOf(await readText(text)).length).toBe(turns);
  });

  it.each([
    ['bracket-time.txt', [5_000, 9_000, 83_000, 3_723_000]],
    ['time-behind-name.txt', [12_000, 20_000, 65_000, 90_000]],
    ['time-behind-colon.txt', [20_000, 23_000, 60_000]],
    ['header-time.txt', [0, 4_000, 3_750_000]],
    ['teams.txt', [0, 3_270]],
    ['chat-android.txt', [undefined, undefined, undefined, undefined]],
  ])('times of %s', async (name, times) => {
    expect(turnsOf(await read(name)).map((turn) => turn.timeMilliseconds)).toEqual(times);
  });

  it('starts a turn at its label and its body at the words', async () => {
    const source = await read('bracket-time.txt');
    const [turn] = turnsOf(source);
    expect(source.content.text.slice(turn?.start, turn?.bodyStart)).toBe('[00:00:05] Interviewer: ');
  });
});

describe('no labels', () => {
  it.each(readdirSync(`${folder}none`))('%s', async (name) => {
    expect((await read(`none/${name}`)).speakers).toEqual([]);
  });

  it('in notes that only end with a few labelled words, unless the user says so', async () => {
    const notes = 'The reviewer reads the change and thinks about it for a while.\n'.repeat(30);
    const text = `${notes}I: Is it common?\nP7: Yes.\nI: Why?\nP7: Habit.\n`;
    expect((await readText(text)).speakers).toEqual([]);
    expect((await readText(text, 'notes.txt', { speakers: 'always' })).speakers).toEqual([
      { name: 'I', turns: 2 },
      { name: 'P7', turns: 2 },
    ]);
  });

  it('when the user wants none', async () => {
    expect((await readText('E: hola\nP1: sí\n', 'a.txt', { speakers: 'never' })).speakers).toEqual([]);
  });

  it('in the front matter of Markdown', async () => {
    const source = await readText('---\ntitle: Talk\nspeakers:\n  - Ana\n---\nE: ¿Qué pasó?\n\nP1: Nada.\n', 'a.md');
    expect(source.speakers.map((speaker) => speaker.name)).toEqual(['E', 'P1']);
    expect(source.content.segments[0]).toMatchObject({ role: 'furniture', start: 0 });
  });
});
