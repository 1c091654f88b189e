import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildChainGraph, REMOVED_EVIDENCE, threadOf } from '#shared/analysis/chain-graph.ts';
import { asId } from '#shared/basics/ids.ts';
import type { Coding, CodingId } from '#shared/domain/coding/coding.ts';
import { setOperation } from '#shared/domain/change/fields.ts';
import { linkEvidence } from '#shared/domain/evidence/evidence-link.ts';
import type { FindingId } from '#shared/domain/findings/finding.ts';
import { layOutLayers } from '#renderer/charts/layered-layout.ts';
import { EFFECTIVENESS, ExampleProject } from '#tests/unit/analysis/example-project.ts';

class ChainProject extends ExampleProject {
  readonly interview = this.addSource('E-01', 'interview');
  readonly group = this.addSource('G-01', 'focus-group');
  readonly said = [this.code(this.interview, EFFECTIVENESS), this.code(this.interview, EFFECTIVENESS, 'supports', 20)];
  readonly heard = this.code(this.group, EFFECTIVENESS);
  readonly first = this.addFinding('f1', this.said);
  readonly second = this.addFinding('f2', [this.heard]);

  constructor() {
    super();
    const text = { text: '', order: 1 };
    this.set('conclusion', asId<'conclusion'>('c1'), { ...text, number: 'C1', findings: { [this.first]: true } });
    this.set('recommendation', asId<'recommendation'>('r1'), {
      ...text,
      number: 'R1',
      addressee: '',
      priority: 'key',
      timeframe: '',
      conclusions: { [asId<'conclusion'>('c1')]: true },
    });
    this.set('learning', asId<'learning'>('l1'), {
      ...text,
      number: 'L1',
      type: 'lesson',
      findings: { [this.second]: true, gone: true },
    });
  }

  graph() {
    return buildChainGraph(this.project, () => undefined);
  }

  stale(): readonly string[] {
    return this.graph()
      .nodes.filter(({ isStale }) => isStale)
      .map(({ number }) => number);
  }

  private addFinding(name: string, codings: readonly CodingId[]): FindingId {
    const id = asId<'finding'>(name);
    const evidence = Object.fromEntries(
      codings.map((coding) => [coding, linkEvidence(this.project.get('coding', coding) as Coding)]),
    );
    const empty = { title: '', text: '', strength: null, strengthReason: '', contested: '', order: 1 };
    this.set('finding', id, { ...empty, number: name.toUpperCase(), criterion: EFFECTIVENESS, evidence });
    return id;
  }
}

describe('the red thread', () => {
  it('leads from sources to recommendations, with as many pieces of evidence as there are', () => {
    const example = new ChainProject();
    const { nodes, edges } = example.graph();
    expect(nodes.map(({ number }) => number)).toEqual(['E-01', 'G-01', 'F1', 'F2', 'C1', 'R1', 'L1']);
    expect(edges.map(({ from, to, weight }) => [from, to, weight])).toEqual([
      ['E-01', 'f1', 2],
      ['G-01', 'f2', 1],
      ['f1', 'c1', 1],
      ['c1', 'r1', 1],
      ['f2', 'l1', 1],
    ]);
    expect(example.stale()).toEqual([]);
  });

  it('is walked both ways from anything', () => {
    const graph = new ChainProject().graph();
    expect([...threadOf(graph, 'r1')].sort()).toEqual(['E-01', 'c1', 'f1', 'r1']);
    expect([...threadOf(graph, 'E-01')].sort()).toEqual(['E-01', 'c1', 'f1', 'r1']);
    expect([...threadOf(graph, 'f2')].sort()).toEqual(['G-01', 'f2', 'l1']);
  });

  it('flags everything above evidence that was changed or removed, and nothing else', () => {
    const example = new ChainProject();
    const coding = example.said[0] as CodingId;
    const code = example.addCode('other', EFFECTIVENESS);
    example.apply({ label: { key: 'test', values: {} }, ops: [setOperation('coding', coding, { code })] });
    expect(example.stale()).toEqual(['F1', 'C1', 'R1']);
    example.removeCoding(example.heard);
    expect(example.stale()).toEqual(['F1', 'F2', 'C1', 'R1', 'L1']);
    expect(example.graph().edges.some(({ from }) => from === REMOVED_EVIDENCE)).toBe(true);
  });
});

describe('the picture of it', () => {
  const sizes = { boxWidth: 10, boxHeight: 4, gapAcross: 5, gapDown: 1, top: 3 };

  it('puts every box in its layer, and none upon another', () => {
    const node = fc.record({ id: fc.uuid(), layer: fc.nat({ max: 3 }) });
    const graph = fc.uniqueArray(node, { selector: ({ id }) => id, minLength: 1, maxLength: 25 }).chain((nodes) =>
      fc.record({
        nodes: fc.constant(nodes),
        edges: fc.array(
          fc.record({ from: fc.constantFrom(...nodes), to: fc.constantFrom(...nodes) }).map(({ from, to }) => ({
            from: from.id,
            to: to.id,
          })),
        ),
      }),
    );
    fc.assert(
      fc.property(graph, ({ nodes, edges }) => {
        const { boxes, width, height } = layOutLayers(nodes, edges, 4, sizes);
        expect(boxes.size).toBe(nodes.length);
        const seen = [...boxes.values()];
        for (const { id, layer } of nodes) expect(boxes.get(id)?.x).toBe(layer * 15);
        for (const [place, box] of seen.entries()) {
          expect(box.y).toBeGreaterThanOrEqual(sizes.top);
          expect(box.x + box.width).toBeLessThanOrEqual(width);
          expect(box.y + box.height).toBeLessThanOrEqual(height);
          for (const other of seen.slice(place + 1)) {
            if (other.x === box.x) expect(Math.abs(other.y - box.y)).toBeGreaterThanOrEqual(box.height);
          }
        }
      }),
    );
  });

  it('untangles lines that need not cross', () => {
    const nodes = ['a', 'b', 'c'].flatMap((id, n) => [
      { id, layer: 0 },
      { id: `${2 - n}`, layer: 1 },
    ]);
    const edges = ['a', 'b', 'c'].map((from, n) => ({ from, to: String(n) }));
    const { boxes } = layOutLayers(nodes, edges, 2, sizes);
    const order = (ids: readonly string[]) => [...ids].sort((a, b) => (boxes.get(a)?.y ?? 0) - (boxes.get(b)?.y ?? 0));
    expect(order(['a', 'b', 'c']).map((id) => ['a', 'b', 'c'].indexOf(id))).toEqual(order(['0', '1', '2']).map(Number));
  });
});
