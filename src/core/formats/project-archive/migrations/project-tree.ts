// A project as decoded, before it is known to be sound: members by name, columns as typed arrays.

export type ProjectTree = Readonly<Record<string, unknown>>;
