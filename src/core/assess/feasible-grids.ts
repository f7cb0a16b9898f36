// How many grids a community can be divided into: from ceil(H / largest) to floor(H / smallest). Nothing
// fits when the first exceeds the second; for 300 to 500 that is H < 300 and 501 to 599.

export interface FeasibleGrids {
  readonly fewest: number;
  readonly most: number;
}

export const feasibleGrids = (households: number, smallest: number, largest: number): FeasibleGrids => ({
  fewest: Math.ceil(households / largest),
  most: Math.floor(households / smallest),
});
