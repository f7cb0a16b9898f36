// Is a decoded project sound? Every column as long as its layer, every record with its fields, every option's
// edits fit the baseline. Fields of later editions pass through untouched.

import * as z from "zod/mini";
import {
  AREA_KINDS,
  type Baseline,
  CENTER_LEVELS,
  type CollectionName,
  DECISION_STATES,
  EDIT_CODES,
  findBrokenEdit,
  GRID_KINDS,
  GRID_LEVELS,
  LAYER_ROLES,
  LINK_KINDS,
  MEETING_LEVELS,
  openPlan,
} from "../../model/index.ts";
import { linesSchema, polygonsSchema } from "./check-columns.ts";
import type { ProjectTree } from "./migrations/project-tree.ts";
import type { SavedProject } from "./saved-project.ts";

export type ProjectFault =
  | { readonly fault: "invalid"; readonly path: string }
  | { readonly fault: "brokenEdit"; readonly option: string; readonly number: number };

/** The project, or the first thing wrong with it. */
export function checkProject(tree: ProjectTree): SavedProject | ProjectFault {
  const shape = projectSchema.safeParse(tree);
  if (!shape.success) return { fault: "invalid", path: shape.error.issues[0]?.path.join(".") || "." };
  const project = tree as unknown as SavedProject;
  const plan = openPlan(project.baseline);
  for (const { id, name, edits } of project.options) {
    const broken = findBrokenEdit(plan, edits);
    if (broken >= 0) return { fault: "brokenEdit", option: name === "" ? id : name, number: broken + 1 };
  }
  return project;
}

const text = z.string();
const texts = z.array(text);
const f64 = z.instanceof(Float64Array);
const u32 = z.instanceof(Uint32Array);
const u8 = z.instanceof(Uint8Array);
const numbers = z.record(text, z.number());
/** NaN and infinities too. */
const anyNumber = z.custom<number>((value) => typeof value === "number");
const degrees = z.number().check(z.gte(-180), z.lte(180));

const residencesSchema = z
  .looseObject({
    count: z.int().check(z.nonnegative()),
    id: texts,
    name: texts,
    compound: texts,
    communityId: texts,
    gridId: texts,
    xy: f64,
    households: f64,
    footprints: polygonsSchema,
    row: u32,
  })
  .check(
    z.refine(
      ({ count, xy, footprints, ...columns }) =>
        xy.length === 2 * count &&
        (footprints.count === 0 || footprints.count === count) &&
        [columns.id, columns.name, columns.compound, columns.communityId, columns.gridId].every(
          ({ length }) => length === count,
        ) &&
        columns.households.length === count &&
        columns.row.length === count,
      "count",
    ),
  );

const centerSchema = z.looseObject({
  id: text,
  name: text,
  level: z.enum(CENTER_LEVELS),
  kind: z.nullable(text),
  lon: degrees,
  lat: degrees,
  floorArea: z.nullable(z.number()),
  communityId: z.nullable(text),
  row: z.number(),
});

const candidateSchema = z.looseObject({
  id: text,
  name: text,
  lon: degrees,
  lat: degrees,
  kind: z.nullable(text),
  floorArea: z.nullable(z.number()),
  cost: z.nullable(z.number()),
  floor: z.nullable(z.number()),
  openHours: z.nullable(text),
  communityId: z.nullable(text),
  row: z.number(),
});

const gridSchema = z.looseObject({
  id: text.check(z.minLength(1)),
  code: text,
  name: text,
  kind: z.enum(GRID_KINDS),
  communityId: text,
  parentId: z.nullable(text),
  locked: z.boolean(),
  posts: z.record(text, z.nullable(z.number())),
  note: text,
});

const linkSchema = z.looseObject({
  id: text,
  name: text,
  kind: z.enum(LINK_KINDS),
  line: z.array(degrees),
  level: z.int(),
  open: z.boolean(),
  compound: z.nullable(text),
});

const borderSchema = z.looseObject({
  id: text,
  name: text,
  communityId: text,
  line: z.array(degrees),
});

const sides = { texts: z.record(text, text), dates: z.record(text, text) };

const registerSchema = z.looseObject({
  id: text,
  kind: text,
  name: text,
  placeId: z.nullable(text),
  position: z.nullable(z.tuple([degrees, degrees])),
  numbers: z.record(text, z.number()),
  ...sides,
  none: z.optional(z.literal(true)),
});

const matterSchema = z.looseObject({
  id: text,
  kind: text,
  name: text,
  placeId: z.nullable(text),
  position: z.optional(z.tuple([degrees, degrees])),
  state: text,
  opened: text,
  due: z.nullable(text),
  ...sides,
  moves: z.array(z.looseObject({ from: text, to: text, date: text, by: text })),
  answers: z.optional(texts),
});

const decisionsSchema = z.array(
  z.looseObject({ text, owner: text, due: z.nullable(text), state: z.enum(DECISION_STATES) }),
);

const meetingSchema = z.looseObject({
  id: text,
  name: text,
  date: z.nullable(text),
  level: z.enum(MEETING_LEVELS),
  chair: text,
  chairLevel: z.enum(MEETING_LEVELS),
  members: texts,
  agenda: texts,
  opinions: z.array(z.looseObject({ from: text, text })),
  decisions: decisionsSchema,
  followUp: decisionsSchema,
  notes: z.record(text, text),
});

/** One check for each collection of a plan. */
const RECORD_CHECKS = {
  centers: centerSchema,
  grids: gridSchema,
  candidates: candidateSchema,
  links: linkSchema,
  borders: borderSchema,
  registers: registerSchema,
  matters: matterSchema,
  meetings: meetingSchema,
} satisfies Record<CollectionName, z.ZodMiniType>;

const pointsSchema = z
  .looseObject({ count: z.int(), id: texts, name: texts, kind: texts, xy: f64, row: u32 })
  .check(
    z.refine(
      ({ count, id, name, kind, xy, row }) =>
        xy.length === 2 * count && [id, name, kind, row].every(({ length }) => length === count),
      "count",
    ),
  );

const routesSchema = z
  .looseObject({ lines: linesSchema, level: z.instanceof(Int8Array), class: u8, row: u32 })
  .check(
    z.refine(
      ({ lines, level, class: classes, row }) =>
        [level, classes, row].every(({ length }) => length === lines.count),
      "count",
    ),
  );

const gatesSchema = z
  .looseObject({ xy: f64, compound: texts, open: u8, row: u32 })
  .check(
    z.refine(
      ({ xy, compound, open, row }) =>
        xy.length === 2 * row.length && compound.length === row.length && open.length === row.length,
      "count",
    ),
  );

const areasSchema = z
  .looseObject({
    kind: z.enum(AREA_KINDS),
    polygons: polygonsSchema,
    records: z.array(
      z.looseObject({
        id: text,
        name: text,
        parentId: z.nullable(text),
        statedHouseholds: z.nullable(z.number()),
        numbers,
        row: z.number(),
      }),
    ),
  })
  .check(z.refine(({ polygons, records }) => polygons.count === records.length, "count"));

const sourceSchema = z.looseObject({
  role: z.enum(LAYER_ROLES),
  file: text,
  datum: text,
  asOf: z.nullable(text),
  rowsRead: z.number(),
  rowsUsed: z.number(),
  fields: z.record(text, text),
});

/** One check for each layer; a new layer is added here, and to older projects by a migration. */
const BASELINE_CHECKS = {
  name: text,
  residences: residencesSchema,
  centers: z.array(centerSchema),
  network: routesSchema,
  barriers: routesSchema,
  gates: gatesSchema,
  communities: areasSchema,
  subdistricts: areasSchema,
  grids: areasSchema,
  water: polygonsSchema,
  green: polygonsSchema,
  buildings: polygonsSchema,
  candidates: z.array(candidateSchema),
  departmentNets: z.array(z.looseObject({ department: text, file: text, areas: areasSchema })),
  transit: pointsSchema,
  exercise: pointsSchema,
  renewal: areasSchema,
  sources: z.array(sourceSchema),
} satisfies Record<keyof Baseline, z.ZodMiniType>;

const changesOf = <T extends z.ZodMiniType>(record: T) =>
  z.optional(z.array(z.looseObject({ before: z.nullable(record), after: z.nullable(record), at: z.int() })));

const whole = z.array(z.int().check(z.nonnegative()));
const membersSchema = z.array(
  z.looseObject({ level: z.enum(GRID_LEVELS), rows: whole, ids: texts, before: whole, after: whole }),
);

const entrySchema = z.looseObject({
  label: z.enum(EDIT_CODES),
  patch: z.looseObject({
    ...Object.fromEntries(Object.entries(RECORD_CHECKS).map(([name, check]) => [name, changesOf(check)])),
    members: z.optional(membersSchema),
  }),
  figures: z.record(text, anyNumber),
  note: text,
  time: text,
});

const projectSchema = z
  .looseObject({
    id: text.check(z.minLength(1)),
    name: text,
    appVersion: text,
    createdAt: text,
    savedAt: text,
    baseline: z.looseObject(BASELINE_CHECKS),
    imported: z.looseObject({
      layers: z.array(z.looseObject({ role: z.enum(LAYER_ROLES), file: text })),
      columns: z.record(text, texts),
      issues: z.array(z.looseObject({ code: text, severity: text })),
      setAside: z.array(z.looseObject({ file: text, row: z.number() })),
    }),
    options: z
      .array(z.looseObject({ id: text.check(z.minLength(1)), name: text, edits: z.array(entrySchema) }))
      .check(z.minLength(1)),
    currentOption: text,
    settings: z.json(),
    packs: z.array(z.json()),
  })
  .check(
    z.refine(({ options, currentOption }) => options.some(({ id }) => id === currentOption), {
      path: ["currentOption"],
    }),
  )
  .check(
    z.refine(({ options }) => new Set(options.map(({ id }) => id)).size === options.length, {
      path: ["options"],
    }),
  );
