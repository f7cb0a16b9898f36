// Files to a baseline: read each with its format, decide its role, datum and fields, place its rows in WGS-84,
// build the layers. Layers are placed in an order of trust, so that a layer whose latitude and longitude may be
// the wrong way round is held against those that cannot. Bad input never throws: it is listed.

import type { TaskControl } from "../base/index.ts";
import { uncontrolled } from "../base/index.ts";
import type { Baseline, LayerRole } from "../model/index.ts";
import { LAYER_ROLES } from "../model/index.ts";
import { buildAreas } from "./build-areas.ts";
import { buildCandidates } from "./build-candidates.ts";
import { buildCenters } from "./build-centers.ts";
import { buildDepartments } from "./build-departments.ts";
import { buildGates } from "./build-gates.ts";
import { buildPoints } from "./build-points.ts";
import { buildResidences } from "./build-residences.ts";
import { buildBarriers, buildNetworkLines } from "./build-routes.ts";
import { checkAreas } from "./check-areas.ts";
import { guessLayers, namedLayers, recallLayers, stayingLayers } from "./choose-layers.ts";
import { decideFields } from "./decide-fields.ts";
import { decodeText } from "./decode-text.ts";
import { describeTables } from "./describe-tables.ts";
import type { Decode, FeatureTable } from "./feature-table.ts";
import type { FileGroup, FormatLibraries } from "./format.ts";
import type { ImportLog } from "./import-log.ts";
import { createLog } from "./import-log.ts";
import type {
  ImportResult,
  InputFile,
  KnownLayer,
  LayerDatum,
  LayerSpec,
  MappingHabit,
  TableChoice,
} from "./import-types.ts";
import { logDatums } from "./log-datums.ts";
import { matchTables, mayHold } from "./match-table.ts";
import type { Anchor, PlacedLayer } from "./place-layer.ts";
import { middleOf, placeLayer } from "./place-layer.ts";
import { polygonColumns } from "./polygon-builder.ts";
import type { Project } from "./project.ts";
import { isProjectFile, readProject } from "./project.ts";
import type { Tables } from "./read-tables.ts";
import { openGroups, readTables } from "./read-tables.ts";
import { settleDatums, TRUST } from "./settle-datums.ts";
import { checkIn, shareControl } from "./share-control.ts";

export interface ImportInput {
  readonly name: string;
  readonly files: readonly InputFile[];
  /** Roles, datums and fields that the caller decides. */
  readonly layers?: readonly LayerSpec[];
  /** Columns to take for these fields in every layer that has them. */
  readonly prefer?: LayerSpec["fields"];
  /** Datum of layers whose spec names none; without it the file's own, else what the coordinate doctor finds. */
  readonly datum?: string;
  /** Encoding (WHATWG label) of text that carries no mark of its own; found by reading when absent. */
  readonly encoding?: string;
  /** Columns to read although they look like personal information. */
  readonly keepColumns?: readonly string[];
  /** What was decided before for files of the same columns; the latest first. */
  readonly habits?: readonly MappingHabit[];
  /** Layers of files that may be among these again. */
  readonly known?: readonly KnownLayer[];
  readonly choices?: readonly TableChoice[];
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
  const part = (from: number, to: number): TaskControl => shareControl(control, from, to);
  const groups = await openGroups(input.files, { ...context, control: part(...SHARES.unpack) }, log);
  const projectFile = groups.find(({ main }) => isProjectFile(main))?.main;
  const project = projectFile === undefined ? null : openProject(projectFile, decode, log);
  const asked = namedLayers(input.layers ?? [], project ?? []);
  const wanted = groups.filter(
    (group) =>
      !isProjectFile(group.main) && (project === null || asked.some(({ file }) => isOf(group, file))),
  );
  const { habits = [], known = [], choices = [] } = input;
  const encodingOf = (group: FileGroup): string | undefined =>
    [...asked, ...known].find((spec) => spec.encoding && isOf(group, spec.file))?.encoding;
  const tables = await readTables(
    wanted,
    { ...context, control: part(...SHARES.read) },
    (name) => keptColumns(name, asked, input),
    log,
    encodingOf,
  );
  const named = asked.map((spec) => settle(spec, tables, log));
  const unused = choices.flatMap((choice) => (choice.unused === true ? [choice.file] : []));
  const free = without(
    [...tables.values()].flatMap((table) => table ?? []),
    [...filesOf(named), ...unused],
  );
  const staying = project === null ? stayingLayers(free, named, known) : [];
  const fresh = without(free, filesOf(staying));
  const recalled = project === null ? recallLayers(fresh, [...named, ...staying], habits) : [];
  const decided = [...named, ...staying, ...recalled];
  const unknown = without(fresh, filesOf(recalled));
  const guessed = project === null ? guessLayers(unknown, decided) : { layers: [], issues: [] };
  log.issues.push(...guessed.issues);

  const specs = [...decided, ...guessed.layers];
  const { placed, datums } = await placeAll(specs, tables, input, part(...SHARES.place), log);
  await checkIn(part(...SHARES.build), { stage: "read", done: 0 });
  const baseline = buildBaseline(input.name, placed, log);
  await checkIn(part(...SHARES.check), { stage: "read", done: 0 });
  for (const role of AREA_ROLES) {
    const drawn = placed.filter(({ spec }) => spec.role === role);
    await checkAreas(baseline[role], drawn, log);
  }
  return {
    baseline: placed.some(({ rows }) => rows.length > 0) ? baseline : null,
    layers: placed.map(({ spec }) => spec),
    columns: Object.fromEntries([...tables].map(([name, table]) => [name, table?.columns ?? []])),
    tables: describeTables(tables, choices),
    datums,
    issues: log.issues,
    setAside: log.setAside,
  };
}

const filesOf = (layers: readonly LayerSpec[]): string[] => layers.map(({ file }) => file);

const without = (tables: readonly FeatureTable[], files: readonly string[]): FeatureTable[] =>
  tables.filter(({ file }) => !files.includes(file));

/** What each step takes of the time, by measurement of 250,000 footprints in a zipped Shapefile. */
const SHARES = {
  unpack: [0, 0.25],
  read: [0.25, 0.35],
  place: [0.35, 0.6],
  build: [0.6, 0.95],
  check: [0.95, 1],
} as const;

const AREA_ROLES = [
  "subdistricts",
  "communities",
  "grids",
  "renewal",
] as const satisfies readonly LayerRole[];

/** Without these there is nothing to analyse. */
const REQUIRED: readonly LayerRole[] = ["residences", "centers"];

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

const isOf = ({ main, parts }: FileGroup, wanted: string): boolean =>
  [main, ...parts].some(({ name }) => mayHold(name, wanted));

/** Columns that somebody insists on: named to be kept, or given for a field. */
const keptColumns = (
  name: string,
  specs: readonly LayerSpec[],
  { prefer = {}, keepColumns = [], known = [], choices = [] }: ImportInput,
): string[] => [
  ...keepColumns,
  ...Object.values(prefer),
  ...[...specs, ...known]
    .filter(({ file }) => mayHold(name, file))
    .flatMap((spec) => [...(spec.keepColumns ?? []), ...Object.values(spec.fields)]),
  ...choices.filter(({ file }) => file === name).flatMap((choice) => choice.keepColumns ?? []),
];

/** The spec with the name of the table it means. */
function settle(spec: LayerSpec, tables: Tables, log: ImportLog): LayerSpec {
  const [first, second] = matchTables(spec.file, spec.role, tables);
  const { role } = spec;
  if (first === undefined) {
    const refused = log.issues.some(({ file, severity }) => severity === "error" && file === spec.file);
    if (!refused) {
      log.issues.push({ code: "file.missing", severity: "error", file: spec.file, values: { role } });
    }
    return spec;
  }
  if (second !== undefined && first !== spec.file) {
    const values = { role, used: first };
    log.issues.push({ code: "file.layerChosen", severity: "warning", file: spec.file, values });
  }
  return { ...spec, file: first };
}

interface Placed {
  readonly placed: readonly PlacedLayer[];
  readonly datums: readonly LayerDatum[];
}

async function placeAll(
  specs: readonly LayerSpec[],
  tables: Tables,
  { prefer = {}, datum: assumed = "" }: ImportInput,
  control: TaskControl,
  log: ImportLog,
): Promise<Placed> {
  const questions = specs
    .toSorted((a, b) => TRUST.indexOf(a.role) - TRUST.indexOf(b.role))
    .flatMap((spec) => {
      const table = tables.get(spec.file);
      return table == null ? [] : [{ spec, table, given: spec.datum || assumed }];
    });
  const datums = await settleDatums(questions, control);
  logDatums(datums, log);
  const anchors: Anchor[] = [];
  const placed: PlacedLayer[] = [];
  for (const [i, { spec, table }] of questions.entries()) {
    await checkIn(control, { stage: "read", done: i / questions.length });
    const fields = decideFields(table, spec, prefer, log);
    const datum = datums[i]!.chosen;
    const layer = placeLayer(table, { ...spec, datum, fields }, log, anchors[0] ?? null);
    const middle = middleOf(layer.rows);
    if (middle !== null) anchors.push(middle);
    placed.push(layer);
  }
  noteAbsent(specs, placed, prefer, log);
  return { placed, datums };
}

/** Layers that nothing can do without, and columns asked for, that no file has. */
function noteAbsent(
  specs: readonly LayerSpec[],
  placed: readonly PlacedLayer[],
  prefer: LayerSpec["fields"],
  log: ImportLog,
): void {
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
    candidates: buildCandidates(of("candidates"), communities, log),
    departmentNets: buildDepartments(of("departments"), log),
    transit: buildPoints(of("transit"), log),
    exercise: buildPoints(of("exercise"), log),
    renewal: buildAreas("renewal", of("renewal"), null, log),
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
