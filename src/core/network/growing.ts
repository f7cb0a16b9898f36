// Typed columns that grow by doubling: for results whose size is known only at the end. No objects per row.

export class GrowingFloat64 {
  length = 0;
  data: Float64Array;
  constructor(capacity = 64) {
    this.data = new Float64Array(Math.max(1, capacity));
  }
  push(value: number): void {
    if (this.length === this.data.length) {
      const wider = new Float64Array(2 * this.length);
      wider.set(this.data);
      this.data = wider;
    }
    this.data[this.length++] = value;
  }
  /** The filled part, sharing memory. */
  view(): Float64Array {
    return this.data.subarray(0, this.length);
  }
}

export class GrowingInt32 {
  length = 0;
  data: Int32Array;
  constructor(capacity = 64) {
    this.data = new Int32Array(Math.max(1, capacity));
  }
  push(value: number): void {
    if (this.length === this.data.length) {
      const wider = new Int32Array(2 * this.length);
      wider.set(this.data);
      this.data = wider;
    }
    this.data[this.length++] = value;
  }
  view(): Int32Array {
    return this.data.subarray(0, this.length);
  }
}
