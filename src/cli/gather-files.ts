// What the arguments point at, read from disk: a project file with its layers, a folder (its project file if it
// has one, else all its data files), and layers named one by one, which replace those of the same role.

import { readdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Issue } from "../core/base/index.ts";
import type { InputFile, LayerSpec, Project } from "../core/formats/index.ts";
import { looksLikeProject, projectLayers, readProject } from "../core/formats/index.ts";
import type { AnalyseArguments } from "./arguments.ts";
import { isData, readFiles } from "./read-files.ts";

export interface Gathered {
  readonly name: string;
  readonly files: readonly InputFile[];
  /** Layers with a named file; others are guessed from the files. */
  readonly layers: readonly LayerSpec[];
  readonly project: Project | null;
  /** Files that were named and cannot be read: nothing is analysed without them. */
  readonly fatal: readonly Issue[];
  /** Files that happen to lie in the folder and are no data. */
  readonly issues: readonly Issue[];
}

export function gatherFiles({ input, layers }: AnalyseArguments, folder: string): Gathered {
  const named = layers.map(
    ({ role, file }): LayerSpec => ({ role, file, datum: "", fields: {}, asOf: null }),
  );
  const fatal: Issue[] = [];
  const read = (names: readonly string[], from: string): InputFile[] => {
    const { files, faults } = readFiles(names, from);
    fatal.push(...faults);
    return [...files];
  };
  const namedFiles = read(unique(named), folder);
  if (input === null) {
    return { name: "", files: namedFiles, layers: named, project: null, fatal, issues: [] };
  }
  const place = resolve(folder, input);
  if (isData(input) && !/\.json$/i.test(input)) {
    const files = [...namedFiles, ...read([input], folder)];
    return { name: basename(place), files, layers: named, project: null, fatal, issues: [] };
  }
  const isFolder = statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const projectPath = isFolder ? findProject(place) : place;
  if (projectPath === null) {
    const { files, issues } = readFolder(place, namedFiles, read);
    return {
      name: basename(place),
      files: [...namedFiles, ...files],
      layers: named,
      project: null,
      fatal,
      issues,
    };
  }
  const [file] = isFolder ? read([basename(projectPath)], place) : read([input], folder);
  const text = file === undefined ? null : new TextDecoder().decode(file.bytes);
  const opened = text === null ? null : readProject(file!.name, text);
  fatal.push(...(opened?.problems ?? []));
  const project = opened?.project ?? null;
  const roles = new Set(named.map(({ role }) => role));
  const kept = (project === null ? [] : projectLayers(project, "")).filter(({ role }) => !roles.has(role));
  const files = read(unique(kept), dirname(projectPath));
  return {
    name: project?.name ?? basename(place),
    files: [...namedFiles, ...files],
    layers: [...named, ...kept],
    project,
    fatal,
    issues: [],
  };
}

/** Files of the layers; of "a.gpkg#roads" and "a.zip/roads.shp" the file that is there. */
const unique = (layers: readonly LayerSpec[]): string[] => [
  ...new Set(layers.map(({ file }) => file.replace(/#[^#/]*$/, "").replace(/(\.(?:zip|gz))\/.*$/i, "$1"))),
];

function findProject(folder: string): string | null {
  const names = readdirSync(folder)
    .sort()
    .filter((name) => looksLikeProject(name, ""));
  const name = names.find((candidate) => candidate.toLowerCase() === "project.json") ?? names[0];
  return name === undefined ? null : join(folder, name);
}

/** Data files and .gdb folders of a folder that were not named already; the others at its top are listed. */
function readFolder(
  folder: string,
  named: readonly InputFile[],
  read: (names: readonly string[], from: string) => InputFile[],
): { files: InputFile[]; issues: Issue[] } {
  const taken = new Set(named.flatMap(({ name }) => [name, basename(name)]));
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith(".") && !taken.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const wanted = entries.filter((entry) =>
    entry.isDirectory() ? /\.gdb$/i.test(entry.name) : isData(entry.name),
  );
  const issues = entries
    .filter((entry) => entry.isFile() && !isData(entry.name))
    .map(({ name }): Issue => ({ code: "file.unknownFormat", severity: "info", file: name }));
  return {
    files: read(
      wanted.map(({ name }) => name),
      folder,
    ),
    issues,
  };
}
