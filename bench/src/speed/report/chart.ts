/** One bar. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  /** Ours stand out. */
  readonly isOurs: boolean;
}

const [WIDTH, LEFT, RIGHT, ROW, TOP] = [760, 300, 70, 26, 56];

/**
 * Horizontal bars as an SVG that follows the reader's dark or light scheme, and carries its own ground, so that it can be
 * read on any page.
 * @param unit printed behind each value
 */
export function chart(title: string, unit: string, bars: readonly Bar[]): string {
  const largest = Math.max(...bars.map(({ value }) => value), Number.MIN_VALUE);
  const height = TOP + bars.length * ROW + 18;
  const rows = bars.map(({ label, value, isOurs }, index) => {
    const top = TOP + index * ROW;
    const width = Math.max((value / largest) * (WIDTH - LEFT - RIGHT), 2).toFixed(1);
    return `  <text class="label" x="${LEFT - 10}" y="${top + 14}" text-anchor="end">${escaped(label)}</text>
  <rect class="${isOurs ? "ours" : "peer"}" x="${LEFT}" y="${top + 2}" width="${width}" height="16" rx="3"/>
  <text class="value" x="${(LEFT + Number(width) + 6).toFixed(1)}" y="${top + 14}">${value.toFixed(2)} ${escaped(unit)}</text>`;
  });
  const summary = bars.map(({ label, value }) => `${label}: ${value.toFixed(2)} ${unit}`).join("; ");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title summary">
  <title id="title">${escaped(title)}</title>
  <desc id="summary">${escaped(summary)}</desc>
  <style>
    text { font: 13px system-ui, sans-serif; fill: #1f2328; }
    .title { font-weight: 600; font-size: 15px; }
    .value { font-variant-numeric: tabular-nums; }
    .ground { fill: #ffffff; stroke: #d1d9e0; }
    .ours { fill: #0969da; }
    .peer { fill: #8c959f; }
    @media (prefers-color-scheme: dark) {
      text { fill: #f0f6fc; }
      .ground { fill: #0d1117; stroke: #3d444d; }
      .ours { fill: #4493f8; }
      .peer { fill: #7d8590; }
    }
  </style>
  <rect class="ground" x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="8"/>
  <text class="title" x="20" y="32">${escaped(title)}</text>
${rows.join("\n")}
</svg>
`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
