// What a grid is called where there is little room: the serial at the end of its code, else its name.

import type { Grid } from "../../../core/model/index.ts";

const SERIAL = /\d{2,3}$/;

export const gridLabel = ({ code, name }: Pick<Grid, "code" | "name">): string =>
  SERIAL.exec(code)?.[0] ?? (name === "" ? code : name);
