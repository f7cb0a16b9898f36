// Ids of records that came from no file.

interface HasId {
  readonly id: string;
}

/** The first of "new-1", "new-2", … that no record in any of the lists has. */
export const freshId = (...lists: readonly (readonly HasId[])[]): string => freshIds(1, ...lists)[0]!;

/** As many of them as asked for. */
export function freshIds(count: number, ...lists: readonly (readonly HasId[])[]): readonly string[] {
  const taken = new Set(lists.flatMap((records) => records.map(({ id }) => id)));
  const fresh: string[] = [];
  for (let number = 1; fresh.length < count; number++) {
    if (!taken.has(`new-${number}`)) fresh.push(`new-${number}`);
  }
  return fresh;
}
