// ASCII DXF as what it is: pairs of lines, a group code and a value (Autodesk "DXF Reference", 2018). Entities are
// the groups between two codes 0; those that belong to one before them (vertices, block attributes) hang on it.
// A file that breaks off gives what stands before the break.

export type DxfGroup = readonly [code: number, value: string];

export interface DxfEntity {
  readonly type: string;
  readonly groups: readonly DxfGroup[];
  /** VERTEX of a POLYLINE, ATTRIB of an INSERT. */
  readonly parts: readonly DxfEntity[];
}

export interface Dxf {
  /** Those of the ENTITIES section. */
  readonly entities: readonly DxfEntity[];
  /** Did the file end where it says it ends? */
  readonly whole: boolean;
}

/** null when the text is not pairs of code and value. */
export function parseDxf(text: string): Dxf | null {
  const entities: DxfEntity[] = [];
  let section = "";
  let entity: Draft | null = null;
  let sections = 0;
  for (const [code, value] of groupsOf(text)) {
    if (Number.isNaN(code)) break;
    if (code === 0 && value === "EOF") return { entities, whole: true };
    if (code === 0 && BOUNDS.has(value)) section = "";
    else if (code === 2 && section === "") {
      section = value;
      sections++;
    } else if (section !== "ENTITIES") continue;
    else if (code === 0) entity = startEntity(value, entities);
    else entity?.groups.push([code, value]);
  }
  return sections === 0 ? null : { entities, whole: false };
}

const BOUNDS: ReadonlySet<string> = new Set(["SECTION", "ENDSEC"]);

interface Draft {
  readonly type: string;
  readonly groups: DxfGroup[];
  readonly parts: Draft[];
}

function startEntity(type: string, entities: DxfEntity[]): Draft | null {
  if (type === "SEQEND") return null;
  const entity: Draft = { type, groups: [], parts: [] };
  const owner = entities.at(-1) as Draft | undefined;
  const owned = OWNERS[type];
  if (owned !== undefined && owner?.type === owned) owner.parts.push(entity);
  else entities.push(entity);
  return entity;
}

const OWNERS: Readonly<Record<string, string | undefined>> = { VERTEX: "POLYLINE", ATTRIB: "INSERT" };

function* groupsOf(text: string): Generator<DxfGroup> {
  let at = 0;
  const line = (): string | null => {
    if (at >= text.length) return null;
    const end = text.indexOf("\n", at);
    const found = text.slice(at, end < 0 ? text.length : end);
    at = end < 0 ? text.length : end + 1;
    return found.endsWith("\r") ? found.slice(0, -1) : found;
  };
  for (;;) {
    const code = line();
    const value = line();
    if (code === null || value === null) return;
    if (code.trim() === "" && value.trim() === "") continue;
    yield [/^\s*-?\d{1,5}\s*$/.test(code) ? Number(code) : Number.NaN, value.trim()];
  }
}
