/** Where the boxes of a layered graph stand: layers from left to right, boxes below each other, few crossings. Pure. */

export type LayeredNode = { readonly id: string; readonly layer: number };
export type LayeredEdge = { readonly from: string; readonly to: string };
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type Layout = { readonly boxes: ReadonlyMap<string, Box>; readonly width: number; readonly height: number };

export type LayoutSizes = {
  readonly boxWidth: number;
  readonly boxHeight: number;
  readonly gapAcross: number;
  readonly gapDown: number;
  readonly top: number;
};

const SWEEPS = 6;

/** Lays the boxes out; `layers` says how many columns there are, empty ones among them. */
export function layOutLayers(
  nodes: readonly LayeredNode[],
  edges: readonly LayeredEdge[],
  layers: number,
  sizes: LayoutSizes,
): Layout {
  const columns = orderColumns(nodes, edges, layers);
  const step = sizes.boxHeight + sizes.gapDown;
  const tallest = Math.max(1, ...columns.map((column) => column.length));
  const boxes = new Map<string, Box>();
  columns.forEach((column, layer) => {
    // Short columns stand in the middle, so that lines stay flat.
    const start = sizes.top + ((tallest - column.length) * step) / 2;
    column.forEach((id, place) => {
      const x = layer * (sizes.boxWidth + sizes.gapAcross);
      boxes.set(id, { x, y: start + place * step, width: sizes.boxWidth, height: sizes.boxHeight });
    });
  });
  return {
    boxes,
    width: layers * sizes.boxWidth + Math.max(0, layers - 1) * sizes.gapAcross,
    height: sizes.top + tallest * step,
  };
}

/** Sorts each column by the mean place of its neighbours, to and fro (Sugiyama's barycentres). */
function orderColumns(
  nodes: readonly LayeredNode[],
  edges: readonly LayeredEdge[],
  layers: number,
): readonly (readonly string[])[] {
  const neighbours = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  for (const { from, to } of edges) {
    neighbours.get(from)?.push(to);
    neighbours.get(to)?.push(from);
  }
  const layerOf = new Map(nodes.map(({ id, layer }) => [id, layer]));
  const columns = Array.from({ length: layers }, (_, layer) =>
    nodes.filter((node) => node.layer === layer).map(({ id }) => id),
  );
  const places = new Map<string, number>();
  const note = (column: readonly string[]): void =>
    column.forEach((id, place) => places.set(id, (place + 0.5) / column.length));
  columns.forEach(note);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const isForward = sweep % 2 === 0;
    for (let step = 1; step < layers; step += 1) {
      const layer = isForward ? step : layers - 1 - step;
      const column = columns[layer] ?? [];
      const wanted = new Map(column.map((id) => [id, barycentre(id, layer, isForward)]));
      column.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0));
      note(column);
    }
  }
  return columns;

  function barycentre(id: string, layer: number, isForward: boolean): number {
    const before = (neighbours.get(id) ?? []).filter((other) => {
      const at = layerOf.get(other) ?? layer;
      return isForward ? at < layer : at > layer;
    });
    if (before.length === 0) return places.get(id) ?? 0;
    return before.reduce((sum, other) => sum + (places.get(other) ?? 0), 0) / before.length;
  }
}
