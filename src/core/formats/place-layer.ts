// From the rows of a file to shapes in WGS-84, row by row judged: no geometry, broken geometry, a kind the role
// cannot use, coordinates that cannot be. A layer whose every row has latitude and longitude the wrong way round
// is turned; single such rows are set aside. `anchor` is where the layers read before this one lie.

import { toWgs84 } from "../geo/index.ts";
import type { LayerRole } from "../model/index.ts";
import type { FeatureRow, FeatureTable } from "./feature-table.ts";
import { ROLE_SHAPES } from "./guess-role.ts";
import type { ImportLog, RowFault } from "./import-log.ts";
import { logRows, setRowAside } from "./import-log.ts";
import type { LayerSpec } from "./import-types.ts";
import { joinFloats } from "./join-floats.ts";
import type { PositionVerdict } from "./judge-position.ts";
import { guessProjection, judgeOf } from "./judge-position.ts";
import type { Shape, ShapeFault } from "./read-shape.ts";
import { shapeOf } from "./row-access.ts";

export interface PlacedRow {
  readonly source: FeatureRow;
  /** WGS-84 degrees. */
  readonly shape: Shape;
}

export interface PlacedLayer {
  readonly spec: LayerSpec;
  readonly table: FeatureTable;
  readonly rows: readonly PlacedRow[];
}

/** Longitude and latitude, degrees. */
export type Anchor = readonly [number, number];

export function placeLayer(
  table: FeatureTable,
  spec: LayerSpec,
  log: ImportLog,
  anchor: Anchor | null,
): PlacedLayer {
  const convert = toWgs84(spec.datum);
  if (convert === null) {
    return nothing(table, spec, log, "coords.datumUnknown", { datum: spec.datum });
  }
  const { lon, lat } = spec.fields;
  if ((lon === undefined || lat === undefined) && table.rows.every(({ geometry }) => geometry === null)) {
    const values = { wanted: "lon/lat", asked: "", found: table.columns.join(", ") };
    return nothing(table, spec, log, "layer.fieldMissing", values);
  }
  const faults: RowFault[] = [];
  const shaped = shapeRows(table, spec, faults);
  const wrong = shaped.filter(({ shape }) => !ROLE_SHAPES[spec.role].includes(shape.kind));
  if (wrong.length > 0 && wrong.length === shaped.length) {
    const values = { role: spec.role, found: wrong[0]!.shape.kind, wanted: wantedShapes(spec.role) };
    return nothing(table, spec, log, "layer.wrongGeometry", values);
  }
  for (const { source, shape } of wrong) {
    const values = { role: spec.role, found: shape.kind, wanted: wantedShapes(spec.role) };
    faults.push({ row: source, code: "row.wrongGeometry", severity: "error", values });
  }
  const fitting =
    wrong.length === 0 ? shaped : shaped.filter(({ shape }) => ROLE_SHAPES[spec.role].includes(shape.kind));
  const judged = judgeRows(fitting, spec.datum, anchor, faults);
  if (judged.turned !== null) {
    const { row, values } = judged.turned;
    const rows = judged.rows.length;
    log.issues.push({
      code: "coords.swapped",
      severity: "warning",
      file: table.file,
      row: row.row,
      values: { ...values, rows },
    });
  }
  const rows = compareWithin(moveRows(judged.rows, convert), faults);
  logRows(
    log,
    table,
    faults.sort((a, b) => a.row.row - b.row.row),
  );
  if (rows.length === 0) {
    const values = { role: spec.role, rows: table.rows.length };
    log.issues.push({ code: "layer.nothingUsable", severity: "error", file: table.file, values });
  }
  return { spec, table, rows };
}

/** Median of the rows' first vertices, of evenly spread rows where there are very many; null without rows. */
export function middleOf(rows: readonly PlacedRow[]): Anchor | null {
  if (rows.length === 0) return null;
  const step = Math.ceil(rows.length / SAMPLE);
  const sample = step === 1 ? rows : rows.filter((_, i) => i % step === 0);
  const median = (axis: 0 | 1): number =>
    Float64Array.from(sample, ({ shape }) => shape.xy[axis]!).sort()[sample.length >> 1]!;
  return [median(0), median(1)];
}

/** Kinds of geometry a role takes, joined by "/". */
const wantedShapes = (role: LayerRole): string => ROLE_SHAPES[role].join("/");

/** Rows that tell where a layer lies. */
const SAMPLE = 2000;
/** Degrees beyond which a row is elsewhere, and within which its turned reading is here. */
const ELSEWHERE = 3;
const HERE = 1.5;

function nothing(
  table: FeatureTable,
  spec: LayerSpec,
  log: ImportLog,
  code: "coords.datumUnknown" | "layer.fieldMissing" | "layer.wrongGeometry",
  values: Readonly<Record<string, string | number>>,
): PlacedLayer {
  const issue = { code, severity: "error", file: table.file, values } as const;
  log.issues.push(issue);
  for (const row of table.rows) setRowAside(log, table, row, issue);
  return { spec, table, rows: [] };
}

const SHAPE_FAULTS = {
  none: { code: "row.noGeometry", severity: "error" },
  bad: { code: "row.badGeometry", severity: "error" },
  noLength: { code: "row.noLength", severity: "info", aside: true },
} as const satisfies Record<ShapeFault, Partial<RowFault>>;

function shapeRows(table: FeatureTable, { fields }: LayerSpec, faults: RowFault[]): PlacedRow[] {
  const rows: PlacedRow[] = [];
  for (const source of table.rows) {
    const shape = shapeOf(source, fields);
    if (typeof shape === "string") faults.push({ row: source, ...SHAPE_FAULTS[shape] });
    else rows.push({ source, shape });
  }
  return rows;
}

/** Moves the rows' vertices, in one call for all of them; the shapes were made for this layer and stay its own. */
function moveRows(
  rows: readonly PlacedRow[],
  convert: (xy: Float64Array) => Float64Array,
): readonly PlacedRow[] {
  const moved = convert(joinFloats(rows.map(({ shape }) => shape.xy)));
  let at = 0;
  for (const { shape } of rows) for (let k = 0; k < shape.xy.length; k++) shape.xy[k] = moved[at++]!;
  return rows;
}

interface Judged {
  readonly rows: readonly PlacedRow[];
  /** First row of a layer that was turned as a whole. */
  readonly turned: { readonly row: FeatureRow; readonly values: RowFault["values"] } | null;
}

/** Sorts rows by what their numbers say; turns the layer when all of it lies the wrong way round. */
function judgeRows(
  rows: readonly PlacedRow[],
  datum: string,
  anchor: Anchor | null,
  faults: RowFault[],
): Judged {
  const judge = judgeOf(datum);
  const verdicts = rows.map(({ shape }): PositionVerdict => {
    for (let i = 0; i < shape.xy.length; i += 2) {
      const verdict = judge(shape.xy[i]!, shape.xy[i + 1]!);
      if (verdict !== "ok") return verdict;
    }
    return "ok";
  });
  const good = rows.filter((_, i) => verdicts[i] === "ok");
  const swapped = rows.filter((_, i) => verdicts[i] === "swapped");
  rows.forEach(({ source, shape }, i) => {
    const verdict = verdicts[i]!;
    if (verdict === "ok" || (verdict === "swapped" && good.length === 0)) return;
    const [x, y] = [shape.xy[0]!, shape.xy[1]!];
    const guess = verdict === "projected" ? guessProjection(x, y, anchor?.[0] ?? null) : null;
    const values = { x, y, datum, ...(guess === null ? {} : { guess }) };
    faults.push({ row: source, code: `coords.${verdict}`, severity: "error", values });
  });
  const whole = good.length === 0 ? swapped : liesTurned(good, anchor) ? good : null;
  const first = whole?.[0];
  if (whole === null || first === undefined) return { rows: good, turned: null };
  const values = { x: first.shape.xy[0]!, y: first.shape.xy[1]!, datum };
  return { rows: whole.map(turn), turned: { row: first.source, values } };
}

/** Is the layer far from the layers before it as it stands, and among them when turned? */
function liesTurned(rows: readonly PlacedRow[], anchor: Anchor | null): boolean {
  const middle = middleOf(rows);
  return anchor !== null && middle !== null && isTurned(middle, anchor);
}

/** Sets aside single rows that lie among the others only when turned. */
function compareWithin(rows: readonly PlacedRow[], faults: RowFault[]): PlacedRow[] {
  const middle = middleOf(rows);
  return rows.filter(({ source, shape }) => {
    const [x, y] = [shape.xy[0]!, shape.xy[1]!];
    if (middle === null || !isTurned([x, y], middle)) return true;
    faults.push({ row: source, code: "coords.swapped", severity: "error", values: { x, y } });
    return false;
  });
}

const isTurned = ([x, y]: Anchor, [lon, lat]: Anchor): boolean =>
  Math.max(Math.abs(x - lon), Math.abs(y - lat)) > ELSEWHERE &&
  Math.max(Math.abs(y - lon), Math.abs(x - lat)) < HERE;

function turn({ source, shape }: PlacedRow): PlacedRow {
  const xy = new Float64Array(shape.xy.length);
  for (let i = 0; i < xy.length; i += 2) {
    xy[i] = shape.xy[i + 1]!;
    xy[i + 1] = shape.xy[i]!;
  }
  return { source, shape: { ...shape, xy } };
}
