// Builds the walking network from plain lines: clean, node, join near misses, cut at barriers, contract, number.
//
// Noding is decided by the layer itself. Where lines already meet at shared vertices nearly everywhere (crossings
// without one are at most 1 in 10 of the junctions there are), the layer states its topology and what crosses
// without a shared vertex passes over or under: it is left apart and counted. Otherwise the lines were drawn
// plainly, and same-level crossings are junctions. Lines of different level never meet at a crossing.

import type { Metres, TaskControl } from "../base/index.ts";
import { Failure } from "../base/index.ts";
import { assembleNetwork } from "./assemble-network.ts";
import { indexBarriers } from "./barrier-index.ts";
import { cleanLines } from "./clean-lines.ts";
import { contractChains } from "./contract-chains.ts";
import { cutPieces } from "./cut-pieces.ts";
import { dropTwins } from "./drop-twins.ts";
import { Crossings, findCrossings } from "./find-crossings.ts";
import { joinEnds } from "./join-ends.ts";
import { createLineWork, type LineWork } from "./line-work.ts";
import type { PathNetwork } from "./path-network.ts";
import type { RouteLinesInFrame } from "./route-lines.ts";
import { splitLines } from "./split-lines.ts";

export interface NetworkInput {
  readonly lines: RouteLinesInFrame;
  readonly barriers: RouteLinesInFrame;
  /** Open gates, pairs in metres: a path through one is not cut by the wall it is in. */
  readonly openGates?: Float64Array;
  /** Ends this near are joined. */
  readonly tolerance: Metres;
}

/** Crossings without a shared vertex, per junction with one, up to which a layer counts as noded already. */
export const NODED_SHARE = 0.1;

/** Runs of segments between two turns of the host's event loop. */
const CHUNK = 50_000;

export async function buildNetwork(input: NetworkInput, control: TaskControl): Promise<PathNetwork> {
  const turn = async (done: number) => {
    control.report({ stage: "split", done });
    await control.pause();
    if (control.cancelled()) throw new Failure("cancelled");
  };
  await turn(0);
  const lines = cleanLines(input.lines);
  await turn(0.1);
  const work = createLineWork(lines);
  const barriers = indexBarriers(input.barriers, input.openGates);
  const crossings = new Crossings();
  const runs = work.segments.runStart.length;
  for (let from = 0; from < runs; from += CHUNK) {
    await turn(0.2 + (0.4 * from) / runs);
    findCrossings(work, from, Math.min(from + CHUNK, runs), crossings);
  }
  const noded = crossings.count <= NODED_SHARE * countJunctions(work);
  if (!noded) breakAtCrossings(work, crossings);
  await turn(0.6);
  const joins = joinEnds(work, barriers, { tolerance: input.tolerance, noded });
  await turn(0.7);
  const { pieces: whole, twins } = dropTwins(splitLines(work, joins), work.places.count);
  const { pieces, cuts } = cutPieces(whole, barriers, work.places.count);
  await turn(0.8);
  const placeCount = work.places.count + 2 * cuts;
  const edges = contractChains(pieces, placeCount);
  await turn(0.9);
  return assembleNetwork(edges, placeCount, {
    linesRead: input.lines.lines.count,
    degenerate: lines.degenerate,
    duplicates: lines.duplicates + twins,
    noding: noded ? "endpoints" : "crossings",
    splits: noded ? 0 : crossings.count,
    crossingsLeft: noded ? crossings.count : 0,
    nearMisses: joins.connectors.length / 2,
    tolerance: input.tolerance,
    cuts,
  });
}

/** Places where at least three arms meet at shared vertices. */
function countJunctions({ places }: LineWork): number {
  let junctions = 0;
  for (let place = 0; place < places.count; place++) {
    if (places.ends.data[place]! + 2 * places.passes.data[place]! > 2) junctions++;
  }
  return junctions;
}

function breakAtCrossings(work: LineWork, crossings: Crossings): void {
  const { places, vertexPlace, vertexLine, breaks } = work;
  const { xy, level } = work.lines;
  for (let i = 0; i < crossings.count; i++) {
    const first = crossings.first.data[i]!;
    const second = crossings.second.data[i]!;
    const at = crossings.firstAt.data[i]!;
    const secondAt = crossings.secondAt.data[i]!;
    const x = xy[2 * first]! + at * (xy[2 * first + 2]! - xy[2 * first]!);
    const y = xy[2 * first + 1]! + at * (xy[2 * first + 3]! - xy[2 * first + 1]!);
    const atVertex = secondAt === 0;
    const place = atVertex ? vertexPlace[second]! : places.at(x, y, level[vertexLine[first]!]!);
    breaks.add(first, at, place);
    if (!atVertex) breaks.add(second, secondAt, place);
    places.passes.data[place] = places.passes.data[place]! + (atVertex ? 1 : 2);
  }
}
