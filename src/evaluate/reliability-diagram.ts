import type { Bin } from './reliability.ts';

export interface Caption {
  title: string;
  /** What the points are, for those who read rather than see. */
  description: string;
}

const SIZE = { width: 640, height: 600 };
const PLOT = { left: 78, right: 612, top: 74, bottom: 438 };
const BARS = { top: 474, bottom: 540 };
const INK = { text: '#1b2733', faint: '#5b6875', grid: '#e3e8ed', mark: '#0b5cad', band: '#eef3f8' };
const TOLERANCE = 0.05;

const x = (share: number): number => round(PLOT.left + share * (PLOT.right - PLOT.left));
const y = (share: number): number => round(PLOT.bottom - share * (PLOT.bottom - PLOT.top));
const round = (n: number): number => Math.round(n * 10) / 10;
const percent = (share: number): string => `${Math.round(share * 100)} %`;
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/**
 * A reliability diagram (Niculescu-Mizil and Caruana 2005) as SVG: how often the figures of a bin of confidence were
 * right, with its 95 % interval (Wilson 1927), over how many figures the bin holds. Every number is also text.
 */
export function reliabilityDiagram(bins: readonly Bin[], { title, description }: Caption): string {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" width="${SIZE.width}" height="${SIZE.height}" role="img" aria-labelledby="title description" font-family="system-ui, 'Segoe UI', 'Noto Sans', sans-serif" font-size="13" fill="${INK.text}">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="description">${escaped([description, ...bins.map(inWords)].join(' '))}</desc>`,
    `<rect width="${SIZE.width}" height="${SIZE.height}" rx="8" fill="#ffffff"/>`,
    `<text x="${PLOT.left}" y="34" font-size="17" font-weight="600">${escaped(title)}</text>`,
    `<text x="${PLOT.left}" y="56" fill="${INK.faint}">${escaped(description)}</text>`,
    band(),
    ...axes(),
    ...bins.flatMap(point),
    ...bins.flatMap((bin) => bar(bin, most)),
    `<text x="${(PLOT.left + PLOT.right) / 2}" y="588" text-anchor="middle">confidence given</text>`,
    `<text transform="translate(24 ${(PLOT.top + PLOT.bottom) / 2}) rotate(-90)" text-anchor="middle">share that was right</text>`,
    `<text transform="translate(24 ${(BARS.top + BARS.bottom) / 2}) rotate(-90)" text-anchor="middle">figures</text>`,
    '</svg>',
  ].join('\n')}\n`;
}

const inWords = ({ from, count, confidence, right }: Bin): string =>
  `From ${percent(from)}: ${count} figures, mean confidence ${percent(confidence)}, right ${percent(right)}.`;

/** The diagonal of perfect calibration, five points to either side. */
const band = (): string =>
  [
    `<polygon points="${[
      [0, 0],
      [0, TOLERANCE],
      [1 - TOLERANCE, 1],
      [1, 1],
      [1, 1 - TOLERANCE],
      [TOLERANCE, 0],
    ]
      .map(([a = 0, b = 0]) => `${x(a)},${y(b)}`)
      .join(' ')}" fill="${INK.band}"/>`,
    `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="${INK.faint}" stroke-dasharray="5 4"/>`,
  ].join('\n');

const axes = (): string[] =>
  [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((share) => [
    `<line x1="${x(0)}" y1="${y(share)}" x2="${x(1)}" y2="${y(share)}" stroke="${INK.grid}"/>`,
    `<text x="${PLOT.left - 10}" y="${y(share) + 4.5}" text-anchor="end" fill="${INK.faint}">${percent(share)}</text>`,
    `<line x1="${x(share)}" y1="${PLOT.top}" x2="${x(share)}" y2="${PLOT.bottom}" stroke="${INK.grid}"/>`,
    `<text x="${x(share)}" y="${BARS.bottom + 20}" text-anchor="middle" fill="${INK.faint}">${percent(share)}</text>`,
  ]);

function point({ confidence, right, count }: Bin): string[] {
  const [low, high] = wilson(right, count);
  const beside =
    confidence < 0.9 ? { x: x(confidence) + 11, anchor: 'start' } : { x: x(confidence) - 11, anchor: 'end' };
  return [
    `<line x1="${x(confidence)}" y1="${y(low)}" x2="${x(confidence)}" y2="${y(high)}" stroke="${INK.mark}" stroke-width="2" stroke-opacity="0.45"/>`,
    `<circle cx="${x(confidence)}" cy="${y(right)}" r="6" fill="${INK.mark}" stroke="#ffffff" stroke-width="1.5"/>`,
    `<text x="${beside.x}" y="${y(right) + 4.5}" text-anchor="${beside.anchor}" stroke="#ffffff" stroke-width="3" paint-order="stroke">${percent(right)}</text>`,
  ];
}

function bar({ from, count }: Bin, most: number): string[] {
  const height = round(((BARS.bottom - BARS.top) * count) / most);
  const width = round(x(0.1) - x(0) - 8);
  return [
    `<rect x="${x(from) + 4}" y="${round(BARS.bottom - height)}" width="${width}" height="${height}" rx="2" fill="${INK.mark}" fill-opacity="0.75"/>`,
    `<text x="${round(x(from + 0.05))}" y="${round(BARS.bottom - height - 5)}" text-anchor="middle" font-size="12">${count}</text>`,
  ];
}

/** The 95 % interval of a share seen in `n` trials. */
function wilson(share: number, n: number): [number, number] {
  const z = 1.96;
  const centre = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
