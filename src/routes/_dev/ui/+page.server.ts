import { error } from '@sveltejs/kit';
import { diffLines } from '#server/platform/markdown/index.ts';
import { dev } from '$app/env';
import type { PageServerLoad } from './$types';

const lines = Array.from({ length: 9 }, (_, i) => `第 ${i + 1} 行没有变`);
const before = [...lines, '等待时间是 三十 秒。', '到此为止。'].join('\n');
const after = [...lines, '等待时间是 五 秒。', '超时之后会重试一次。', '到此为止。'].join('\n');

export const load: PageServerLoad = ({ locals }) => {
	if (!dev && !locals.ctx.config.demo) error(404, { message: 'Not found' });
	return { present: new Date(), hunks: diffLines(before, after) };
};
