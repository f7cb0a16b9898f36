// The layers of the plan whose places carry rows of registers. Without the checker of packs, so that a page can ask
// before it loads that.

export const PLACE_WORDS = ["district", "subdistrict", "community", "grid", "center"] as const;

/** Whether a register's rows are the places themselves: it says more about each of them. */
export const describesPlaces = ({ id }: { readonly id: string }): boolean =>
  PLACE_WORDS.some((word) => word === id);
