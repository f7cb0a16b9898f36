// Whatever bytes come, an import ends with issues that can be said, never with an error. Seeded; 300 mutations as a
// rule, as many as the environment variable FUZZ says when it is set (FUZZ=10000).

import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Random } from "../../../src/core/base/index.ts";
import { randomInteger, seededRandom } from "../../../src/core/base/index.ts";
import { FORMATS, importFiles, inspectFiles } from "../../../src/core/formats/index.ts";
import { issueSentence } from "../../../src/messages/issues.ts";
import { encodeAs } from "./encodings.ts";
import { bytesOf, decode, TOWN } from "./fixtures.ts";
import { dbfBytes, shpBytes } from "./shapefile/write-shapefile.ts";
import { zipBytes } from "./unpack/write-zip.ts";

const ROUNDS = Number(process.env["FUZZ"] ?? 300);

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

/** One sound file set of each kind; the first file is the one that is spoilt. */
const SAMPLES: readonly Files[] = [
  [{ name: "residences.geojson", bytes: text("residences.geojson") }],
  [{ name: "residences.csv", bytes: csv }],
  [
    { name: "residences.shp", bytes: shape.shp },
    { name: "residences.dbf", bytes: dbf },
  ],
  [
    { name: "residences.shx", bytes: shape.shx },
    { name: "residences.shp", bytes: shape.shp },
    { name: "residences.dbf", bytes: dbf },
  ],
  [
    { name: "residences.dbf", bytes: dbf },
    { name: "residences.shp", bytes: shape.shp },
  ],
  [
    { name: "residences.prj", bytes: prj },
    { name: "residences.shp", bytes: shape.shp },
  ],
  [
    {
      name: "residences.zip",
      bytes: zipBytes([
        { name: encodeAs("gb18030", "居民楼.shp"), bytes: shape.shp },
        { name: encodeAs("gb18030", "居民楼.dbf"), bytes: dbf },
        { name: "inner.zip", bytes: zipBytes([{ name: "a.csv", bytes: csv }]) },
      ]),
    },
  ],
  [{ name: "residences.csv.gz", bytes: new Uint8Array(gzipSync(csv)) }],
];

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

async function survive(files: Files): Promise<void> {
  const all = [
    ...files,
    { name: "centers.geojson", bytes: text("centers.geojson") },
    { name: "network.geojson", bytes: text("network.geojson") },
  ];
  const { issues, baseline } = await importFiles({ name: "fuzz", files: all }, decode);
  const layers = await inspectFiles({ files }, decode);
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
    for (const files of SAMPLES) {
      const layers = await inspectFiles({ files }, decode);
      expect(Math.max(...layers.map(({ features }) => features)), files[0]!.name).toBeGreaterThan(1);
    }
  });

  it(`ends with sentences, ${ROUNDS} times`, { timeout: 60_000 + 200 * ROUNDS }, async () => {
    const random = seededRandom(20_261_122);
    for (let round = 0; round < ROUNDS; round++) {
      const [first, ...rest] = SAMPLES[round % SAMPLES.length]!;
      const files = [{ name: first!.name, bytes: spoil(first!.bytes, random) }, ...rest];
      await survive(files).catch((error: unknown) => {
        const head = Buffer.from(files[0]!.bytes).toString("base64").slice(0, 4000);
        throw new Error(`round ${round}, ${first!.name}: ${String(error)}\n${head}`);
      });
    }
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
