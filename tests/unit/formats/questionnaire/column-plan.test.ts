/** The plan: guessed, written as JSON, corrected, and applied again without reading the file again. */
import { describe, expect, it } from 'vitest';
import { applyPlan, columnPlanSchema, mergePlan } from '#shared/formats/questionnaire/column-plan.ts';
import type { ColumnPlan } from '#shared/formats/questionnaire/column-plan.ts';
import { lines, sourceOf, tableOf } from '#tests/unit/formats/questionnaire/samples.ts';

const survey = lines(
  'Timestamp,Participant code,Full name,Gender,How old are you?,How satisfied are you?,Where do you get news? (check all that apply),What changed in your life?,Any suggestions?',
  '12/13/2019 9:50:30,P-01,Ana R.,Woman,34,Very satisfied,"Radio, Neighbours","I sell at the market now,\nand my daughter helps.",',
  '12/13/2019 9:52:10,P-02,Berta S.,Woman,51,Satisfied,Radio,Nothing really changed for us.,Come more often',
  '12/14/2019 18:02:01,P-03,Carlos T.,Man,45,Satisfied,"Neighbours, Television", ,"Ask the women first, please"',
);

describe('guessing', () => {
  it('says a role for each column and what stands in it', async () => {
    const { plan, facts } = await tableOf(survey);
    expect(plan.columns.map(({ role }) => role)).toEqual([
      'date',
      'id',
      'ignore',
      'attribute',
      'attribute',
      'closed',
      'multiple',
      'open',
      'open',
    ]);
    expect(facts[3]).toEqual({ name: 'Gender', filled: 3, values: 2, examples: ['Woman', 'Man'] });
    expect(facts[8]).toMatchObject({ filled: 2, values: 2 });
  });

  it('cuts long examples between characters', async () => {
    const { facts } = await tableOf(`a,b\n1,${'🌻'.repeat(100)}\n`);
    const [example = ''] = facts[1]?.examples ?? [];
    expect(example).toBe(`${'🌻'.repeat(60)}…`);
    const { facts: odd } = await tableOf(`a,b\n1,x${'🌻'.repeat(100)}\n`);
    expect(odd[1]?.examples[0]).toBe(`x${'🌻'.repeat(59)}…`);
  });
});

describe('applying', () => {
  it('lays the open answers out respondent by respondent, and nothing else', async () => {
    const { content } = await sourceOf(survey);
    expect(content.text).toBe(
      'I sell at the market now,\nand my daughter helps.\n\nNothing really changed for us.\n\nCome more often\n\nAsk the women first, please',
    );
    expect(content.segments.map(({ role, question, respondent }) => [role, question, respondent])).toEqual([
      ['answer', 'What changed in your life?', 'P-01'],
      ['answer', 'What changed in your life?', 'P-02'],
      ['answer', 'Any suggestions?', 'P-02'],
      ['answer', 'Any suggestions?', 'P-03'],
    ]);
    const [first] = content.segments;
    expect(content.text.slice(first?.start, first?.end)).toBe('I sell at the market now,\nand my daughter helps.');
    expect(content.table?.respondents).toEqual(['P-01', 'P-02', 'P-03']);
    expect(content.table?.rows[2]?.[7]).toBe(' ');
  });

  it('a changed plan needs no second reading', async () => {
    const { table, plan } = await tableOf(survey);
    const columns = plan.columns.map((column) =>
      column.role === 'open' || column.role === 'id' ? { ...column, role: 'ignore' as const } : column,
    );
    const content = applyPlan(table, { columns });
    expect(content.text).toBe('');
    expect(content.table?.respondents).toEqual(['1', '2', '3']);
    expect(applyPlan(table, plan).segments).toHaveLength(4);
  });

  it('keeps respondents apart whose id is blank or given twice, and says so', async () => {
    const text = lines('id,why', '2,one reason', ',another reason', '2,a third reason', '2 (2),a fourth reason');
    const plan: ColumnPlan = {
      columns: [
        { name: 'id', label: 'id', role: 'id' },
        { name: 'why', label: 'Why?', role: 'open' },
      ],
      delimiter: null,
      encoding: null,
      headerRows: null,
    };
    const { content, warnings } = await sourceOf(text, { plan });
    expect(content.table?.respondents).toEqual(['2', '2 (3)', '2 (4)', '2 (2)']);
    expect(content.table?.columns[1]?.label).toBe('Why?');
    expect(warnings).toEqual([{ code: 'duplicate-respondents', values: { count: 1 } }]);
  });
});

describe('as JSON', () => {
  it('is read as it was written', async () => {
    const { plan } = await tableOf(survey);
    expect(columnPlanSchema.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
  });

  it('may say only what is to change', async () => {
    const given = columnPlanSchema.parse({
      columns: [
        { name: 'Gender', role: 'closed' },
        { name: 'gone', role: 'id' },
      ],
    });
    const { plan } = await tableOf(survey, { plan: given });
    expect(plan.columns[3]).toEqual({ name: 'Gender', label: 'Gender', role: 'closed' });
    expect(plan.columns[1]?.role).toBe('id');
    expect(plan.columns).toHaveLength(9);
    expect(columnPlanSchema.safeParse({ columns: [{ name: 'Gender', role: 'opne' }] }).success).toBe(false);
  });

  it('keeps the label of the file when the plan has none', () => {
    const guessed: ColumnPlan = {
      columns: [{ name: 'Q1', label: 'Why?', role: 'closed' }],
      delimiter: ',',
      encoding: 'utf-8',
      headerRows: 3,
    };
    const given = columnPlanSchema.parse({ columns: [{ name: 'Q1', role: 'open' }] });
    expect(mergePlan(guessed, given).columns).toEqual([{ name: 'Q1', label: 'Why?', role: 'open' }]);
  });
});
