// The files of `--out`: three tables that open in office software and the service areas as GeoJSON.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ServiceAreas } from "../core/access/index.ts";
import { reachLimit, walkMeters, walkMinutes } from "../core/base/index.ts";
import { type CsvCell, polygonFeature, writeCsv } from "../core/formats/index.ts";
import type { RunResult } from "./report-json.ts";

/** Writes all files into a folder that is there; returns their names. */
export function writeOutputs(folder: string, result: RunResult, areas: ServiceAreas): string[] {
  const files: Readonly<Record<string, string>> = {
    "residences.csv": residencesCsv(result),
    "communities.csv": communitiesCsv(result),
    "findings.csv": findingsCsv(result),
    "service-areas.geojson": areasGeojson(result, areas),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return Object.keys(files);
}

function residencesCsv({ baseline, summary, analysis }: RunResult): string {
  const { residences, communities } = baseline;
  const { access, walk } = analysis;
  const limit = reachLimit(walk.minutes, walk.speed);
  const header = [
    "id",
    "households",
    "minutes",
    "meters",
    "centerId",
    "linked",
    "name",
    "communityId",
    "covered",
  ];
  const rows = residences.id.map((id, i): CsvCell[] => {
    const distance = access.distance[i]!;
    const nearest = access.nearest[i]!;
    return [
      id,
      residences.households[i]!,
      rounded(walkMinutes(distance, walk.speed), 3),
      walkMeters(distance),
      nearest === -1 ? "" : analysis.centers[nearest]!.id,
      summary.linked[i] === 1,
      residences.name[i]!,
      communities.records[summary.residenceCommunity[i]!]?.id ?? "",
      nearest !== -1 && distance <= limit,
    ];
  });
  return writeCsv(header, rows);
}

function communitiesCsv({ analysis }: RunResult): string {
  const header = [
    "id",
    "name",
    "households",
    "covered",
    "coverage",
    "floorArea",
    "requiredArea",
    "flags",
    "unlinked",
    "worstMinutes",
    "p50Minutes",
    "p90Minutes",
    "residences",
  ];
  const rows = analysis.communities.map((c): CsvCell[] => [
    c.id,
    c.name,
    c.households,
    c.covered,
    c.coverage === null ? null : rounded(c.coverage, 6),
    c.floorArea,
    c.requiredArea,
    c.flags.join(" "),
    c.unlinked,
    c.worstMinutes === null ? null : rounded(c.worstMinutes, 3),
    c.p50Minutes === null ? null : rounded(c.p50Minutes, 3),
    c.p90Minutes === null ? null : rounded(c.p90Minutes, 3),
    c.residences,
  ]);
  return writeCsv(header, rows);
}

function findingsCsv({ analysis }: RunResult): string {
  const header = [
    "placeKind",
    "placeId",
    "placeName",
    "ruleId",
    "force",
    "metric",
    "verdict",
    "actual",
    "required",
    "shortfall",
    "unit",
    "flag",
    "inputs",
  ];
  const rows = analysis.findings.map((f): CsvCell[] => [
    f.place.kind,
    f.place.id,
    f.place.name,
    f.ruleId,
    f.force,
    f.metric,
    f.verdict,
    f.actual,
    f.required,
    f.shortfall,
    f.unit,
    f.flag,
    f.inputs.map(({ name, value, unit }) => `${name}=${value ?? "?"} ${unit}`.trim()).join("; "),
  ]);
  return writeCsv(header, rows);
}

function areasGeojson({ analysis }: RunResult, { center, minutes, polygons }: ServiceAreas): string {
  const features = Array.from(center, (index, i) => {
    const { id, name } = analysis.centers[index]!;
    const properties = { centerId: id, centerName: name, minutes: minutes[i]!, speed: analysis.walk.speed };
    return JSON.stringify(polygonFeature(polygons, i, properties));
  });
  return `{"type":"FeatureCollection","features":[\n${features.join(",\n")}\n]}\n`;
}

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));
