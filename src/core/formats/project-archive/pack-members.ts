// Plain records with typed arrays in them, as JSON and raw columns. An array becomes {"$column": member}, a
// number JSON cannot say {"$number": "NaN"}; keys of the data that begin with "$" get a second one. What comes
// out of unpackMembers is what went in, bit for bit. Columns are little-endian, as is every machine this runs on.

/** Ending of a column's member name → its array. */
const COLUMN_TYPES = {
  f64: Float64Array,
  f32: Float32Array,
  u32: Uint32Array,
  i32: Int32Array,
  u16: Uint16Array,
  i16: Int16Array,
  u8: Uint8Array,
  i8: Int8Array,
} as const;
type ColumnType = keyof typeof COLUMN_TYPES;
export type Column = InstanceType<(typeof COLUMN_TYPES)[ColumnType]>;

export interface PackedTree {
  /** To be written by JSON.stringify. */
  readonly json: unknown;
  /** Member name → bytes of the column. */
  readonly columns: ReadonlyMap<string, Uint8Array>;
}

/** `name` begins the names of the columns, which follow the path to them. */
export function packMembers(value: unknown, name: string): PackedTree {
  const columns = new Map<string, Uint8Array>();
  const pack = (node: unknown, path: string): unknown => {
    if (typeof node === "number") return sayNumber(node);
    if (typeof node !== "object" || node === null) return node;
    if (ArrayBuffer.isView(node)) return { $column: addColumn(columns, node as Column, path) };
    if (Array.isArray(node)) return node.map((item, index) => pack(item, `${path}.${index}`));
    return Object.fromEntries(
      Object.entries(node).map(([key, item]) => [
        key.startsWith("$") ? `$${key}` : key,
        pack(item, `${path}.${key}`),
      ]),
    );
  };
  return { json: pack(value, name), columns };
}

/** `column` gives the bytes of a member; throws when there is none. */
export function unpackMembers(json: unknown, column: (member: string) => Uint8Array): unknown {
  const unpack = (node: unknown): unknown => {
    if (typeof node !== "object" || node === null) return node;
    if (Array.isArray(node)) return node.map(unpack);
    if ("$column" in node) return toColumn(String(node.$column), column(String(node.$column)));
    if ("$number" in node) return node.$number === "-0" ? -0 : Number(node.$number);
    return Object.fromEntries(
      Object.entries(node).map(([key, item]) => [key.startsWith("$$") ? key.slice(1) : key, unpack(item)]),
    );
  };
  return unpack(json);
}

const sayNumber = (value: number): unknown =>
  Number.isFinite(value) && !Object.is(value, -0)
    ? value
    : { $number: Object.is(value, -0) ? "-0" : String(value) };

function addColumn(columns: Map<string, Uint8Array>, column: Column, path: string): string {
  const type = (Object.keys(COLUMN_TYPES) as ColumnType[]).find((key) => column instanceof COLUMN_TYPES[key]);
  if (type === undefined)
    throw new Error(`${path} is a ${column.constructor.name}, which no column type holds`);
  const stem = `columns/${path.replace(/[^\w.-]/g, "_")}`;
  let member = `${stem}.${type}`;
  for (let again = 2; columns.has(member); again++) member = `${stem}-${again}.${type}`;
  columns.set(member, new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  return member;
}

function toColumn(member: string, bytes: Uint8Array): Column {
  const type = COLUMN_TYPES[member.slice(member.lastIndexOf(".") + 1) as ColumnType];
  if (type === undefined || bytes.length % type.BYTES_PER_ELEMENT !== 0) {
    throw new Error(`${member} of ${bytes.length} bytes is no column`);
  }
  const aligned = bytes.byteOffset % type.BYTES_PER_ELEMENT === 0 ? bytes : bytes.slice();
  return new type(
    aligned.buffer as ArrayBuffer,
    aligned.byteOffset,
    aligned.byteLength / type.BYTES_PER_ELEMENT,
  );
}
