// Whatever bytes come, an import ends with issues that can be said, never with an error, and soon: samples of every
// format, spoilt, those in archives also before they are packed. Seeded; 400 mutations as a rule, as many as the
// environment variable FUZZ says when it is set (FUZZ=10000; FUZZ_SEED=1 for others). A watchdog sees cases that never end or eat the memory.

import { gzipSync } from "node:zlib";
import { unzipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { createGdalReader } from "../../../src/adapters/gdal-reader.ts";
import { loadGdal } from "../../../src/cli/load-gdal.ts";
import type { Random } from "../../../src/core/base/index.ts";
import { randomInteger, seededRandom, uncontrolled } from "../../../src/core/base/index.ts";
import { FORMATS, importFiles, inspectFiles } from "../../../src/core/formats/index.ts";
import { issueSentence } from "../../../src/messages/issues.ts";
import { startWatchdog } from "../../helpers/watchdog.ts";
import { writeGeodatabase } from "../../helpers/write-geodatabase.ts";
import { encodeAs } from "./encodings.ts";
import { bytesOf, decode, TOWN } from "./fixtures.ts";
import { writePbf } from "./osm/write-pbf.ts";
import { dbfBytes, shpBytes } from "./shapefile/write-shapefile.ts";
import { zipBytes } from "./unpack/write-zip.ts";
import { only } from "./write/readers.ts";
import { HOST, LINES, POINTS, POLYGONS, write } from "./write/samples.ts";

const ROUNDS = Number(process.env["FUZZ"] ?? 400);
const SEED = Number(process.env["FUZZ_SEED"] ?? 20_261_122);

const FIELDS = [
  { name: encodeAs("gb18030", "楼栋名称"), type: "C", length: 20 },
  { name: encodeAs("gb18030", "户数"), type: "N", length: 8 },
];
const RECORDS = Array.from({ length: 12 }, (_, i) => [encodeAs("gb18030", `绿地花园${i}栋`), `      ${i}`]);
const shape = shpBytes(
  RECORDS.map((_, i) => ({
    type: 5,
    parts: [
      [
        [112.98 + i / 1000, 28.2],
        [112.98 + i / 1000, 28.2005],
        [112.9805 + i / 1000, 28.2005],
        [112.98 + i / 1000, 28.2],
      ],
    ],
  })),
);
const dbf = dbfBytes(FIELDS, RECORDS, { language: 0x4d });
const prj = bytesOf(
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137,298.257222101]],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]]',
);
const csv = encodeAs(
  "gb18030",
  "楼栋编号,户数,经度,纬度\nB1,372户,112.981,28.201\nB2,约400,112.982,28.201\n",
);
const text = (name: keyof typeof TOWN): Uint8Array => bytesOf(TOWN[name]);

type Files = readonly { readonly name: string; readonly bytes: Uint8Array }[];

const WKT_CSV = '名称,geom\n甲,"POLYGON((112 28,112.1 28,112.1 28.1,112 28))"\n乙,"POINT(112.98 28.2)"\n';

const DXF = [
  ["0", "SECTION", "2", "ENTITIES"],
  [
    "0",
    "LWPOLYLINE",
    "8",
    "建筑",
    "90",
    "3",
    "70",
    "1",
    "10",
    "0",
    "20",
    "0",
    "42",
    "0.5",
    "10",
    "9",
    "20",
    "0",
  ],
  ["10", "9", "20", "9", "0", "LINE", "8", "道路", "10", "1", "20", "2", "11", "30", "21", "4"],
  [
    "0",
    "SPLINE",
    "8",
    "河",
    "70",
    "8",
    "71",
    "3",
    "10",
    "0",
    "20",
    "0",
    "10",
    "5",
    "20",
    "9",
    "10",
    "9",
    "20",
    "0",
  ],
  ["0", "TEXT", "8", "注", "10", "3", "20", "3", "40", "1", "1", "幸福社区", "0", "ENDSEC", "0", "EOF"],
]
  .flat()
  .join("\n");

const OSM = `<?xml version="1.0"?><osm version="0.6">
<node id="1" lat="28.2" lon="112.98"/><node id="2" lat="28.21" lon="112.98"/><node id="3" lat="28.21" lon="112.99"/>
<way id="10"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="footway"/></way>
<way id="11"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="1"/><tag k="building" v="apartments"/></way>
<relation id="20"><member type="way" ref="11" role="outer"/><tag k="type" v="multipolygon"/>
<tag k="natural" v="water"/></relation></osm>`;

const PBF = writePbf({
  nodes: [1, 2, 3].map((id) => ({ id, lon: 112.98 + id / 1000, lat: 28.2 + (id % 2) / 1000 })),
  ways: [
    { id: 10, refs: [1, 2, 3], tags: { highway: "steps" } },
    { id: 11, refs: [1, 2, 3, 1], tags: { building: "yes" } },
  ],
  relations: [{ id: 20, members: [["way", 11]], tags: { type: "multipolygon", natural: "water" } }],
});

const kml = only(await write("kml", [POLYGONS]));

const xlsx = only(await write("xlsx", [POINTS]));
const geodatabase = await writeGeodatabase();

interface Sample {
  /** What is spoilt. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What goes with it. */
  readonly rest?: Files;
  /** The archive that it goes into when it has been spoilt. */
  readonly pack?: (bytes: Uint8Array) => Files[number];
}

/** An archive with other bytes for one of its members. */
const repack =
  (name: string, members: Files, spoilt: string): NonNullable<Sample["pack"]> =>
  (bytes) => ({
    name,
    bytes: zipBytes(
      members.map((member) => ({
        name: bytesOf(member.name),
        bytes: member.name === spoilt ? bytes : member.bytes,
      })),
    ),
  });

const sheets: Files = Object.entries(unzipSync(xlsx)).map(([name, bytes]) => ({ name, bytes }));
const packed = (name: string, members: Files): Sample[] =>
  members.map((member) => ({ ...member, pack: repack(name, members, member.name) }));

/** Sound files of each kind. */
const SAMPLES: readonly Sample[] = [
  { name: "residences.gpkg", bytes: only(await write("geopackage", [POINTS, LINES, POLYGONS])) },
  { name: "residences.kml", bytes: kml },
  { name: "residences.kmz", bytes: zipBytes([{ name: bytesOf("doc.kml"), bytes: kml }]) },
  { name: "residences.fgb", bytes: only(await write("flatgeobuf", [POLYGONS])) },
  { name: "residences.xlsx", bytes: xlsx },
  ...packed("residences.xlsx", sheets).filter(({ name }) =>
    /sheet1|workbook\.xml|sharedStr|styles/.test(name),
  ),
  { name: "residences.dxf", bytes: bytesOf(DXF) },
  { name: "residences.osm", bytes: bytesOf(OSM) },
  { name: "residences.osm.pbf", bytes: PBF },
  { name: "residences.wkt.csv", bytes: bytesOf(WKT_CSV) },
  { name: "residences.geojson", bytes: text("residences.geojson") },
  { name: "residences.csv", bytes: csv },
  { name: "residences.shp", bytes: shape.shp, rest: [{ name: "residences.dbf", bytes: dbf }] },
  {
    name: "residences.shx",
    bytes: shape.shx,
    rest: [
      { name: "residences.shp", bytes: shape.shp },
      { name: "residences.dbf", bytes: dbf },
    ],
  },
  { name: "residences.dbf", bytes: dbf, rest: [{ name: "residences.shp", bytes: shape.shp }] },
  { name: "residences.prj", bytes: prj, rest: [{ name: "residences.shp", bytes: shape.shp }] },
  {
    name: "residences.zip",
    bytes: zipBytes([
      { name: encodeAs("gb18030", "居民楼.shp"), bytes: shape.shp },
      { name: encodeAs("gb18030", "居民楼.dbf"), bytes: dbf },
      { name: "inner.zip", bytes: zipBytes([{ name: "a.csv", bytes: csv }]) },
    ]),
  },
  { name: "residences.csv.gz", bytes: new Uint8Array(gzipSync(csv)) },
  ...packed("town.gdb.zip", geodatabase).filter(({ name }) => /00000(?:1|4|9|a)\.gdbtablx?$/.test(name)),
];

const filesOf = ({ name, bytes, rest = [], pack }: Sample): Files => [
  pack?.(bytes) ?? { name, bytes },
  ...rest,
];

const LIBRARIES = { ...HOST.libraries, gdal: createGdalReader(loadGdal) };
/** Seconds for one case and megabytes for all, far beyond what any takes. */
const watchdog = startWatchdog(60, 3000);
afterAll(watchdog.stop);

const EXTREMES = [0, 0xff, 0x7f, 0x80, 1] as const;

function spoil(bytes: Uint8Array, random: Random): Uint8Array {
  let spoilt = bytes.slice();
  for (let times = randomInteger(random, 1, 4); times > 0; times--) {
    const at = randomInteger(random, 0, Math.max(0, spoilt.length - 1));
    const length = randomInteger(random, 1, 16);
    switch (randomInteger(random, 0, 5)) {
      case 0:
        spoilt[at] = randomInteger(random, 0, 255);
        break;
      case 1:
        spoilt.fill(EXTREMES[randomInteger(random, 0, EXTREMES.length - 1)]!, at, at + length);
        break;
      case 2:
        spoilt = spoilt.slice(0, at);
        break;
      case 3:
        spoilt = Uint8Array.of(...spoilt.subarray(0, at), ...spoilt.subarray(at + length));
        break;
      case 4:
        spoilt = Uint8Array.of(...spoilt.subarray(0, at + length), ...spoilt.subarray(at));
        break;
      default:
        for (let i = at; i < Math.min(spoilt.length, at + length); i++)
          spoilt[i] = randomInteger(random, 0, 255);
    }
  }
  return spoilt;
}

/** Turns of the event loop after which a case would be one that hangs: sound samples take fewer than 50. */
const MOST_TURNS = 5000;

async function survive(files: Files): Promise<void> {
  let turns = 0;
  const control = {
    ...uncontrolled,
    pause: async () => {
      if (++turns > MOST_TURNS) throw new Error(`no end after ${turns} turns`);
    },
  };
  const all = [
    ...files,
    { name: "centers.geojson", bytes: text("centers.geojson") },
    { name: "network.geojson", bytes: text("network.geojson") },
  ];
  const { issues, baseline } = await importFiles({ name: "fuzz", files: all }, decode, control, LIBRARIES);
  const layers = await inspectFiles({ files }, decode, control, LIBRARIES);
  expect(layers.length).toBeGreaterThan(0);
  expect(baseline?.residences.count ?? 0).toBeLessThan(100_000);
  for (const issue of [...issues, ...layers.flatMap((layer) => layer.issues)]) {
    for (const language of ["zh-CN", "en"] as const) {
      expect(issueSentence(issue, language), JSON.stringify(issue)).not.toMatch(/undefined|\{\w+(?::\w+)?\}/);
    }
  }
}

describe("import of spoilt files", () => {
  it("reads the samples as long as they are whole", async () => {
    for (const sample of SAMPLES) {
      const files = filesOf(sample);
      const layers = await inspectFiles({ files }, decode, uncontrolled, LIBRARIES);
      const rows = layers.reduce((sum, { features }) => sum + features, 0);
      expect(rows, files[0]!.name).toBeGreaterThan(1);
    }
  });

  it(`ends with sentences, ${ROUNDS} times`, { timeout: 60_000 + 200 * ROUNDS }, async () => {
    const random = seededRandom(SEED);
    for (let round = 0; round < ROUNDS; round++) {
      const sample = SAMPLES[round % SAMPLES.length]!;
      watchdog.begin(`round ${round}, ${sample.name}`);
      const bytes = spoil(sample.bytes, random);
      await survive(filesOf({ ...sample, bytes })).catch((error: unknown) => {
        const head = Buffer.from(bytes).toString("base64").slice(0, 4000);
        throw new Error(`round ${round}, ${sample.name}: ${String(error)}\n${head}`);
      });
    }
  });

  it("refuses a ZIP and a gzip bomb, and a table of a million columns", async () => {
    const zeros = new Uint8Array(100 * 2 ** 20);
    const bombs = [
      { name: "a.zip", bytes: zipBytes([{ name: "a.csv", bytes: zeros }]) },
      { name: "a.csv.gz", bytes: new Uint8Array(gzipSync(zeros)) },
    ];
    const wide = `${"x,".repeat(1_000_000)}x\n`;
    const tables = [
      { name: "wide.csv", bytes: bytesOf(wide + wide) },
      { name: "wide.tsv", bytes: bytesOf((wide + wide).replaceAll(",", "\t")) },
    ];
    const codes = async (file: Files[number]): Promise<string[]> => {
      const layers = await inspectFiles({ files: [file] }, decode, uncontrolled, LIBRARIES);
      return layers.flatMap(({ issues }) => issues.map(({ code }) => code));
    };
    for (const file of bombs) expect(await codes(file), file.name).toContain("file.bomb");
    for (const file of tables) expect(await codes(file), file.name).toContain("file.tooManyColumns");
  });

  it("takes noise and other formats under any name", { timeout: 120_000 }, async () => {
    const random = seededRandom(7);
    const noise = Uint8Array.from({ length: 3000 }, () => randomInteger(random, 0, 255));
    const extensions = [...new Set(FORMATS.flatMap((format) => format.extensions)), "zip", "gz", "shx", ""];
    for (const extension of extensions) {
      for (const bytes of [noise, csv, shape.shp, zipBytes([{ name: "a", bytes: csv }]), bytesOf("<html>")]) {
        await survive([{ name: `residences.${extension}`, bytes }]);
      }
    }
  });
});
