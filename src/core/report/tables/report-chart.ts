// A chart as numbers: bars of one or more series over named categories.

export interface ReportChart {
  readonly key: string;
  readonly title: string;
  /** What the value axis counts. */
  readonly axis: string;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  /** End of the value axis; null: as the values ask. */
  readonly end: number | null;
}

export interface ChartSeries {
  readonly name: string;
  readonly color: string;
  readonly values: readonly number[];
}
