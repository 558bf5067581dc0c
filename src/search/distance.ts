/**
 * How many letters differ: insertions, deletions, changes, and neighbours that swapped places (optimal string alignment).
 * Beyond `most` it gives up and answers `most + 1`: whoever looks for near words asks of thousands.
 */
export function distance(a: string, b: string, most = Infinity): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = new Uint16Array(b.length + 1);
  let last = Uint16Array.from({ length: b.length + 1 }, (_, index) => index);
  let row = new Uint16Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const changed = at(last, j - 1) + Number(a[i - 1] !== b[j - 1]);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? at(before, j - 2) + 1 : Infinity;
      const fewest = Math.min(at(row, j - 1) + 1, at(last, j) + 1, changed, swapped);
      row[j] = fewest;
      least = Math.min(least, fewest);
    }
    // A swap skips a row, but costs what the row between would have cost.
    if (least > most) return most + 1;
    [before, last, row] = [last, row, before];
  }
  return at(last, b.length);
}

function at(row: Uint16Array, index: number): number {
  return row[index] ?? 0;
}
