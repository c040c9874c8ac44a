/**
 * Problems (`application/problem+json`): which of the few that we know it is, and which parameter it
 * is about. All else of a problem, `detail` and `title` above all, may quote the request and is
 * dropped here; `type` is compared and never dereferenced.
 */
import { AliasReader } from './aliases.js';
import {
  PROBLEM_KINDS,
  usageError,
  type ProblemKind,
  type UsageError,
  type UsageWarning,
} from './errors.js';

/** Sibling APIs write the members in PascalCase or in lower case [known there]: case is ignored. */
const PROBLEM_MEMBERS = {
  type: ['type'],
  title: ['title'],
  status: ['status'],
  detail: ['detail'],
  instance: ['instance'],
  problems: ['problems'],
} as const;

/** Our name of a parameter → the names that a problem may give it, without case [assumed]. */
const PARAMETER_NAMES = {
  ownerNo: ['ownerno', 'ownernumber', 'owner', 'ledgerno', 'ledgernumber', 'ledger'],
  customerNo: ['customerno', 'customernumber', 'customer'],
  invoiceNo: ['invoiceno', 'invoicenumber', 'invoice'],
  subscriptionNo: ['subscriptionno', 'subscriptionnumber', 'subscription'],
} as const;
const PARAMETERS: ReadonlyMap<string, string> = new Map(
  Object.entries(PARAMETER_NAMES).flatMap(([ours, names]) =>
    names.map((name): [string, string] => [name, ours]),
  ),
);

const MAX_INSTANCE_LENGTH = 200;
const MAX_TYPE_LENGTH = 500;
const MAX_PROBLEMS = 50;
/** An instance is a URI: nothing that could reorder, break or hide text around it. */
const PRINTABLE = /^[\x21-\x7e]+$/;

/** What a refusal turned out to be. */
export interface Refusal {
  readonly error: UsageError;
  readonly warnings: readonly UsageWarning[];
}

/**
 * The error of a refused request, made more exact by its problem body.
 *
 * The HTTP status has decided the code already and wins over what the body says: a kind is taken only
 * where it fits the status. A 404 that is no problem did not come from the API: E(protocol), for
 * "customer not found" would be a lie.
 *
 * @param error the error that the status stands for
 * @param body the parsed body; undefined where it was no JSON
 */
export function explainRefusal(error: UsageError, body: unknown): Refusal {
  const members = problemMembers(body);
  if (!members) {
    if (error.status !== 404) return { error, warnings: [] };
    const { status, attempt } = error;
    return {
      error: usageError('protocol', { status, attempt, reason: 'no-problem' }),
      warnings: [],
    };
  }
  const instance = readInstance(members.instance);
  const parameter = readParameter(members.problems);
  const explained = usageError(error.code, {
    ...error,
    problem: fittingKind(readKind(members.type), error.status),
    ...(instance !== null && { instance }),
    ...(parameter !== null && { parameter }),
  });
  const contradicts = typeof members.status === 'number' && members.status !== error.status;
  return { error: explained, warnings: contradicts ? [{ code: 'problem-status', count: 1 }] : [] };
}

type ProblemMember = keyof typeof PROBLEM_MEMBERS;

/** The members of a problem, or null for a body that has none of them. */
function problemMembers(body: unknown): Readonly<Record<ProblemMember, unknown>> | null {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return null;
  const reader = new AliasReader<ProblemMember>(PROBLEM_MEMBERS);
  const values = reader.read(body);
  if (values.every((value) => value === undefined)) return null;
  const at = (member: ProblemMember): unknown => values[reader.slots[member]];
  return {
    type: at('type'),
    title: at('title'),
    status: at('status'),
    detail: at('detail'),
    instance: at('instance'),
    problems: at('problems'),
  };
}

/** The last path segment: the documentation prints two prefixes, and one code with a blank [known]. */
function readKind(type: unknown): ProblemKind {
  if (typeof type !== 'string' || type.length > MAX_TYPE_LENGTH) return 'other';
  const path = type
    .trim()
    .replace(/[?#].*$/s, '')
    .replace(/\/+$/, '');
  const code = path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/%20/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/\s+/g, '-');
  return PROBLEM_KINDS.find((kind) => kind === code) ?? 'other';
}

/** "Invoice has no usage" is calm only as the 404 that it is documented with [known]. */
function fittingKind(kind: ProblemKind, status: number | undefined): ProblemKind {
  if (kind === 'validation') return status === 400 || status === 422 ? kind : 'other';
  return status === 404 ? kind : 'other';
}

function readInstance(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > MAX_INSTANCE_LENGTH) return null;
  return PRINTABLE.test(value) ? value : null;
}

/** The first parameter of ours that `[{"field.path": "message"}]` or `[{name, description}]` names. */
function readParameter(problems: unknown): string | null {
  if (!Array.isArray(problems)) return null;
  for (const entry of (problems as unknown[]).slice(0, MAX_PROBLEMS)) {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) continue;
    for (const [member, value] of (Object.entries(entry) as [string, unknown][]).slice(
      0,
      MAX_PROBLEMS,
    )) {
      const path = member.toLowerCase() === 'name' ? value : member;
      const parameter = typeof path === 'string' ? knownParameter(path) : null;
      if (parameter) return parameter;
    }
  }
  return null;
}

/** `$.request.CustomerNo` → `customerNo`; null for a name that is not ours. */
function knownParameter(path: string): string | null {
  const last =
    path
      .slice(-MAX_INSTANCE_LENGTH)
      .split(/[.[\]/]/)
      .filter(Boolean)
      .at(-1) ?? '';
  return PARAMETERS.get(last.replace(/[^A-Za-z]/g, '').toLowerCase()) ?? null;
}
