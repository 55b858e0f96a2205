import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { safeNext } from './session.ts';

const event = { url: new URL('https://stoa.example/sign-in') } as RequestEvent;

test('after signing in people go on to a path of this site, and nowhere else', () => {
	expect(safeNext(event, '/questions/12?sort=new')).toBe('/questions/12?sort=new');
	expect(safeNext(event, '/people/林薇')).toBe('/people/林薇');
	for (const next of [
		'https://evil.example',
		'//evil.example',
		'/\\evil.example',
		'/\t/evil.example',
		'/\n/evil.example',
		'/x\r\nset-cookie: a=b',
		'javascript:alert(1)',
		'/sign-out',
		'/api/v1/me',
	])
		expect(safeNext(event, next)).toBe('/');
});
