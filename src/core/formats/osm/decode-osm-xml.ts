// OpenStreetMap XML (API 0.6, Overpass, JOSM): nodes, ways and relations in any order, read by a streaming
// parser in slices, so that a cancel can arrive. Objects marked as deleted or invisible are left out.

import type { TaskControl } from "../../base/index.ts";
import { Failure } from "../../base/index.ts";
import type { OsmCollector, OsmMember } from "./osm-data.ts";
import { KEPT_KEYS } from "./osm-data.ts";

/** Feeds the collector; throws an Error with the place when the text is not well-formed or not OSM. */
export async function decodeOsmXml(
  text: string,
  collector: OsmCollector,
  control: TaskControl,
): Promise<void> {
  const { SaxesParser } = await import("saxes");
  const parser = new SaxesParser();
  const reader = elementReader(collector);
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => reader.open(name, attributes));
  parser.on("closetag", ({ name }) => reader.close(name));
  for (let at = 0; at < text.length; at += SLICE) {
    if (control.cancelled()) throw new Failure("cancelled");
    control.report({ stage: "read", done: at / text.length });
    await control.pause();
    parser.write(text.slice(at, at + SLICE));
  }
  parser.close();
  if (!reader.isOsm()) throw new Error("no <osm> element");
}

/** Characters parsed between two pauses. */
const SLICE = 1 << 20;

type Attributes = Readonly<Record<string, string>>;

interface Draft {
  readonly kind: "way" | "relation";
  readonly id: number;
  readonly tags: Record<string, string>;
  readonly refs: number[];
  readonly members: OsmMember[];
}

function elementReader(collector: OsmCollector) {
  let seen = false;
  let draft: Draft | null = null;
  const open = (name: string, attributes: Attributes): void => {
    if (name === "osm") seen = true;
    else if (name === "tag") addTag(draft, attributes);
    else if (name === "nd") draft?.refs.push(Number(attributes["ref"]));
    else if (name === "member") addMember(draft, attributes);
    else if (isGone(attributes)) draft = null;
    else if (name === "node") addNode(collector, attributes);
    else if (name === "way" || name === "relation") {
      draft = { kind: name, id: Number(attributes["id"]), tags: {}, refs: [], members: [] };
    }
  };
  const close = (name: string): void => {
    if (name !== "way" && name !== "relation") return;
    const done = draft;
    draft = null;
    if (done === null) return;
    if (done.kind === "way") collector.way(done.id, done.tags, done.refs);
    else collector.relation(done.id, done.tags, () => done.members);
  };
  return { open, close, isOsm: () => seen };
}

const isGone = ({ visible, action }: Attributes): boolean => visible === "false" || action === "delete";

function addTag(draft: Draft | null, { k, v }: Attributes): void {
  if (draft !== null && k !== undefined && v !== undefined && KEPT_KEYS.has(k)) draft.tags[k] = v;
}

function addMember(draft: Draft | null, { type, ref }: Attributes): void {
  if (type === "node" || type === "way" || type === "relation")
    draft?.members.push({ type, id: Number(ref) });
}

function addNode(collector: OsmCollector, { id, lon, lat }: Attributes): void {
  const [x, y] = [Number(lon ?? Number.NaN), Number(lat ?? Number.NaN)];
  if (Math.abs(x) <= 180 && Math.abs(y) <= 90)
    collector.node(Number(id), Math.round(x * 1e7), Math.round(y * 1e7));
}
