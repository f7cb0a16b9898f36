// A point from two columns of a table, as GeoJSON so that it is judged like any other geometry. Decimal
// degrees or metres, with or without a degree sign or hemisphere letter ("103.84°E", "东经 112.98").

/** Names of the columns of longitude and latitude. */
export type CoordinateColumns = Readonly<Partial<Record<"lon" | "lat", string>>>;

/** null when there are no such columns or both cells are blank. */
export function parsePosition(
  properties: Readonly<Record<string, unknown>>,
  { lon, lat }: CoordinateColumns,
): { readonly type: "Point"; readonly coordinates: readonly unknown[] } | null {
  if (lon === undefined || lat === undefined) return null;
  const coordinates = readPosition(properties[lon], properties[lat]);
  return coordinates === null ? null : { type: "Point", coordinates };
}

/** The numbers in two cells, or what else stands there; null when both are blank. */
export const readPosition = (x: unknown, y: unknown): readonly [unknown, unknown] | null =>
  isBlank(x) && isBlank(y) ? null : [coordinate(x), coordinate(y)];

const isBlank = (cell: unknown): boolean =>
  cell === undefined || cell === null || (typeof cell === "string" && cell.trim() === "");

function coordinate(cell: unknown): unknown {
  if (typeof cell !== "string") return cell;
  if (PLAIN.test(cell)) return Number(cell);
  const text = cell
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/^[东北]经?纬?/u, "");
  const match = /^([-+]?\d+(?:\.\d*)?(?:e[+-]?\d+)?)[°度]?([nsew])?$/i.exec(text);
  if (match === null) return cell;
  return Number(match[1]) * (/[sw]/i.test(match[2] ?? "") ? -1 : 1);
}

/** What nearly every cell holds; the rest is brought to one form first. */
const PLAIN = /^[-+]?\d+(?:\.\d*)?$/;
