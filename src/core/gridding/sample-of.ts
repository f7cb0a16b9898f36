// A few of many ids for a sentence, with how many there are.

/** Ids named in one sentence. */
const NAMED = 10;

export const sampleOf = (ids: readonly string[]): { readonly ids: string; readonly count: number } => ({
  ids: ids.slice(0, NAMED).join(", ") + (ids.length > NAMED ? " …" : ""),
  count: ids.length,
});
