/** Labels beside the brackets: each as near to its bracket's top as the labels around it allow. */

export type LabelWish = { readonly top: number; readonly height: number };

type Block = { readonly first: number; wished: number; height: number; count: number };

/**
 * Tops of labels that never overlap, in the order of `wishes` (sorted by top). Labels that would collide form a block
 * whose labels share the shift, as far as `ceiling` allows; so nobody is pushed further than needed.
 */
export function placeLabels(wishes: readonly LabelWish[], ceiling: number): readonly number[] {
  const blocks: Block[] = [];
  wishes.forEach((wish, index) => {
    let block: Block = { first: index, wished: wish.top, height: wish.height, count: 1 };
    for (let above = blocks.at(-1); above && topOf(above, ceiling) + above.height > topOf(block, ceiling);) {
      blocks.pop();
      // Each label of the lower block wants to stand below the whole of the upper one.
      block = {
        first: above.first,
        wished:
          (above.wished * above.count + (block.wished - above.height) * block.count) / (above.count + block.count),
        height: above.height + block.height,
        count: above.count + block.count,
      };
      above = blocks.at(-1);
    }
    blocks.push(block);
  });
  const tops: number[] = [];
  for (const block of blocks) {
    let top = topOf(block, ceiling);
    for (let index = block.first; index < block.first + block.count; index += 1) {
      tops.push(top);
      top += wishes[index]?.height ?? 0;
    }
  }
  return tops;
}

function topOf(block: Block, ceiling: number): number {
  return Math.max(ceiling, block.wished);
}
