/** Attributes as variables with types, and their values; what is said in fields of ours is a variable as well, for others to see. */
import type { LossBook } from '#shared/formats/refi/losses.ts';
import { guidOf } from '#shared/formats/refi/guid.ts';
import { written } from '#shared/formats/refi/guid-book.ts';
import type { GuidBook } from '#shared/formats/refi/guid-book.ts';
import type { KeptProject } from '#shared/formats/refi/kept-project.ts';
import { guidOfKept } from '#shared/formats/refi/kept-project.ts';
import { isRealTime } from '#shared/formats/refi/real-time.ts';
import { fieldVariableGuid, type ShownField } from '#shared/formats/refi/own-codes.ts';
import type { XmlText } from '#shared/formats/refi/xml-text.ts';

const types = ['Boolean', 'Integer', 'Float', 'Date', 'DateTime', 'Text'] as const;
type VariableType = (typeof types)[number];

const patterns: Readonly<Record<VariableType, RegExp>> = {
  Boolean: /^(?:true|false|1|0)$/,
  Integer: /^[+-]?\d+$/,
  Float: /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/,
  Date: /^\d{4}-\d{2}-\d{2}$/,
  DateTime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?$/,
  Text: /^/,
};

function fits(type: VariableType, value: string): boolean {
  return patterns[type].test(value) && (!type.startsWith('Date') || isRealTime(value));
}

type Variable = {
  readonly guid: string;
  readonly name: string;
  readonly type: VariableType;
  readonly description: string;
};
export type Values = Readonly<Record<string, string>>;

export class VariableWriter {
  private readonly variables = new Map<string, Variable>();
  private readonly xml: XmlText;

  /** `attributes` are those of all owners; `fields` are words for fields of ours, by name of the field. */
  constructor(
    attributes: readonly Values[],
    fields: ReadonlyMap<ShownField, string>,
    kept: KeptProject,
    guids: GuidBook,
    tools: { readonly xml: XmlText; readonly losses: LossBook },
  ) {
    this.xml = tools.xml;
    const values = new Map<string, Set<string>>();
    for (const name of kept.variables.keys()) values.set(name, new Set());
    for (const owner of attributes) {
      for (const [name, value] of Object.entries(owner)) {
        const list = values.get(name) ?? new Set<string>();
        values.set(name, list.add(value));
      }
    }
    for (const [name, list] of values) {
      const element = kept.variables.get(name);
      const given = types.find((type) => type === element?.a['typeOfVariable']);
      const type =
        given !== undefined && [...list].every((value) => fits(given, value)) ? given : commonType([...list]);
      if (given !== undefined && type !== given) tools.losses.add('variable-as-text', name);
      const own = element === undefined ? '' : guidOfKept(element);
      const guid = own !== '' && guids.claim(own) ? own : guidOf(`attribute ${name}`, 'variable');
      guids.expect(guid);
      const description = element?.c?.find(({ n }) => n === 'Description')?.t ?? '';
      this.variables.set(name, { guid, name: name.trim() || '–', type, description });
    }
    for (const [field, name] of fields) {
      const guid = fieldVariableGuid(field);
      this.variables.set(`field ${field}`, { guid, name, type: 'Text', description: '' });
    }
  }

  /** `<Variables>`, or nothing where there are none. */
  list(): string {
    const list = [...this.variables.values()].map(({ guid, name, type, description }) => {
      const head = `<Variable${this.xml.attributes({ guid: written(guid), name, typeOfVariable: type })}`;
      return description === ''
        ? `${head}/>`
        : `${head}><Description>${this.xml.text(description)}</Description></Variable>`;
    });
    return list.length === 0 ? '' : `<Variables>${list.join('\n')}</Variables>\n`;
  }

  /** The values of one owner; fields of ours by their name. */
  values(attributes: Values, fields: Readonly<Partial<Record<ShownField, string>>> = {}): string {
    let all = '';
    for (const [name, value] of Object.entries(attributes)) all += this.value(this.variables.get(name), value);
    for (const [field, value] of Object.entries(fields)) all += this.value(this.variables.get(`field ${field}`), value);
    return all;
  }

  /** A variable that was asked and has no value. */
  noValue(guid: string): string {
    return `<VariableValue><VariableRef targetGUID="${written(guid)}"/></VariableValue>`;
  }

  private value(variable: Variable | undefined, value: string): string {
    if (variable === undefined || value === '') return '';
    const { guid, type } = variable;
    const inside = `<${type}Value>${this.xml.text(value)}</${type}Value>`;
    return `<VariableValue><VariableRef targetGUID="${written(guid)}"/>${inside}</VariableValue>`;
  }
}

/** Numbers and dates only where every value is one. */
function commonType(values: readonly string[]): VariableType {
  if (values.length === 0) return 'Text';
  return (['Integer', 'Float', 'Date'] as const).find((type) => values.every((value) => fits(type, value))) ?? 'Text';
}
