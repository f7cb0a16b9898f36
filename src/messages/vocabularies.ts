// Words for the closed names of the core: roles of layers, kinds of geometry, our fields, levels of centres, and
// what zod finds wrong with a project file.

import type { FieldName, PersonalKind } from "../core/formats/index.ts";
import type { CenterLevel, LayerRole } from "../core/model/index.ts";
import type { Language } from "./language.ts";

type Words<Name extends string = string> = Readonly<Record<Name, string>>;
type Both<Name extends string> = Readonly<Record<Language, Words<Name>>>;

const roles: Both<LayerRole> = {
  "zh-CN": {
    residences: "居民楼",
    centers: "党群服务中心",
    network: "步行路网",
    barriers: "阻隔",
    gates: "小区出入口",
    communities: "社区",
    subdistricts: "街道",
    grids: "网格",
    water: "水面",
    green: "绿地",
    buildings: "建筑轮廓",
    candidates: "候选点",
    departments: "部门网格",
    transit: "公交地铁站",
    exercise: "晨晚练点",
    renewal: "城市更新范围",
  },
  en: {
    residences: "residences",
    centers: "service centres",
    network: "walking network",
    barriers: "barriers",
    gates: "compound gates",
    communities: "communities",
    subdistricts: "subdistricts",
    grids: "grids",
    water: "water",
    green: "green",
    buildings: "building outlines",
    candidates: "candidate sites",
    departments: "departments' grids",
    transit: "transit stops",
    exercise: "exercise points",
    renewal: "renewal areas",
  },
};

const areas: Both<string> = {
  "zh-CN": { community: "社区", subdistrict: "街道", grid: "网格", renewal: "城市更新范围" },
  en: { community: "community", subdistrict: "subdistrict", grid: "grid", renewal: "renewal area" },
};

const kinds: Both<string> = {
  "zh-CN": { point: "点", line: "线", polygon: "面" },
  en: { point: "points", line: "lines", polygon: "polygons" },
};

const fields: Both<FieldName> = {
  "zh-CN": {
    id: "编号",
    name: "名称",
    households: "户数",
    area: "建筑面积",
    level: "级别",
    kind: "类型",
    community: "所属社区",
    compound: "所属小区",
    grid: "所属网格",
    parent: "上级",
    lon: "经度",
    lat: "纬度",
    class: "道路等级",
    bridge: "桥梁",
    tunnel: "隧道",
    layer: "层",
    open: "是否开放",
    partyOrgs: "党组织数",
    gridWorkers: "专职网格员数",
    cost: "费用",
    floor: "所在楼层",
    openHours: "开放时间",
    department: "部门",
  },
  en: {
    id: "id",
    name: "name",
    households: "households",
    area: "floor area",
    level: "level",
    kind: "kind",
    community: "community",
    compound: "compound",
    grid: "grid",
    parent: "parent area",
    lon: "longitude",
    lat: "latitude",
    class: "road class",
    bridge: "bridge",
    tunnel: "tunnel",
    layer: "layer",
    open: "open",
    partyOrgs: "party organisations",
    gridWorkers: "full-time grid workers",
    cost: "cost",
    floor: "floor",
    openHours: "opening hours",
    department: "department",
  },
};

const levels: Both<CenterLevel> = {
  "zh-CN": {
    subdistrict: "街道级",
    community: "社区级",
    area: "区域级",
    grid: "网格级",
    station: "小区服务站",
  },
  en: {
    subdistrict: "subdistrict centre",
    community: "community centre",
    area: "area centre",
    grid: "grid point",
    station: "compound station",
  },
};

const personal: Both<PersonalKind> = {
  "zh-CN": { identity: "身份证号", phone: "电话号码", resident: "居民姓名" },
  en: { identity: "identity numbers", phone: "telephone numbers", resident: "names of residents" },
};

export const VOCABULARIES: Readonly<Record<string, Readonly<Record<Language, Words>>>> = {
  roles,
  areas,
  kinds,
  fields,
  levels,
  personal,
};
