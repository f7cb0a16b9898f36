// The layering of the rooms, held by one table: who may import whom, folders entered by their index, no
// cycles (type imports included), nothing of the browser or of Node in the core. Files are parsed, not
// matched by regular expression, and the test proves that it saw them.

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "oxc-parser";
import { describe, expect, it } from "vitest";

const SRC = fileURLToPath(new URL("../src/", import.meta.url));

/** Rooms and the doors that lead out of each. A room may always use its own files. */
const DOORS: Record<string, readonly string[]> = {
  "core/base": [],
  "core/geo": ["core/base"],
  "core/model": ["core/base", "core/geo"],
  "core/standards": ["core/base", "core/geo", "core/model"],
  "core/network": ["core/base", "core/geo", "core/model"],
  "core/access": ["core/base", "core/geo", "core/model", "core/network"],
  "core/assess": ["core/base", "core/geo", "core/model", "core/standards", "core/network", "core/access"],
  "core/gridding": ["core/base", "core/geo", "core/model", "core/network"],
  "core/siting": ["core/base", "core/geo", "core/model", "core/network", "core/access"],
  "core/formats": ["core/base", "core/geo", "core/model"],
  "core/report": [
    "core/base",
    "core/geo",
    "core/model",
    "core/standards",
    "core/network",
    "core/access",
    "core/assess",
    "core/gridding",
    "core/siting",
  ],
  "core/engine": [
    "core/base",
    "core/geo",
    "core/model",
    "core/standards",
    "core/network",
    "core/access",
    "core/assess",
    "core/siting",
    "core/gridding",
    "core/formats",
    "core/report",
  ],
  messages: ["core/*"],
  adapters: ["core/*"],
  worker: ["core/*", "adapters"],
  cli: ["core/*", "messages", "adapters"],
  app: ["core/*", "messages", "worker", "adapters"],
};

/** What the application may import from analysis rooms: types and plain constants, never the computing. */
const COMPUTING = [
  "core/network",
  "core/access",
  "core/assess",
  "core/siting",
  "core/formats",
  "core/report",
  "core/engine",
];

/** What ES2023 alone still offers; window, process, console and their like do not compile in src/core. */
const BANNED_IN_CORE = ["new Date", "Date.now", "Math.random"];

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
  readonly names: readonly string[];
}

const files = listFiles(SRC);
const imports = files.flatMap(importsOf);

describe("architecture", () => {
  it("sees every source file and their imports", () => {
    expect(files.length).toBeGreaterThan(40);
    expect(imports.length).toBeGreaterThan(100);
    for (const room of Object.keys(DOORS)) {
      expect(
        files.some((file) => roomOf(file) === room),
        `room ${room} is empty`,
      ).toBe(true);
    }
  });

  it("goes through the doors only", () => {
    const wrong = imports.filter(({ file, target }) => {
      const [from, to] = [roomOf(file), roomOf(target)];
      return (
        from !== to &&
        !DOORS[from]?.some((door) => door === to || (door === "core/*" && to.startsWith("core/")))
      );
    });
    expect(wrong.map(say)).toEqual([]);
  });

  it("enters a room by its index, and never its own", () => {
    const wrong = imports.filter(({ file, target }) => {
      const inside = roomOf(file) === roomOf(target);
      const core = target.startsWith("core/");
      return inside ? core && target.endsWith("/index.ts") : core && !target.endsWith("/index.ts");
    });
    expect(wrong.map(say)).toEqual([]);
  });

  it("keeps computing out of the application", () => {
    const wrong = imports.filter(
      ({ file, target, typeOnly, names }) =>
        roomOf(file) === "app" &&
        COMPUTING.includes(roomOf(target)) &&
        !typeOnly &&
        names.some((name) => !/^[A-Z][A-Z0-9_]*$/.test(name)),
    );
    expect(wrong.map(say)).toEqual([]);
  });

  it("has no cycles, type imports included", () => {
    expect(findCycle(imports)).toBeNull();
  });

  it("has no clock and no chance in the core", () => {
    const wrong = files
      .filter((file) => file.startsWith("core/"))
      .flatMap((file) => {
        const text = stripComments(readFileSync(join(SRC, file), "utf8"));
        return BANNED_IN_CORE.filter((words) => text.includes(words)).map((words) => `${file}: ${words}`);
      });
    expect(wrong).toEqual([]);
  });
});

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.split(sep).join("/"))
    .filter((name) => /\.tsx?$/.test(name));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(SRC, file), "utf8");
  const { module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`);
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean, names: string[]): void => {
    if (!specifier.startsWith(".")) return;
    const path = specifier.replace(/\?.*$/, "");
    if (!/\.tsx?$/.test(path)) return;
    const target = relative(SRC, normalize(join(SRC, dirname(file), path)))
      .split(sep)
      .join("/");
    found.push({ file, target, typeOnly, names });
  };
  for (const statement of module.staticImports) {
    const entries = statement.entries;
    add(
      statement.moduleRequest.value,
      entries.length > 0 && entries.every((entry) => entry.isType),
      entries.filter((entry) => !entry.isType).map((entry) => entry.importName.name ?? "*"),
    );
  }
  for (const statement of module.staticExports) {
    for (const entry of statement.entries) {
      if (entry.moduleRequest) add(entry.moduleRequest.value, entry.isType, [entry.importName.name ?? "*"]);
    }
  }
  for (const dynamic of module.dynamicImports) {
    const literal = /^["'`](.+)["'`]$/.exec(
      text.slice(dynamic.moduleRequest.start, dynamic.moduleRequest.end),
    );
    if (literal) add(literal[1]!, false, ["*"]);
  }
  return found;
}

/** "core/network/…" → "core/network"; "app/map/…" → "app". */
function roomOf(file: string): string {
  const parts = file.split("/");
  return parts[0] === "core" ? parts.slice(0, 2).join("/") : parts[0]!;
}

function findCycle(edges: readonly Import[]): string | null {
  const next = new Map<string, string[]>();
  for (const { file, target } of edges) next.set(file, [...(next.get(file) ?? []), target]);
  const state = new Map<string, "open" | "done">();
  const trail: string[] = [];
  const visit = (file: string): string | null => {
    if (state.get(file) === "done") return null;
    if (state.get(file) === "open") return [...trail.slice(trail.indexOf(file)), file].join(" → ");
    state.set(file, "open");
    trail.push(file);
    for (const target of next.get(file) ?? []) {
      const cycle = visit(target);
      if (cycle !== null) return cycle;
    }
    trail.pop();
    state.set(file, "done");
    return null;
  };
  for (const file of next.keys()) {
    const cycle = visit(file);
    if (cycle !== null) return cycle;
  }
  return null;
}

const stripComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "").replace(/(["'`])(?:\\.|(?!\1).)*\1/g, '""');

const say = ({ file, target }: Import): string => `${file} → ${target}`;
