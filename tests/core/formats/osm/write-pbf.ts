// A writer of OpenStreetMap PBF for tests, by the wiki's message definitions and nothing of the reader: raw or
// zlib blobs, dense or plain nodes, ways, relations.

import { zlibSync } from "fflate";
import { PbfWriter } from "pbf";

export interface PbfNode {
  readonly id: number;
  readonly lon: number;
  readonly lat: number;
  readonly tags?: Readonly<Record<string, string>>;
}
export interface PbfWay {
  readonly id: number;
  readonly refs: readonly number[];
  readonly tags: Readonly<Record<string, string>>;
}
export interface PbfRelation {
  readonly id: number;
  readonly members: readonly (readonly ["node" | "way" | "relation", number])[];
  readonly tags: Readonly<Record<string, string>>;
}

export interface PbfStyle {
  readonly zlib?: boolean;
  readonly dense?: boolean;
  /** Nanodegrees. */
  readonly granularity?: number;
  readonly features?: readonly string[];
}

/** One block per list, as tools write them. */
export function writePbf(
  {
    nodes = [],
    ways = [],
    relations = [],
  }: { nodes?: PbfNode[]; ways?: PbfWay[]; relations?: PbfRelation[] },
  {
    zlib = true,
    dense = true,
    granularity = 100,
    features = ["OsmSchema-V0.6", "DenseNodes"],
  }: PbfStyle = {},
): Uint8Array {
  const header = new PbfWriter();
  for (const feature of features) header.writeStringField(4, feature);
  const blocks = [
    ...chunks(nodes, 8000).map((part) =>
      block(granularity, (group, text) => addNodes(group, part, text, dense, granularity)),
    ),
    ...chunks(ways, 8000).map((part) => block(granularity, (group, text) => addWays(group, part, text))),
    ...chunks(relations, 8000).map((part) =>
      block(granularity, (group, text) => addRelations(group, part, text)),
    ),
  ];
  return joined([
    blob("OSMHeader", header.finish(), zlib),
    ...blocks.map((bytes) => blob("OSMData", bytes, zlib)),
  ]);
}

type Text = (text: string) => number;

function block(granularity: number, fill: (group: PbfWriter, text: Text) => void): Uint8Array {
  const strings = new Map<string, number>([["", 0]]);
  const text: Text = (value) => {
    const known = strings.get(value) ?? strings.size;
    strings.set(value, known);
    return known;
  };
  const group = new PbfWriter();
  fill(group, text);
  const table = new PbfWriter();
  for (const value of strings.keys()) table.writeStringField(1, value);
  const pbf = new PbfWriter();
  pbf.writeBytesField(1, table.finish());
  pbf.writeBytesField(2, group.finish());
  if (granularity !== 100) pbf.writeVarintField(17, granularity);
  return pbf.finish();
}

function addNodes(
  group: PbfWriter,
  nodes: readonly PbfNode[],
  text: Text,
  dense: boolean,
  granularity: number,
): void {
  const units = (degrees: number): number => Math.round((degrees * 1e9) / granularity);
  if (dense) {
    const pbf = new PbfWriter();
    pbf.writePackedSVarint(1, differences(nodes.map(({ id }) => id)));
    pbf.writePackedSVarint(8, differences(nodes.map(({ lat }) => units(lat))));
    pbf.writePackedSVarint(9, differences(nodes.map(({ lon }) => units(lon))));
    group.writeBytesField(2, pbf.finish());
    return;
  }
  for (const { id, lon, lat, tags = {} } of nodes) {
    const pbf = new PbfWriter();
    pbf.writeSVarintField(1, id);
    pbf.writePackedVarint(2, Object.keys(tags).map(text));
    pbf.writePackedVarint(3, Object.values(tags).map(text));
    pbf.writeSVarintField(8, units(lat));
    pbf.writeSVarintField(9, units(lon));
    group.writeBytesField(1, pbf.finish());
  }
}

function addWays(group: PbfWriter, ways: readonly PbfWay[], text: Text): void {
  for (const { id, refs, tags } of ways) {
    const pbf = new PbfWriter();
    pbf.writeVarintField(1, id);
    pbf.writePackedVarint(2, Object.keys(tags).map(text));
    pbf.writePackedVarint(3, Object.values(tags).map(text));
    pbf.writePackedSVarint(8, differences(refs));
    group.writeBytesField(3, pbf.finish());
  }
}

function addRelations(group: PbfWriter, relations: readonly PbfRelation[], text: Text): void {
  for (const { id, members, tags } of relations) {
    const pbf = new PbfWriter();
    pbf.writeVarintField(1, id);
    pbf.writePackedVarint(2, Object.keys(tags).map(text));
    pbf.writePackedVarint(3, Object.values(tags).map(text));
    pbf.writePackedVarint(
      8,
      members.map(() => text("outer")),
    );
    pbf.writePackedSVarint(9, differences(members.map(([, ref]) => ref)));
    pbf.writePackedVarint(
      10,
      members.map(([type]) => ["node", "way", "relation"].indexOf(type)),
    );
    group.writeBytesField(4, pbf.finish());
  }
}

function blob(type: string, data: Uint8Array, zlib: boolean): Uint8Array {
  const body = new PbfWriter();
  if (zlib) {
    body.writeVarintField(2, data.length);
    body.writeBytesField(3, zlibSync(data));
  } else body.writeBytesField(1, data);
  const bytes = body.finish();
  const header = new PbfWriter();
  header.writeStringField(1, type);
  header.writeVarintField(3, bytes.length);
  const head = header.finish();
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, head.length);
  return joined([length, head, bytes]);
}

const differences = (values: readonly number[]): number[] =>
  values.map((value, i) => value - (values[i - 1] ?? 0));

const chunks = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
