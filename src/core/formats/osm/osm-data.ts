// OpenStreetMap data as columns: nodes by ascending id, references of every way, tags only where a layer may
// come of them. Both decoders (PBF, XML) feed the same collector, so both give the same layers and counts.

/** Tags by key; only keys of KEPT_KEYS. */
export type OsmTags = Readonly<Record<string, string>>;

export interface OsmMember {
  readonly type: "node" | "way" | "relation";
  readonly id: number;
}

export interface OsmWay {
  readonly id: number;
  readonly tags: OsmTags;
  /** Position among all ways, for `wayOffsets`. */
  readonly index: number;
}

export interface OsmRelation {
  readonly id: number;
  readonly tags: OsmTags;
  readonly members: readonly OsmMember[];
}

export interface OsmCounts {
  readonly nodes: number;
  readonly ways: number;
  readonly relations: number;
  /** Ways with a `highway` tag, and those of them that are footways and steps. */
  readonly highways: number;
  readonly footways: number;
  readonly steps: number;
  /** Ways with a `building` tag. */
  readonly buildings: number;
}

export interface OsmData {
  readonly counts: OsmCounts;
  /** Ascending. */
  readonly nodeIds: Float64Array;
  /** Longitude and latitude pairs by node, in 1e-7 degrees, WGS-84. */
  readonly nodeXy: Int32Array;
  /** Node ids of way `i`: wayRefs[wayOffsets[i] .. wayOffsets[i + 1]). */
  readonly wayRefs: Float64Array;
  readonly wayOffsets: Uint32Array;
  /** Index of each way by its id. */
  readonly wayIndex: ReadonlyMap<number, number>;
  /** Ways with a tag of LAYER_KEYS. */
  readonly ways: readonly OsmWay[];
  /** Multipolygons and boundaries with a tag of LAYER_KEYS. */
  readonly relations: readonly OsmRelation[];
}

/** Keys of which a layer may come. */
export const LAYER_KEYS: ReadonlySet<string> = new Set([
  "highway",
  "building",
  "natural",
  "waterway",
  "landuse",
  "leisure",
  "railway",
  "boundary",
]);

/** Keys that are read at all. */
export const KEPT_KEYS: ReadonlySet<string> = new Set([
  ...LAYER_KEYS,
  "type",
  "name",
  "name:zh",
  "foot",
  "access",
  "sidewalk",
  "motorroad",
  "bridge",
  "tunnel",
  "layer",
  "area",
  "admin_level",
  "ref",
  "building:levels",
]);

export interface OsmCollector {
  /** Longitude and latitude in 1e-7 degrees. */
  readonly node: (id: number, lon: number, lat: number) => void;
  readonly way: (id: number, tags: OsmTags, refs: ArrayLike<number>) => void;
  readonly relation: (id: number, tags: OsmTags, members: () => readonly OsmMember[]) => void;
  readonly finish: () => OsmData;
}

export function collectOsm(): OsmCollector {
  let nodeIds = new Float64Array(1 << 12);
  let nodeXy = new Int32Array(1 << 13);
  let wayRefs = new Float64Array(1 << 12);
  let nodes = 0;
  let references = 0;
  let ascending = true;
  const wayOffsets = [0];
  const wayIndex = new Map<number, number>();
  const ways: OsmWay[] = [];
  const relations: OsmRelation[] = [];
  const counts = { relations: 0, highways: 0, footways: 0, steps: 0, buildings: 0 };

  return {
    node: (id, lon, lat) => {
      if (nodes === nodeIds.length) {
        nodeIds = grown(nodeIds, new Float64Array(2 * nodes));
        nodeXy = grown(nodeXy, new Int32Array(4 * nodes));
      }
      if (nodes > 0 && id <= nodeIds[nodes - 1]!) ascending = false;
      nodeIds[nodes] = id;
      nodeXy[2 * nodes] = lon;
      nodeXy[2 * nodes + 1] = lat;
      nodes++;
    },
    way: (id, tags, refs) => {
      while (references + refs.length > wayRefs.length) {
        wayRefs = grown(wayRefs, new Float64Array(2 * wayRefs.length));
      }
      wayRefs.set(refs, references);
      references += refs.length;
      const index = wayOffsets.length - 1;
      wayOffsets.push(references);
      wayIndex.set(id, index);
      if (hasLayerKey(tags)) ways.push({ id, tags, index });
      if (tags["highway"] !== undefined) counts.highways++;
      if (tags["highway"] === "footway") counts.footways++;
      if (tags["highway"] === "steps") counts.steps++;
      if (tags["building"] !== undefined) counts.buildings++;
    },
    relation: (id, tags, members) => {
      counts.relations++;
      const type = tags["type"];
      if (type !== "multipolygon" && type !== "boundary") return;
      if (hasLayerKey(tags)) relations.push({ id, tags, members: members() });
    },
    finish: () => ({
      counts: { nodes, ways: wayOffsets.length - 1, ...counts },
      ...(ascending
        ? { nodeIds: nodeIds.subarray(0, nodes), nodeXy: nodeXy.subarray(0, 2 * nodes) }
        : sorted(nodeIds.subarray(0, nodes), nodeXy)),
      wayRefs: wayRefs.subarray(0, references),
      wayOffsets: Uint32Array.from(wayOffsets),
      wayIndex,
      ways,
      relations,
    }),
  };
}

/** The node of each reference of all ways, -1 where the extract does not hold it. Often they run on, as ids do. */
export function wayNodes({ nodeIds, wayRefs }: OsmData): Int32Array {
  const nodes = new Int32Array(wayRefs.length);
  let before = -1;
  for (let i = 0; i < nodes.length; i++) {
    const id = wayRefs[i]!;
    const node = nodeIds[before + 1] === id ? before + 1 : nodeIndex(nodeIds, id);
    nodes[i] = node;
    if (node >= 0) before = node;
  }
  return nodes;
}

/** Binary search; -1 when there is none. */
function nodeIndex(nodeIds: Float64Array, id: number): number {
  let low = 0;
  let high = nodeIds.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = nodeIds[middle]!;
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function hasLayerKey(tags: OsmTags): boolean {
  for (const key in tags) if (LAYER_KEYS.has(key)) return true;
  return false;
}

function grown<T extends Float64Array | Int32Array>(column: T, larger: T): T {
  larger.set(column);
  return larger;
}

/** Nodes in order of id; of several with one id the last, as an editor's later version. */
function sorted(ids: Float64Array, xy: Int32Array): Pick<OsmData, "nodeIds" | "nodeXy"> {
  const order = Uint32Array.from(ids, (_, i) => i).sort((a, b) => ids[a]! - ids[b]! || a - b);
  const last = order.filter((node, i) => ids[node] !== ids[order[i + 1] ?? -1]);
  const nodeXy = new Int32Array(2 * last.length);
  last.forEach((node, i) => {
    nodeXy[2 * i] = xy[2 * node]!;
    nodeXy[2 * i + 1] = xy[2 * node + 1]!;
  });
  return { nodeIds: Float64Array.from(last, (node) => ids[node]!), nodeXy };
}
