// `inspect`: what files hold, layer by layer, without analysing anything. Files that cannot be read are listed with
// the reason like all others; the command succeeds when it could say something about every file.

import type { Issue } from "../core/base/index.ts";
import { createEngine } from "../core/engine/index.ts";
import type { LayerInspection } from "../core/formats/index.ts";
import { issueSentence } from "../messages/issues.ts";
import type { Language } from "../messages/language.ts";
import { VOCABULARIES } from "../messages/vocabularies.ts";
import type { CliHost } from "./cli-host.ts";
import { decode } from "./decode.ts";
import { libraries } from "./libraries.ts";
import { listData, readFiles } from "./read-files.ts";
import { INSPECTION } from "./sentences.ts";

export interface InspectArguments {
  readonly files: readonly string[];
  /** null: found by reading. */
  readonly encoding: string | null;
  readonly json: boolean;
}

export async function inspectCommand(
  { files: names, encoding, json }: InspectArguments,
  language: Language,
  host: CliHost,
): Promise<void> {
  const { files, faults } = readFiles(
    names.flatMap((name) => listData(name, host.folder)),
    host.folder,
  );
  const engine = createEngine({ pause: () => Promise.resolve(), decode, libraries });
  const layers = await engine.run("files.inspect", {
    files,
    ...(encoding === null ? {} : { encoding }),
  });
  const missing = faults.map((issue) => ({ ...NOTHING, file: issue.file ?? "", issues: [issue] }));
  const all = [...layers, ...missing];
  host.out(
    json
      ? `${JSON.stringify(all.map((layer) => toJson(layer, language)))}\n`
      : all.map((layer) => toText(layer, language)).join("\n"),
  );
}

const NOTHING: LayerInspection = {
  file: "",
  layer: "",
  format: null,
  encoding: null,
  role: null,
  datum: null,
  datumConfidence: 0,
  features: 0,
  geometry: "",
  bbox: null,
  fields: [],
  issues: [],
};

const toJson = ({ issues, ...layer }: LayerInspection, language: Language) => ({
  ...layer,
  issues: issues.map((issue) => ({ ...issue, message: issueSentence(issue, language) })),
});

/** Issues shown of one layer. */
const SHOWN = 10;

function toText(layer: LayerInspection, language: Language): string {
  const { file, format, encoding, datum, datumConfidence, features, geometry, bbox, fields, issues } = layer;
  const say = (key: keyof typeof INSPECTION): string => INSPECTION[key][language];
  const line = (key: keyof typeof INSPECTION, value: string): string => `  ${say(key)}  ${value}\n`;
  const role = layer.role === null ? null : VOCABULARIES["roles"]![language][layer.role];
  const listed = fields.map(({ name, type, role: field }) => {
    const use = field === undefined ? "" : ` → ${VOCABULARIES["fields"]![language][field]}`;
    return `    ${name}  ${type}${use}\n`;
  });
  const head = layer.layer === "" ? file : `${file}#${layer.layer}`;
  return [
    `${head}\n`,
    ...(format === null ? [] : [line("format", encoding === null ? format : `${format}, ${encoding}`)]),
    ...(bbox === null && features === 0 ? [] : [line("features", `${features} ${geometry}`.trimEnd())]),
    ...(datum === null ? [] : [line("datum", `${datum} (${Math.round(100 * datumConfidence)}%)`)]),
    ...(bbox === null ? [] : [line("bbox", bbox.map((value) => Number(value.toFixed(6))).join(" "))]),
    ...(role == null ? [] : [line("role", role)]),
    ...(listed.length === 0 ? [] : [`  ${say("fields")}\n`, ...listed]),
    ...(issues.length === 0 ? [] : [`  ${say("issues")}\n`, ...issueLines(issues, language)]),
  ].join("");
}

function issueLines(issues: readonly Issue[], language: Language): string[] {
  const shown = issues.slice(0, SHOWN).map((issue) => `    ${issueSentence(issue, language)}\n`);
  return issues.length > SHOWN ? [...shown, `    … +${issues.length - SHOWN}\n`] : shown;
}
