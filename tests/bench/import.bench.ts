// Files of 250,000 rows, a CSV and a zipped Shapefile in GBK: preview and import, beside the plainest reading of the
// same bytes in the same run (papaparse alone; inflating, decoding and walking over every coordinate). Every row first
// checks that all of the file came.

import { unzipSync } from "fflate";
import Papa from "papaparse";
import {
  type Decode,
  type ExportTable,
  exportTables,
  type InputFile,
  importFiles,
  inspectFiles,
  type WriterId,
} from "../../src/core/formats/index.ts";
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
  ];
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
