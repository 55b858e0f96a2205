import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { openRateLimiter } from '#server/platform/rate-limit.ts';
import { action } from './page.ts';

function posting(body: BodyInit, type?: string) {
	const limiter = openRateLimiter();
	const locals = { ctx: { limiter, config: { apiLimits: { writes: 2 } } }, actor: { userId: 7 } };
	return () =>
		({
			locals,
			request: new Request('https://stoa.example/ask', {
				method: 'POST',
				body,
				...(type ? { headers: { 'content-type': type } } : {}),
			}),
		}) as unknown as RequestEvent;
}
const taken = action(async () => 'taken');

test('a form that a program sends again and again is refused with what was typed, and not acted on', async () => {
	const event = posting(new URLSearchParams({ title: 'Again', password: 'mine' }));
	for (let n = 0; n < 4; n++) expect(await taken(event())).toBe('taken');
	expect(await taken(event())).toMatchObject({
		status: 429,
		data: { code: 'common.too_many_requests', values: { title: 'Again' } },
	});
});

test('U+0000 in a form is named at its field', async () => {
	const kept = action(() =>
		Promise.reject(
			Object.assign(new Error('invalid byte sequence for encoding "UTF8": 0x00'), { code: '22021' }),
		),
	);
	const refused = await kept(posting(new URLSearchParams({ id: '7', reason: 'a\0b' }))());
	expect(refused).toMatchObject({ status: 422, data: { fields: { reason: 'common.bad_value' } } });
});

test('a form that breaks off is no fault of ours', async () => {
	const broken = taken(posting('--x\r\nno form', 'multipart/form-data; boundary=x')());
	await expect(broken).rejects.toMatchObject({ status: 400 });
});
