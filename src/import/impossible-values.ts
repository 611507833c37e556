/** Values that devices write for "not measured". They become `NaN`, in place. */

/** FIT's "no value" for one byte and for two, which converters copy into other formats. */
export const NO_BYTE = 0xff;
export const NO_WORD = 0xffff;

/** A heart that does not beat is a strap that is not worn. */
export const withoutZeros = (column: Float64Array): Float64Array => without(0, column);

export function without(noValue: number, column: Float64Array): Float64Array {
  for (let row = 0; row < column.length; row++) {
    if (column[row] === noValue) column[row] = Number.NaN;
  }
  return column;
}

/** 0° N 0° E lies in the ocean; devices write it while they search for satellites. */
export function dropNullIsland(latitudeDeg: Float64Array, longitudeDeg: Float64Array): void {
  for (let row = 0; row < latitudeDeg.length; row++) {
    if (latitudeDeg[row] === 0 && longitudeDeg[row] === 0) {
      latitudeDeg[row] = Number.NaN;
      longitudeDeg[row] = Number.NaN;
    }
  }
}
