/** Turns rows of a table into codings: finds source, place, code and coder, or says why a row is refused. */
import type { CommandCall } from '#electron/headless/command.ts';
import { splitCodePath } from '#electron/headless/code-path.ts';
import type { CodingRow } from '#electron/headless/coding-table.ts';
import { findSource } from '#electron/headless/find-source.ts';
import type { ProjectSession } from '#electron/headless/project-session.ts';
import { splitsPair } from '#electron/headless/text-place.ts';
import { drawId } from '#shared/basics/ids.ts';
import { fail, succeed, type Result } from '#shared/basics/result.ts';
import type { Operation } from '#shared/domain/change/change.ts';
import { setOperation, touchOperation } from '#shared/domain/change/fields.ts';
import type { Code, CodeId } from '#shared/domain/codebook/code.ts';
import { newCodeValues } from '#shared/domain/codebook/codebook-edits.ts';
import { foldName } from '#shared/domain/codebook/codebook.ts';
import type { Extent } from '#shared/domain/coding/coding-edits.ts';
import { directions, type Coding, type CodingId } from '#shared/domain/coding/coding.ts';
import { findCriterionByName } from '#shared/domain/evaluation/criterion.ts';
import { findPersonByName, newPersonOperation } from '#shared/domain/evaluation/evaluation-edits.ts';
import type { Source } from '#shared/domain/source/source.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

export type RefusedRow = { readonly row: number; readonly reason: string };

export class BulkCoding {
  private readonly call: CommandCall;
  private readonly session: ProjectSession;
  private readonly codedAt: string;
  /** Codes as they will be, with those that this table makes. */
  private readonly codes: Code[];
  private readonly codesByPath = new Map<string, Code>();
  private readonly people = new Map<string, PersonId>();
  private readonly sources = new Map<string, Result<Source, string>>();
  private readonly made: Operation[] = [];
  private readonly codings: Operation[] = [];
  private readonly touched = { code: new Set<CodeId>(), source: new Set<Source['id']>() };
  private readonly refused: RefusedRow[] = [];

  constructor(call: CommandCall, session: ProjectSession) {
    this.call = call;
    this.session = session;
    this.codedAt = call.now().toISOString();
    this.codes = [...session.project.all('code')];
  }

  /** Takes one row. */
  async add(row: CodingRow): Promise<void> {
    const read = await this.read(row.cells);
    if (!read.ok) {
      this.refused.push({ row: row.row, reason: read.failure });
      return;
    }
    const id: CodingId = drawId<'coding'>(this.call.surroundings.randomBytes);
    this.codings.push(setOperation('coding', id, read.value));
    this.touched.code.add(read.value.code);
    this.touched.source.add(read.value.source);
  }

  /** Makes all codings as one change. */
  finish(): { readonly added: number; readonly refused: readonly RefusedRow[] } {
    const added = this.codings.length;
    if (added > 0) {
      this.session.edit({
        label: { key: 'add-codings', values: { count: added } },
        ops: [
          ...this.made,
          ...this.codings,
          ...[...this.touched.code].map((id) => touchOperation('code', id)),
          ...[...this.touched.source].map((id) => touchOperation('source', id)),
        ],
      });
    }
    return { added, refused: this.refused };
  }

  private async read(cells: ReadonlyMap<string, string>): Promise<Result<Omit<Coding, 'id'>, string>> {
    const source = this.findSource(cells.get('source')?.trim() ?? '');
    if (!source.ok) return source;
    const text = (await this.session.content(source.value.revision))?.text;
    if (text === undefined) return fail(`The text of ${source.value.name} cannot be read.`);
    const place = findPlace(cells, text);
    if (!place.ok) return place;
    const given = cells.get('direction')?.trim().toLowerCase() ?? 'supports';
    const direction = directions.find((item) => item === given);
    if (!direction) return fail(`direction is one of ${directions.join(', ')}, not "${given}".`);
    const path = splitCodePath(cells.get('code') ?? '');
    if (!path) return fail(cells.has('code') ? `"${cells.get('code')}" is not a path of codes.` : 'code is missing.');
    // Last, so that a refused row makes no code and no person.
    return succeed({
      source: source.value.id,
      revision: source.value.revision,
      ...place.value,
      code: this.findOrMakeCode(path).id,
      direction,
      coder: this.findOrMakePerson(cells.get('coder')?.trim() ?? ''),
      memo: cells.get('memo') ?? '',
      codedAt: this.codedAt,
    });
  }

  private findSource(wanted: string): Result<Source, string> {
    if (wanted === '') return fail('source is missing.');
    let found = this.sources.get(wanted);
    if (!found) this.sources.set(wanted, (found = findSource(this.session.project, wanted)));
    return found;
  }

  private findOrMakeCode(path: readonly string[]): Code {
    const key = path.join('\u0000');
    const known = this.codesByPath.get(key);
    if (known) return known;
    let parent: Code | null = null;
    for (const name of path) parent = this.findChild(parent, name) ?? this.makeCode(parent, name);
    this.codesByPath.set(key, parent as Code);
    return parent as Code;
  }

  /** A child by its name; a criterion also by its name in another interface language. */
  private findChild(parent: Code | null, name: string): Code | undefined {
    const siblings = this.codes.filter((code) => code.parent === (parent?.id ?? null));
    const found = siblings.find((code) => foldName(code.name) === foldName(name));
    if (found || parent) return found;
    const slug = findCriterionByName(name)?.slug;
    return slug && siblings.find((code) => code.criterion === slug);
  }

  private makeCode(parent: Code | null, name: string): Code {
    const id: CodeId = drawId<'code'>(this.call.surroundings.randomBytes);
    const values = newCodeValues(this.codes, { name, parent: parent?.id ?? null });
    this.made.push(setOperation('code', id, values));
    const code = { id, ...values };
    this.codes.push(code);
    return code;
  }

  private findOrMakePerson(name: string): PersonId {
    if (name === '' || name === this.call.actor()) return this.session.author.person;
    const known = this.people.get(name) ?? findPersonByName(this.session.project, name)?.id;
    const id = known ?? drawId<'person'>(this.call.surroundings.randomBytes);
    if (!known) this.made.push(newPersonOperation(id, name));
    this.people.set(name, id);
    return id;
  }
}

/** Start and end as given, or where the quote stands; with both the quote must stand there. */
function findPlace(cells: ReadonlyMap<string, string>, text: string): Result<Extent, string> {
  const quote = cells.get('quote')?.replace(/\r\n?/gu, '\n');
  if (!cells.has('start') && !cells.has('end'))
    return quote === undefined ? fail('start and end or quote are missing.') : findQuote(quote, text);
  const start = readOffset(cells.get('start'));
  const end = readOffset(cells.get('end'));
  if (start === null || end === null) return fail('start and end are whole numbers, both of them.');
  if (start >= end) return fail(`start ${start} is not before end ${end}.`);
  if (end > text.length) return fail(`end ${end} is beyond the text, which has ${text.length} code units.`);
  if (splitsPair(text, start) || splitsPair(text, end))
    return fail(`${start}-${end} begins or ends inside a character.`);
  if (quote !== undefined && text.slice(start, end) !== quote)
    return fail(`The quote does not stand at ${start}-${end}.`);
  return succeed({ start, end });
}

function findQuote(quote: string, text: string): Result<Extent, string> {
  const start = text.indexOf(quote);
  if (start < 0) return fail('The quote does not occur in the source.');
  if (text.includes(quote, start + 1)) return fail('The quote occurs more than once in the source.');
  return succeed({ start, end: start + quote.length });
}

function readOffset(text: string | undefined): number | null {
  const trimmed = text?.trim() ?? '';
  return /^\d{1,12}$/u.test(trimmed) ? Number(trimmed) : null;
}
