// The town plan, drawn as text: a lattice of 20 × 14 cells between streets, one letter per cell for the
// community it belongs to and one for its use. Plan metres: p to the east, q to the south, before warp.mjs bends
// the lattice into a landscape. Even lines are arterials, odd ones collectors; four lines are no streets but a
// river, a stream, a railway and a ring road.
import { randomFor } from "./random.mjs";

const COMMUNITY_MAP = `
...AAAABBBBCCCCDDD..
..AAAAABBBBCCCCDDDD.
EEFFFGGHHHIIJJJKKLLL
EEFFGGGHHIIIIJJKKKLL
EEMMMNNOOPPQQQRSSTTT
EEMMNNNOOPPQQRRSSTTT
UUVVVWWXXYYZZaabbccc
UUVVWWWXXYYZZaabbccc
UUVVWWWXXXYZZZabbbcc
ddeeffgghhiijjjkklll
ddeeffgghhiiijjkkkll
ddmmmnnnoopppqqrrsss
ddmmmnnnoopppqqrrsss
.dmmmnnoooppqqqrrss.`
  .trim()
  .split("\n");

/**
 * S rows of slabs, T gated towers, V urban village, C old courtyards, R relocation compound, O offices, M mall,
 * K campus, P park, I industry, F fields and fish ponds, H hill.
 */
const USE_MAP = `
...FFSSIISFFSSHHFF..
..HFVSSIISTRTSFVSFF.
FFPSSTSSTTSSTSSISTFF
FVSSTSTSSTPTSSTSSTSF
FSSTSSPTSSTOOTSSSTTS
ISSSTSSSSTTOMOTSISTS
IISTSSTCCSSMTTSTSSTI
HSSSSTSCCCSSTSTSSTSI
HSPSTSPPCCTTPSSTPSSF
FSSPTSTTPSTKKTPSTSPF
FSSSSTSSTSTKKSTSSSSF
FVRRSSTSSPSTSVVSSTSF
IIPSSTSSTSSSTVSSISTI
.FSSFSSFSTSSIIFISSF.`
  .trim()
  .split("\n");

export const COLS = 20;
export const ROWS = 14;
export const RIVER_LINE = 9;
export const STREAM_LINE = 7;
export const RAIL_LINE = 15;
export const RING_LINE = 2;

const widths = randomFor("lattice");
/** Plan positions of the lattice lines. */
export const U = cumulate(COLS, () => widths.between(332, 380));
export const V = cumulate(ROWS, (row) => (row === 8 || row === 9 ? 395 : widths.between(300, 345)));

/** Half widths in metres: `road` from its middle to the building plots, `side` from a barrier to its side road. */
export const KINDS = {
  arterial: { road: 20, side: 0 },
  collector: { road: 14, side: 0 },
  edge: { road: 12, side: 0 },
  river: { road: 10, side: 74, water: 56 },
  stream: { road: 7, side: 24, water: 11 },
  rail: { road: 9, side: 24 },
  ring: { road: 11, side: 32 },
};

/** Cell at column c, row r; null outside the district. */
export function cellAt(c, r) {
  const community = COMMUNITY_MAP[r]?.[c] ?? ".";
  return community === "." ? null : { c, r, community, use: USE_MAP[r][c] };
}

export const CELLS = Array.from({ length: ROWS * COLS }, (_, i) =>
  cellAt(i % COLS, Math.floor(i / COLS)),
).filter((cell) => cell !== null);

/** Kind of the vertical line i beside row r. */
export function kindU(i, r) {
  if (i === STREAM_LINE && r < RIVER_LINE) return "stream";
  if (i === RAIL_LINE) return "rail";
  if (i === RING_LINE && r >= RING_LINE) return "ring";
  if (cellAt(i - 1, r) === null || cellAt(i, r) === null) return "edge";
  return i % 2 === 0 ? "arterial" : "collector";
}

/** Kind of the horizontal line j above column c. */
export function kindV(j, c) {
  if (j === RIVER_LINE) return "river";
  if (j === RING_LINE && c >= RING_LINE) return "ring";
  if (cellAt(c, j - 1) === null || cellAt(c, j) === null) return "edge";
  return j % 2 === 0 ? "arterial" : "collector";
}

function cumulate(count, step) {
  const lines = [0];
  for (let i = 0; i < count; i++) lines.push(Math.round(lines[i] + step(i)));
  return lines;
}
