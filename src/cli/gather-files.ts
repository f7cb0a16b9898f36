// What the arguments point at, read from disk: a project file with its layers, a folder (its project file if it
// has one, else all its data files), and layers named one by one, which replace those of the same role.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Issue } from "../core/base/index.ts";
import type { InputFile, LayerSpec, Project } from "../core/formats/index.ts";
import { FORMATS, looksLikeProject, projectLayers, readProject } from "../core/formats/index.ts";
import type { AnalyseArguments } from "./arguments.ts";

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
  const read = (name: string, path: string): InputFile[] => {
    try {
      return [{ name, bytes: readFileSync(path) }];
    } catch (error) {
      fatal.push(unreadable(name, error));
      return [];
    }
  };
  const namedFiles = unique(named).flatMap((file) => read(file, resolve(folder, file)));
  if (input === null) {
    return { name: "", files: namedFiles, layers: named, project: null, fatal, issues: [] };
  }
  const place = resolve(folder, input);
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
  const [file] = read(isFolder ? basename(projectPath) : input, projectPath);
  const text = file === undefined ? null : new TextDecoder().decode(file.bytes);
  const opened = text === null ? null : readProject(file!.name, text);
  fatal.push(...(opened?.problems ?? []));
  const project = opened?.project ?? null;
  const roles = new Set(named.map(({ role }) => role));
  const kept = (project === null ? [] : projectLayers(project, "")).filter(({ role }) => !roles.has(role));
  const files = unique(kept).flatMap((name) => read(name, resolve(dirname(projectPath), name)));
  return {
    name: project?.name ?? basename(place),
    files: [...namedFiles, ...files],
    layers: [...named, ...kept],
    project,
    fatal,
    issues: [],
  };
}

const unique = (layers: readonly LayerSpec[]): string[] => [...new Set(layers.map(({ file }) => file))];

function findProject(folder: string): string | null {
  const names = readdirSync(folder)
    .sort()
    .filter((name) => looksLikeProject(name, ""));
  const name = names.find((candidate) => candidate.toLowerCase() === "project.json") ?? names[0];
  return name === undefined ? null : join(folder, name);
}

/** Data files of a folder that were not named already; the others are listed. */
function readFolder(
  folder: string,
  named: readonly InputFile[],
  read: (name: string, path: string) => InputFile[],
): { files: InputFile[]; issues: Issue[] } {
  const issues: Issue[] = [];
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map(({ name }) => name)
    .sort()
    .flatMap((name) => {
      if (named.some((file) => file.name === name || basename(file.name) === name)) return [];
      const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
      if (FORMATS.some(({ extensions }) => extensions.includes(extension)))
        return read(name, join(folder, name));
      issues.push({ code: "file.unknownFormat", severity: "info", file: name });
      return [];
    });
  return { files, issues };
}

function unreadable(file: string, error: unknown): Issue {
  const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
  return reason === "ENOENT"
    ? { code: "file.missing", severity: "error", file }
    : { code: "file.unreadable", severity: "error", file, values: { reason } };
}
