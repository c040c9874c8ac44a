/** Sweden's clock, by the rule of the EU: no time-zone table needed for the years of the sandbox. */

function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 0));
  return Date.UTC(year, month - 1, last.getUTCDate() - last.getUTCDay());
}

/** `2026-07-12T09:00:00` → `2026-07-12T09:00:00+02:00`. */
export function withOffset(wall: string): string {
  const local = Date.parse(`${wall}Z`);
  const year = Number(wall.slice(0, 4));
  // Summer time starts at 02:00 on the wall and ends at 03:00; the hour that comes twice counts as
  // its first occurrence.
  const summer =
    local >= lastSunday(year, 3) + 2 * 3_600_000 && local < lastSunday(year, 10) + 3 * 3_600_000;
  return `${wall}${summer ? '+02:00' : '+01:00'}`;
}
