/** Token offsets that grow as a document is read. */
export class TokenBuffer {
  count = 0;
  start: Int32Array;
  end: Int32Array;

  /** @param capacity - how many tokens to make room for; more are taken as they come. */
  constructor(capacity: number) {
    this.start = new Int32Array(Math.max(capacity, 16));
    this.end = new Int32Array(Math.max(capacity, 16));
  }

  push(start: number, end: number): void {
    if (this.count === this.start.length) {
      this.start = grown(this.start);
      this.end = grown(this.end);
    }
    this.start[this.count] = start;
    this.end[this.count] = end;
    this.count++;
  }
}

function grown(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
