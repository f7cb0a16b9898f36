// Positions in cells of a table: well-known text, hexadecimal WKB, GeoJSON text, or "113.1,28.2" in one cell. The
// column is found by what its cells look like, not by its name. Longitude and latitude in two columns are not
// looked for here: the importer chooses those.

import type { FeatureRow } from "./feature-table.ts";
import { FIELD_WORDS, normalHeader } from "./field-words.ts";
import { parseWkb } from "./parse-wkb.ts";
import { looksLikeWkt, parseWkt } from "./parse-wkt.ts";
import { cellOf, overlayRow } from "./row-access.ts";

export interface LocatedRows {
  readonly columns: readonly string[];
  readonly rows: readonly FeatureRow[];
  /** "EPSG:n" that the cells state; null when they are silent. */
  readonly datum: string | null;
}

/** Gives rows without geometry the one that a cell holds; the column that held them all is no longer one. */
export function locateRows(columns: readonly string[], rows: readonly FeatureRow[]): LocatedRows {
  const found = findColumn(columns, rows);
  if (found === null) return { columns, rows, datum: null };
  const [column, { parse, replaces }] = found;
  let datum: string | null = null;
  const located = rows.map((row): FeatureRow => {
    const text = cellOf(row, column);
    if (typeof text !== "string" || text.trim() === "") return row;
    const read = parse(text);
    if (read === null) return overlayRow(row, { geometry: { type: "unreadable", text: text.slice(0, 80) } });
    if (read.srid !== null && read.srid > 0) datum ??= `EPSG:${read.srid}`;
    return overlayRow(row, { geometry: read.geometry });
  });
  const left = replaces ? columns.filter((name) => name !== column) : columns;
  return { columns: left, rows: located, datum };
}

interface Read {
  readonly geometry: unknown;
  readonly srid: number | null;
}

interface Kind {
  readonly looks: (cell: string) => boolean;
  readonly parse: (cell: string) => Read | null;
  /** Is the column of no use once it has been read? */
  readonly replaces: boolean;
}

const HEX = /^\s*(?:00|01)(?:[0-9a-f]{2}){8,}\s*$/i;
const PAIR = /^\s*[([]?\s*([-+]?\d{1,9}(?:\.\d+)?)\s*[,，;；、\s]\s*([-+]?\d{1,9}(?:\.\d+)?)\s*[)\]]?\s*$/;
const GEOJSON = /^\s*\{\s*"(?:type|coordinates)"\s*:/;

const KINDS: readonly Kind[] = [
  { looks: looksLikeWkt, parse: parseWkt, replaces: true },
  { looks: (cell) => HEX.test(cell), parse: parseHex, replaces: true },
  { looks: (cell) => GEOJSON.test(cell), parse: parseGeojson, replaces: true },
];
const PAIRS: Kind = { looks: (cell) => PAIR.test(cell), parse: parsePair, replaces: false };

/** Rows looked at, spread over the table, and the share of filled cells that must look alike. */
const SAMPLE = 200;
const ENOUGH = 0.8;

function findColumn(columns: readonly string[], rows: readonly FeatureRow[]): [string, Kind] | null {
  const step = Math.max(1, Math.floor(rows.length / SAMPLE));
  const sample = rows.filter((_, i) => i % step === 0);
  const holds = (column: string, { looks }: Kind): boolean => {
    const cells = sample.flatMap((row) => {
      const cell = cellOf(row, column);
      return cell === null || cell === undefined || cell === "" ? [] : [cell];
    });
    const alike = cells.filter((cell) => typeof cell === "string" && looks(cell)).length;
    return alike > 0 && alike >= ENOUGH * cells.length;
  };
  const kinds = hasTwoColumns(columns) ? KINDS : [...KINDS, PAIRS];
  for (const kind of kinds) {
    const column = columns.find(
      (name) => holds(name, kind) && (kind !== PAIRS || NAMED.test(normalHeader(name))),
    );
    if (column !== undefined) return [column, kind];
  }
  return null;
}

/** A pair of numbers can be many things; its header must say that it is a place. */
const NAMED = /坐标|经纬|位置|定位|地址点|coord|lnglat|lonlat|latlon|latlng|location|position|point|geom|xy/;

const hasTwoColumns = (columns: readonly string[]): boolean => {
  const headers = new Set(columns.map(normalHeader));
  const has = (field: "lon" | "lat"): boolean => FIELD_WORDS[field].whole.some((word) => headers.has(word));
  return has("lon") && has("lat");
};

function parseHex(cell: string): Read | null {
  const digits = cell.trim();
  const bytes = Uint8Array.from({ length: digits.length / 2 }, (_, i) =>
    Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16),
  );
  try {
    return parseWkb(bytes);
  } catch {
    return null;
  }
}

function parseGeojson(cell: string): Read | null {
  try {
    return { geometry: JSON.parse(cell), srid: null };
  } catch {
    return null;
  }
}

function parsePair(cell: string): Read | null {
  const match = PAIR.exec(cell);
  if (match === null) return null;
  return { geometry: { type: "Point", coordinates: [Number(match[1]), Number(match[2])] }, srid: null };
}
