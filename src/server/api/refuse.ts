import { randomUUID } from 'node:crypto';
import { commonError } from '../kernel/errors.ts';
import type { Context } from './context.ts';
import { localeOf } from './handle.ts';
import { problemResponse } from './problems.ts';

/** Answers a refusal that was noticed before any operation was asked. */
export function refuse(
	ctx: Context,
	request: Request,
	error: Error,
	headers?: Record<string, string>,
): Response {
	return problemResponse(error, randomUUID(), localeOf(ctx, request), headers);
}

/** The refusal of a call that another site's page sends with this person's cookies. */
export function refuseOrigin(ctx: Context, request: Request): Response {
	return refuse(
		ctx,
		request,
		commonError('bad_origin', { detail: 'The request comes from a page of another site.' }),
	);
}
