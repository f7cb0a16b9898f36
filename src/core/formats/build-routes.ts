// Roads, paths and barriers: lines with their vertical level and class. Level from bridge, tunnel and layer tags
// (OpenStreetMap's, or 是/否); polygons (a river drawn as an area) are barriers along their rings. Ways that
// nobody may walk (foot-access.ts) are left out of the network and listed.

import type { BarrierClass, RoadClass, RouteLines } from "../model/index.ts";
import { BARRIER_CLASSES, ROAD_CLASSES } from "../model/index.ts";
import type { FeatureRow } from "./feature-table.ts";
import { normalHeader } from "./field-words.ts";
import type { WayTags } from "./foot-access.ts";
import { isWalkable, WAY_TAGS } from "./foot-access.ts";
import type { ImportLog, RowFault } from "./import-log.ts";
import { setRowAside } from "./import-log.ts";
import type { LayerSpec } from "./import-types.ts";
import type { PlacedLayer, PlacedRow } from "./place-layer.ts";
import { textOf } from "./text-of.ts";

/** The walking network. */
export function buildNetworkLines(layers: readonly PlacedLayer[], log: ImportLog): RouteLines {
  const walkable = layers.map((layer) => withoutUnwalkable(layer, log));
  return collect(walkable, ({ source }, { fields }) => {
    const text = fields.class === undefined ? "" : textOf(source.properties[fields.class]);
    return ROAD_CLASSES.indexOf(firstMatch(ROADS, text) ?? "local");
  });
}

export function buildBarriers(layers: readonly PlacedLayer[]): RouteLines {
  return collect(layers, ({ source }, { fields, file }) => {
    const text = fields.class === undefined ? "" : textOf(source.properties[fields.class]);
    return BARRIER_CLASSES.indexOf(firstMatch(BARRIERS, text) ?? firstMatch(BARRIERS, file) ?? "other");
  });
}

/** 0 ground, > 0 bridge, < 0 tunnel. */
function levelOf({ properties }: FeatureRow, { bridge, tunnel, layer }: LayerSpec["fields"]): number {
  const level = layer === undefined ? 0 : Math.trunc(Number(textOf(properties[layer])));
  const known = Number.isFinite(level) ? Math.max(-100, Math.min(100, level)) : 0;
  if (bridge !== undefined && isYes(properties[bridge])) return known > 0 ? known : 1;
  if (tunnel !== undefined && isYes(properties[tunnel])) return known < 0 ? known : -1;
  return known;
}

const ROADS: readonly (readonly [RoadClass, RegExp])[] = [
  ["steps", /^steps|台阶|梯道|阶梯/i],
  [
    "path",
    /^(?:foot|path|pedestrian|cycleway|bridleway|corridor|track|trail|walk)|步道|人行|步行|小路|小径|巷|绿道/i,
  ],
  ["collector", /^(?:secondary|tertiary|collector)|次干/i],
  ["arterial", /^(?:motorway|trunk|primary|arterial|express)|主干|快速|国道|省道/i],
  ["local", /./],
];

const BARRIERS: readonly (readonly [BarrierClass, RegExp])[] = [
  ["river", /river|stream|canal|water|lake|drain|河|江|渠|湖|水/i],
  ["rail", /rail|subway|tram|metro|铁路|轨道/i],
  ["wall", /wall|fence|hedge|围墙|围栏|墙/i],
  ["road", /road|highway|motorway|trunk|primary|路/i],
];

function withoutUnwalkable(layer: PlacedLayer, log: ImportLog): PlacedLayer {
  const { table } = layer;
  const tagsOf = tagReader(layer);
  const closed = new Set(layer.rows.filter(({ source }) => !isWalkable(tagsOf(source))));
  const [first] = closed;
  if (first === undefined) return layer;
  const issue = {
    code: "network.notWalkable",
    severity: "info",
    file: table.file,
    row: first.source.row,
    values: { rows: closed.size },
  } as const satisfies Omit<RowFault, "row"> & { row: number; file: string };
  log.issues.push(issue);
  for (const { source } of closed) setRowAside(log, table, source, { ...issue, row: source.row });
  return { ...layer, rows: layer.rows.filter((row) => !closed.has(row)) };
}

/** What a row says of walking, from its class column and the columns named like OpenStreetMap's tags. */
function tagReader({ spec, table }: PlacedLayer): (row: FeatureRow) => WayTags {
  const columns = WAY_TAGS.flatMap((tag): (readonly [string, string])[] => {
    const column =
      tag === "highway"
        ? (spec.fields.class ?? "")
        : (table.columns.find((each) => normalHeader(each) === tag) ?? "");
    return column === "" ? [] : [[tag, column]];
  });
  return ({ properties }) =>
    Object.fromEntries(columns.map(([tag, column]) => [tag, textOf(properties[column]).toLowerCase()]));
}

function firstMatch<T>(table: readonly (readonly [T, RegExp])[], text: string): T | undefined {
  return text === "" ? undefined : table.find(([, pattern]) => pattern.test(text))?.[0];
}

/** A tag that is set: "yes", "viaduct", 是, 1, true; a passage through a building stays on the ground. */
function isYes(value: unknown): boolean {
  const text = textOf(value).toLowerCase();
  return text !== "" && !/^(?:no|n|f|false|0|否|无|nan|null|none|building_passage)$/.test(text);
}

function collect(
  layers: readonly PlacedLayer[],
  classOf: (row: PlacedRow, spec: LayerSpec) => number,
): RouteLines {
  const offsets = [0];
  const levels: number[] = [];
  const classes: number[] = [];
  const rows: number[] = [];
  const pieces: Float64Array[] = [];
  let vertices = 0;
  for (const { rows: placed, spec } of layers) {
    for (const row of placed) {
      const level = levelOf(row.source, spec.fields);
      const kind = classOf(row, spec);
      for (const piece of linesOf(row)) {
        pieces.push(piece);
        vertices += piece.length / 2;
        offsets.push(vertices);
        levels.push(level);
        classes.push(kind);
        rows.push(row.source.row);
      }
    }
  }
  const xy = new Float64Array(2 * vertices);
  pieces.forEach((piece, i) => {
    xy.set(piece, 2 * offsets[i]!);
  });
  return {
    lines: { count: pieces.length, offsets: Uint32Array.from(offsets), xy },
    level: Int8Array.from(levels),
    class: Uint8Array.from(classes),
    row: Uint32Array.from(rows),
  };
}

/** Lines as they are, rings closed. */
function linesOf({ shape }: PlacedRow): Float64Array[] {
  return shape.ends.map((end, i) => {
    const line = shape.xy.subarray(2 * (shape.ends[i - 1] ?? 0), 2 * end);
    return shape.kind === "polygon" ? Float64Array.of(...line, line[0]!, line[1]!) : line;
  });
}
