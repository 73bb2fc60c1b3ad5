import type { Complaint } from './rules/complaint.ts';

/** What Discord refuses a request with; thrown by routes, turned into an answer by the server. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly complaints: readonly Complaint[];

  constructor(
    status: number,
    code: number,
    message: string,
    complaints: readonly Complaint[] = [],
  ) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.complaints = complaints;
  }
}

export const unknownChannel = () => new ApiError(404, 10003, 'Unknown Channel');
export const unknownGuild = () => new ApiError(404, 10004, 'Unknown Guild');
export const unknownMember = () => new ApiError(404, 10007, 'Unknown Member');
export const unknownMessage = () => new ApiError(404, 10008, 'Unknown Message');
export const unknownWebhook = () => new ApiError(404, 10015, 'Unknown Webhook');
export const unknownInteraction = () => new ApiError(404, 10062, 'Unknown interaction');
export const unknownCommand = () => new ApiError(404, 10063, 'Unknown application command');
export const unknownEvent = () => new ApiError(404, 10070, 'Unknown Guild Scheduled Event');
export const missingAccess = () => new ApiError(403, 50001, 'Missing Access');
export const missingPermissions = () => new ApiError(403, 50013, 'Missing Permissions');

export function invalidForm(complaints: readonly Complaint[]): ApiError {
  return new ApiError(400, 50035, 'Invalid Form Body', complaints);
}

/** The JSON Discord answers a refusal with: complaints nested along their paths. */
export function errorBody(error: ApiError): Record<string, unknown> {
  const body: Record<string, unknown> = { message: error.message, code: error.code };
  if (error.complaints.length === 0) return body;
  const errors: Record<string, unknown> = {};
  for (const complaint of error.complaints) nest(errors, complaint);
  return { ...body, errors };
}

function nest(errors: Record<string, unknown>, { path, code, message }: Complaint): void {
  let node = errors;
  for (const step of path) {
    if (node['_errors'] !== undefined) return;
    const next = (node[step] ?? {}) as Record<string, unknown>;
    node[step] = next;
    node = next;
  }
  const found = (node['_errors'] ?? []) as unknown[];
  // Discord never mixes a node's own errors with its children's.
  for (const key of Object.keys(node)) delete node[key];
  node['_errors'] = [...found, { code, message }];
}
