// A made-up town of square communities in rows, as files, imported, opened, analysed and laid out by the real engine:
// what the tests of pages look at. Without roads, so that walks are estimates and the town is quick to open.

import type { Analysis, Engine } from "../../src/core/engine/index.ts";
import type { Baseline } from "../../src/core/model/index.ts";
import { DEFAULT_NETWORK_SETTINGS } from "../../src/core/network/index.ts";
import type { Page, ReportDocument, ReportRequest } from "../../src/core/report/index.ts";
import type { Language } from "../../src/messages/language.ts";
import { reportFindings, reportWords } from "../../src/messages/report-words.ts";
import { plainEngine, readPack } from "./demo-scene.ts";

export interface TownSpec {
  /** Names of the communities, one a square; none: a town without communities. */
  readonly names: readonly string[];
  readonly centerName?: (i: number) => string;
  /** Households of residence k of community i; null = blank. */
  readonly households?: (i: number, k: number) => number | null;
  /** One grid a community, of its own square; a town without grids when absent. */
  readonly grids?: boolean;
}

export interface Town {
  readonly engine: Engine;
  readonly baseline: Baseline;
  readonly scene: string;
  readonly analysis: Analysis;
  readonly report: (request?: Partial<ReportRequest>, language?: Language) => Promise<ReportDocument>;
  readonly pages: (request?: Partial<ReportRequest>, language?: Language) => Promise<readonly Page[]>;
}

/** Side of a community and distance of its residences, in degrees (about 800 m and 250 m). */
const SIDE = 0.008;
const STEP = 0.0025;
const ORIGIN = [112.9, 28.2] as const;
const RESIDENCES = 6;

export async function openTown(spec: TownSpec): Promise<Town> {
  const engine = plainEngine();
  const { baseline } = await engine.run("files.import", {
    name: "town",
    files: filesOf(spec),
    layers: (["residences", "centers", "communities", "grids"] as const)
      .filter((role) => role !== "communities" || spec.names.length > 0)
      .filter((role) => role !== "grids" || spec.grids === true)
      .map((role) => ({
        role,
        file: `${role}.geojson`,
        datum: "wgs84",
        fields: FIELDS[role],
        asOf: "2026-10-31",
      })),
  });
  if (baseline === null) throw new Error("the town cannot be read");
  const { scene } = await engine.run("scene.open", { baseline, settings: DEFAULT_NETWORK_SETTINGS });
  const pack = readPack("hunan-2022");
  const { centers } = baseline;
  const walk = { minutes: 15, speed: 1 };
  const analysis = await engine.run("scene.analyse", { scene, centers, walk, pack });
  const report: Town["report"] = async (request = {}, language = "zh-CN") => {
    const whole: ReportRequest = {
      content: "atlas",
      paper: "A4",
      landscape: true,
      scale: null,
      audience: "internal",
      reviewNumber: "",
      maker: "星河区社区治理中心",
      madeOn: "2026-11-22",
      option: "现状",
      revision: 7,
      stale: false,
      compared: [],
      meeting: null,
      words: reportWords(language),
      findingTexts: reportFindings(analysis.findings, pack, language),
      ...request,
    };
    return engine.run("report.pages", { scene, centers, analysis, pack, request: whole });
  };
  const pages: Town["pages"] = async (request, language) => (await report(request, language)).pages;
  return { engine, baseline, scene, analysis, report, pages };
}

const FIELDS = {
  residences: { id: "id", name: "name", households: "households", community: "community" },
  centers: { id: "id", name: "name", area: "area", community: "community" },
  communities: { id: "id", name: "name" },
  grids: { id: "id", name: "name", parent: "community" },
} as const;

function filesOf({
  names,
  centerName = (i) => `中心 ${i + 1}`,
  households = () => 60,
  grids: hasGrids = false,
}: TownSpec) {
  const count = Math.max(1, names.length);
  const columns = Math.ceil(Math.sqrt(count));
  const corner = (i: number): [number, number] => [
    ORIGIN[0] + (i % columns) * SIDE,
    ORIGIN[1] + Math.floor(i / columns) * SIDE,
  ];
  const rows = Array.from({ length: count }, (_, i) => i);
  const residences = rows.flatMap((i) =>
    Array.from({ length: RESIDENCES }, (_, k) => {
      const [x, y] = corner(i);
      const place = [x + STEP * (0.6 + (k % 3)), y + STEP * (0.6 + Math.floor(k / 3))];
      const text = households(i, k);
      return point(place, {
        id: `R${i}-${k}`,
        name: `${k + 1} 栋`,
        households: text ?? "",
        community: `C${i}`,
      });
    }),
  );
  const centers = rows
    .filter((i) => i % 3 !== 2)
    .map((i) => {
      const [x, y] = corner(i);
      return point([x + SIDE / 2, y + SIDE / 2], {
        id: `S${i}`,
        name: centerName(i),
        area: 90,
        community: `C${i}`,
      });
    });
  const square = (i: number, properties: object) => {
    const [x, y] = corner(i);
    const ring = [
      [x, y],
      [x + SIDE, y],
      [x + SIDE, y + SIDE],
      [x, y + SIDE],
      [x, y],
    ];
    return { type: "Feature", properties, geometry: { type: "Polygon", coordinates: [ring] } };
  };
  const communities = names.map((name, i) => square(i, { id: `C${i}`, name }));
  const grids = names.map((name, i) => square(i, { id: `G${i}`, name: `${name}网格`, community: `C${i}` }));
  const file = (name: string, features: readonly unknown[]) => ({
    name: `${name}.geojson`,
    bytes: new TextEncoder().encode(JSON.stringify({ type: "FeatureCollection", features })),
  });
  return [
    file("residences", residences),
    file("centers", centers),
    ...(names.length > 0 ? [file("communities", communities)] : []),
    ...(hasGrids ? [file("grids", grids)] : []),
  ];
}

const point = (coordinates: readonly number[], properties: Readonly<Record<string, unknown>>) => ({
  type: "Feature",
  properties,
  geometry: { type: "Point", coordinates },
});

/** All text of a page in the order of painting. */
export function textOfPage(page: Page): string {
  const lines: string[] = [];
  const add = (runs: readonly { readonly text: string }[]): void => {
    lines.push(runs.map(({ text }) => text).join(""));
  };
  for (const item of page.items) {
    if (item.kind === "text") for (const line of item.lines) add(line.runs);
    if (item.kind === "table") {
      for (const cells of [item.head, ...item.rows.map((row) => row.cells)]) {
        for (const cell of cells) for (const line of cell.lines) add(line.runs);
      }
    }
    if (item.kind === "drawing" || item.kind === "chart")
      for (const shape of labelsOf(item.shapes)) lines.push(shape.text);
  }
  return lines.join("\n");
}

type Shapes = Extract<Page["items"][number], { kind: "drawing" }>["shapes"];
type Label = Extract<Shapes[number], { kind: "label" }>;

export const labelsOf = (shapes: Shapes): Label[] =>
  shapes.flatMap((shape) =>
    shape.kind === "label" ? [shape] : shape.kind === "clip" ? labelsOf(shape.shapes) : [],
  );
