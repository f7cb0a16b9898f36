// Makes the demo district (星河区, invented) again: `node scripts/demo.mjs [folder]`, data/demo by default.
// Seeded: the same files byte for byte every time.
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildTown } from "./demo/build.mjs";
import { writeTown } from "./demo/write-town.mjs";

const folder = process.argv[2] ?? fileURLToPath(new URL("../data/demo", import.meta.url));
mkdirSync(folder, { recursive: true });
writeTown(folder, buildTown());
