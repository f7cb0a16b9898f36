// OpenStreetMap PBF (wiki "PBF Format"): a row of blobs, each a header block or a block of dense nodes, plain
// nodes, ways and relations with its own string table. Raw and zlib blobs; sizes are bounded as the format
// says (blob header 64 KiB, blob 32 MiB unpacked). Unpacked and read one blob at a time.

import type { PbfReader } from "pbf";
import type { TaskControl } from "../../base/index.ts";
import { Failure } from "../../base/index.ts";
import type { OsmCollector, OsmMember, OsmTags } from "./osm-data.ts";
import { KEPT_KEYS } from "./osm-data.ts";

/** Feeds the collector; throws an Error with a reason when the bytes are not a whole PBF file. */
export async function decodeOsmPbf(
  bytes: Uint8Array,
  collector: OsmCollector,
  control: TaskControl,
): Promise<void> {
  const [{ PbfReader }, { unzlibSync }] = await Promise.all([import("pbf"), import("fflate")]);
  let at = 0;
  for (let blob = 0; at < bytes.length; blob++) {
    if (control.cancelled()) throw new Failure("cancelled");
    if (blob % 8 === 0) {
      control.report({ stage: "read", done: at / bytes.length });
      await control.pause();
    }
    const headerEnd = at + 4 + bigEndian(bytes, at);
    if (!(headerEnd <= Math.min(bytes.length, at + 4 + MOST_HEADER))) throw new Error("blob header size");
    const header = new PbfReader(bytes.subarray(at + 4, headerEnd)).readFields(readBlobHeader, {
      type: "",
      size: -1,
    });
    at = headerEnd + header.size;
    if (header.size < 0 || at > bytes.length) throw new Error("blob cut off");
    if (header.type !== "OSMData" && header.type !== "OSMHeader") continue;
    const packed = new PbfReader(bytes.subarray(headerEnd, at)).readFields(readBlob, noBlob());
    const block = new PbfReader(unpack(packed, unzlibSync));
    if (header.type === "OSMHeader") block.readFields(checkHeader, null);
    else readBlock(block, collector);
  }
  if (at === 0) throw new Error("no blob");
}

/** Bytes, as the format bounds them. */
const MOST_HEADER = 65_536;
const MOST_BLOB = 33_554_432;

const bigEndian = (bytes: Uint8Array, at: number): number =>
  at + 4 > bytes.length
    ? Number.NaN
    : ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0;

function readBlobHeader(tag: number, header: { type: string; size: number }, pbf: PbfReader): void {
  if (tag === 1) header.type = pbf.readString();
  else if (tag === 3) header.size = pbf.readVarint();
}

interface Blob {
  raw: Uint8Array | null;
  zlib: Uint8Array | null;
  /** Bytes when unpacked. */
  size: number;
}
const noBlob = (): Blob => ({ raw: null, zlib: null, size: -1 });

function readBlob(tag: number, blob: Blob, pbf: PbfReader): void {
  if (tag === 1) blob.raw = pbf.readBytes();
  else if (tag === 2) blob.size = pbf.readVarint();
  else if (tag === 3) blob.zlib = pbf.readBytes();
  else if (tag >= 4 && tag <= 7) throw new Error(`compression ${COMPRESSIONS[tag - 4]}`);
}
const COMPRESSIONS = ["lzma", "bzip2", "lz4", "zstd"] as const;

type Unzlib = (data: Uint8Array, options: { out: Uint8Array }) => Uint8Array;

function unpack({ raw, zlib, size }: Blob, unzlib: Unzlib): Uint8Array {
  if (raw !== null) return raw;
  if (zlib === null || size < 0 || size > MOST_BLOB) throw new Error("blob size");
  return unzlib(zlib, { out: new Uint8Array(size) });
}

const KNOWN_FEATURES: ReadonlySet<string> = new Set(["OsmSchema-V0.6", "DenseNodes"]);

function checkHeader(tag: number, _: null, pbf: PbfReader): void {
  if (tag !== 4) return;
  const feature = pbf.readString();
  if (!KNOWN_FEATURES.has(feature)) throw new Error(`feature ${feature}`);
}

interface Block {
  readonly strings: string[];
  /** Which strings are keys that are read. */
  kept: Uint8Array;
  readonly groups: number[];
  /** Nanodegrees. */
  granularity: number;
  latOffset: number;
  lonOffset: number;
}

function readBlock(pbf: PbfReader, collector: OsmCollector): void {
  const block = pbf.readFields<Block>(readBlockField, {
    strings: [],
    kept: new Uint8Array(0),
    groups: [],
    granularity: 100,
    latOffset: 0,
    lonOffset: 0,
  });
  block.kept = Uint8Array.from(block.strings, (text) => (KEPT_KEYS.has(text) ? 1 : 0));
  for (const group of block.groups) {
    pbf.pos = group;
    const end = pbf.readVarint() + pbf.pos;
    pbf.readFields((tag, into, reader) => readGroupField(tag, into, reader, block), collector, end);
  }
}

function readBlockField(tag: number, block: Block, pbf: PbfReader): void {
  if (tag === 1) {
    pbf.readMessage((inner, strings) => {
      if (inner === 1) strings.push(pbf.readString());
    }, block.strings);
  } else if (tag === 2) block.groups.push(pbf.pos);
  else if (tag === 17) block.granularity = pbf.readVarint(true);
  else if (tag === 19) block.latOffset = pbf.readVarint(true);
  else if (tag === 20) block.lonOffset = pbf.readVarint(true);
}

function readGroupField(tag: number, collector: OsmCollector, pbf: PbfReader, block: Block): void {
  if (tag === 1) {
    const { id, lat, lon } = pbf.readMessage(readNode, { id: 0, lat: 0, lon: 0 });
    collector.node(id, degreesE7(lon, block.lonOffset, block), degreesE7(lat, block.latOffset, block));
  } else if (tag === 2) {
    addDense(pbf.readMessage(readDense, { ids: [], lats: [], lons: [] }), block, collector);
  } else if (tag === 3) {
    const way = pbf.readMessage<Draft>(readWay, draft());
    collector.way(way.id, tagsOf(way, block), summed(way.refs));
  } else if (tag === 4) {
    const relation = pbf.readMessage<Draft>(readRelation, draft());
    collector.relation(relation.id, tagsOf(relation, block), () => membersOf(relation));
  }
}

const degreesE7 = (value: number, offset: number, { granularity }: Block): number =>
  Math.round((offset + granularity * value) / 100);

function readNode(tag: number, node: { id: number; lat: number; lon: number }, pbf: PbfReader): void {
  if (tag === 1) node.id = pbf.readSVarint();
  else if (tag === 8) node.lat = pbf.readSVarint();
  else if (tag === 9) node.lon = pbf.readSVarint();
}

interface Dense {
  readonly ids: number[];
  readonly lats: number[];
  readonly lons: number[];
}

function readDense(tag: number, dense: Dense, pbf: PbfReader): void {
  if (tag === 1) pbf.readPackedSVarint(dense.ids);
  else if (tag === 8) pbf.readPackedSVarint(dense.lats);
  else if (tag === 9) pbf.readPackedSVarint(dense.lons);
}

function addDense({ ids, lats, lons }: Dense, block: Block, collector: OsmCollector): void {
  if (lats.length !== ids.length || lons.length !== ids.length) throw new Error("dense nodes");
  let id = 0;
  let lat = 0;
  let lon = 0;
  for (let i = 0; i < ids.length; i++) {
    id += ids[i]!;
    lat += lats[i]!;
    lon += lons[i]!;
    collector.node(id, degreesE7(lon, block.lonOffset, block), degreesE7(lat, block.latOffset, block));
  }
}

/** A way or a relation; refs are differences. */
interface Draft {
  id: number;
  readonly keys: number[];
  readonly values: number[];
  readonly refs: number[];
  readonly types: number[];
}
const draft = (): Draft => ({ id: 0, keys: [], values: [], refs: [], types: [] });

function readWay(tag: number, way: Draft, pbf: PbfReader): void {
  if (tag === 1) way.id = pbf.readVarint(true);
  else if (tag === 2) pbf.readPackedVarint(way.keys);
  else if (tag === 3) pbf.readPackedVarint(way.values);
  else if (tag === 8) pbf.readPackedSVarint(way.refs);
}

function readRelation(tag: number, relation: Draft, pbf: PbfReader): void {
  if (tag === 9) pbf.readPackedSVarint(relation.refs);
  else if (tag === 10) pbf.readPackedVarint(relation.types);
  else if (tag <= 3) readWay(tag, relation, pbf);
}

function tagsOf({ keys, values }: Draft, { strings, kept }: Block): OsmTags {
  const tags: Record<string, string> = {};
  for (let i = 0; i < keys.length; i++) {
    if (kept[keys[i]!] === 1) tags[strings[keys[i]!]!] = strings[values[i]!] ?? "";
  }
  return tags;
}

function summed(differences: number[]): number[] {
  for (let i = 1; i < differences.length; i++) differences[i]! += differences[i - 1]!;
  return differences;
}

const MEMBER_TYPES = ["node", "way", "relation"] as const;

const membersOf = ({ refs, types }: Draft): OsmMember[] =>
  summed(refs).map((id, i) => ({ id, type: MEMBER_TYPES[types[i]!] ?? "node" }));
