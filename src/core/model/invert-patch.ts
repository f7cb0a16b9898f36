// The patch that takes back another: the same changes with their ends swapped, last one first.

import { changesOf, type Patch, patchOf } from "./patch.ts";
import { COLLECTION_NAMES } from "./plan-state.ts";

export const invertPatch = (patch: Patch): Patch =>
  patchOf(
    COLLECTION_NAMES.map((name) => [
      name,
      changesOf(patch, name)
        .map(({ before, after, at }) => ({ before: after, after: before, at }))
        .reverse(),
    ]),
    patch.members?.map((change) => ({ ...change, before: change.after, after: change.before })),
  );
