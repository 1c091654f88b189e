/** Codebooks and survey forms on the command line: codes are added once, a form explains the data beside it. */
import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk } from '#tests/unit/headless/command-line.ts';

const desk = new Desk();
const qdc =
  '<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code name="effectiveness"><Code name="Training" color="#ff0000"><Description>What was learnt</Description></Code></Code><Code name="Surprises"/></Codes></CodeBook>';

function bookOf(sheets: Readonly<Record<string, readonly (readonly string[])[]>>): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows as string[][]), name);
  }
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

type Answer = {
  readonly codes: number;
  readonly items: readonly {
    readonly outcome: string;
    readonly format: string;
    readonly codes?: number;
    readonly reason: string | null;
    readonly questionnaire: {
      readonly columns: readonly { readonly name: string; readonly label: string; readonly role: string }[];
    } | null;
  }[];
};

async function call(...words: string[]): Promise<Answer> {
  const ran = await desk.call(...words, '--json');
  return JSON.parse(ran.stdout) as Answer;
}

beforeAll(async () => {
  await desk.call('new', 'a.triangula', '--title', 'A', '--no-passphrase');
  desk.write('codes.qdc', qdc);
});

afterAll(() => desk.clear());

describe('import', () => {
  it('tells how many codes a codebook would add, and adds them once, below the criterion of the same name', async () => {
    const dry = await call('import', 'a.triangula', 'codes.qdc', '--dry-run');
    expect(dry.codes).toBe(2);
    const first = await call('import', 'a.triangula', 'codes.qdc');
    expect([first.codes, first.items[0]?.outcome, first.items[0]?.format, first.items[0]?.codes]).toEqual([
      2,
      'imported',
      'qdc',
      3,
    ]);
    expect((await call('import', 'a.triangula', 'codes.qdc')).codes).toBe(0);
    const shown = JSON.parse((await desk.call('show', 'a.triangula', '--json')).stdout) as {
      readonly codes: readonly { readonly path: string }[];
    };
    const paths = shown.codes.map(({ path }) => path);
    expect(paths).toContain('Effectiveness/Training');
    expect(paths).toContain('Surprises');
    expect(paths.filter((path) => /^effectiveness$/i.test(path))).toHaveLength(1);
  });

  it('lets a form explain the data beside it, and refuses it alone', async () => {
    desk.write(
      'form.xlsx',
      bookOf({
        survey: [
          ['type', 'name', 'label::English (en)'],
          ['select_one yn', 'q1', 'Is there water?'],
          ['text', 'q1_why', 'Why?'],
        ],
        choices: [
          ['list_name', 'name', 'label::English (en)'],
          ['yn', 'y', 'Yes'],
          ['yn', 'n', 'No'],
        ],
      }),
    );
    desk.write('data.csv', 'q1,q1_why\ny,It rains\nn,\ny,It rained\n');
    const alone = await call('import', 'a.triangula', 'form.xlsx');
    expect(alone.items[0]?.outcome).toBe('failed');
    const both = await call('import', 'a.triangula', 'data.csv', 'form.xlsx');
    expect(both.items.map(({ format }) => format)).toEqual(['csv', 'xlsform']);
    expect(both.items[0]?.questionnaire?.columns).toMatchObject([
      { name: 'q1', label: 'Is there water?', role: 'closed', choices: { y: 'Yes', n: 'No' } },
      { name: 'q1_why', label: 'Is there water? – Why?', role: 'open' },
    ]);
  });
});
