// A cell as text: trimmed, "" for nothing, numbers as written.

export const textOf = (value: unknown): string =>
  value === null || value === undefined
    ? ""
    : typeof value === "string"
      ? value.trim()
      : typeof value === "object"
        ? JSON.stringify(value)
        : String(value);
