// `site` on our own network: residences with their households, candidates from a file or at every residence, existing
// centres as sites that stay. Metres are walked on the same network as everywhere else.

import type { Issue, Progress } from "../core/base/index.ts";
import type { Engine } from "../core/engine/index.ts";
import type { Baseline, LayerRole, Residences, ServiceCenter } from "../core/model/index.ts";
import { DEFAULT_NETWORK_SETTINGS } from "../core/network/index.ts";
import type { CliHost } from "./cli-host.ts";
import { gatherFiles } from "./gather-files.ts";
import { readFiles } from "./read-files.ts";
import { readRecords } from "./read-records.ts";
import type { SiteArguments } from "./site-arguments.ts";
import { priceIn, type SiteInput } from "./site-input.ts";
import { UnusableInput } from "./unusable-input.ts";

export async function readSitePlaces(
  engine: Engine,
  options: SiteArguments,
  host: CliHost,
  onProgress: (progress: Progress) => void,
): Promise<SiteInput> {
  const { baseline, issues } = await readBaseline(engine, options, host, onProgress);
  const wanted = options.candidates!;
  const candidates =
    wanted === "all"
      ? centersAt(baseline.residences)
      : await readCandidates(engine, wanted, options.datum, host, onProgress);
  const existing = baseline.centers;
  const places = [...existing, ...candidates];
  const settings = DEFAULT_NETWORK_SETTINGS;
  const { scene } = await engine.run("scene.open", { baseline, settings }, { onProgress });
  const radius = options.radius ?? (options.minutes === null ? null : options.minutes * 60 * options.speed);
  const isCovering = options.model === "lscp" || options.model === "mclp";
  const input = { scene, candidates: places, limit: isCovering ? radius : null };
  const table = await engine.run("siting.table", input, { onProgress });
  const { id, households } = baseline.residences;
  return {
    demand: id,
    sites: places.map((place) => place.id),
    table,
    weight: households.map((count) => (count > 0 ? count : 0)),
    fixed: Uint8Array.from(places, (_, j) => (j < existing.length ? 1 : 0)),
    price: pricesOf(places, existing.length, wanted, host.folder),
    radius,
    issues: issues.filter(({ code, severity }) => severity !== "info" && code !== "layer.required"),
  };
}

async function readBaseline(
  engine: Engine,
  options: SiteArguments,
  host: CliHost,
  onProgress: (progress: Progress) => void,
): Promise<{ baseline: Baseline; issues: readonly Issue[] }> {
  const roles = ["residences", "centers", "network"] as const satisfies readonly LayerRole[];
  const layers = roles.flatMap((role) => (options[role] === null ? [] : [{ role, file: options[role] }]));
  const gathered = gatherFiles({ ...NO_OPTIONS, input: options.input, layers }, host.folder);
  if (gathered.fatal.length > 0) throw new UnusableInput(gathered.fatal);
  const { name, files } = gathered;
  const datum = options.datum === null ? {} : { datum: options.datum };
  const task = { name, files, layers: gathered.layers, ...datum };
  const { baseline, issues } = await engine.run("files.import", task, { onProgress });
  const usesNone = baseline === null || baseline.residences.count === 0;
  const lacksNetwork = options.network !== null && baseline?.network.lines.count === 0;
  if (usesNone || lacksNetwork)
    throw new UnusableInput(issues.filter(({ severity }) => severity === "error"));
  return { baseline, issues };
}

async function readCandidates(
  engine: Engine,
  file: string,
  datum: string | null,
  host: CliHost,
  onProgress: (progress: Progress) => void,
): Promise<readonly ServiceCenter[]> {
  const { files, faults } = readFiles([file], host.folder);
  if (faults.length > 0) throw new UnusableInput(faults);
  const layers = [{ role: "centers" as const, file, datum: datum ?? "", fields: {}, asOf: null }];
  const { baseline, issues } = await engine.run("files.import", { name: "", files, layers }, { onProgress });
  if (baseline === null || baseline.centers.length === 0) {
    throw new UnusableInput(
      issues.filter(({ severity, file: at }) => severity === "error" && at !== undefined),
    );
  }
  return baseline.centers;
}

const NO_OPTIONS = {
  fields: {},
  datum: null,
  encoding: null,
  keepColumns: [],
  pack: null,
  minutes: null,
  speed: null,
  out: null,
  json: false,
} as const;

/** A candidate where every residence stands, under its id. */
const centersAt = ({ count, id, name, xy, row }: Residences): ServiceCenter[] =>
  Array.from({ length: count }, (_, i) => ({
    id: id[i]!,
    name: name[i]!,
    level: "community" as const,
    kind: null,
    lon: xy[2 * i]!,
    lat: xy[2 * i + 1]!,
    floorArea: null,
    communityId: null,
    row: row[i]!,
  }));

/** Costs by row of the candidates' file; existing centres cost nothing, others are unknown. */
function pricesOf(
  places: readonly ServiceCenter[],
  existing: number,
  file: string,
  folder: string,
): Float64Array {
  const records = file === "all" ? [] : readRecords(file, folder);
  return Float64Array.from(places, ({ row }, j) => {
    if (j < existing) return 0;
    const record = records[row - 1];
    return record === undefined ? Number.NaN : priceIn(record);
  });
}
