// Builds the input of an assessment from named records: a community is a string of residences, a walk is
// in metres. What is not said is unknown or none, as in a file.

import type { AssessInput } from "../../src/core/assess/index.ts";
import { toDecimetres, UNREACHED } from "../../src/core/base/index.ts";
import { NO_POLYGONS } from "../../src/core/geo/index.ts";
import type { AreaRecord, Areas, Residences, ServiceCenter } from "../../src/core/model/index.ts";
import type { Rule, RulePack } from "../../src/core/standards/index.ts";

export interface ResidenceSpec {
  /** null = unknown. */
  readonly households: number | null;
  readonly community?: string;
  readonly grid?: string;
  readonly compound?: string;
  /** Metres to each centre by id; a centre that is not named cannot be reached. */
  readonly metres?: Readonly<Record<string, number>>;
  readonly linked?: boolean;
}

export interface CenterSpec extends Partial<Omit<ServiceCenter, "communityId">> {
  readonly id: string;
  readonly community?: string;
  readonly linked?: boolean;
}

export interface PlanSpec {
  readonly residences: readonly ResidenceSpec[];
  readonly centers?: readonly CenterSpec[];
  /** Records beyond those that residences and centres name. */
  readonly communities?: readonly (Partial<AreaRecord> & { readonly id: string })[];
  readonly grids?: readonly (Partial<AreaRecord> & { readonly id: string })[];
  readonly minutes?: number;
  readonly speed?: number;
}

export function buildPlan(spec: PlanSpec, pack: RulePack): AssessInput {
  const { residences: specs, centers: centerSpecs = [] } = spec;
  const walk = { minutes: spec.minutes ?? 15, speed: spec.speed ?? 1 };
  const communities = areas("community", spec.communities ?? [], [
    ...specs.map(({ community }) => community),
    ...centerSpecs.map(({ community }) => community),
  ]);
  const grids = areas(
    "grid",
    spec.grids ?? [],
    specs.map(({ grid }) => grid),
  );
  const centers = centerSpecs.map(toCenter);
  const walks = specs.map(({ metres = {}, linked = true }) =>
    centers.map(({ id }) => (linked && metres[id] !== undefined ? toDecimetres(metres[id]) : UNREACHED)),
  );
  const centerCommunity = Int32Array.from(centerSpecs, ({ community }) => indexOf(communities, community));
  const residenceCommunity = Int32Array.from(specs, ({ community }) => indexOf(communities, community));
  const limit = walk.minutes * 60 * walk.speed * 10;
  return {
    pack,
    walk,
    residences: toResidences(specs),
    centers,
    communities,
    subdistricts: areas("subdistrict", [], []),
    grids,
    residenceCommunity,
    residenceGrid: Int32Array.from(specs, ({ grid }) => indexOf(grids, grid)),
    centerCommunity,
    linked: Uint8Array.from(specs, ({ linked = true }) => (linked ? 1 : 0)),
    centerLinked: Uint8Array.from(centerSpecs, ({ linked = true }) => (linked ? 1 : 0)),
    access: {
      nearest: Int32Array.from(walks, (row) => nearestOf(row)),
      distance: Uint32Array.from(walks, (row) => Math.min(UNREACHED, ...row)),
      ownDistance: Uint32Array.from(walks, (row, r) =>
        Math.min(UNREACHED, ...row.filter((_, c) => centerCommunity[c] === residenceCommunity[r])),
      ),
    },
    reachHouseholds: Float64Array.from(centers, (_, c) =>
      specs.reduce((sum, { households }, r) => sum + (walks[r]![c]! <= limit ? (households ?? 0) : 0), 0),
    ),
    files: {
      residences: "homes.geojson",
      centers: "centres.csv",
      communities: "areas.geojson",
      grids: "grids.geojson",
    },
  };
}

/** A pack of one or more rules with the fields a test does not care about filled in. */
export function packOf(
  ...rules: readonly (Pick<Rule, "id" | "metric" | "comparison" | "value" | "unit"> & Partial<Rule>)[]
): RulePack {
  const words = { zh: "规则", en: "Rule" };
  return {
    id: "test",
    name: words,
    place: words,
    edition: "2026",
    validFrom: "2026-01-01",
    validTo: null,
    walk: { minutes: 15, speed: null },
    rules: rules.map((rule) => ({
      title: words,
      text: words,
      source: {
        document: { zh: "《办法》", en: "Measures" },
        article: { zh: "第二条", en: "Article 2" },
        date: null,
      },
      force: "general",
      ...rule,
    })),
  };
}

export const ACCESS = packOf({
  id: "A",
  metric: "community.accessCoverage",
  comparison: "atLeast",
  value: 1,
  unit: "ratio",
});
export const AREA = packOf({
  id: "F",
  metric: "community.areaPer100Households",
  comparison: "atLeast",
  value: 30,
  unit: "m2/100hh",
});

function toCenter(
  { community: _community, linked: _linked, ...given }: CenterSpec,
  index: number,
): ServiceCenter {
  return {
    name: given.id,
    level: "community",
    kind: null,
    lon: 0,
    lat: 0,
    floorArea: null,
    communityId: null,
    row: index + 1,
    ...given,
  };
}

function toResidences(specs: readonly ResidenceSpec[]): Residences {
  return {
    count: specs.length,
    id: specs.map((_, i) => `r${i}`),
    name: specs.map((_, i) => `R${i}`),
    compound: specs.map(({ compound }) => compound ?? ""),
    communityId: specs.map(({ community }) => community ?? ""),
    gridId: specs.map(({ grid }) => grid ?? ""),
    xy: new Float64Array(specs.length * 2),
    households: Float64Array.from(specs, ({ households }) => households ?? Number.NaN),
    footprints: NO_POLYGONS,
    row: Uint32Array.from(specs, (_, i) => i + 1),
  };
}

function areas(
  kind: Areas["kind"],
  given: readonly (Partial<AreaRecord> & { readonly id: string })[],
  named: readonly (string | undefined)[],
): Areas {
  const ids = new Set([...given.map(({ id }) => id), ...named.filter((id) => id !== undefined)]);
  const records = [...ids].map((id, index) => ({
    id,
    name: id.toUpperCase(),
    parentId: null,
    statedHouseholds: null,
    numbers: {},
    row: index + 1,
    ...given.find((record) => record.id === id),
  }));
  return { kind, polygons: NO_POLYGONS, records };
}

const indexOf = ({ records }: Areas, id: string | undefined): number =>
  records.findIndex((record) => record.id === id);

function nearestOf(row: readonly number[]): number {
  const best = Math.min(UNREACHED, ...row);
  return best === UNREACHED ? -1 : row.indexOf(best);
}
