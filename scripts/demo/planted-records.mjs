// planted.json: every problem put into the demo district on purpose, where it is and what the engine must say of it.
// { id, kind, place, expect, zh, en }; `expect.type` says how to look (see tests/demo/planted.test.ts). Rows are 1-based.
import { codedGrids } from "./layers.mjs";
import { RING_LINE, U } from "./plan.mjs";

const FAR = { A: "西端", E: "北端", d: "南端", m: "西南角", c: "东北角", s: "东南角" };

export function plantedRecords(town) {
  const find = finders(town);
  const records = [
    ...farCommunities(find),
    ...smallCenters(find),
    ...unknowns(find),
    ...badRows(town, find),
    ...outOfPlace(town, find),
    ...ways(town, find),
    ...gridRecords(town, find),
    ...subdistrictCenters(find),
  ];
  return records.map((record, i) => ({ id: `P${String(i + 1).padStart(2, "0")}`, ...record }));
}

/** Looks up codes and rows as they stand in the files. */
function finders(town) {
  const buildings = town.compounds.flatMap((compound) => compound.buildings);
  const gates = town.compounds.flatMap((compound) => compound.gates);
  const community = (letter) => town.communities.find((one) => one.letter === letter);
  return {
    community,
    row: (building) => buildings.indexOf(building) + 1,
    gateRow: (gate) => gates.indexOf(gate) + 1,
    grids: codedGrids(town),
    centers: town.centers.map((center, i) => ({ ...center, id: `ZX${String(i + 1).padStart(3, "0")}` })),
    flag: (letter, flag) => ({ type: "communityFlag", code: community(letter).code, flag }),
  };
}

const farCommunities = (find) => [
  ...Object.entries(FAR).map(([letter, end]) => ({
    kind: "tooFar",
    place: find.community(letter).name,
    expect: find.flag(letter, "tooFar"),
    zh: `${find.community(letter).name}的中心设在辖区${end}，另一头的居民步行超过 15 分钟。`,
    en: "The centre stands at one end of its community; households at the other end walk more than 15 minutes.",
  })),
  {
    kind: "acrossRiver",
    place: find.community("k").name,
    expect: find.flag("k", "tooFar"),
    zh: `${find.community("k").name}的中心借用对岸用房：直线很近，过江要绕行大桥。`,
    en: "The community's centre is in rooms on the other bank: near as the crow flies, far on foot by the bridge.",
  },
];

const smallCenters = (find) =>
  [..."HoE"].map((letter) => ({
    kind: "tooSmall",
    place: find.community(letter).name,
    expect: find.flag(letter, "tooSmall"),
    zh: `${find.community(letter).name}党群服务中心建筑面积不到每百户 30 ㎡。`,
    en: "The community's centre has less than 30 m² per 100 households.",
  }));

function unknowns(find) {
  const blank = find.centers.find((center) => center.level === "社区" && center.community === "L");
  return [
    {
      kind: "blankArea",
      place: find.community("L").name,
      expect: find.flag("L", "unknownFloorArea"),
      zh: `${blank.name}没有填建筑面积：不知道够不够，不能当作 0。`,
      en: "The centre's floor area is blank: not known, and not zero.",
    },
    {
      kind: "blankHouseholds",
      place: find.community("q").name,
      expect: find.flag("q", "unknownHouseholds"),
      zh: `${find.community("q").name}有 5 栋楼的户数空白或无法识别。`,
      en: "Five buildings of this community have a blank or unreadable household count.",
    },
    {
      kind: "noCenter",
      place: find.community("R").name,
      expect: find.flag("R", "noCenter"),
      zh: `${find.community("R").name}没有自己的党群服务中心，居民就近去邻近社区。`,
      en: "The community has no centre of its own; its households walk to the neighbours'.",
    },
    {
      kind: "tooLarge",
      place: find.community("m").name,
      expect: { ...find.flag("m", "communitySizeOut"), pack: "national" },
      zh: `${find.community("m").name}接收两处安置小区后超过 3000 户，中心也不够大。`,
      en: "After two relocation compounds the community has more than 3,000 households.",
    },
    {
      kind: "tooSmall",
      place: find.community("m").name,
      expect: find.flag("m", "tooSmall"),
      zh: `${find.community("m").name}党群服务中心按户数应扩大一倍以上。`,
      en: "Its centre would have to be more than twice as large for its households.",
    },
  ];
}

function badRows({ planted: { texts, duplicate } }, find) {
  const issue = (building, code, zh, en) => ({
    kind: code,
    place: building.id,
    expect: { type: "issue", issue: code, file: "residences.geojson", row: find.row(building) },
    zh,
    en,
  });
  return [
    issue(texts.withUnit, "households.withUnit", "户数写作“372户”。", "The household cell reads “372户”."),
    issue(
      texts.approximate,
      "households.approximate",
      "户数写作“约400”。",
      "The household cell reads “约400” (about 400).",
    ),
    ...texts.blank.map((one) => issue(one, "households.blank", "户数空白。", "The household cell is blank.")),
    issue(
      texts.notNumber,
      "households.notNumber",
      "户数写作“待核”。",
      "The household cell reads “待核” (to be checked).",
    ),
    issue(texts.negative, "households.negative", "户数为 -12。", "The household cell reads -12."),
    issue(duplicate, "id.duplicate", "两栋楼用了同一个楼栋编号。", "Two buildings carry one number."),
  ];
}

const outOfPlace = ({ planted: { lone } }, find) => [
  {
    kind: "island",
    place: lone.islet.id,
    expect: { type: "unlinked", row: find.row(lone.islet) },
    zh: "江心洲上的一户房子没有路可达，列为未接入。",
    en: "A house on the islet joins no path and is listed as unlinked.",
  },
  {
    kind: "island",
    place: find.community("Z").name,
    expect: find.flag("Z", "unknownAccess"),
    zh: `${find.community("Z").name}因江心洲这一栋而不能判定全部可达。`,
    en: "Because of that house it cannot be said that the whole community is reached.",
  },
  {
    kind: "outside",
    place: lone.outside.id,
    expect: { type: "noCommunity", row: find.row(lone.outside) },
    zh: "一栋楼在区界以外，不属于任何社区。",
    en: "A building just beyond the district line lies in no community.",
  },
];

/** A footbridge that households depend on, and a gate whose closing sends them round. */
function ways({ roads, planted: { closed } }, find) {
  const bridge = roads.findIndex(
    ({ grade, name, points }) =>
      grade === "人行天桥" && name.startsWith("书香路") && Math.abs(points[0][0] - U[RING_LINE]) < 40,
  );
  return [
    {
      kind: "footbridge",
      place: `${roads[bridge].name}（跨环城快速路）`,
      expect: { type: "edit", file: "roads.geojson", row: bridge + 1, change: "remove", covered: "less" },
      zh: `${find.community("E").name}靠书香路人行桥越过环城快速路去最近的中心；桥一拆就有更多居民超过 15 分钟。`,
      en: "Households outside the ring road reach their nearest centre by this footbridge; without it more of them walk over 15 minutes.",
    },
    {
      kind: "closedGate",
      place: closed.compound.name,
      expect: {
        type: "edit",
        file: "gates.geojson",
        row: find.gateRow(closed.gate),
        change: "open",
        covered: "more",
      },
      zh: `${closed.compound.name}靠近中心的门关闭，居民要绕行另一道门；开门后回到 15 分钟内。`,
      en: "The gate near the centre is closed and people walk round; once it is open they are within 15 minutes.",
    },
    {
      kind: "tooFar",
      place: find.community(closed.compound.block.community).name,
      expect: find.flag(closed.compound.block.community, "tooFar"),
      zh: `因关门，${find.community(closed.compound.block.community).name}有居民超过 15 分钟。`,
      en: "Because of the closed gate this community has households beyond 15 minutes.",
    },
  ];
}

function gridRecords({ planted: { sizes, split, grids } }, find) {
  const record = (grid, kind, flag, metric, zh, en) => {
    const { code } = find.grids.find((one) => one.grid === grid);
    return { kind, place: code, expect: { type: "gridFlag", code, metric, flag }, zh, en };
  };
  const flags = { 299: "gridTooSmall", 500: null, 501: "gridTooLarge", 612: "gridTooLarge" };
  return [
    ...sizes.map(({ grid, target }) => ({
      ...record(
        grid,
        "gridSize",
        flags[target],
        "grid.households",
        `网格正好 ${target} 户。`,
        `A grid of exactly ${target} households.`,
      ),
      households: target,
    })),
    ...[split.from, split.to].map((grid) =>
      record(
        grid,
        "compoundSplit",
        "compoundSplit",
        "grid.compoundsSplit",
        `${split.compound.name}不足 500 户，却被切到两个网格。`,
        "A compound of less than 500 households is cut between two grids.",
      ),
    ),
    record(
      grids.withoutParty,
      "noParty",
      "gridStaffing",
      "grid.partyOrgs",
      "网格没有党组织。",
      "A grid without a Party body.",
    ),
    record(
      grids.partyUnknown,
      "partyUnknown",
      "unknownGrid",
      "grid.partyOrgs",
      "网格党组织数空白。",
      "A grid whose Party bodies are not stated.",
    ),
    record(
      grids.withoutWorker,
      "noWorker",
      "gridStaffing",
      "grid.fullTimeWorkers",
      "网格没有专职网格员。",
      "A grid without a full-time worker.",
    ),
  ];
}

const subdistrictCenters = (find) =>
  find.centers
    .filter(({ level, area }) => level === "街道" && area <= 1000)
    .map(({ id, name, area }) => ({
      kind: "subdistrictCenter",
      place: name,
      expect: { type: "centerFlag", center: id, flag: area < 1000 ? "tooSmall" : null },
      zh: area < 1000 ? `${name}只有 ${area} ㎡，不到 1000 ㎡。` : `${name}正好 1000 ㎡，达标。`,
      en:
        area < 1000
          ? `This subdistrict centre has ${area} m², under 1,000 m².`
          : "A subdistrict centre of exactly 1,000 m² passes.",
    }));
