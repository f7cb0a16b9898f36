// Cases drawn as text. Letters and digits are named points, everything else is decoration; columns and rows are
// `scale` metres wide, the first column is x = 0, the last row y = 0. Streets and barriers are written as the
// points they run through: "axb", with "+1" or "-1" at the end for a bridge or a tunnel.

import type { RouteLinesInFrame } from "../../src/core/network/index.ts";

export interface AsciiMap {
  readonly at: (name: string) => readonly [number, number];
  /** Pairs, one per letter. */
  readonly points: (names: string) => Float64Array;
  readonly routes: (...paths: readonly string[]) => RouteLinesInFrame;
}

export function drawMap(text: string, scale = 10): AsciiMap {
  const rows = text.replace(/^\s*\n|\n\s*$/g, "").split("\n");
  const indent = Math.min(...rows.filter((row) => row.trim() !== "").map((row) => row.search(/\S/)));
  const places = new Map<string, readonly [number, number]>();
  rows.forEach((row, r) => {
    for (let c = indent; c < row.length; c++) {
      const name = row[c]!;
      if (!/[A-Za-z0-9]/.test(name)) continue;
      if (places.has(name)) throw new Error(`point ${name} is drawn twice`);
      places.set(name, [(c - indent) * scale, (rows.length - 1 - r) * scale]);
    }
  });
  const at = (name: string) => {
    const place = places.get(name);
    if (place === undefined) throw new Error(`point ${name} is not on the map`);
    return place;
  };
  return {
    at,
    points: (names) => Float64Array.from([...names].flatMap((name) => at(name))),
    routes: (...paths) =>
      routesFrom(
        paths.map((path) => [...path.replace(/[+-]\d+$/, "")].map(at)),
        paths.map((path) => Number(/[+-]\d+$/.exec(path)?.[0] ?? 0)),
      ),
  };
}

/** Columns from lists of vertices, metres. */
export function routesFrom(
  lines: readonly (readonly (readonly [number, number])[])[],
  level: readonly number[] = lines.map(() => 0),
): RouteLinesInFrame {
  const offsets = new Uint32Array(lines.length + 1);
  lines.forEach((line, i) => {
    offsets[i + 1] = offsets[i]! + line.length;
  });
  return {
    lines: { count: lines.length, offsets, xy: Float64Array.from(lines.flat(2)) },
    level: Int8Array.from(level),
  };
}
