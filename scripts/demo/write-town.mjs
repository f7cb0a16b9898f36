// The files of the demo district and its project file.

import {
  candidateFeatures,
  exerciseFeatures,
  policeFeatures,
  stopFeatures,
  urbanFeatures,
} from "./extras.mjs";
import {
  areaFeatures,
  barrierFeatures,
  centerRows,
  drawingFeatures,
  gateFeatures,
  residenceFeatures,
  roadFeatures,
} from "./layers.mjs";
import { plantedRecords } from "./planted-records.mjs";
import { writeCsv, writeGeojson, writeJson } from "./write.mjs";

const AS_OF = "2026-10-31";
const LAYERS = [
  [
    "residences",
    "residences.geojson",
    { id: "楼栋编号", name: "楼栋名称", households: "户数", compound: "小区" },
  ],
  [
    "centers",
    "centers.csv",
    {
      id: "中心编号",
      name: "中心名称",
      level: "级别",
      lon: "经度",
      lat: "纬度",
      area: "建筑面积（㎡）",
      kind: "中心类型",
      community: "所属社区",
    },
  ],
  ["network", "roads.geojson", { class: "道路等级", bridge: "bridge", tunnel: "tunnel", layer: "layer" }],
  ["barriers", "barriers.geojson", { class: "类型" }],
  ["gates", "gates.geojson", { compound: "小区", open: "是否开放" }],
  ["communities", "communities.geojson", { id: "社区代码", name: "社区名称", parent: "所属街道" }],
  ["subdistricts", "subdistricts.geojson", { id: "街道代码", name: "街道名称" }],
  [
    "grids",
    "grids.geojson",
    {
      id: "网格编码",
      name: "网格名称",
      parent: "所属社区",
      partyOrgs: "党组织数",
      gridWorkers: "专职网格员数",
    },
  ],
  ["water", "water.geojson", {}],
  ["green", "green.geojson", {}],
  ["buildings", "buildings.geojson", {}],
  [
    "candidates",
    "candidates.geojson",
    {
      id: "候选点编号",
      name: "名称",
      kind: "类型",
      area: "可用面积（㎡）",
      cost: "费用（万元）",
      community: "所属社区",
    },
  ],
  ["departments", "departments-police.geojson", { id: "警务区编号", name: "警务区名称", households: "户数" }],
  ["departments", "departments-urban.geojson", { id: "单元网格编号", department: "主管" }],
  ["transit", "transit-stops.geojson", { id: "编号", name: "名称" }],
  ["exercise", "exercise-points.geojson", { id: "编号", kind: "类型" }],
];

export function writeTown(folder, town) {
  const blankArea = town.centers.find((center) => center.level === "社区" && center.community === "L");
  const areas = areaFeatures(town);
  const geojson = (file, name, features) => writeGeojson(folder, file, name, features);
  geojson("residences.geojson", "住宅楼栋", residenceFeatures(town));
  writeCsv(folder, "centers.csv", centerRows(town, blankArea));
  geojson("roads.geojson", "道路", roadFeatures(town));
  geojson("barriers.geojson", "阻隔线", barrierFeatures(town));
  geojson("gates.geojson", "小区出入口", gateFeatures(town));
  geojson("communities.geojson", "社区", areas.communities);
  geojson("subdistricts.geojson", "街道", areas.subdistricts);
  geojson("grids.geojson", "上年网格", areas.grids);
  geojson("water.geojson", "水系", drawingFeatures(town.nature.water));
  geojson("green.geojson", "绿地", drawingFeatures(town.nature.green));
  geojson("buildings.geojson", "非住宅建筑", drawingFeatures(town.nature.buildings));
  geojson("candidates.geojson", "候选点", candidateFeatures(town));
  geojson("exercise-points.geojson", "晨晚练点", exerciseFeatures(town));
  geojson("transit-stops.geojson", "公交站", stopFeatures());
  geojson("departments-police.geojson", "警务区", policeFeatures(town));
  geojson("departments-urban.geojson", "城管单元网格", urbanFeatures(town));
  writeJson(folder, "planted.json", plantedRecords(town));
  writeJson(folder, "project.json", {
    version: 1,
    name: "星河区（示例）",
    pack: "hunan-2022",
    layers: LAYERS.map(([role, file, fields]) => ({
      role,
      file,
      datum: role === "centers" ? "gcj02" : "wgs84",
      fields,
      asOf: AS_OF,
    })),
  });
}
