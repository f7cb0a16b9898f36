// `convert IN OUT`: one data set into another format, datum or encoding. The format is that of OUT's extension; a
// .shp is written with its members beside it. Where a format takes one layer a file and there are several, each file
// is named after OUT and its layer.

import { mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { createEngine } from "../core/engine/index.ts";
import type { OutputFile, WriterId } from "../core/formats/index.ts";
import { issueSentence } from "../messages/issues.ts";
import type { Language } from "../messages/language.ts";
import type { CliHost } from "./cli-host.ts";
import { decode } from "./decode.ts";
import { libraries } from "./libraries.ts";
import { listData, readFiles } from "./read-files.ts";
import { UnusableInput } from "./unusable-input.ts";

export interface ConvertArguments {
  readonly input: string;
  readonly output: string;
  readonly format: WriterId;
  /** Datum of the input; null: as it says, else as its numbers look. */
  readonly from: string | null;
  /** null: as the input is. */
  readonly to: string | null;
  readonly encoding: "utf8" | "gbk";
}

export async function convertCommand(
  { input, output, format, from, to, encoding }: ConvertArguments,
  language: Language,
  host: CliHost,
): Promise<void> {
  const { files, faults } = readFiles(listData(input, host.folder), host.folder);
  if (faults.length > 0) throw new UnusableInput(faults);
  const engine = createEngine({ pause: () => Promise.resolve(), decode, libraries });
  const stem = basename(output).replace(/\.[^.]*$/, "");
  const options = { name: stem, datum: to ?? "", encoding, time: new Date().toISOString() };
  const result = await engine.run("files.convert", { files, format, from: from ?? "", options });
  if (result.files.length === 0) throw new UnusableInput(result.notes);
  const written = await looseMembers(result.files, output);
  const folder = dirname(resolve(host.folder, output));
  mkdirSync(folder, { recursive: true });
  const names = namesFor(written, output);
  written.forEach(({ bytes }, i) => {
    writeFileSync(join(folder, names[i]!), bytes);
  });
  for (const note of result.notes) host.error(`${issueSentence(note, language)}\n`);
  host.out(`${names.join("\n")}\n`);
}

/** The members of a Shapefile's zip, when OUT is a .shp. */
async function looseMembers(files: readonly OutputFile[], output: string): Promise<readonly OutputFile[]> {
  if (!/\.shp$/i.test(output)) return files;
  const { unzipSync } = await import("fflate");
  return files.flatMap(({ bytes }) =>
    Object.entries(unzipSync(bytes)).map(([name, member]) => ({ name, bytes: member })),
  );
}

/** OUT's own name for one file, or for the members of one layer; else OUT's and the layer's. */
function namesFor(files: readonly OutputFile[], output: string): string[] {
  const name = basename(output);
  const stem = name.replace(/\.[^.]*$/, "");
  const layers = new Set(files.map((file) => file.name.replace(/\.[^.]*$/, "")));
  if (files.length === 1) return [name];
  return files.map((file) =>
    layers.size === 1 ? `${stem}${/\.[^.]*$/.exec(file.name)?.[0] ?? ""}` : `${stem}_${file.name}`,
  );
}
