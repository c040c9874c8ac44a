import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { UsageTable } from '../../src/model/usage-table.js';
import type { UsageRecord } from '../../src/model/usage-record.js';

/** What a million records would weigh is told by fewer: each column costs the same a row. */
const RECORDS = 250_000;
const SUBSCRIPTIONS = 200;
const PLACES = ['Sverige mobil', 'Sverige fast', 'Norge mobil', 'Danmark mobil', 'Spanien'];
const TYPES = [
  ['VOICE', 'Samtal till mobil', 'S'],
  ['SMS', 'Sms', 'ST'],
  ['DATA', 'Mobildata', 'KB'],
] as const;

/** Looks thrown, and is the same in every run. */
function thrown(index: number, salt: number, limit: number): number {
  let hash = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
  return ((hash ^ (hash >>> 15)) >>> 0) % limit;
}

/** Typical texts: an id of its own each, and a called number that three others share. */
function recordAt(index: number): Partial<UsageRecord> {
  const [usageType, description, unit] = TYPES[thrown(index, 1, TYPES.length)] ?? TYPES[0];
  const volume = { units: BigInt(1 + thrown(index, 2, 9_000)), scale: 0 };
  return {
    recordId: `R${10_000_000 + index}`,
    subscriptionNo: `4673${2_000_000 + thrown(index, 3, SUBSCRIPTIONS)}`,
    startTime: { wall: 1_793_000_000_000 - index * 31_000, precision: 'second', instant: null },
    usageType,
    description,
    otherParty: unit === 'KB' ? null : `4670${1_000_000 + thrown(index, 4, RECORDS / 4)}`,
    destination: PLACES[thrown(index, 5, PLACES.length)] ?? null,
    volume,
    unit,
    chargedVolume: volume,
    amount: { units: BigInt(5 * thrown(index, 6, 4_000)), scale: 2 },
    currency: 'SEK',
    vat: 'excluded',
  };
}

function* records(): Generator<Partial<UsageRecord>> {
  for (let index = 0; index < RECORDS; index++) yield recordAt(index);
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes that are in use once everything that nobody holds is gone. */
function bytesInUse(): number {
  for (let round = 0; round < 3; round++) collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

describe('the table in memory', () => {
  it('a record weighs no more than 80 bytes, its texts included', () => {
    // What is compiled and cached by a first table is no part of the second.
    UsageTable.create().append([...records()].slice(0, 1_000));
    const before = bytesInUse();
    const table = UsageTable.create();
    table.append(records());
    const weight = (bytesInUse() - before) / RECORDS;
    assert.equal(table.length, RECORDS);
    assert.ok(weight > 40, `${weight} bytes: the records are not in memory`);
    assert.ok(weight < 80, `${weight} bytes`);
  });
});
