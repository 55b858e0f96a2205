import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { travel } from '../../kernel/clock.ts';
import { aPerson } from '../../modules/items/testing.ts';
import { launchLesson } from '../../modules/scorm/index.ts';
import { aPlayedCourse, page } from '../../modules/scorm/testing.ts';
import { createApi } from '../index.ts';
import { testContext } from '../testing/context.ts';

const ctx = await testContext();
const api = createApi(ctx);
afterEach(() => travel(0));

let address = '';
let base = '';
beforeAll(async () => {
	const author = await aPerson(ctx.db);
	const { courseId, lessonId } = await aPlayedCourse(ctx.db, ctx.media, {
		author,
		package: {
			files: {
				'index.html': page('<p>你好</p>', '<meta charset="utf-8">'),
				'课/a b.js': 'var here = 1;',
				'clip.mp4': Buffer.alloc(1000, 7),
				'picture.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
				'unknown.xyz': '<html><script>1</script></html>',
			},
		},
	});
	const learner = await aPerson(ctx.db);
	const key = { courseId, lessonId };
	({ address } = await launchLesson(ctx.db, learner.actor, key, { secret: ctx.media.secret, minutes: 60 }));
	base = address.replace(/index\.html$/, '');
});
const get = (path: string, headers: Record<string, string> = {}) =>
	api.fetch(new Request(`https://stoa.example${path}`, { headers: { host: 'stoa.example', ...headers } }));

describe('a file of a package', () => {
	test('that is a page has the API before everything else, in a sandbox that comes with it', async () => {
		const response = await get(address);
		const text = await response.text();
		expect(text).toContain(`<head><script src="${base}~stoa/runtime.js"></script>`);
		expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
		const policy = response.headers.get('content-security-policy') ?? '';
		expect(policy).toMatch(
			/^sandbox allow-scripts allow-forms; default-src 'none'; script-src stoa\.example\/scorm\/\d+\/[^/]+\/ /,
		);
		expect(policy).not.toMatch(/allow-same-origin|allow-top|allow-popups|allow-modals|\*|'self'/);
		expect(response.headers.get('set-cookie')).toBeNull();
	});

	test('is no page of its own', async () => {
		for (const name of ['index.html', 'picture.svg'])
			expect((await get(`${base}${name}`, { 'sec-fetch-dest': 'document' })).status).toBe(403);
		expect((await get(address, { 'sec-fetch-dest': 'iframe' })).status).toBe(200);
	});

	test('of any other type is sent as it is by its name, in parts where parts are asked for', async () => {
		const script = await get(`${base}${encodeURIComponent('课')}/a%20b.js`);
		expect([await script.text(), script.headers.get('content-type')]).toEqual([
			'var here = 1;',
			'text/javascript',
		]);
		const part = await get(`${base}clip.mp4`, { range: 'bytes=10-19' });
		expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 10]);
		for (const [name, type] of [
			['picture.svg', 'image/svg+xml'],
			['unknown.xyz', 'application/octet-stream'],
		]) {
			const response = await get(`${base}${name}`);
			expect(response.headers.get('content-type')).toBe(type);
			expect(response.headers.get('content-security-policy')).toContain('sandbox allow-scripts');
			expect(response.headers.get('x-content-type-options')).toBe('nosniff');
		}
	});

	test('is not there under any other name, of another package, or after its time', async () => {
		for (const path of [
			'gone.html',
			'../1/index.html',
			'%2e%2e/imsmanifest.xml',
			'..%2f..%2fmedia/1/original',
			'',
			'%ff',
		])
			expect([path, (await get(`${base}${path}`)).status]).toEqual([
				path,
				expect.toSatisfy((status) => status === 404 || status === 403),
			]);
		const [, , id, grant] = address.split('/');
		expect((await get(`/scorm/${Number(id) + 1}/${grant}/index.html`)).status).toBe(403);
		expect((await get(`/scorm/${id}/${grant?.slice(0, -1)}-/index.html`)).status).toBe(403);
		travel(61 * 60_000);
		expect((await get(address)).status).toBe(403);
		expect((await get(`${base}~stoa/runtime.js`)).status).toBe(403);
	});
});
