// `site` on our own network: residences with their households, candidates from a file or at every residence, existing
// centres as sites that stay. Metres are walked on the same network as everywhere else.

import { DEFAULT_WALK } from "../core/access/index.ts";
import type { Issue, Progress } from "../core/base/index.ts";
import type { Engine } from "../core/engine/index.ts";
import type { Baseline, CandidateSite, LayerRole, Residences, ServiceCenter } from "../core/model/index.ts";
import { DEFAULT_NETWORK_SETTINGS } from "../core/network/index.ts";
import type { SiteAction } from "../core/siting/index.ts";
import type { CliHost } from "./cli-host.ts";
import { gatherFiles } from "./gather-files.ts";
import { readFiles } from "./read-files.ts";
import type { SiteArguments } from "./site-arguments.ts";
import { type SiteInput, UnusableTable, WrongSite } from "./site-input.ts";
import { actionsOf } from "./site-matrix.ts";
import { UnusableInput } from "./unusable-input.ts";

export async function readSitePlaces(
  engine: Engine,
  options: SiteArguments,
  host: CliHost,
  onProgress: (progress: Progress) => void,
): Promise<SiteInput> {
  const { baseline, issues } = await readBaseline(engine, options, host, onProgress);
  const candidates = await candidatesOf(engine, options, baseline, host, onProgress);
  const existing = baseline.centers;
  const sites = [...existing, ...candidates].map(({ id }) => id);
  const twice = candidates.find(({ id }, j) => sites.indexOf(id) < existing.length + j);
  if (twice !== undefined) {
    const fault = { code: "id.twice", row: twice.row, column: "id", value: twice.id } as const;
    throw new UnusableTable(options.candidates ?? options.input ?? "", [fault]);
  }
  const places = [...existing, ...candidates.map(asCenter)];
  const settings = DEFAULT_NETWORK_SETTINGS;
  const { scene } = await engine.run("scene.open", { baseline, settings }, { onProgress });
  const minutes = options.minutes ?? (options.model === "capacity" ? DEFAULT_WALK.minutes : null);
  const radius = options.radius ?? (minutes === null ? null : minutes * 60 * options.speed);
  const isBounded = options.model !== "pmedian" && options.model !== "pcenter";
  const input = { scene, candidates: places, limit: isBounded ? radius : null };
  const table = await engine.run("siting.table", input, { onProgress });
  const { id, households } = baseline.residences;
  const actions = actionsOf(options, host.folder, sites);
  return {
    demand: id,
    sites,
    table,
    weight: households.map((count) => (count > 0 ? count : 0)),
    existing: Uint8Array.from(sites, (_, j) => (j < existing.length ? 1 : 0)),
    area: Float64Array.from(places, ({ floorArea }) => floorArea ?? Number.NaN),
    price: Float64Array.from(sites, (_, j) =>
      j < existing.length ? 0 : (candidates[j - existing.length]!.cost ?? Number.NaN),
    ),
    actions: [...actions, ...sharedRooms(candidates, existing.length, actions)],
    radius,
    issues: issues.filter(({ code, severity }) => severity !== "info" && code !== "layer.required"),
  };
}

/** A candidate that is a shared room (共享用房) is shared, not built. */
function sharedRooms(
  candidates: readonly CandidateSite[],
  first: number,
  actions: readonly SiteAction[],
): SiteAction[] {
  return candidates.flatMap(({ kind, floorArea, cost }, j) => {
    const site = first + j;
    const isShared = /共享|share/i.test(kind ?? "") && !actions.some((action) => action.site === site);
    return isShared ? [{ site, kind: "share", area: floorArea ?? Number.NaN, cost: cost ?? Number.NaN }] : [];
  });
}

/** Those of the file named, of every residence, or of the folder. */
async function candidatesOf(
  engine: Engine,
  { candidates: file, datum }: SiteArguments,
  baseline: Baseline,
  host: CliHost,
  onProgress: (progress: Progress) => void,
): Promise<readonly CandidateSite[]> {
  if (file === "all") return candidatesAt(baseline.residences);
  if (file !== null) return readCandidates(engine, file, datum, host, onProgress);
  if (baseline.candidates.length === 0) throw new WrongSite({ fault: "noCandidates", values: {} });
  return baseline.candidates;
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
): Promise<readonly CandidateSite[]> {
  const { files, faults } = readFiles([file], host.folder);
  if (faults.length > 0) throw new UnusableInput(faults);
  const layers = [{ role: "candidates" as const, file, datum: datum ?? "", fields: {}, asOf: null }];
  const { baseline, issues } = await engine.run("files.import", { name: "", files, layers }, { onProgress });
  if (baseline === null || baseline.candidates.length === 0) {
    throw new UnusableInput(
      issues.filter(({ severity, file: at }) => severity === "error" && at !== undefined),
    );
  }
  return baseline.candidates;
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
const candidatesAt = ({ count, id, name, xy, row }: Residences): CandidateSite[] =>
  Array.from({ length: count }, (_, i) => ({
    id: id[i]!,
    name: name[i]!,
    lon: xy[2 * i]!,
    lat: xy[2 * i + 1]!,
    kind: null,
    floorArea: null,
    cost: null,
    floor: null,
    openHours: null,
    communityId: null,
    row: row[i]!,
  }));

const asCenter = ({
  id,
  name,
  kind,
  lon,
  lat,
  floorArea,
  communityId,
  row,
}: CandidateSite): ServiceCenter => ({
  id,
  name,
  level: "community",
  kind,
  lon,
  lat,
  floorArea,
  communityId,
  row,
});
