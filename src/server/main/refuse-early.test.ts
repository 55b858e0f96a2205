import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refuseEarly } from './refuse-early.ts';

let read = 0;
const server = createServer((request, response) => {
	if (refuseEarly(request, response)) return;
	request.on('data', (chunk: Buffer) => {
		read += chunk.length;
	});
	request.on('end', () => response.end('taken'));
});
let site: string;
beforeAll(async () => {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

test('a page does not read 50 MB, nor a body of unknown length', async () => {
	read = 0;
	const long = await fetch(`${site}/sign-in`, { method: 'POST', body: Buffer.alloc(50_000_000, 97) });
	expect(long.status).toBe(413);
	expect(await long.text()).toContain('2 MB');
	const endless = new ReadableStream({ pull: (sink) => sink.enqueue(new Uint8Array(1000)) });
	const chunked = { method: 'POST', body: endless, duplex: 'half' } as RequestInit;
	expect((await fetch(`${site}/api/auth/sign-in/social`, chunked)).status).toBe(411);
	expect(read).toBe(0);
	expect(await (await fetch(`${site}/sign-in`, { method: 'POST', body: 'email=a' })).text()).toBe('taken');
});

test('an address with U+0000 is refused, everywhere', async () => {
	for (const path of ['/people/%00', '/api/v1/people/%00', '/search?q=a%00']) {
		expect((await fetch(site + path)).status).toBe(400);
	}
	expect((await fetch(`${site}/people/%01`)).status).toBe(200);
});
