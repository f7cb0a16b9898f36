// The patch that takes back another: the same changes with their ends swapped, last one first.

import type { Patch } from "./patch.ts";

export const invertPatch = (patch: Patch): Patch => ({
  centers: patch.centers.map(({ before, after, at }) => ({ before: after, after: before, at })).reverse(),
});
