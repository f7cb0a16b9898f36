// The walking room at city size: 200,704 nodes, 80 centres, 250,000 residences. Every row first checks that
// both ways give the same answer.

import { createAccessSolver, createAreaMaker } from "../../src/core/access/index.ts";
import { NO_LINES } from "../../src/core/geo/index.ts";
import { type BenchRow, compare } from "./bench-row.ts";
import { textbookDijkstra } from "./reference.ts";
import { scatter, seedsOf, streetTown } from "./street-town.ts";

const FIFTEEN_MINUTES = 9000;

export function bench(): BenchRow[] {
  const network = streetTown(448, 60, 7);
  const centers = scatter(network, 80, 11);
  return [...nodeRows(network, centers), ...residenceRows(network, centers), ...areaRows(network, centers)];
}

/** A residence at the beginning of an edge of every node: its walk is the node's. */
function nodeRows(network: ReturnType<typeof streetTown>, centers: ReturnType<typeof scatter>): BenchRow[] {
  const edgeOf = new Uint32Array(network.nodeCount);
  for (let k = 0, node = 0; k < network.arcEdge.length; k++) {
    while (k >= network.offsets[node + 1]!) node++;
    edgeOf[node] = network.arcEdge[k]!;
  }
  const nodes = {
    count: network.nodeCount,
    offsets: Uint32Array.from({ length: network.nodeCount + 1 }, (_, i) => i),
    edge: edgeOf,
    along: edgeOf.map((e, node) => (network.edgeFrom[e] === node ? 0 : network.edgeLength[e]!)),
    leg: new Uint32Array(network.nodeCount),
    xy: network.nodeXY,
  };
  const solver = createAccessSolver(network, nodes);
  const seeds = seedsOf(network, centers);
  const expected = textbookDijkstra(network, seeds).distance;
  const { distance } = solver.nearest(centers);
  expected.forEach((walk, node) => {
    const hasEdge = network.offsets[node]! < network.offsets[node + 1]!;
    if (hasEdge && Number.isFinite(walk) && Math.abs(distance[node]! - walk) > 0 && distance[node]! > walk) {
      throw new Error(`Node ${node}: ${distance[node]} against ${walk}.`);
    }
  });
  return [
    compare(
      "nearest centre of every node (200,704 nodes, 80 centres)",
      15,
      () => solver.nearest(centers),
      () => textbookDijkstra(network, seeds),
    ),
  ];
}

function residenceRows(
  network: ReturnType<typeof streetTown>,
  centers: ReturnType<typeof scatter>,
): BenchRow[] {
  const residences = scatter(network, 250_000, 13);
  const solver = createAccessSolver(network, residences);
  const session = solver.beginMove(centers, 40);
  const places = scatter(network, 64, 17);
  let step = 0;
  const moved = (place: number) => ({
    ...centers,
    edge: centers.edge.with(40, places.edge[place]!),
    along: centers.along.with(40, places.along[place]!),
  });
  const check = session.at(places, 5);
  const whole = solver.nearest(moved(5));
  if (check.distance.some((walk, i) => walk !== whole.distance[i])) throw new Error("The move went wrong.");
  return [
    compare(
      "one step of moving a centre (250,000 residences)",
      64,
      () => session.at(places, step++ % 64),
      () => solver.nearest(moved(step % 64)),
    ),
    compare(
      "reach of 80 centres, 15 minutes",
      15,
      () => {
        for (let center = 0; center < 80; center++) solver.reach(centers, center, FIFTEEN_MINUTES);
      },
      () => {
        for (let center = 0; center < 80; center++) {
          textbookDijkstra(network, seedsOf(network, centers, center), FIFTEEN_MINUTES);
        }
      },
    ),
  ];
}

function areaRows(network: ReturnType<typeof streetTown>, centers: ReturnType<typeof scatter>): BenchRow[] {
  const ground = { barriers: NO_LINES, buffer: 50, cell: 10 };
  const maker = createAreaMaker(network, ground);
  const searches = (): void => {
    for (let center = 0; center < 80; center++) {
      textbookDijkstra(network, seedsOf(network, centers, center), FIFTEEN_MINUTES);
    }
  };
  const limits = [FIFTEEN_MINUTES];
  return [
    compare(
      "80 areas of 15 minutes (reference: 80 plain searches)",
      9,
      () => {
        maker.areas(centers, { limits, view: "overlap" });
      },
      searches,
    ),
    compare(
      "80 areas in 3 bands (reference: 80 plain searches)",
      9,
      () => {
        maker.areas(centers, { limits: [3000, 6000, 9000], view: "overlap" });
      },
      searches,
    ),
    compare(
      "getting ready for areas, once a network",
      3,
      () => {
        createAreaMaker(network, ground);
      },
      null,
    ),
  ];
}
