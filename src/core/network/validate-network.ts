// Independent check of a network, written from its contract and not from its builder: arcs match edges both ways,
// lengths match shapes, shapes run from node to node, components are those of a flood fill.

import type { PathNetwork } from "./path-network.ts";

/** Sentences that say what is wrong; none when the network keeps its contract. */
export function validateNetwork(network: PathNetwork): string[] {
  return [
    ...checkSizes(network),
    ...checkArcs(network),
    ...checkShapes(network),
    ...checkComponents(network),
  ].slice(0, 20);
}

function checkSizes(network: PathNetwork): string[] {
  const { nodeCount, edgeCount, offsets, targets } = network;
  const expected: [string, number, number][] = [
    ["nodeXY", network.nodeXY.length, 2 * nodeCount],
    ["offsets", offsets.length, nodeCount + 1],
    ["component", network.component.length, nodeCount],
    ["edgeFrom", network.edgeFrom.length, edgeCount],
    ["edgeTo", network.edgeTo.length, edgeCount],
    ["edgeLength", network.edgeLength.length, edgeCount],
    ["edgeLevel", network.edgeLevel.length, edgeCount],
    ["edgeLine", network.edgeLine.length, edgeCount],
    ["shapeOffsets", network.shapeOffsets.length, edgeCount + 1],
    ["shapeXY", network.shapeXY.length, 2 * network.shapeOffsets[edgeCount]!],
    ["targets", targets.length, offsets[nodeCount]!],
    ["lengths", network.lengths.length, targets.length],
    ["arcEdge", network.arcEdge.length, targets.length],
  ];
  return expected
    .filter(([, is, must]) => is !== must)
    .map(([name, is, must]) => `${name}: ${is}, not ${must}`);
}

function checkArcs(network: PathNetwork): string[] {
  const { nodeCount, edgeCount, offsets, targets, lengths, arcEdge, edgeFrom, edgeTo, edgeLength } = network;
  const faults: string[] = [];
  const arcsOfEdge = new Uint32Array(edgeCount);
  for (let node = 0; node < nodeCount; node++) {
    if (offsets[node]! >= offsets[node + 1]!) faults.push(`node ${node} has no arc`);
    for (let arc = offsets[node]!; arc < offsets[node + 1]!; arc++) {
      const e = arcEdge[arc]!;
      const forward = edgeFrom[e] === node && edgeTo[e] === targets[arc];
      const backward = edgeTo[e] === node && edgeFrom[e] === targets[arc];
      if (!(forward || backward)) faults.push(`arc ${arc} of node ${node} is not on edge ${e}`);
      if (lengths[arc] !== edgeLength[e])
        faults.push(`arc ${arc} is ${lengths[arc]} dm, edge ${edgeLength[e]}`);
      arcsOfEdge[e] = arcsOfEdge[e]! + 1;
    }
  }
  for (let e = 0; e < edgeCount; e++) {
    const must = edgeFrom[e] === edgeTo[e] ? 1 : 2;
    if (arcsOfEdge[e] !== must) faults.push(`edge ${e} has ${arcsOfEdge[e]} arcs, not ${must}`);
  }
  return faults;
}

function checkShapes(network: PathNetwork): string[] {
  const { edgeCount, shapeOffsets, shapeXY: xy, nodeXY, edgeFrom, edgeTo, edgeLength } = network;
  const faults: string[] = [];
  for (let e = 0; e < edgeCount; e++) {
    const first = shapeOffsets[e]!;
    const last = shapeOffsets[e + 1]! - 1;
    let length = 0;
    for (let v = first; v < last; v++) {
      length += Math.hypot(xy[2 * v + 2]! - xy[2 * v]!, xy[2 * v + 3]! - xy[2 * v + 1]!);
    }
    if (!(last > first)) faults.push(`edge ${e} has ${last - first + 1} vertices`);
    const rounded =
      Math.abs(edgeLength[e]! - 10 * length) <= 0.5 + 1e-6 || (edgeLength[e] === 1 && length < 0.1);
    if (!rounded) faults.push(`edge ${e} is ${edgeLength[e]} dm, its shape ${10 * length}`);
    for (const [node, v] of [[edgeFrom[e]!, first] as const, [edgeTo[e]!, last] as const]) {
      const gap = Math.hypot(nodeXY[2 * node]! - xy[2 * v]!, nodeXY[2 * node + 1]! - xy[2 * v + 1]!);
      if (!(gap <= 1e-6)) faults.push(`edge ${e} starts or ends ${gap} m from node ${node}`);
    }
  }
  return faults;
}

function checkComponents(network: PathNetwork): string[] {
  const { nodeCount, edgeCount, component, componentCount, report } = network;
  const faults: string[] = [];
  const flooded = floodFill(network);
  const labelOf = new Map<number, number>();
  for (let node = 0; node < nodeCount; node++) {
    const label = labelOf.get(flooded[node]!) ?? component[node]!;
    labelOf.set(flooded[node]!, label);
    if (label !== component[node]) faults.push(`node ${node}: component ${component[node]}, not ${label}`);
  }
  if (new Set(labelOf.values()).size !== componentCount || labelOf.size !== componentCount) {
    faults.push(`${componentCount} components, ${labelOf.size} found`);
  }
  const lengths = new Float64Array(componentCount);
  for (let e = 0; e < edgeCount; e++) {
    const label = component[network.edgeFrom[e]!]!;
    lengths[label] = lengths[label]! + network.edgeLength[e]! / 10;
  }
  for (let c = 0; c < componentCount; c++) {
    if (c > 0 && lengths[c]! > lengths[c - 1]! + 1e-6) faults.push(`component ${c} is longer than ${c - 1}`);
    if (!(Math.abs(lengths[c]! - report.componentLengths[c]!) < 1e-6))
      faults.push(`length of component ${c}`);
  }
  if (!(Math.abs(lengths.reduce((a, b) => a + b, 0) - report.lengthMeters) < 1e-3))
    faults.push("total length");
  return faults;
}

/** First node from which each node is reached over the arcs. */
function floodFill({ nodeCount, offsets, targets }: PathNetwork): Int32Array {
  const origin = new Int32Array(nodeCount).fill(-1);
  for (let seed = 0; seed < nodeCount; seed++) {
    if (origin[seed] !== -1) continue;
    origin[seed] = seed;
    const stack = [seed];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      for (let arc = offsets[node]!; arc < offsets[node + 1]!; arc++) {
        const target = targets[arc]!;
        if (origin[target] !== -1) continue;
        origin[target] = seed;
        stack.push(target);
      }
    }
  }
  return origin;
}
