// KML (OGC 12-007r2) by a streaming parser: placemarks with name, description, address, time and extended data, their
// geometries (tracks as lines), and the folders they lie in. Styles, overlays and links are passed over. Text that
// is not well-formed is read as far as it makes sense; the first fault is told.

import type { SaxesTagPlain } from "saxes";
import type { TaskControl } from "../../base/index.ts";
import { Failure } from "../../base/index.ts";

export interface Placemark {
  /** Names of the folders around it, from the outermost. */
  readonly folders: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
  /** GeoJSON. */
  readonly geometry: unknown;
}

export interface ParsedKml {
  readonly placemarks: readonly Placemark[];
  /** Is there a KML element at all? */
  readonly isKml: boolean;
  readonly fault: string | null;
}

export async function parseKml(text: string, control: TaskControl): Promise<ParsedKml> {
  const { SaxesParser } = await import("saxes");
  const reader = new KmlReader();
  const parser = new SaxesParser();
  let fault: string | null = null;
  parser.on("error", ({ message }) => {
    fault ??= message;
  });
  parser.on("opentag", (tag) => reader.open(tag));
  parser.on("text", (piece) => reader.addText(piece));
  parser.on("cdata", (piece) => reader.addText(piece));
  parser.on("closetag", ({ name }) => reader.close(localName(name)));
  const body = withStrayAmpersands(text.replace(/^\s+/, ""));
  for (let at = 0; at < body.length; at += SLICE) {
    if (control.cancelled()) throw new Failure("cancelled");
    control.report({ stage: "read", done: at / body.length });
    await control.pause();
    parser.write(body.slice(at, at + SLICE));
  }
  parser.close();
  return { placemarks: reader.placemarks, isKml: reader.isKml, fault };
}

/** Characters parsed between two pauses. */
const SLICE = 1 << 20;
/** Elements within elements beyond which nothing more is read. */
const DEEPEST = 200;

/** Names typed by hand hold "&" as it is; outside CDATA it is read as "&amp;". */
const withStrayAmpersands = (text: string): string =>
  text.replace(STRAY, (found) => (found === "&" ? "&amp;" : found));
const STRAY = /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|&(?!#\d+;|#x[\da-f]+;|\w+;)/gi;

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

interface Draft {
  readonly properties: Record<string, unknown>;
  readonly geometries: unknown[];
}

/** A geometry that is open: its positions, rings or members so far. */
interface Frame {
  readonly type: GeometryTag;
  readonly positions: number[][];
  readonly rings: number[][][];
  readonly members: unknown[];
}

const GEOMETRY_TAGS = [
  "Point",
  "LineString",
  "LinearRing",
  "Polygon",
  "MultiGeometry",
  "Track",
  "MultiTrack",
] as const;
type GeometryTag = (typeof GEOMETRY_TAGS)[number];
const isGeometryTag = (name: string): name is GeometryTag => GEOMETRY_TAGS.some((tag) => tag === name);

class KmlReader {
  readonly placemarks: Placemark[] = [];
  isKml = false;
  private readonly path: string[] = [];
  private readonly folders: string[] = [];
  private readonly frames: Frame[] = [];
  private draft: Draft | null = null;
  private dataName = "";
  private text = "";

  open({ name: fullName, attributes }: SaxesTagPlain): void {
    const name = localName(fullName);
    this.path.push(name);
    this.text = "";
    if (name === "kml" || name === "Document") this.isKml = true;
    else if (name === "Folder") this.folders.push("");
    else if (name === "Placemark") this.draft = { properties: {}, geometries: [] };
    else if (name === "Data" || name === "SimpleData") this.dataName = attributes["name"] ?? "";
    else if (isGeometryTag(name) && this.path.length < DEEPEST) {
      this.frames.push({ type: name, positions: [], rings: [], members: [] });
    }
  }

  addText(piece: string): void {
    this.text += piece;
  }

  close(name: string): void {
    this.path.pop();
    const text = this.text.trim();
    this.text = "";
    if (name === "Folder") this.folders.pop();
    else if (name === "Placemark") this.finishPlacemark();
    else if (name === "name" && this.path.at(-1) === "Folder") this.folders[this.folders.length - 1] = text;
    else if (isGeometryTag(name)) this.finishGeometry(name);
    else if (name === "coordinates") this.frames.at(-1)?.positions.push(...positionsOf(text));
    else if (name === "coord") this.frames.at(-1)?.positions.push(text.split(/\s+/).slice(0, 2).map(Number));
    else if (this.draft !== null) this.addProperty(name, text, this.draft.properties);
  }

  private addProperty(name: string, text: string, properties: Record<string, unknown>): void {
    const parent = this.path.at(-1) ?? "";
    if (name === "value" && parent === "Data") properties[this.dataName] = text;
    else if (name === "SimpleData") properties[this.dataName] = text;
    else if (parent === "Placemark" && OWN_TEXTS.has(name)) {
      if (text !== "") properties[name] = name === "description" ? withoutMarkup(text) : text;
    } else if (TIMES.has(name) && TIMES.has(parent)) properties[name] = text;
    else if (parent === "ExtendedData" && name !== "Data" && name !== "SchemaData") properties[name] = text;
  }

  private finishGeometry(name: string): void {
    if (this.frames.at(-1)?.type !== name) return;
    const frame = this.frames.pop()!;
    const owner = this.frames.at(-1);
    if (frame.type === "LinearRing" && owner?.type === "Polygon") {
      if (this.path.at(-1) === "outerBoundaryIs") owner.rings.unshift(frame.positions);
      else owner.rings.push(frame.positions);
      return;
    }
    const geometry = geometryOf(frame);
    if (owner !== undefined) owner.members.push(geometry);
    else this.draft?.geometries.push(geometry);
  }

  private finishPlacemark(): void {
    if (this.draft === null) return;
    const { properties, geometries } = this.draft;
    const geometry =
      geometries.length > 1 ? { type: "GeometryCollection", geometries } : (geometries[0] ?? null);
    this.placemarks.push({ folders: this.folders.filter((name) => name !== ""), properties, geometry });
    this.draft = null;
    this.frames.length = 0;
  }
}

const OWN_TEXTS: ReadonlySet<string> = new Set(["name", "description", "address", "phoneNumber", "Snippet"]);
const TIMES: ReadonlySet<string> = new Set(["TimeStamp", "TimeSpan", "when", "begin", "end"]);

function geometryOf({ type, positions, rings, members }: Frame): unknown {
  if (type === "Point") return { type, coordinates: positions[0] ?? [] };
  if (type === "Polygon") return { type, coordinates: rings };
  if (type === "MultiGeometry" || type === "MultiTrack")
    return { type: "GeometryCollection", geometries: members };
  return { type: "LineString", coordinates: positions };
}

/** "x,y,z x,y,z …"; blanks around commas are forgiven. Heights are dropped. */
const positionsOf = (text: string): number[][] =>
  text
    .replace(/\s*,\s*/g, ",")
    .split(/\s+/)
    .filter((tuple) => tuple !== "")
    .map((tuple) => tuple.split(",").slice(0, 2).map(Number));

const withoutMarkup = (text: string): string =>
  text
    .replace(/<[^>]*>/g, " ")
    .replace(/&nbsp;/g, " ")
    .replace(/\s+/g, " ")
    .trim();
