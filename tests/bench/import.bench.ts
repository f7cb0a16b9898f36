// Files of 250,000 rows, a CSV and a zipped Shapefile in GBK: preview and import, beside the plainest reading of the
// same bytes in the same run (papaparse alone; inflating, decoding and walking over every coordinate). An extract of
// OpenStreetMap of a million nodes to a walking network, beside inflating its blobs and reading every number in them.
// Every row first checks that all of the file came.

import { unzipSync, unzlibSync } from "fflate";
import Papa from "papaparse";
import { PbfReader } from "pbf";
import { createEngine } from "../../src/core/engine/index.ts";
import {
  type Decode,
  type ExportTable,
  exportTables,
  type InputFile,
  importFiles,
  inspectFiles,
  type WriterId,
} from "../../src/core/formats/index.ts";
import { DEFAULT_NETWORK_SETTINGS } from "../../src/core/network/index.ts";
import { type PbfNode, type PbfWay, writePbf } from "../core/formats/osm/write-pbf.ts";
import { type BenchRow, compareAsync } from "./bench-row.ts";

const ROWS = 250_000;
const ROUNDS = 3;

const decode: Decode = (bytes, label, fatal) => new TextDecoder(label, { fatal }).decode(bytes);

export async function bench(): Promise<BenchRow[]> {
  const town = homes();
  const plain: ExportTable = {
    ...town,
    columns: [...town.columns, { name: "经度", type: "number" }, { name: "纬度", type: "number" }],
    rows: town.rows.map((row, i) => [...row, ...placeOf(i)]),
    geometry: null,
  };
  const csv = await fileOf("csv", plain);
  const shapefile = await fileOf("shapefile", town);
  return [
    ...(await rowsOf("CSV", csv, () => void readCsv(csv))),
    ...(await rowsOf("Shapefile of footprints", shapefile, () => void readShapefile(shapefile))),
    await networkRow(),
  ];
}

/** Streets each way. */
const STREETS = 250;
/** All but the corners of the town, where nothing branches off. */
const CROSSINGS = STREETS ** 2 - 4;
const BUILDINGS = 100_000;
/** Vertices between two crossings, and corners of a building. */
const BENDS = 4;
const CORNERS = 5;

/** A lattice of streets with bends and a footprint each for many buildings: a million nodes. */
function extract(): InputFile {
  const nodes: PbfNode[] = [];
  const ways: PbfWay[] = [];
  const node = (lon: number, lat: number): number => nodes.push({ id: nodes.length + 1, lon, lat });
  const way = (refs: readonly number[], tags: PbfWay["tags"]): void =>
    void ways.push({ id: ways.length + 1, refs, tags });
  const steps = Array.from({ length: STREETS }, (_, i) => i);
  const crossings = steps.map((y) => steps.map((x) => node(112.9 + x * 1e-3, 28 + y * 1e-3)));
  for (const y of steps) {
    for (const turned of [false, true]) {
      const refs: number[] = [];
      for (const x of steps) {
        refs.push(turned ? crossings[x]![y]! : crossings[y]![x]!);
        for (let k = 1; k <= BENDS && x + 1 < STREETS; k++) {
          const [along, across] = [(x + k / (BENDS + 1)) * 1e-3, y * 1e-3 + (k % 2) * 1e-5];
          refs.push(turned ? node(112.9 + across, 28 + along) : node(112.9 + along, 28 + across));
        }
      }
      way(refs, { highway: "residential", name: `${y}号路` });
    }
  }
  for (let i = 0; i < BUILDINGS; i++) {
    const [x, y] = [112.9002 + (i % STREETS) * 1e-3, 28.0002 + Math.floor(i / STREETS) * 5e-4];
    const first = nodes.length + 1;
    for (let k = 0; k < CORNERS; k++) {
      const turn = (2 * Math.PI * k) / CORNERS;
      node(x + 1e-4 * Math.cos(turn), y + 1e-4 * Math.sin(turn));
    }
    way([...Array.from({ length: CORNERS }, (_, k) => first + k), first], { building: "yes" });
  }
  return { name: "街区.osm.pbf", bytes: writePbf({ nodes, ways }) };
}

async function networkRow(): Promise<BenchRow> {
  const file = extract();
  const homes = "编号,户数,经度,纬度\nR1,90,112.95,28.05\nR2,80,112.96,28.06\n";
  const files = [file, { name: "住宅.csv", bytes: new TextEncoder().encode(homes) }];
  const ours = async (): Promise<void> => {
    const engine = createEngine({ pause: () => Promise.resolve(), decode });
    const { baseline } = await engine.run("files.import", { name: "街区", files });
    if (baseline === null) throw new Error("nothing came of the extract.");
    const { nodes } = await engine.run("scene.open", { baseline, settings: DEFAULT_NETWORK_SETTINGS });
    if (nodes !== CROSSINGS) throw new Error(`${nodes} of ${CROSSINGS} crossings came.`);
  };
  return compareAsync("OSM PBF of a million nodes to a network", ROUNDS, ours, () => void readBlobs(file));
}

/** Every blob inflated, every varint in it read. */
function readBlobs({ bytes }: InputFile): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  let sum = 0;
  for (let at = 0; at < bytes.length; ) {
    const header = new PbfReader(bytes.subarray(at + 4, at + 4 + view.getUint32(at)));
    const size = header.readFields<{ bytes: number }>(
      (tag, into, pbf) => {
        if (tag === 3) into.bytes = pbf.readVarint();
      },
      { bytes: 0 },
    ).bytes;
    at += 4 + view.getUint32(at);
    const blob = new PbfReader(bytes.subarray(at, at + size));
    blob.readFields<null>((tag, _, pbf) => {
      if (tag !== 3) return;
      const inside = new PbfReader(unzlibSync(pbf.readBytes()));
      while (inside.pos < inside.length) sum += inside.readVarint();
    }, null);
    at += size;
  }
  return sum;
}

/** Degrees: a lattice of homes of which no two coincide. */
const placeOf = (i: number): [number, number] => [
  Math.round((112.9 + (i % 500) * 4e-4) * 1e6) / 1e6,
  Math.round((28.1 + Math.floor(i / 500) * 4e-4) * 1e6) / 1e6,
];

function homes(): ExportTable {
  const rings = Array.from({ length: ROWS }, (_, i) => {
    const [x, y] = placeOf(i);
    return [x, y, x + 2e-4, y, x + 2e-4, y + 1e-4, x, y + 1e-4];
  });
  const steps = Uint32Array.from({ length: ROWS + 1 }, (_, i) => i);
  return {
    name: "居民楼",
    columns: [
      { name: "楼栋编号", type: "string" },
      { name: "楼栋名称", type: "string" },
      { name: "户数", type: "integer" },
      { name: "所属社区", type: "string" },
      { name: "所属小区", type: "string" },
    ],
    rows: Array.from({ length: ROWS }, (_, i) => [
      `B${i}`,
      `绿地花园${i % 977}栋`,
      20 + (i % 90),
      `幸福社区${i % 300}`,
      `绿地花园${i % 1500}`,
    ]),
    geometry: {
      count: ROWS,
      featureOffsets: steps,
      partOffsets: steps,
      ringOffsets: steps.map((i) => 4 * i),
      xy: Float64Array.from(rings.flat()),
    },
  };
}

async function fileOf(format: WriterId, table: ExportTable): Promise<InputFile> {
  const options = { name: "居民楼", datum: "wgs84", encoding: "gbk", time: "2026-03-01T08:00:00Z" } as const;
  const { files } = await exportTables(format, [table], options, { decode, libraries: {} });
  return files[0]!;
}

async function rowsOf(name: string, file: InputFile, plainly: () => void): Promise<BenchRow[]> {
  const preview = async (): Promise<void> => {
    const [layer] = await inspectFiles({ files: [file] }, decode);
    if (layer?.features !== ROWS) throw new Error(`${name}: ${layer?.features} of ${ROWS} rows seen.`);
  };
  const take = async (): Promise<void> => {
    const { baseline } = await importFiles({ name, files: [file] }, decode);
    const count = baseline?.residences.count;
    if (count !== ROWS) throw new Error(`${name}: ${count} of ${ROWS} residences came.`);
  };
  return [
    await compareAsync(`${name}: preview of 250,000 rows`, ROUNDS, preview, plainly),
    await compareAsync(`${name}: import of 250,000 rows`, ROUNDS, take, plainly),
  ];
}

function readCsv({ bytes }: InputFile): number {
  const text = decode(bytes, "utf-8", false);
  return Papa.parse(text, { skipEmptyLines: "greedy" }).data.length;
}

/** Record header, type, box, counts and the start of the one part, in bytes. */
const FIRST_VERTEX = 8 + 4 + 32 + 8 + 4;

function readShapefile({ bytes }: InputFile): number {
  const members = Object.entries(unzipSync(bytes));
  const [shp, dbf] = ["shp", "dbf"].map(
    (extension) => members.find(([name]) => name.endsWith(extension))![1],
  );
  const view = new DataView(shp!.buffer, shp!.byteOffset);
  let sum = decode(dbf!, "gbk", false).length;
  for (let at = 100; at < view.byteLength; ) {
    const end = at + 8 + 2 * view.getInt32(at + 4);
    for (let k = at + FIRST_VERTEX; k < end; k += 8) sum += view.getFloat64(k, true);
    at = end;
  }
  return sum;
}
