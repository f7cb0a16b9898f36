// A geometry as well-known text, which spreadsheets show and our reader takes back.

interface Shape {
  readonly type: string;
  readonly coordinates: Positions;
}
type Positions = readonly (number | Positions)[];

/** "" for no geometry; what is none of the simple kinds stays GeoJSON text. */
export function geometryText(geometry: unknown): string {
  if (geometry === null || geometry === undefined) return "";
  return isShape(geometry)
    ? `${geometry.type.toUpperCase()} (${listText(geometry.coordinates)})`
    : JSON.stringify(geometry);
}

const isShape = (geometry: unknown): geometry is Shape =>
  typeof geometry === "object" &&
  geometry !== null &&
  "coordinates" in geometry &&
  Array.isArray(geometry.coordinates) &&
  geometry.coordinates.length > 0;

/** "1 2" for a position, "1 2, 3 4" for a line, "(1 2, 3 4), (5 6, 7 8)" for rings. */
const listText = (list: Positions): string =>
  isPosition(list) ? list.join(" ") : list.map((part) => partText(part)).join(", ");

const partText = (part: number | Positions): string =>
  typeof part === "number" ? String(part) : isPosition(part) ? part.join(" ") : `(${listText(part)})`;

const isPosition = (list: Positions): boolean => list.every((part) => typeof part === "number");
