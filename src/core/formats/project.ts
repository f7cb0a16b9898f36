// The project file: which file is which layer, in what datum, with which fields, of what date. JSON, checked
// by zod; problems come back with the place in the file they are at, never thrown.

import * as z from "zod/mini";
import type { Issue } from "../base/index.ts";
import { LAYER_ROLES } from "../model/index.ts";
import type { InputFile } from "./import-types.ts";
import { FIELD_NAMES } from "./import-types.ts";
import { parseJson } from "./parse-json.ts";

const PROJECT_VERSION = 1;

const layerSchema = z.strictObject({
  role: z.enum(LAYER_ROLES),
  /** Path as seen from the project file. */
  file: z.string().check(z.minLength(1)),
  /** "wgs84", "gcj02", "bd09" or "EPSG:n"; "" or absent: as the file says, else WGS-84. */
  datum: z._default(z.string(), ""),
  /** Our field → the file's column; "" means that the file has no such column; absent ones are guessed. */
  fields: z._default(z.partialRecord(z.enum(FIELD_NAMES), z.string()), {}),
  /** Date the data speaks of, yyyy, yyyy-mm or yyyy-mm-dd. */
  asOf: z._default(z.nullable(z.string().check(z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/))), null),
});

const projectSchema = z.strictObject({
  version: z.literal(PROJECT_VERSION),
  name: z.string().check(z.minLength(1)),
  /** Id of a rule pack. */
  pack: z.optional(z.string()),
  walk: z.optional(
    z.strictObject({
      minutes: z.optional(z.number().check(z.positive())),
      speed: z.optional(z.number().check(z.positive())),
    }),
  ),
  layers: z.array(layerSchema).check(z.minLength(1)),
});
export type Project = z.infer<typeof projectSchema>;

export interface ProjectRead {
  readonly project: Project | null;
  readonly problems: readonly Issue[];
}

/** Reads the text of a project file. */
export function readProject(file: string, text: string): ProjectRead {
  const parsed = parseJson(file, text);
  if ("issue" in parsed) return { project: null, problems: [parsed.issue] };
  const checked = projectSchema.safeParse(parsed.value);
  if (checked.success) return { project: checked.data, problems: [] };
  const newer = versionOf(parsed.value);
  if (newer > PROJECT_VERSION) return { project: null, problems: [problem(file, "version", "newer", newer)] };
  return {
    project: null,
    problems: checked.error.issues.map((issue) =>
      problem(file, pathOf(issue.path), issue.code, expectedBy(issue)),
    ),
  };
}

/** Does this file look like a project rather than a layer? By its name, else by its first members. */
export function looksLikeProject(name: string, head: string): boolean {
  if (/(^|[/\\])project\.json$/i.test(name) || /\.quandian\.json$/i.test(name)) return true;
  return (
    /\.json$/i.test(name) && /"layers"\s*:\s*\[/.test(head) && !/"(features|coordinates)"\s*:/.test(head)
  );
}

export const isProjectFile = ({ name, bytes }: InputFile): boolean =>
  looksLikeProject(name, String.fromCharCode(...bytes.subarray(0, HEAD)));

/** Bytes in which a project shows that it is one. */
const HEAD = 4000;

const problem = (file: string, path: string, fault: string, expected: string | number): Issue => ({
  code: "file.badProject",
  severity: "error",
  file,
  values: { path, problem: fault, expected },
});

function versionOf(value: unknown): number {
  const version =
    typeof value === "object" && value !== null && "version" in value ? value.version : undefined;
  return typeof version === "number" ? version : 0;
}

/** ["layers", 0, "role"] → "layers[0].role". */
const pathOf = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "") || "$";

/** What would have been right, in the words of the schema. */
function expectedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type") return issue.expected;
  if (issue.code === "invalid_value") return issue.values.map(String).join(" | ");
  if (issue.code === "unrecognized_keys") return issue.keys.join(", ");
  if (issue.code === "too_small") return `\u2265 ${String(issue.minimum)}`;
  return issue.code === "invalid_format" ? (issue.pattern ?? issue.format) : "";
}
