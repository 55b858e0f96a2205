import { refusal } from '#lib/refusal.ts';
import { AppError, commonError } from '#server/kernel/errors.ts';
import { takePicture } from '#server/modules/media/index.ts';
import type { RequestEvent } from './$types';

/** A picture that was pasted or dropped into a text: POST of the file, answers its address for Markdown. */
export async function POST({ locals, request }: RequestEvent): Promise<Response> {
	const { ctx, actor } = locals;
	try {
		const { allowed, reset } = ctx.limiter.take(`pictures:${actor.userId}`, { limit: 30, seconds: 60 });
		if (!allowed) throw commonError('too_many_requests', { retryAfter: reset });
		if (actor.userId === null) throw commonError('sign_in_required');
		const form = await request.formData().catch(() => null);
		const file = form?.get('file');
		if (!(file instanceof File)) throw commonError('invalid_input', { fields: { file: 'common.bad_value' } });
		const bytes = Buffer.from(await file.arrayBuffer());
		const taken = await takePicture(ctx.db, actor, { bytes, name: file.name }, ctx.media);
		return Response.json({ url: taken.address }, { status: 201 });
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
		return Response.json(
			{ code: error.code, title: refusal(error.code, error.params) },
			{ status: error.status },
		);
	}
}
