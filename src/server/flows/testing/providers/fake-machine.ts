import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a provider's machine behaves badly. */
export type Trouble = 'slow' | 'error' | 'drop' | 'garbage' | null;

/** One request as the fake's program sees it. */
export interface Asked {
	method: string;
	url: URL;
	headers: IncomingMessage['headers'];
	body: string;
}

export interface Answer {
	status?: number;
	headers?: Record<string, string>;
	body: string | Uint8Array;
}

/** How long a slow machine takes: longer than the tests' patience. */
const SLOW_MS = 700;

/** A real HTTP server on the loopback address, with bad days. */
export interface FakeMachine {
	origin: string;
	/** What happens to requests from now on. */
	trouble: Trouble;
	/** How many requests it took. */
	taken: number;
	close: () => Promise<void>;
}

export async function startMachine(answer: (asked: Asked) => Answer): Promise<FakeMachine> {
	const machine: FakeMachine = { origin: '', trouble: null, taken: 0, close: async () => {} };
	const work = async (request: IncomingMessage, response: ServerResponse) => {
		const parts: Buffer[] = [];
		for await (const part of request) parts.push(part as Buffer);
		machine.taken += 1;
		const { trouble } = machine;
		if (trouble === 'drop') {
			request.socket.destroy();
			return;
		}
		if (trouble === 'error' || trouble === 'garbage') {
			response.writeHead(trouble === 'error' ? 500 : 200, { 'content-type': 'text/html' });
			response.end('<html><body>502 Bad Gateway</body></html>');
			return;
		}
		// A slow machine has done its work all the same: asked again under the same name, it is still one.
		const {
			status = 200,
			headers = {},
			body,
		} = answer({
			method: request.method ?? 'GET',
			url: new URL(request.url ?? '/', machine.origin),
			headers: request.headers,
			body: Buffer.concat(parts).toString('utf8'),
		});
		if (trouble === 'slow') await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
		response.writeHead(status, { 'content-type': 'application/json', ...headers });
		response.end(body);
	};
	const server = createServer((request, response) => {
		work(request, response).catch((error) => {
			response.writeHead(599);
			response.end(String(error));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	machine.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	machine.close = () =>
		new Promise((resolve) => {
			server.closeAllConnections();
			server.close(() => resolve());
		});
	return machine;
}
