// Rule packs are plain files in data/standards beside the program: a new city is a new file.

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Coverage, LoadedRulePack } from "../core/standards/index.ts";
import { loadRulePack } from "../core/standards/index.ts";

export const DEFAULT_PACK = "hunan-2022";

/** Ids of the packs that are there, in order. */
export const packIds = (): string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith(".json") && name !== COVERAGE)
    .map((name) => name.slice(0, -".json".length))
    .sort();

/** Reads one pack; its id must be one of `packIds`. */
export function readPack(id: string): LoadedRulePack {
  try {
    return loadRulePack(JSON.parse(readFileSync(join(FOLDER, `${id}.json`), "utf8")));
  } catch (error) {
    return {
      pack: null,
      problems: [{ code: "unreadable", path: "", subject: null, message: String(error) }],
    };
  }
}

/** How the product carries every rule and system. */
export const readCoverage = (): Coverage => JSON.parse(readFileSync(join(FOLDER, COVERAGE), "utf8"));

const COVERAGE = "coverage.json";

/** This file and the built bundle both lie two folders below the root. */
const FOLDER = join(dirname(fileURLToPath(import.meta.url)), "../../data/standards");
