/** A chart as it is seen, as a picture file: SVG with its styles written into it, or PNG. */

/** What the page's style sheets say and a file on its own would not know. */
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'opacity',
  'visibility',
] as const;

/** Twice the size on the screen, so that it is sharp on paper. */
const PNG_SCALE = 2;

/** The chart inside an element as the text of an SVG file; null when there is none. */
export function chartAsSvg(container: HTMLElement, title: string): string | null {
  const chart = container.querySelector<SVGSVGElement>('svg[data-chart], svg.recharts-surface');
  if (!chart) return null;
  const copy = chart.cloneNode(true) as SVGSVGElement;
  inlineStyles(chart, copy);
  const { width, height } = chart.getBoundingClientRect();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(Math.round(width)));
  copy.setAttribute('height', String(Math.round(height)));
  for (const attribute of ['class', 'style', 'tabindex', 'role', 'aria-label']) copy.removeAttribute(attribute);
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', getComputedStyle(container).getPropertyValue('--surface') || '#ffffff');
  const name = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  name.textContent = title;
  copy.prepend(name, ground);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}

/** The chart as the bytes of a PNG file; null when it could not be drawn. */
export async function chartAsPng(svg: string, width: number, height: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * PNG_SCALE);
  canvas.height = Math.round(height * PNG_SCALE);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return blob && new Uint8Array(await blob.arrayBuffer());
}

function inlineStyles(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of STYLES) {
    const value = style.getPropertyValue(name);
    if (value !== '') to.setAttribute(name, value);
  }
  to.removeAttribute('style');
  to.removeAttribute('class');
  const children = [...from.children];
  [...to.children].forEach((child, place) => {
    const original = children[place];
    if (original) inlineStyles(original, child);
  });
}
