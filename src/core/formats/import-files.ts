// Files to a baseline: read each with its format, decide its role, datum and fields, place its rows in WGS-84,
// build the layers. Layers are placed in an order of trust, so that a layer whose latitude and longitude may be
// the wrong way round is held against those that cannot. Bad input never throws: it is listed.

import type { IssueCode, TaskControl } from "../base/index.ts";
import { Failure, uncontrolled } from "../base/index.ts";
import type { Baseline, LayerRole } from "../model/index.ts";
import { LAYER_ROLES } from "../model/index.ts";
import { buildAreas } from "./build-areas.ts";
import { buildCenters } from "./build-centers.ts";
import { buildGates } from "./build-gates.ts";
import { buildResidences } from "./build-residences.ts";
import { buildBarriers, buildNetworkLines } from "./build-routes.ts";
import { guessLayers, namedLayers } from "./choose-layers.ts";
import { decideFields } from "./decide-fields.ts";
import { decodeText } from "./decode-text.ts";
import type { Decode, FeatureTable } from "./feature-table.ts";
import { layerName } from "./feature-table.ts";
import type { FormatLibraries, ReadContext } from "./format.ts";
import { formatOf } from "./format-table.ts";
import type { ImportLog } from "./import-log.ts";
import { createLog } from "./import-log.ts";
import type { ImportResult, InputFile, LayerSpec } from "./import-types.ts";
import type { Anchor, PlacedLayer } from "./place-layer.ts";
import { middleOf, placeLayer } from "./place-layer.ts";
import { polygonColumns } from "./polygon-builder.ts";
import type { Project } from "./project.ts";
import { looksLikeProject, readProject } from "./project.ts";

export interface ImportInput {
  readonly name: string;
  readonly files: readonly InputFile[];
  /** Roles, datums and fields that the caller decides. */
  readonly layers?: readonly LayerSpec[];
  /** Columns to take for these fields in every layer that has them. */
  readonly prefer?: LayerSpec["fields"];
  /** Datum of layers whose spec names none; without it the file's own, else WGS-84. */
  readonly datum?: string;
  /** Encoding (WHATWG label) of text that carries no mark of its own; found by reading when absent. */
  readonly encoding?: string;
}

export async function importFiles(
  input: ImportInput,
  decode: Decode,
  control: TaskControl = uncontrolled,
  libraries: FormatLibraries = {},
): Promise<ImportResult> {
  const log = createLog();
  const { encoding } = input;
  const context = { decode, libraries, control, ...(encoding === undefined ? {} : { encoding }) };
  const tables = new Map<string, FeatureTable | null>();
  const isProject = (file: InputFile): boolean => looksLikeProject(file.name, headOf(file));
  const projectFile = input.files.find(isProject);
  const project = projectFile === undefined ? null : openProject(projectFile, decode, log);
  const named = namedLayers(input.layers ?? [], project ?? []).map((spec) => ({
    ...spec,
    file: matchName(spec.file, input.files) ?? spec.file,
  }));

  const wanted =
    project === null ? input.files.filter((file) => !isProject(file)) : filesOf(named, input.files);
  for (const [i, file] of wanted.entries()) {
    if (control.cancelled()) throw new Failure("cancelled");
    control.report({ stage: "read", done: i / wanted.length });
    await control.pause();
    for (const [name, table] of await readTables(file, context, log)) tables.set(name, table);
  }
  for (const spec of named) {
    if (tables.has(spec.file)) continue;
    log.issues.push({
      code: "file.missing",
      severity: "error",
      file: spec.file,
      values: { role: spec.role },
    });
  }
  const namedFiles = new Set(named.map(({ file }) => file));
  const free = [...tables].flatMap(([name, table]) =>
    table === null || namedFiles.has(name) ? [] : [table],
  );
  const guessed = project === null ? guessLayers(free, named) : { layers: [], issues: [] };
  log.issues.push(...guessed.issues);

  const placed = placeAll([...named, ...guessed.layers], tables, input, log);
  const baseline = buildBaseline(input.name, placed, log);
  return {
    baseline: placed.some(({ rows }) => rows.length > 0) ? baseline : null,
    layers: placed.map(({ spec }) => spec),
    columns: Object.fromEntries([...tables].map(([name, table]) => [name, table?.columns ?? []])),
    issues: log.issues,
    setAside: log.setAside,
  };
}

/** Which layers are believed first: drawn by a GIS before typed by hand. */
const TRUST: readonly LayerRole[] = [
  "network",
  "communities",
  "subdistricts",
  "grids",
  "buildings",
  "barriers",
  "water",
  "green",
  "residences",
  "gates",
  "centers",
];
/** Without these there is nothing to analyse. */
const REQUIRED: readonly LayerRole[] = ["residences", "centers"];

const headOf = (file: InputFile): string => String.fromCharCode(...file.bytes.subarray(0, 4000));

function openProject(file: InputFile, decode: Decode, log: ImportLog): LayerSpec[] | null {
  const { project, problems } = readProject(file.name, decodeText(file.bytes, decode).text);
  log.issues.push(...problems);
  return project === null ? null : projectLayers(project, file.name);
}

/** Layers of a project with their files named as seen from where the project file is seen. */
export function projectLayers(project: Project, projectFile: string): LayerSpec[] {
  const folder = projectFile.replace(/[^/\\]*$/, "");
  return project.layers.map(({ fields, ...layer }) => ({
    ...layer,
    file: `${folder}${layer.file}`,
    fields: fields as LayerSpec["fields"],
  }));
}

/** The file meant by `name`: of that path, else of that base name (a browser hands over base names only). */
function matchName(name: string, files: readonly InputFile[]): string | null {
  const base = (path: string): string => path.replace(/^.*[/\\]/, "");
  const exact = files.find((file) => file.name === name);
  const found = exact ?? files.find((file) => base(file.name) === base(name));
  return found?.name ?? null;
}

const filesOf = (layers: readonly LayerSpec[], files: readonly InputFile[]): InputFile[] =>
  files.filter(({ name }) => layers.some(({ file }) => file === name));

/** The tables of a file by the names that layers go by; the file's own name with null when nothing came of it. */
async function readTables(
  main: InputFile,
  context: ReadContext,
  log: ImportLog,
): Promise<[string, FeatureTable | null][]> {
  const fault = (code: IssueCode): [string, null][] => {
    log.issues.push({ code, severity: "error", file: main.name });
    return [[main.name, null]];
  };
  if (main.bytes.length === 0) return fault("file.empty");
  const format = formatOf(main);
  if (format === null) return fault("file.unknownFormat");
  const reads = await format.read({ main, parts: [] }, context);
  log.issues.push(...reads.flatMap(({ issues }) => issues));
  return reads.map(({ table }) => {
    const name = table === null ? main.name : layerName(table.file, table.layer);
    return [name, table === null ? null : { ...table, file: name }];
  });
}

function placeAll(
  specs: readonly LayerSpec[],
  tables: ReadonlyMap<string, FeatureTable | null>,
  { prefer = {}, datum: assumed = "" }: ImportInput,
  log: ImportLog,
): PlacedLayer[] {
  const anchors: Anchor[] = [];
  const placed: PlacedLayer[] = [];
  for (const spec of specs.toSorted((a, b) => TRUST.indexOf(a.role) - TRUST.indexOf(b.role))) {
    const table = tables.get(spec.file);
    if (table === undefined || table === null) continue;
    const fields = decideFields(table, spec, prefer, log);
    const datum = spec.datum || assumed || table.datum || "wgs84";
    const layer = placeLayer(table, { ...spec, datum, fields }, log, anchors[0] ?? null);
    const middle = middleOf(layer.rows);
    if (middle !== null) anchors.push(middle);
    placed.push(layer);
  }
  for (const role of REQUIRED) {
    if (!placed.some(({ spec }) => spec.role === role) && !specs.some((spec) => spec.role === role)) {
      log.issues.push({ code: "layer.required", severity: "error", values: { role } });
    }
  }
  for (const [field, column] of Object.entries(prefer)) {
    if (placed.some(({ spec }) => Object.values(spec.fields).includes(column))) continue;
    if (log.issues.some(({ code, field: said }) => code === "layer.fieldMissing" && said === column))
      continue;
    const found = [...new Set(placed.flatMap(({ table }) => table.columns))].join(", ");
    const values = { wanted: field, asked: column, found };
    log.issues.push({ code: "layer.fieldMissing", severity: "warning", field: column, values });
  }
  return placed;
}

function buildBaseline(name: string, placed: readonly PlacedLayer[], log: ImportLog): Baseline {
  const of = (role: LayerRole): PlacedLayer[] => placed.filter(({ spec }) => spec.role === role);
  const drawn = (role: LayerRole) =>
    polygonColumns(of(role).flatMap(({ rows }) => rows.map(({ shape }) => shape)));
  const subdistricts = buildAreas("subdistrict", of("subdistricts"), null, log);
  const communities = buildAreas("community", of("communities"), subdistricts, log);
  const grids = buildAreas("grid", of("grids"), communities, log);
  return {
    name,
    residences: buildResidences(of("residences"), communities, grids, log),
    centers: buildCenters(of("centers"), communities, log),
    network: buildNetworkLines(of("network"), log),
    barriers: buildBarriers(of("barriers")),
    gates: buildGates(of("gates"), log),
    communities,
    subdistricts,
    grids,
    water: drawn("water"),
    green: drawn("green"),
    buildings: drawn("buildings"),
    sources: LAYER_ROLES.flatMap(of).map(({ spec, table, rows }) => ({
      role: spec.role,
      file: spec.file,
      datum: spec.datum,
      asOf: spec.asOf,
      rowsRead: table.rows.length,
      rowsUsed: rows.length,
      fields: spec.fields as Readonly<Record<string, string>>,
    })),
  };
}
