// The tasks the engine runs, as one typed map: inputs and outputs are plain records and typed arrays, so a
// task runs the same in process (command line, tests) and over a worker port (browser). Large things
// (network, joins, fields) stay behind in the engine under a scene id.

import type { AreaView, ResidenceAccess, ServiceAreas, WalkingPath, WalkSettings } from "../access/index.ts";
import type {
  CenterResult,
  CommunityResult,
  Finding,
  Records,
  Sensitivity,
  SilentRule,
  Totals,
} from "../assess/index.ts";
import type { Degrees, Issue, Metres, MetresPerSecond, Minutes } from "../base/index.ts";
import type {
  ArchiveRead,
  ConvertInput,
  ExportOptions,
  ExportResult,
  ExportTable,
  ExportWords,
  ImportResult,
  InputFile,
  KnownLayer,
  LayerInspection,
  LayerSpec,
  MappingHabit,
  SavedProject,
  TableChoice,
  TableWord,
  WriterId,
} from "../formats/index.ts";
import type { Baseline, Matter, ServiceCenter } from "../model/index.ts";
import type { NetworkReport, NetworkSettings } from "../network/index.ts";
import type { ReportDocument, ReportRequest } from "../report/index.ts";
import type {
  LoadedRulePack,
  MatterKind,
  NamedPlace,
  ReadMatters,
  ReadRows,
  Register,
  RulePack,
} from "../standards/index.ts";
import type { GridTaskMap } from "./grid-tasks.ts";
import type { PlanNet } from "./plan-net.ts";
import type { SiteTaskMap } from "./site-tasks.ts";
import type { WalkedScene } from "./walked-scene.ts";

export interface SceneSummary {
  readonly scene: string;
  readonly nodes: number;
  readonly edges: number;
  readonly components: number;
  readonly lengthMeters: Metres;
  /** null when there is no network. */
  readonly report: NetworkReport | null;
  /** True when there is no network and distances are straight lines × the detour ratio. */
  readonly estimate: boolean;
  /** 1 per residence that joins the network. */
  readonly linked: Uint8Array;
  /** Community index per residence, -1 when it lies in none. */
  readonly residenceCommunity: Int32Array;
  readonly issues: readonly Issue[];
  /** [west, south, east, north] of residences, centres and communities. */
  readonly bounds: readonly [Degrees, Degrees, Degrees, Degrees];
}

export interface Analysis {
  readonly walk: WalkSettings;
  readonly packId: string;
  readonly packEdition: string;
  readonly access: ResidenceAccess;
  readonly totals: Totals;
  readonly centers: readonly CenterResult[];
  readonly communities: readonly CommunityResult[];
  readonly findings: readonly Finding[];
  /** Rules of the pack that say nothing here, because the data they are about was not given. */
  readonly silentRules: readonly SilentRule[];
  readonly issues: readonly Issue[];
}

/** What an export needs of a scene that is open; `words` are the headers in the user's language. */
export interface PlanExport {
  readonly scene: string;
  readonly centers: readonly ServiceCenter[];
  readonly analysis: Analysis;
  readonly net?: PlanNet;
  readonly areas: ServiceAreas | null;
  readonly words: ExportWords;
  readonly only?: readonly TableWord[];
}

export interface TaskMap extends GridTaskMap, SiteTaskMap {
  /**
   * Reads files into a baseline. Roles, fields and datum of each file are as `layers` says, else as the
   * project file among them says, else guessed; what was decided comes back in `layers`. Never throws for
   * bad input: rows it cannot use are set aside and listed. Columns in `prefer` feed their field in every
   * layer that has them; `datum` is that of layers for which nobody says another.
   */
  "files.import": {
    input: {
      readonly name: string;
      readonly files: readonly InputFile[];
      readonly layers?: readonly LayerSpec[];
      readonly prefer?: LayerSpec["fields"];
      readonly datum?: string;
      /** Encoding of text without a mark of its own, and columns kept although they look personal. */
      readonly encoding?: string;
      readonly keepColumns?: readonly string[];
      /** What was decided before for files of the same columns; the latest first. */
      readonly habits?: readonly MappingHabit[];
      /** Layers decided before for files that may be among these again, and what was decided of files beside. */
      readonly known?: readonly KnownLayer[];
      readonly choices?: readonly TableChoice[];
    };
    output: ImportResult;
  };
  /** What files hold, layer by layer, before roles, datums and fields are decided. */
  "files.inspect": {
    input: { readonly files: readonly InputFile[]; readonly encoding?: string };
    output: readonly LayerInspection[];
  };
  /**
   * Writes tables, or a plan with its results as tables (residences, centres, communities, findings, service areas
   * and the other layers; only those whose names are in `only`, when given). No files when the datum is not known.
   */
  "files.export": {
    input: {
      readonly tables?: readonly ExportTable[];
      readonly plan?: PlanExport;
      readonly format: WriterId;
      readonly options: ExportOptions;
    };
    output: ExportResult;
  };
  /** Files of any format to files of another, in another datum or encoding. */
  "files.convert": { input: ConvertInput; output: ExportResult };
  /** Reads a project file, or says why it is refused. */
  "project.read": { input: { readonly file: InputFile }; output: ArchiveRead };
  "project.write": { input: { readonly project: SavedProject }; output: Uint8Array };
  /** Checks rule pack files; a pack with a problem is null, its problems listed. */
  "packs.read": {
    input: { readonly files: readonly InputFile[] };
    output: readonly (LoadedRulePack & { readonly file: string })[];
  };
  /** A table file as rows of a register, or as matters; what does not fit is set aside with row, field and value. */
  "records.register": {
    input: {
      readonly file: InputFile;
      readonly register: Register;
      readonly places: readonly NamedPlace[];
    };
    output: ReadRows & { readonly issues: readonly Issue[] };
  };
  "records.matters": {
    input: {
      readonly file: InputFile;
      readonly kinds: readonly MatterKind[];
      readonly places: readonly NamedPlace[];
      /** ISO date. */
      readonly today: string;
      /** Matters of the plan, which rows with their ids go on with. */
      readonly known?: readonly Matter[];
    };
    output: ReadMatters & { readonly issues: readonly Issue[] };
  };
  /** Builds the network, links residences, finds each residence's community. */
  "scene.open": {
    input: { readonly baseline: Baseline; readonly settings: NetworkSettings };
    output: SceneSummary;
  };
  /** The plan's registers, judged beside those of the layers until other ones are given. */
  "scene.records": { input: { readonly scene: string; readonly records: Records }; output: null };
  "scene.close": { input: { readonly scene: string }; output: null };
  /** Minutes, coverage and findings for one state of the centres. */
  "scene.analyse": {
    input: WalkedScene & {
      readonly centers: readonly ServiceCenter[];
      readonly walk: WalkSettings;
      readonly pack: RulePack;
      /** The plan's own grids, in place of those that came with the files. */
      readonly net?: PlanNet;
    };
    output: Analysis;
  };
  /** Findings that would come out differently at other speeds, or with household counts some percent off. */
  "scene.sensitivity": {
    input: TaskMap["scene.analyse"]["input"] & {
      readonly speeds: readonly MetresPerSecond[];
      readonly percents: readonly number[];
    };
    output: Sensitivity;
  };
  "scene.areas": {
    input: WalkedScene & {
      readonly centers: readonly ServiceCenter[];
      /** Minutes of each band, ascending. */
      readonly bands: readonly Minutes[];
      readonly speed: MetresPerSecond;
      readonly view: AreaView;
      /** Only these centres (indices); all when absent. */
      readonly only?: readonly number[];
    };
    output: ServiceAreas;
  };
  /** The walk from one residence to its nearest centre (or to `center`); null when there is none. */
  "scene.path": {
    input: WalkedScene & {
      readonly centers: readonly ServiceCenter[];
      readonly speed: MetresPerSecond;
      readonly residence: number;
      readonly center?: number;
    };
    output: WalkingPath | null;
  };
  /**
   * One step of dragging: centre `moving` of `centers` is now where the list says it is. The engine keeps
   * what does not depend on it from step to step. Returns the whole analysis and the moved centre's areas.
   */
  "scene.drag": {
    input: WalkedScene & {
      readonly centers: readonly ServiceCenter[];
      readonly moving: number;
      readonly walk: WalkSettings;
      readonly pack: RulePack;
      readonly net?: PlanNet;
      readonly bands: readonly Minutes[];
    };
    output: { readonly analysis: Analysis; readonly areas: ServiceAreas };
  };
  /** Positions (degrees, pairs) moved onto the nearest path within metres; others stay where they are. */
  "scene.snap": {
    input: { readonly scene: string; readonly points: Float64Array; readonly within: Metres };
    output: Float64Array;
  };
  /** A report as pages, tables and charts, and what to mind before it is handed out. */
  "report.pages": {
    input: WalkedScene & {
      readonly centers: readonly ServiceCenter[];
      readonly analysis: Analysis;
      readonly pack: RulePack;
      readonly net?: PlanNet;
      readonly request: ReportRequest;
    };
    output: ReportDocument & { readonly issues: readonly Issue[] };
  };
}

export const TASK_NAMES = [
  "files.import",
  "files.inspect",
  "files.export",
  "files.convert",
  "project.read",
  "project.write",
  "packs.read",
  "records.register",
  "records.matters",
  "scene.open",
  "scene.records",
  "scene.close",
  "scene.analyse",
  "scene.sensitivity",
  "scene.areas",
  "scene.path",
  "scene.drag",
  "scene.snap",
  "report.pages",
  "siting.table",
  "siting.matrix",
  "siting.solve",
  "siting.capacity",
  "siting.areas",
  "siting.gain",
  "siting.candidates",
  "siting.compare",
  "grids.open",
  "grids.close",
  "grids.previous",
  "grids.draft",
  "grids.check",
  "grids.codes",
  "grids.rules",
  "grids.borders",
  "grids.compare",
] as const satisfies readonly (keyof TaskMap)[];
export type TaskName = keyof TaskMap;
export type TaskInput<T extends TaskName> = TaskMap[T]["input"];
export type TaskOutput<T extends TaskName> = TaskMap[T]["output"];
