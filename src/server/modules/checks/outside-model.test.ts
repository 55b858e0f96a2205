import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { openOutsideModel } from './outside-model.ts';

/** An endpoint that behaves as it is told, badly. */
let behave: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => response.end();
let asked = 0;
const server = createServer((request, response) => {
	asked++;
	request.resume();
	request.on('end', () => behave(request, response));
});
await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
afterAll(() => {
	server.closeAllConnections();
	server.close();
});
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/moderations`;
const open = (more: object = {}) => openOutsideModel({ url, key: 'k', model: 'm', patienceMs: 300, ...more });
const json = (body: unknown) => (_: IncomingMessage, response: ServerResponse) =>
	response.end(JSON.stringify(body));
const text = { title: 'T', source: 'S' };

test('its worst category is its opinion', async () => {
	behave = json({
		results: [
			{
				flagged: true,
				categories: { hate: false, spam: true, odd: true },
				category_scores: { hate: 0.2, spam: 0.9, odd: 7 },
			},
		],
	});
	const patient = open({ patienceMs: 20_000 });
	expect(await patient.ask(text)).toEqual({ probability: 0.9, categories: ['spam'] });
	behave = json({ results: [{ flagged: false }] });
	expect(await patient.ask(text)).toEqual({ probability: 0, categories: [] });
});

test('whatever it does wrong, it has no opinion, and no text waits longer than was set', async () => {
	const wrong: [string, typeof behave][] = [
		['silent', () => {}],
		['500', (_, response) => response.writeHead(500).end()],
		['no JSON', (_, response) => response.end('<html>')],
		['null', json(null)],
		['another shape', json({ results: [] })],
		['flagged by a word', json({ results: [{ flagged: 'yes' }] })],
		['leads elsewhere', (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
		['hangs up', (request) => request.socket.destroy()],
		[
			'endless',
			(_, response) => {
				const more = setInterval(() => response.write('x'.repeat(100_000)), 1);
				response.on('close', () => clearInterval(more));
			},
		],
		['drips', (_, response) => void setTimeout(() => response.end('{}'), 2000).unref()],
	];
	for (const [name, how] of wrong) {
		behave = how;
		const begun = performance.now();
		expect(await open().ask(text), name).toBeNull();
		expect(performance.now() - begun, name).toBeLessThan(1500);
	}
});

test('who fails again and again is left alone for a minute, then tried once', async () => {
	let time = 0;
	const faults: unknown[] = [];
	const model = open({
		patienceMs: 20_000,
		now: () => time,
		onFault: (error: unknown) => faults.push(error),
	});
	behave = (_, response) => response.writeHead(503).end();
	asked = 0;
	for (let n = 0; n < 10; n++) expect(await model.ask(text)).toBeNull();
	expect(asked).toBe(3);
	expect(faults).toHaveLength(3);
	time = 61_000;
	expect(await model.ask(text)).toBeNull();
	expect(await model.ask(text)).toBeNull();
	expect(asked).toBe(4);
	time = 130_000;
	behave = json({ results: [{ flagged: false }] });
	expect(await model.ask(text)).not.toBeNull();
	expect(await model.ask(text)).not.toBeNull();
	expect(asked).toBe(6);
});
