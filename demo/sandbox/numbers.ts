import type { Random } from './random.js';

/**
 * Telephone numbers that nobody has: the ranges that Sweden's regulator keeps free for books and
 * films (070-174 06 05 … 99, 08-465 004 00 … 99 and so on).
 */

const MOBILE_BASE = 46_701_740_600;
const FIXED_RANGES = [46_846_500_400, 46_313_900_600, 46_406_280_400, 46_980_319_200] as const;

/** @param last 5 … 99 */
export function mobile(last: number): string {
  if (last < 5 || last > 99) throw new RangeError('Only 070-174 06 05 … 99 are kept for fiction');
  return String(MOBILE_BASE + last);
}

/** A Stockholm number. @param last 0 … 99 */
export function fixedLine(last: number): string {
  return String(FIXED_RANGES[0] + last);
}

export function anyMobile(random: Random): string {
  return mobile(random.between(5, 99));
}

export function anyFixedLine(random: Random): string {
  return String(random.pick(FIXED_RANGES) + random.between(0, 99));
}
