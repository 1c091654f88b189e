/** The plan of questionnaires that a person wrote or corrected: one for all, or one per input. */
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import * as z from 'zod';
import type { CommandCall } from '#electron/headless/command.ts';
import { refuse, stop } from '#electron/headless/failure.ts';
import type { ImportInput } from '#electron/headless/import-inputs.ts';
import { columnPlanSchema, type ColumnPlan } from '#shared/formats/questionnaire/column-plan.ts';

const bookSchema = z.union([
  columnPlanSchema,
  z.object({ items: z.array(z.object({ input: z.string(), plan: columnPlanSchema.nullish() })) }),
]);

export class PlanBook {
  private readonly plans: z.infer<typeof bookSchema> | null;

  private constructor(plans: z.infer<typeof bookSchema> | null) {
    this.plans = plans;
  }

  /** Reads the file named by `--plan`. */
  static async read(call: CommandCall): Promise<PlanBook> {
    const file = call.value('plan');
    if (file === undefined) return new PlanBook(null);
    let json: unknown;
    try {
      json = JSON.parse((await readFile(resolve(call.surroundings.folder, file), 'utf8')).replace(/^\uFEFF/u, ''));
    } catch {
      stop(
        refuse(
          'bad-plan',
          `The plan ${file} cannot be read as JSON.`,
          'Make one with: triangula import … --dry-run --json',
        ),
      );
    }
    const parsed = bookSchema.safeParse(json);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const where = issue && issue.path.length > 0 ? ` at ${issue.path.join('.')}` : '';
      stop(refuse('bad-plan', `The plan ${file} is not in order${where}.`, 'See: triangula import --help'));
    }
    return new PlanBook(parsed.data);
  }

  /** The plan for an input. */
  planFor(input: ImportInput): ColumnPlan | null {
    if (!this.plans) return null;
    if ('columns' in this.plans) return this.plans;
    const own = this.plans.items.find((item) => item.input === input.label || basename(item.input) === input.name);
    return own?.plan ?? null;
  }
}
