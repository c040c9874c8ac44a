import { BODY_FAULTS } from './faults/body-faults.js';
import type { Fault, FaultTable } from './faults/fault.js';
import { LINK_FAULTS } from './faults/link-faults.js';
import { ROW_FAULTS } from './faults/row-faults.js';
import { STATUS_FAULTS } from './faults/status-faults.js';
import { TRANSPORT_FAULTS } from './faults/transport-faults.js';
import type { Level } from './route.js';

/** Every way in which the sandbox can go wrong, by name. */
export const FAULTS: FaultTable = {
  ...STATUS_FAULTS,
  ...BODY_FAULTS,
  ...ROW_FAULTS,
  ...LINK_FAULTS,
  ...TRANSPORT_FAULTS,
};

export interface OrderedFault {
  /** As it was written, the key of its count. */
  readonly written: string;
  readonly fault: Fault;
  readonly argument: string | null;
  /** Only answers of this level; `null` for all. */
  readonly level: string | null;
}

/**
 * Reads `x-sandbox-fault`: names with commas between them, each as `name`, `name=argument` or
 * `name@level` (`500-once@usage-summaries`, `429=Sun%2C%2006%20Nov…`). The name of an unknown fault is
 * given back as text, since a test with a misspelt fault would otherwise prove nothing.
 */
export function readFaults(header: string): readonly OrderedFault[] | string {
  const ordered: OrderedFault[] = [];
  for (const written of header.split(',').map((part) => part.trim())) {
    if (written === '') continue;
    const [call = '', level = null] = written.split('@');
    const [name = '', argument = null] = call.split('=');
    const fault = Object.hasOwn(FAULTS, name) ? FAULTS[name] : undefined;
    if (fault === undefined) return name;
    ordered.push({
      written,
      fault,
      argument: argument === null ? null : decodeURIComponent(argument),
      level,
    });
  }
  return ordered;
}

export function appliesTo(ordered: OrderedFault, level: Level | null): boolean {
  return ordered.level === null || ordered.level === level;
}
